"""Sealing beside readers, and what a server's write-ahead log still tells afterwards."""

import asyncio
import re
import shutil
import sqlite3
from contextlib import closing

import psycopg
import pytest

from rundfrage.errors import Problem
from rundfrage.fieldwork.journal import Entry, Event
from rundfrage.fieldwork.journals import open_journal, sqlite
from rundfrage.fieldwork.journals.postgres import line
from rundfrage.fieldwork.log_left import LogLeft
from rundfrage.fieldwork.participation import Invitation, open_participation

COUNT = 60


def mark(number: int) -> str:
    return f"{number:05d}-marked"


def sent(number: int) -> Entry:
    name = f"{number * 7919 % 10_007:032x}"
    return Entry(name, name, Event.SENT, "v1", "de", "2026-W47", 0, f'{{"q":"{mark(number)}"}}')


async def fill(address: str) -> None:
    journal = await open_journal(address)
    for number in range(COUNT):
        await journal.append(sent(number))
    await journal.shut()


def close(address: str) -> tuple[str, LogLeft | None, bool]:
    """The code of the Problem, if any, what is left in the log, and whether it is sealed."""

    async def act():
        journal = await open_journal(address)
        try:
            await journal.close_field()
            try:
                return "", await journal.seal(), await journal.field_sealed()
            except Problem as problem:
                return problem.code, None, await journal.field_sealed()
        finally:
            await journal.shut()

    return asyncio.run(act())


def in_order_of_arrival(content: bytes) -> bool:
    """Whether the entries' first marks lie in the order they came."""
    places = [content.find(mark(number).encode()) for number in range(COUNT)]
    return -1 not in places and places == sorted(places)


def test_a_file_that_is_read_meanwhile_is_closed_and_sealed_by_closing_once_more(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.2)
    file = tmp_path / "responses.db"
    log = tmp_path / "responses.db-wal"
    with closing(sqlite3.connect(file)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("BEGIN")
        asyncio.run(open_and_fill_beside(str(file), other))
        assert close(str(file)) == ("field-not-sealed", None, False)
        # What a backup that runs meanwhile is able to tell, and the reason to say so.
        assert in_order_of_arrival(log.read_bytes())
        other.rollback()
        assert close(str(file)) == ("", LogLeft.NOTHING, True)
        assert log.read_bytes() == b""
    assert not in_order_of_arrival(file.read_bytes())


async def open_and_fill_beside(address: str, other: sqlite3.Connection) -> None:
    """Fill the journal while the other connection reads, from before the first entry on."""
    journal = await open_journal(address)
    other.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    for number in range(COUNT):
        await journal.append(sent(number))
    await journal.shut()


@pytest.mark.parametrize("anew", [True, False])
def test_a_backup_put_back_beneath_an_open_door_is_closed_and_sealed(tmp_path, anew):
    file, backup = tmp_path / "responses.db", tmp_path / "backup.db"
    asyncio.run(fill(str(file)))
    shutil.copy(file, backup)

    async def act():
        door = await open_journal(str(file))
        await door.append(sent(COUNT))
        if anew:
            file.unlink()
        shutil.copy(backup, file)
        closing_it = await asyncio.to_thread(close, str(file))
        await door.shut()
        return closing_it

    assert asyncio.run(act()) == ("", LogLeft.NOTHING, True)


@pytest.mark.trial
def test_a_database_that_is_read_meanwhile_is_closed_and_sealed_by_closing_once_more(
    postgresql, monkeypatch
):
    monkeypatch.setattr(line, "SETTINGS", (*line.SETTINGS, "SET lock_timeout = '200ms'"))
    asyncio.run(fill(postgresql))
    with psycopg.connect(postgresql, application_name="pg_dump") as other:
        other.execute("SELECT count(*) FROM entry")

        async def act():
            journal = await open_journal(postgresql)
            await journal.close_field()
            with pytest.raises(Problem) as problem:
                await journal.seal()
            state = await journal.field_closed(), await journal.field_sealed()
            await journal.shut()
            return problem.value, state

        problem, state = asyncio.run(act())
        assert (problem.code, state) == ("field-not-sealed", (True, False))
        assert "tester, pg_dump" in str(problem)
        other.rollback()
    code, _, sealed = close(postgresql)
    assert (code, sealed) == ("", True)


@pytest.fixture(name="office")
def role_of_the_office(postgresql):
    """Turns the address of the database into one of a role that owns it, with or without rights."""

    def turn(*rights: str) -> str:
        name = re.sub(r".*/", "", postgresql)
        role = f"office_{name}"
        with psycopg.connect(postgresql, autocommit=True) as server:
            server.execute(f"CREATE ROLE {role} LOGIN")
            server.execute(f'ALTER DATABASE "{name}" OWNER TO {role}')
            server.execute(f"GRANT ALL ON SCHEMA public TO {role}")
            for right in rights:
                server.execute(f"GRANT {right} TO {role}")
            # What is written from here on lies in one file of the log.
            server.execute("SELECT pg_switch_wal()")
        return postgresql.replace("tester@", f"{role}@")

    return turn


@pytest.mark.trial
@pytest.mark.parametrize("rights", [(), ("pg_monitor", "pg_checkpoint")])
def test_closing_writes_over_the_servers_log_or_says_that_it_may_not(
    postgresql_server, office, rights
):
    address = office(*rights)
    asyncio.run(fill(address))
    assert any(in_order_of_arrival(segment) for segment in postgresql_server.log_segments())
    left = LogLeft.NOTHING if rights else LogLeft.UNTOUCHED
    assert close(address) == ("", left, True)
    # Without the rights the log keeps the order, which shows that this would see it.
    kept = any(in_order_of_arrival(segment) for segment in postgresql_server.log_segments())
    assert kept is (not rights)
    if rights:
        assert not any(mark(1).encode() in segment for segment in postgresql_server.log_segments())


@pytest.mark.trial
@pytest.mark.parametrize("rights", [(), ("pg_monitor", "pg_checkpoint")])
def test_addresses_that_were_erased_are_in_the_servers_log_no_more_or_it_is_said(
    postgresql_server, office, rights, tmp_path
):
    address = office(*rights)
    people = [f"person{number}.{len(rights)}@example.org" for number in range(3)]

    async def act():
        register = open_participation(address, tmp_path / "key", make=True)
        await register.enter([Invitation(one, "de") for one in people])
        left = await register.erase(people)
        await register.shut()
        return left

    assert asyncio.run(act()) is (LogLeft.NOTHING if rights else LogLeft.UNTOUCHED)
    found = any(people[0].encode() in segment for segment in postgresql_server.log_segments())
    assert found is (not rights)


def test_a_log_that_something_keeps_is_not_written_over(postgresql_server, office):
    address = office("pg_monitor", "pg_checkpoint")
    asyncio.run(fill(address))
    with psycopg.connect(postgresql_server.address, autocommit=True) as server:
        server.execute("SELECT pg_create_physical_replication_slot('kept', true)")
        try:
            assert close(address) == ("", LogLeft.HELD, True)
        finally:
            server.execute("SELECT pg_drop_replication_slot('kept')")
