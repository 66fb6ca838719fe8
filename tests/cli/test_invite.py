"""`rundfrage invite` as a user runs it, against a mail server that speaks SMTP."""

import asyncio
import csv
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time

import pypdfium2
import pytest

from commands import run
from mail_server import PASSWORD, MailServer
from patience import PATIENCE
from rundfrage.fieldwork.participation import Admission, open_participation

QUESTIONNAIRE = """---
survey: garden
title: How is your garden?
organisation: Garden Society
language: en
languages: [en, de]
participation: LEVEL
---

# Garden

## q1: Do you have a garden?
- ( ) yes: Yes
- ( ) no: No
"""
ADDRESSES = [
    ("ana@example.org", "de"),
    *((f"person{n}@example.org", "de" if n > 4 else "") for n in range(9)),
]
SITE = "https://garden.example.org"


@pytest.fixture
def survey(tmp_path):
    """Makes a survey of a level of participation."""

    def make(level="exchange"):
        folder = tmp_path / "garden"
        folder.mkdir(exist_ok=True)
        text = QUESTIONNAIRE.replace("LEVEL", level)
        (folder / "questionnaire.md").write_text(text, encoding="utf-8")
        return folder

    return make


@pytest.fixture
def addresses(tmp_path):
    """Makes a file of addresses."""

    def make(rows=ADDRESSES):
        file = tmp_path / "addresses.csv"
        with file.open("w", newline="", encoding="utf-8") as stream:
            csv.writer(stream).writerows([("email", "language"), *rows])
        return file

    return make


def words_of(server, *words, per_minute=60_000):
    """The command with the server's options."""
    return [
        "invite", *map(str, words), "--origin", SITE,
        "--smtp", f"localhost:{server.port}", "--from", "Garten Übersicht <team@example.org>",
        "--per-minute", str(per_minute),
    ]  # fmt: skip


def environment_of(server, password=PASSWORD):
    """An environment that trusts the server's certificate."""
    return {"SSL_CERT_FILE": str(server.certificate), "RUNDFRAGE_SMTP_PASSWORD": password}


def invite(server, *words, password=PASSWORD):
    return run(*words_of(server, *words), environment=environment_of(server, password))


def links(server):
    """The links in the letters taken, by recipient."""
    return {
        recipient: [line for line in letter.get_content().splitlines() if line.startswith(SITE)]
        for recipient, letter in server.letters
    }


def states(folder):
    with sqlite3.connect(folder / "participation.db") as connection:
        return dict(connection.execute("select address, state from invitations"))


def at_the_gate(folder, passes):
    async def admit():
        gate = open_participation(folder / "participation.db", folder / "participation.key")
        said = [await gate.admit(one, f"browser {at}") for at, one in enumerate(passes)]
        await gate.shut()
        return said

    return asyncio.run(admit())


def test_everybody_gets_a_link_of_their_own_that_is_stored_nowhere(survey, addresses, tmp_path):
    folder = survey()
    with MailServer(tmp_path) as server:
        done = invite(server, folder, addresses(), "--user", "team")
        assert (done.returncode, done.stderr) == (0, "")
        found = links(server)
    assert sorted(found) == sorted(address for address, _ in ADDRESSES)
    tokens = [link.removeprefix(f"{SITE}/#code=") for [link] in found.values()]
    assert len(set(tokens)) == len(ADDRESSES)
    assert (server.encrypted_letters, server.logged_in) == (len(ADDRESSES), ["team"])
    assert set(states(folder).values()) == {"sent"}
    stored = b"".join(path.read_bytes() for path in folder.iterdir())
    assert [token for token in tokens if token.encode() in stored] == []
    assert set(at_the_gate(folder, tokens)) == {Admission.ADMITTED}


