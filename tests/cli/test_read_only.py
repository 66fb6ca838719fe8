"""`status` and `export` where nothing can be written: backups, media, roles that may only read."""

import asyncio
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from commands import run
from patience import PATIENCE
from rundfrage.fieldwork.journal import Entry, Event
from rundfrage.fieldwork.journals import open_journal
from rundfrage.fieldwork.journals.sqlite import MIGRATIONS
from rundfrage.fieldwork.participation import Invitation, open_participation

SURVEY = """\
---
survey: small
title: A small survey
language: en
participation: codes
---

# You

## q1: Are you a member?

- ( ) yes: Yes
- ( ) no: No
"""
ROOT_WITHOUT_POWERS = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search")
"""Root writes anywhere; taken these powers it is held to permissions as everybody is."""
READING = """
import json, sys
from pathlib import Path
from rundfrage.cli import run
folders, out = sys.argv[1:-1], sys.argv[-1]
def written(file):
    try:
        file.write_bytes(file.read_bytes())
    except OSError:
        return False
    return True
found = {}
for folder in folders:
    answers = Path(out, Path(folder).name + ".csv")
    said = [run(["status", folder]), run(["export", folder, "-o", str(answers)])]
    rows = len(answers.read_text("utf-8").splitlines()) - 1 if answers.exists() else -1
    found[Path(folder).name] = [written(Path(folder, "responses.db")), *said, rows]
print(json.dumps(found))
"""


async def completed(address, respondents):
    journal = await open_journal(address)
    (version,) = await journal.versions()
    for number in range(respondents):
        for at, event in enumerate((Event.BEGUN, Event.SENT, Event.COMPLETED)):
            answers = '{"q1":"yes"}' if event is Event.SENT else ""
            name = f"{number:032x}"
            entry = Entry(name, f"{at:032x}", event, version.name, "en", "2026-W49", 0, answers)
            await journal.append(entry)
    return journal


async def invited(address, key):
    register = open_participation(address, key, make=True)
    await register.enter([Invitation("ana@example.org", "en")])
    await register.shut()


@pytest.fixture
def published(tmp_path):
    folder = tmp_path / "survey"
    folder.mkdir()
    (folder / "questionnaire.md").write_text(SURVEY, "utf-8")
    return folder


@pytest.mark.trial
def test_files_that_cannot_be_written_are_read(published, tmp_path):
    assert run("publish", published).returncode == 0

    async def copied_while_open():
        await invited(str(published / "participation.db"), published / "participation.key")
        journal = await completed(str(published / "responses.db"), 3)
        shutil.copytree(published, tmp_path / "crashed")
        await journal.shut()

    asyncio.run(copied_while_open())
    assert (tmp_path / "crashed" / "responses.db-wal").stat().st_size
    for name in ("free", "older"):
        shutil.copytree(published, tmp_path / name)
    with sqlite3.connect(tmp_path / "older" / "responses.db", isolation_level=None) as older:
        older.execute(f"PRAGMA user_version = {len(MIGRATIONS) - 1}")
    older.close()
    lasting = [published, tmp_path / "crashed", tmp_path / "older"]
    for folder in lasting:
        for file in (*folder.iterdir(), folder):
            file.chmod(0o500 if file.is_dir() else 0o400)
    powers = ROOT_WITHOUT_POWERS if os.geteuid() == 0 else ()
    (tmp_path / "out").mkdir()
    done = subprocess.run(
        [*powers, sys.executable, "-c", READING, *lasting, tmp_path / "free", tmp_path / "out"],
        capture_output=True, text=True, check=True, timeout=PATIENCE,
    )  # fmt: skip
    for folder in lasting:
        folder.chmod(0o700)
    # The control is the folder that can be written; the others can't.
    assert json.loads(done.stdout.splitlines()[-1]) == {
        "free": [True, 0, 0, 3],
        "survey": [False, 0, 0, 3],
        "crashed": [False, 0, 0, 3],
        "older": [False, 1, 1, -1],
    }
    assert "older format" in " ".join(done.stderr.split())
    # Where nothing can be written the export stands in no logbook, and says so.
    assert done.stderr.count("[logbook-without-it]") == 2
    logbooks = [sum(1 for _ in (folder / "logbook.jsonl").open()) for folder in lasting]
    assert logbooks == [1, 1, 1]
    assert sum(1 for _ in (tmp_path / "free" / "logbook.jsonl").open()) == 2
    assert done.stdout.count("invited") == 3


def test_a_role_that_may_only_read_reads(postgresql, postgresql_server, published, tmp_path):
    participation = postgresql_server.database()
    assert run("publish", published, "--journal", postgresql).returncode == 0

    async def filled():
        journal = await completed(postgresql, 2)
        await journal.shut()
        await invited(participation, published / "participation.key")

    asyncio.run(filled())
    for address in (postgresql, participation):
        with psycopg.connect(address, autocommit=True) as owner:
            owner.execute("DO $$ BEGIN CREATE ROLE reader LOGIN; EXCEPTION WHEN duplicate_object"
                          " THEN NULL; END $$")  # fmt: skip
            owner.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader")
            owner.execute("ALTER ROLE reader SET default_transaction_read_only = on")
    reader, invitations = (
        address.replace("tester@", "reader@") for address in (postgresql, participation)
    )
    with psycopg.connect(reader) as role, pytest.raises(psycopg.Error):
        role.execute("UPDATE field SET closed = true")
    answers = tmp_path / "answers.csv"
    databases = ("--journal", reader, "--participation", invitations)
    watched = run("status", published, *databases)
    assert watched.returncode == 0
    assert "invited" in watched.stdout
    exported = run("export", published, *databases[:2], "-o", answers)
    assert exported.returncode == 0
    assert len(Path(answers).read_text("utf-8").splitlines()) == 3
