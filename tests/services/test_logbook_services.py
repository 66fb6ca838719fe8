"""No act without its line: what is to stand in the logbook stands there before it is done."""

import datetime
import json
import os
from dataclasses import replace

import pytest

from commands import run
from mail_server import PASSWORD, MailServer
from rundfrage import services
from rundfrage.cli.account import who_is_at_work
from rundfrage.errors import Problem
from rundfrage.fieldwork.period import now
from rundfrage.respond.credential import new_credential
from rundfrage.services.logbook import FILE

SITE = "https://garden.example.org"
EARLY = "[retention]\nexports = 2026-01-01\nkey = 2026-01-01\nanswers = 2026-01-01\n"


class Letters:
    cancelled = False

    def begin(self, planned):
        """Nothing is shown."""

    def sent(self, so_far):
        """Nothing is shown."""


def acts_in(survey):
    return [one.act for one in services.read_logbook(survey).logbook.lines]


def stopped(survey):
    """The logbook can't be written: a folder stands in its place."""
    (survey.folder / FILE).unlink(missing_ok=True)
    (survey.folder / FILE).mkdir()


@pytest.mark.trial
def test_every_act_has_its_line(survey, tmp_path, monkeypatch):
    people = tmp_path / "people.csv"
    people.write_text("email\nana@example.org\nbo@example.org\n", "utf-8")
    with MailServer(tmp_path) as server:
        monkeypatch.setenv("SSL_CERT_FILE", str(server.certificate))
        garden = replace(survey("exchange", RUNDFRAGE_SMTP_PASSWORD=PASSWORD), who="anna")
        mail = services.MailSettings(
            server=f"localhost:{server.port}", sender="team@example.org", per_minute=60_000
        )
        door = services.DoorSettings(origin=SITE, port=18_431)
        garden = replace(garden, settings=replace(garden.settings, mail=mail, door=door))
        version = services.publish(garden).version.name
        services.publish(garden)
        services.invite(garden, people, Letters())
        services.remind(garden, Letters())
        services.prepare_door(garden)
        services.forget(garden, ["ana@example.org"])
        services.export(garden, partial=True)
        with pytest.raises(Problem, match="No interview"):
            services.withdraw(garden, new_credential().code)
        services.close_field(garden)
        services.export(garden)
    expected = [
        ("publish", version), ("invite", ""), ("remind", ""), ("serve", version), ("forget", ""),
        ("export-partial", version), ("withdraw", ""), ("close", version), ("export", version),
    ]  # fmt: skip
    lines = services.read_logbook(garden).logbook.lines
    assert [(one.act, one.version) for one in lines] == expected
    assert {one.who for one in lines} == {"anna"}
    # No address, no code and no count.
    for line in (garden.folder / FILE).read_text("utf-8").splitlines():
        fields = json.loads(line)
        assert list(fields) == ["number", "day", "who", "act", "version", "before"]
        assert fields["day"] == now().date().isoformat()
    day = datetime.date(2027, 1, 1)
    (garden.folder / "settings.toml").write_text(EARLY, "utf-8")
    garden = services.open_survey(garden.folder)
    for later in range(4):
        services.retire(garden, day + datetime.timedelta(later))
    assert sorted(acts_in(garden)[-3:]) == ["delete-answers", "delete-exports", "delete-key"]


def test_codes_have_their_line(survey, tmp_path):
    club = survey("codes", settings=f'[door]\norigin = "{SITE}"\n')
    services.hand_out_codes(club, services.Handout(2, table=tmp_path / "codes.csv"))
    assert acts_in(club) == ["codes"]


def test_without_its_line_nothing_is_done(survey, tmp_path):
    garden = survey("codes", settings=f'[door]\norigin = "{SITE}"\nport = 18431\n')
    services.publish(garden)
    codes = services.Handout(2, table=tmp_path / "codes.csv")
    answers = garden.folder / "answers.csv"
    acts = {
        "export": lambda: services.export(garden),
        "codes": lambda: services.hand_out_codes(garden, codes),
        "split": lambda: services.split_key(garden, services.Sharing(), tmp_path / "shares"),
    }
    services.hand_out_codes(garden, replace(codes, table=tmp_path / "others.csv"))
    stopped(garden)
    refused = {}
    for name, act in acts.items():
        with pytest.raises(Problem) as problem:
            act()
        refused[name] = problem.value.code
    assert refused == dict.fromkeys(acts, "logbook-unwritable")
    assert (answers.exists(), codes.table.exists()) == (False, False)
    assert garden.key.exists()
    # The control: with a logbook it is done.
    (garden.folder / FILE).rmdir()
    services.export(garden)
    assert answers.exists()
    # Respondents come first: what protects them is done all the same, and says it.
    stopped(garden)
    warnings = services.prepare_door(garden).warnings
    assert "logbook-without-it" in [one.code for one in warnings]
    assert "stands in no logbook" in services.close_field(garden)
    assert services.watch_field(garden).closed
    with pytest.raises(Problem, match="No interview"):
        services.withdraw(garden, new_credential().code)
    (garden.folder / FILE).rmdir()
    assert services.close_field(garden) is None


def test_a_folder_without_a_logbook_begins_one(survey):
    garden = survey()
    services.publish(garden)
    (garden.folder / FILE).unlink()
    services.export(garden)
    assert acts_in(garden) == ["export"]


def test_the_command_shows_checks_and_compares(survey):
    folder = survey().folder
    assert run("logbook", folder).stderr == "The logbook has no line yet.\n"
    assert run("publish", folder).returncode == 0
    kept = run("logbook", folder, "--head").stdout.strip()
    run("export", folder)
    shown = run("logbook", folder)
    who = who_is_at_work()
    assert [who in line for line in shown.stdout.splitlines()[1:3]] == [True, True]
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "Keep the last hash elsewhere" in shown.stdout
    since = run("logbook", folder, "--since", kept)
    assert since.returncode == 0
    assert "Up to line 1 of the file all is as it was" in since.stdout
    file = folder / FILE
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(lines[1])
    broken = run("logbook", folder)
    assert broken.returncode == 1
    assert "Line 1 of the file: its number doesn't follow" in broken.stderr
    assert "Keep the last hash" not in broken.stdout
    file.write_bytes(b"")
    cut = run("logbook", folder, "--since", kept)
    assert (cut.returncode, "is gone" in cut.stderr) == (1, True)
    wrong = run("logbook", folder, "--since", "12ab")
    assert (wrong.returncode, "[logbook-head]" in wrong.stderr) == (1, True)
    german = run("logbook", folder, "--since", kept, environment={"LC_ALL": "de_DE.UTF-8"})
    assert "fehlt" in german.stderr


def test_who_logged_in_is_named_beside_the_account(monkeypatch, tmp_path):
    login = tmp_path / "loginuid"
    monkeypatch.setattr("rundfrage.cli.account._LOGIN", login)
    me = who_is_at_work()
    for number, expected in (
        ("4294967295", me), (str(os.geteuid()), me), ("nonsense", me), ("987654", f"{me} (987654)"),
    ):  # fmt: skip
        login.write_text(number, "ascii")
        assert who_is_at_work() == expected