def test_letters_speak_the_language_of_their_reader(survey, addresses, tmp_path):
    folder = survey()
    (folder / "mail").mkdir()
    (folder / "mail" / "en.txt").write_text(
        "Subject: {{organisation}} asks\n\nSee {{ title }}:\n{{ link }}\n", encoding="utf-8"
    )
    with MailServer(tmp_path) as server:
        assert invite(server, folder, addresses()).returncode == 0
    letters = dict(server.letters)
    german, english = letters["ana@example.org"], letters["person0@example.org"]
    assert german["subject"] == "Ihre Einladung: How is your garden?"
    assert "ohne Ihren Namen" in german.get_content()
    assert english["subject"] == "Garden Society asks"
    assert english.get_content().startswith("See How is your garden?:\r\nhttps://")
    assert str(german["from"]) == "Garten Übersicht <team@example.org>"


def test_addresses_that_fail_are_told_apart_and_tried_again_where_it_helps(
    survey, addresses, tmp_path
):
    folder = survey()
    refused = "nobody@example.org, strange@example.org"
    failing = ["nobody", "full", "strange", "silent"]
    file = addresses([*ADDRESSES, *((f"{name}@example.org", "") for name in failing)])
    with MailServer(tmp_path) as server:
        first = invite(server, folder, file)
        again = invite(server, folder, file)
    assert first.returncode == again.returncode == 0
    assert first.stdout.splitlines() == [
        f"New addresses: {len(ADDRESSES) + 4}. Invitations to send: {len(ADDRESSES) + 4}.",
        f"The mail server took {len(ADDRESSES)} letters.",
        "It refused 2 addresses for good: " + refused,
        "2 addresses wait for a letter: give the same command later to go on.",
    ]
    assert again.stdout.splitlines()[:3] == [
        "New addresses: 0. Invitations to send: 2.",
        "2 of these waited since an earlier run.",
        "2 addresses were refused in earlier rounds, and get no letter: " + refused,
    ]
    assert len(server.letters) == len(ADDRESSES)
    found = states(folder)
    assert [found.pop(f"{name}@example.org") for name in failing] == [
        "failed",
        "waiting",
        "failed",
        "waiting",
    ]
    assert set(found.values()) == {"sent"}


def test_a_server_that_takes_nothing_from_us_makes_no_address_a_bad_one(
    survey, addresses, tmp_path
):
    folder = survey()
    with MailServer(tmp_path, refuses=True) as server:
        done = invite(server, folder, addresses())
    assert (done.returncode, server.letters) == (1, [])
    assert "refused the first 10 letters (you are on a list)" in " ".join(done.stderr.split())
    assert set(states(folder).values()) == {"waiting"}
    with MailServer(tmp_path) as server:
        assert invite(server, folder, addresses()).returncode == 0
    assert len(server.letters) == len(ADDRESSES)


@pytest.mark.parametrize(
    ("international", "state"), [(True, "sent"), (False, "failed")], ids=["taken", "refused"]
)
def test_an_address_in_another_script_stops_no_others(
    survey, addresses, tmp_path, international, state
):
    folder = survey()
    file = addresses([*ADDRESSES, ("用户@bücher.example", "")])
    with MailServer(tmp_path, international=international) as server:
        assert invite(server, folder, file).returncode == 0
    known = "用户@xn--bcher-kva.example"
    assert states(folder) == dict.fromkeys([one for one, _ in ADDRESSES], "sent") | {known: state}
    taken = {str(letter["to"]) for recipient, letter in server.letters if recipient == known}
    assert taken == ({known} if international else set())


def test_a_server_that_hangs_up_is_called_again(survey, addresses, tmp_path):
    folder = survey()
    with MailServer(tmp_path, breaks_after=3) as server:
        assert invite(server, folder, addresses()).returncode == 0
    assert sorted(recipient for recipient, _ in server.letters) == sorted(states(folder))
    assert server.connections > 3


