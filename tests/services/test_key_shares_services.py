"""The key among several people: nobody uses it alone, and nothing else changes."""

import asyncio
import datetime
from dataclasses import replace
from itertools import combinations

import pytest

from commands import run
from rundfrage import services
from rundfrage.authority.measures import measures
from rundfrage.errors import Problem
from rundfrage.fieldwork.participation import open_participation
from rundfrage.fieldwork.participation.key import read_key
from rundfrage.kinds import read_questionnaire
from rundfrage.locales import message
from rundfrage.questionnaire.folder import questionnaire_file
from rundfrage.services import key_shares
from rundfrage.services.data_protection import facts_of
from rundfrage.writing import write_whole

SETTINGS = '[door]\norigin = "https://garden.example.org"\nport = 18437\n'


def with_codes(survey, tmp_path, settings=SETTINGS):
    garden = survey("codes", settings=settings)
    services.publish(garden)
    services.hand_out_codes(garden, services.Handout(3, table=tmp_path / "codes.csv"))
    rows = (tmp_path / "codes.csv").read_text("utf-8").splitlines()[1:]
    return garden, [row.split(",")[0] for row in rows]


def lets_in(survey, code):
    async def work():
        register = open_participation(survey.participation, survey.key_or_file)
        try:
            return await register.valid(code)
        finally:
            await register.shut()

    return asyncio.run(work())


def test_two_of_three_use_the_key_and_it_lies_nowhere(survey, tmp_path):
    garden, codes = with_codes(survey, tmp_path)
    key = read_key(garden.key)
    files = services.split_key(garden, services.Sharing(), tmp_path / "shares")
    assert [file.stat().st_mode & 0o777 for file in files] == [0o600] * 3
    assert not garden.key.exists()
    shares = [services.read_share(file) for file in files]
    more = services.Handout(1, table=tmp_path / "more.csv")
    for act in (
        lambda: services.hand_out_codes(garden, more),
        lambda: services.prepare_door(garden),
        lambda: services.split_key(garden, services.Sharing(), tmp_path / "others"),
        lambda: lets_in(garden, codes[0]),
    ):
        with pytest.raises(Problem) as problem:
            act()
        assert problem.value.code == "participation-key-split"
    # What needs no key goes on.
    assert services.watch_field(garden).counts.started == 0
    for two in combinations(shares, 2):
        joined = services.join_key(garden, two)
        assert lets_in(joined, codes[0])
        assert not lets_in(joined, "AAAA-BBBB-CCCC")
    services.hand_out_codes(joined, more)
    assert services.prepare_door(joined).settings.participation_key == key
    assert key.secret.hex() not in repr(joined) + repr(services.prepare_door(joined))
    secret = [word for share in shares for word in share.split() if not word.isdecimal()]
    held = b"".join(one.read_bytes() for one in garden.folder.iterdir())
    assert key.secret not in held
    assert " ".join(secret[:3]).encode() not in held
    # And back again: the shares stay valid.
    services.restore_key(garden, shares[:2])
    assert read_key(garden.key) == key
    assert services.restore_key(garden, shares) == garden.key
    acts = [one.act for one in services.read_logbook(garden).logbook.lines]
    assert (acts.count("split-key"), acts[-1]) == (1, "join-key")


def test_what_cannot_be_split_stays_as_it_was(survey, tmp_path):
    garden, _ = with_codes(survey, tmp_path)
    folder = tmp_path / "shares"
    for shares, needed in ((1, 1), (3, 1), (3, 4), (17, 2)):
        with pytest.raises(Problem, match="is asked for"):
            services.Sharing(shares, needed)
    services.split_key(garden, services.Sharing(), folder, keep=True)
    assert garden.key.exists()
    with pytest.raises(Problem) as problem:
        services.split_key(garden, services.Sharing(), folder)
    assert problem.value.code == "shares-there"
    elsewhere = garden.key.rename(tmp_path / "elsewhere.key")
    garden.key.symlink_to(elsewhere)
    with pytest.raises(Problem) as problem:
        services.split_key(garden, services.Sharing(), tmp_path / "others")
    assert (problem.value.code, elsewhere.exists()) == ("split-link", True)
    garden.key.unlink()
    garden.key.write_bytes(b"A" * 43 + b"=")
    shares = [services.read_share(file) for file in sorted(folder.iterdir())]
    with pytest.raises(Problem) as problem:
        services.restore_key(garden, shares)
    assert problem.value.code == "key-there"
    # Nor is it used in the place of that one: whoever got a code by it would stay outside.
    with pytest.raises(Problem) as problem:
        services.join_key(garden, shares)
    assert problem.value.code == "key-there"


