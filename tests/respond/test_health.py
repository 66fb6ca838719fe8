"""What /health says of a door, and that asking costs nothing and leaves nothing."""

import asyncio
import resource
import sqlite3
from contextlib import closing, contextmanager
from dataclasses import replace

import psycopg
import pytest
from door_survey import SURVEY, OpenDoor, published

from patience import PATIENCE, until
from rundfrage.errors import Problem
from rundfrage.fieldwork.journals import open_journal
from rundfrage.fieldwork.journals.postgres import line
from rundfrage.fieldwork.participation import Invitation, open_participation
from rundfrage.fieldwork.participation import sqlite as register
from rundfrage.fieldwork.participation.passes import draw_codes
from rundfrage.respond import health

CODES = SURVEY.replace("language: en\n", "language: en\nparticipation: codes\n")


@contextmanager
def full_disk():
    """No file of this process can grow further; what is read is read on."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.fixture(name="guarded")
def guarded_door(tmp_path, monkeypatch):
    """An open door at the level codes, whose /health is tried at every call."""
    monkeypatch.setattr(health, "KEPT_SECONDS", 0)
    monkeypatch.setattr(health, "PATIENCE_SECONDS", PATIENCE)
    people, key = tmp_path / "participation.db", tmp_path / "key"

    async def invite():
        gate = open_participation(people, key, make=True)
        await gate.allow(draw_codes(3))
        await gate.enter([Invitation("a@example.org", "en")])
        await gate.shut()

    asyncio.run(invite())
    settings = published(tmp_path / "responses.db", CODES)
    settings = replace(settings, participation=str(people), participation_key=str(key))
    with OpenDoor(settings) as door:
        yield door


def said(door) -> tuple[int, str]:
    answer = door.browser().get("/health")
    return answer.status, answer.text


def test_a_full_disk_is_told(guarded):
    assert said(guarded) == (200, "ok")
    with full_disk():
        # What /health asked before: the journal can still be read.
        assert guarded.run(can_be_read(guarded))
        assert said(guarded) == (503, "Answers can't be stored.")
    assert said(guarded) == (200, "ok")


async def can_be_read(door) -> bool:
    journal = await open_journal(door.settings.journal)
    closed = await journal.field_closed()
    await journal.shut()
    return not closed


@pytest.mark.parametrize(
    ("which", "words"),
    [("journal", "Answers can't be stored."), ("participation", "Nobody can be let in.")],
)
def test_a_database_that_is_locked_is_told(guarded, which, words, monkeypatch):
    monkeypatch.setattr(health, "PATIENCE_SECONDS", 0.2)
    with closing(sqlite3.connect(getattr(guarded.settings, which), isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE" if which == "participation" else "BEGIN IMMEDIATE")
        # What is tried first is the complaint until it is found to be well.
        until(lambda: said(guarded) == (503, words))
        other.execute("ROLLBACK")


def test_however_many_ask_it_is_tried_once_in_a_while():
    tries = []

    async def probe():
        tries.append(1)
        await asyncio.sleep(0.01)

    async def ask():
        state = health.Health({"broken": probe})
        many = await asyncio.gather(*(state.complaint() for _ in range(100)))
        return {*many, await state.complaint()}

    assert asyncio.run(ask()) == {""}
    assert len(tries) == 1


def test_asking_leaves_nothing_in_the_databases(guarded, tmp_path):
    def held():
        names = sorted(file.name for file in tmp_path.iterdir())
        content = []
        for file in ("responses.db", "participation.db"):
            with closing(sqlite3.connect(tmp_path / file)) as database:
                content.append(list(database.iterdump()))
        return names, content

    before = held()
    for _ in range(3):
        assert said(guarded) == (200, "ok")
    assert held() == before


def test_of_those_who_wait_for_a_locked_gate_few_wait_behind_one_another(tmp_path, monkeypatch):
    """Else the last of them waits for as long as all of them together."""
    monkeypatch.setattr(register, "_DOOR_SECONDS", 0.3)
    people = tmp_path / "participation.db"
    tried = []

    def counting(gate, connection, pass_):
        tried.append(pass_)
        return looked_up(gate, connection, pass_)

    looked_up = register.SqliteRegister._valid
    monkeypatch.setattr(register.SqliteRegister, "_valid", counting)

    async def come():
        gate = open_participation(people, tmp_path / "key", make=True)
        with closing(sqlite3.connect(people, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            found = await asyncio.gather(
                *(gate.valid(code) for code in draw_codes(30)), return_exceptions=True
            )
            other.execute("ROLLBACK")
        await gate.shut()
        return [problem.code for problem in found]

    assert asyncio.run(come()) == ["participation-unavailable"] * 30
    assert 1 <= len(tried) <= 3


async def probe(address: str) -> str:
    journal = await open_journal(address)
    try:
        await journal.probe()
    except Problem as problem:
        return problem.code
    finally:
        await journal.shut()
    return ""


def test_a_server_is_tried_by_writing_and_without_leaving_a_row(postgresql, monkeypatch):
    monkeypatch.setattr(line, "RETRY_SECONDS", 0.2)
    monkeypatch.setattr(line, "SETTINGS", (*line.SETTINGS, "SET lock_timeout = '200ms'"))
    assert asyncio.run(probe(postgresql)) == ""
    with psycopg.connect(postgresql, autocommit=True) as server:
        tables = "SELECT pg_table_size('entry'), pg_table_size('quota'), (SELECT ctid FROM field)"
        before = server.execute(tables).fetchall()
        assert asyncio.run(probe(postgresql)) == ""
        assert server.execute(tables).fetchall() == before
    with psycopg.connect(postgresql) as other:
        other.execute("LOCK TABLE entry IN SHARE MODE")
        assert asyncio.run(probe(postgresql)) == "journal-unavailable"
    name = postgresql.rpartition("/")[2]
    with psycopg.connect(postgresql, autocommit=True) as server:
        # As little room for files as this, and the probe has none to write.
        server.execute(f'ALTER DATABASE "{name}" SET temp_file_limit = 100')
    assert asyncio.run(probe(postgresql)) == "journal-unavailable"