def test_what_was_broken_off_goes_on_with_those_who_wait(survey, addresses, tmp_path):
    folder = survey()
    with MailServer(tmp_path, gone_after=4) as server:
        broken = invite(server, folder, addresses())
    assert broken.returncode == 1
    assert "[mail-server-refused]" in broken.stderr
    assert broken.stdout.splitlines()[1:] == [
        "The mail server took 4 letters.",
        "6 addresses wait for a letter: give the same command later to go on.",
    ]
    first = links(server)
    assert len(first) == 4
    with MailServer(tmp_path) as server:
        assert invite(server, folder, addresses()).returncode == 0
    second = links(server)
    assert first.keys() & second.keys() == set()
    assert first.keys() | second.keys() == {address for address, _ in ADDRESSES}


@pytest.mark.trial
def test_ctrl_c_ends_the_round_between_two_letters(survey, addresses, tmp_path):
    folder, file = survey(), addresses()
    with MailServer(tmp_path) as server:
        # Slowly, so that there is time to interrupt it between the first letter and the second.
        command = words_of(server, folder, file, per_minute=1)
        with subprocess.Popen(
            [sys.executable, "-m", "rundfrage", *command],
            env={**os.environ, **environment_of(server)}, stdout=subprocess.PIPE, text=True,
        ) as sending:  # fmt: skip
            while not server.letters and sending.poll() is None:
                time.sleep(0.05)
            sending.send_signal(signal.SIGINT)
            said, _ = sending.communicate(timeout=PATIENCE)
        assert sending.returncode == 130
        assert invite(server, folder, file).returncode == 0
    told = said.splitlines()
    assert told[1] in {"The mail server took 1 letter.", "The mail server took 2 letters."}
    assert told[2].endswith("addresses wait for a letter: give the same command later to go on.")
    assert sorted(recipient for recipient, _ in server.letters) == sorted(states(folder))


def test_nobody_is_entered_as_long_as_no_server_takes_letters(survey, addresses):
    folder = survey()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        done = run(
            "invite", folder, addresses([("wrong@example.org", "")]), "--origin", SITE,
            "--from", "a@example.org", "--smtp", f"127.0.0.1:{taken.getsockname()[1]}",
        )  # fmt: skip
    assert (done.returncode, "[mail-server-refused]" in done.stderr) == (1, True)
    assert [path.name for path in folder.iterdir()] == ["questionnaire.md"]


def test_a_letter_says_what_mail_programs_need(survey, addresses, tmp_path):
    with MailServer(tmp_path) as server:
        assert invite(server, survey(), addresses()).returncode == 0
    letter = dict(server.letters)["ana@example.org"]
    assert sorted(letter.keys()) == [
        "Auto-Submitted", "Content-Language", "Content-Transfer-Encoding", "Content-Type", "Date",
        "From", "MIME-Version", "Message-ID", "Subject", "To",
    ]  # fmt: skip
    assert (letter["Auto-Submitted"], letter["Content-Language"]) == ("auto-generated", "de")
    assert letter.get_content_type() == "text/plain"
    # A paragraph is a line: what was broken for a wide screen is ragged on a telephone.
    assert letter.get_content().splitlines()[1::2] == [""] * 8


def test_who_asks_is_missed_in_the_letters(survey, addresses):
    folder = survey()
    file = folder / "questionnaire.md"
    file.write_text(file.read_text().replace("organisation: Garden Society\n", ""))
    done = run("invite", folder, addresses(), "--origin", SITE, "--dry-run")
    assert (done.returncode, "[letter-unsigned]" in done.stderr) == (0, True)


def test_addresses_come_as_spreadsheets_save_them(survey, tmp_path):
    file = tmp_path / "Gäste.csv"
    file.write_bytes("Name;E-Mail\r\nÄnne;ana@bücher.example\r\n".encode("cp1252"))
    done = run("invite", survey(), file, "--origin", SITE, "--dry-run")
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "== en: 1 address")