def test_shares_lie_neither_beside_the_databases_nor_half_written(survey, tmp_path, monkeypatch):
    garden, _ = with_codes(survey, tmp_path)
    with pytest.raises(Problem) as problem:
        services.split_key(garden, services.Sharing(), garden.folder)
    assert problem.value.code == "shares-beside"
    written = []

    def full(file, *given, **named):
        written.append(file)
        if len(written) == 3:
            words = message("The disk is full.")
            raise Problem("not-written", found=words, expected=words, mend=words)
        write_whole(file, *given, **named)

    monkeypatch.setattr(key_shares, "write_whole", full)
    with pytest.raises(Problem) as problem:
        services.split_key(garden, services.Sharing(), tmp_path / "stick")
    assert (problem.value.code, garden.key.exists()) == ("not-written", True)
    assert list((tmp_path / "stick").iterdir()) == []


def test_shares_of_before_stay_valid_and_are_read_from_any_editor(survey, tmp_path):
    garden, _ = with_codes(survey, tmp_path)
    key = read_key(garden.key)
    old = services.split_key(garden, services.Sharing(), tmp_path / "old", keep=True)
    services.split_key(garden, services.Sharing(5, 3), tmp_path / "new")
    words = old[0].read_text("utf-8").rpartition("\n\n")[2]
    old[0].write_bytes(b"\xef\xbb\xbf" + words.encode())
    shares = [services.read_share(file) for file in old[:2]]
    assert services.join_key(garden, shares).joined == key


@pytest.mark.trial
def test_a_key_whose_shares_are_left_is_not_said_to_be_deleted(survey, tmp_path):
    garden, _ = with_codes(survey, tmp_path, SETTINGS + "[retention]\nkey = 2027-01-31\n")
    services.split_key(garden, services.Sharing(), tmp_path / "shares", keep=True)
    services.close_field(garden)
    day = datetime.date(2027, 2, 1)
    for later in range(3):
        services.retire(garden, day + datetime.timedelta(later))
    due = services.retire(garden, day + datetime.timedelta(3))
    assert ([one.code for one in due.problems], due.deleted) == (["shares-left"], ())
    assert not garden.key.exists()
    (garden.folder / "participation.split").unlink()
    done = services.retire(garden, day + datetime.timedelta(4))
    assert [one.kept for one in done.deleted] == [services.Kept.KEY]


def test_the_commands_say_what_is_to_be_done(survey, tmp_path):
    garden, _ = with_codes(survey, tmp_path)
    folder, shares = garden.folder, tmp_path / "shares"
    assert "[key-not-split]" in run("join-key", folder).stderr
    split = run("split-key", folder, "-o", shares)
    assert (split.returncode, split.stdout.count("Written:")) == (0, 3)
    assert "The key is erased here." in split.stdout
    words = (shares / "garden-share-1.txt").read_text("utf-8")
    assert "share 1 of 3 of the key" in words
    # No share is printed.
    assert not [one for one in words.split()[-33:] if one in split.stdout.split()]
    # The measures say it now, and didn't before.
    facts = facts_of(garden, read_questionnaire(garden.path), "en")
    assert facts.shares == (2, 3)
    assert "split into 3 shares" in str(measures(facts))
    assert "split into" not in str(measures(replace(facts, shares=None)))
    codes = ("invite", folder, "--codes", 1, "--csv", tmp_path / "two.csv")
    alone = run(*codes)
    assert (alone.returncode, "how:      --share FILE" in alone.stderr) == (1, True)
    one, two = shares / "garden-share-1.txt", shares / "garden-share-2.txt"
    assert "[shares-too-few]" in run(*codes, "--share", one).stderr
    assert run(*codes, "--share", one, "--share", two).returncode == 0
    spoilt = tmp_path / "spoilt.txt"
    spoilt.write_text(words.rstrip()[:-9], "utf-8")
    refused = run(*codes, "--share", one, "--share", spoilt)
    assert (refused.returncode, str(spoilt) in refused.stderr) == (1, True)
    assert "[share-mistyped]" in refused.stderr
    assert "[no-such-file]" in run(*codes, "--share", tmp_path / "none").stderr
    german = run("join-key", folder, "--share", one, environment={"LC_ALL": "de_DE.UTF-8"})
    assert "1 Teil ist angegeben" in german.stderr
    back = run("join-key", folder, "--share", two, "--share", one)
    assert (back.returncode, garden.key.exists()) == (0, True)


@pytest.mark.parametrize(("level", "needed"), [("open", False), ("codes", True)])
def test_shares_are_asked_for_where_somebody_is_let_in_by_a_key(survey, level, needed):
    garden = survey(level, settings=SETTINGS)
    assert services.needs_key(garden) is needed
    services.publish(garden)
    # What is in the field counts, whatever became of the file.
    questionnaire_file(garden.path).write_text("nonsense", "utf-8")
    assert services.needs_key(garden) is needed