def test_all_are_reminded_without_a_link(survey, addresses, tmp_path):
    folder = survey()
    with MailServer(tmp_path) as server:
        assert invite(server, folder, addresses()).returncode == 0
        server.letters.clear()
        done = invite(server, folder, "--remind")
        assert (done.returncode, done.stderr) == (0, "")
    assert sorted(recipient for recipient, _ in server.letters) == sorted(states(folder))
    assert set(map(tuple, links(server).values())) == {()}


def test_who_is_forgotten_gets_no_reminder_and_still_counts(survey, addresses, tmp_path):
    folder = survey()
    with MailServer(tmp_path) as server:
        invite(server, folder, addresses())
        done = run("forget", folder, "Person3@Example.org", "ana@example.org")
        assert (done.returncode, done.stdout) == (
            0,
            "2 addresses erased. Backups still hold them.\n",
        )
        server.letters.clear()
        assert invite(server, folder, "--remind").returncode == 0
        reminded = {recipient for recipient, _ in server.letters}
    assert reminded == {address for address, _ in ADDRESSES} - {
        "person3@example.org",
        "ana@example.org",
    }
    assert sorted(states(folder).values()) == ["erased"] * 2 + ["sent"] * 8
    assert b"ana@" not in (folder / "participation.db").read_bytes()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["ana@example.org", "nobody@example.org"], "not-invited"),
        (["ana@example.org", "--all"], "forget-whom"),
        ([], "forget-whom"),
    ],
)
def test_nothing_is_forgotten_by_mistake(survey, addresses, tmp_path, words, code):
    folder = survey()
    with MailServer(tmp_path) as server:
        invite(server, folder, addresses())
    done = run("forget", folder, *words)
    assert (done.returncode, code in done.stderr) == (1, True)
    assert set(states(folder).values()) == {"sent"}
    assert run("forget", folder, "--all").returncode == 0
    assert set(states(folder).values()) == {"erased"}


def test_in_an_open_survey_all_get_the_same_link(survey, addresses, tmp_path):
    with MailServer(tmp_path) as server:
        assert invite(server, survey("open"), addresses()).returncode == 0
    assert set(map(tuple, links(server).values())) == {(f"{SITE}/",)}


def test_a_blind_survey_gets_its_signing_key(survey, addresses, tmp_path):
    folder = survey("blind")
    with MailServer(tmp_path) as server:
        assert invite(server, folder, addresses()).returncode == 0
    assert (folder / "participation.pem").stat().st_mode & 0o777 == 0o600
    assert len(server.letters) == len(ADDRESSES)


def test_a_wrong_password_is_a_problem(survey, addresses, tmp_path):
    folder = survey()
    with MailServer(tmp_path) as server:
        done = invite(server, folder, addresses(), "--user", "team", password="wrong")
    assert (done.returncode, "[mail-server-refused]" in done.stderr) == (1, True)
    assert server.letters == []


def test_a_certificate_that_nobody_vouches_for_is_a_problem(survey, addresses, tmp_path):
    with MailServer(tmp_path) as server:
        done = run(
            "invite", survey(), addresses(), "--origin", SITE, "--from", "a@example.org",
            "--smtp", f"localhost:{server.port}",
        )  # fmt: skip
    assert (done.returncode, "[mail-server-refused]" in done.stderr) == (1, True)
    assert server.letters == []


def test_every_line_that_is_wrong_is_named_and_nothing_is_stored(survey, addresses):
    folder = survey()
    rows = [
        ("ana@example.org", "de"),
        ("ANA@Example.org", ""),
        ("no address", ""),
        ("x@example.org\r\nBcc: y@example.org", ""),
        ("bo@example.org", "fr"),
    ]
    done = run("invite", folder, addresses(rows), "--origin", SITE, "--dry-run")
    assert done.returncode == 1
    codes = ("address-twice", "bad-mail-address", "address-language")
    assert [done.stderr.count(f"[{code}]") for code in codes] == [1, 2, 1]
    assert [path.name for path in folder.iterdir()] == ["questionnaire.md"]


def test_a_dry_run_shows_the_letters_and_stores_nothing(survey, addresses):
    folder = survey()
    file = addresses([*ADDRESSES[:-1], ("bo@example.org", "")])
    done = run("invite", folder, file, "--origin", SITE, "--dry-run")
    assert done.returncode == 0
    assert f"{SITE}/#code=EXAMPLE" in done.stdout
    assert "[few-in-language]" in done.stderr
    assert [path.name for path in folder.iterdir()] == ["questionnaire.md"]


def test_codes_come_as_slips_and_as_a_table_and_open_the_door(survey, tmp_path):
    folder = survey("codes")
    slips, table, picture = tmp_path / "s.pdf", tmp_path / "c.csv", tmp_path / "q.svg"
    done = run(
        "invite", folder, "--origin", SITE, "--codes", 13, "--slips", slips, "--csv", table,
        "--qr", picture,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    with table.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    codes = [row["code"] for row in rows]
    assert [row["link"] for row in rows] == [f"{SITE}/#code={code}" for code in codes]
    document = pypdfium2.PdfDocument(slips)
    words = "".join(page.get_textpage().get_text_range() for page in document)
    assert len(document) == 2
    assert [code for code in codes if words.count(code) != 1] == []
    assert picture.read_bytes().startswith(b"<svg")
    assert set(at_the_gate(folder, codes)) == {Admission.ADMITTED}
    stored = (folder / "participation.db").read_bytes()
    assert [code for code in codes if code.replace("-", "").encode() in stored] == []


@pytest.mark.parametrize(
    ("level", "words", "code"),
    [
        ("exchange", ["--codes", "9", "--csv", "x.csv"], "wrong-participation"),
        ("codes", ["--remind"], "wrong-participation"),
        ("codes", ["--codes", "9"], "invite-how"),
        ("open", ["--qr", "poster.jpg"], "unknown-format"),
        ("codes", ["--codes", "9", "--csv", "x.csv", "--dry-run"], "invite-how"),
        ("open", [], "invite-how"),
        ("open", ["--remind", "--smtp", "x:y"], "bad-mail-server"),
        ("open", ["--remind", "--smtp", "localhost", "--from", "me"], "bad-sender"),
        ("open", ["nowhere.csv", "--dry-run"], "no-such-file"),
        (
            "open",
            ["--remind", "--smtp", "localhost", "--from", "Ümit <ümit@example.org>"],
            "bad-sender",
        ),
    ],
)
def test_options_that_do_not_go_together_are_refused(survey, level, words, code):
    done = run("invite", survey(level), *words, "--origin", SITE)
    assert (done.returncode, f"[{code}]" in done.stderr) == (1, True)


def test_invitations_are_of_the_level_that_is_in_the_field(survey, addresses):
    folder, options = survey("exchange"), ("--origin", SITE, "--dry-run")
    assert run("publish", folder).returncode == 0
    assert run("invite", folder, addresses(), *options).returncode == 0
    refused = run("invite", survey("open"), addresses(), *options)
    assert (refused.returncode, "[participation-not-in-field]" in refused.stderr) == (1, True)
    assert run("publish", folder).returncode == 0
    assert run("invite", folder, addresses(), *options).returncode == 0


@pytest.mark.parametrize(
    "letter",
    [
        "No subject\n\n{{ link }}",
        "Subject: x\n\nno link",
        "Subject: x\n\n{{ link }} {{ name }}",
        "Subject: {{ link }}\n\n{{ link }}",
    ],
)
def test_a_letter_that_cannot_be_sent_is_refused(survey, addresses, letter):
    folder = survey()
    (folder / "mail").mkdir()
    (folder / "mail" / "en.txt").write_text(letter, encoding="utf-8")
    done = run("invite", folder, addresses(), "--origin", SITE, "--dry-run")
    assert (done.returncode, "[letter-unfit]" in done.stderr) == (1, True)
