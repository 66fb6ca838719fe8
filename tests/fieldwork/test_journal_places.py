"""Where a journal can be, where it can't, and what stays of the order in which entries came."""

import asyncio
import random
import sqlite3
import stat
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise

import psycopg
import pytest

from rundfrage.errors import Problem
from rundfrage.fieldwork.journal import Entry, Event, Outcome
from rundfrage.fieldwork.journals import open_journal, sqlite
from rundfrage.fieldwork.journals.postgres import format as postgres_format
from rundfrage.fieldwork.journals.postgres.evidence import FUNCTIONS
from rundfrage.fieldwork.secret import name_of

STEPS = {
    "PostgreSQL": (
        "699521af0d10c91e",
        "e3b0c44298fc1c14",
        "fd58e25b8e8e9dd5",
        "0167f45650c8724e",
        "6dd71f6bd7a70793",
        "e3b0c44298fc1c14",
        "e3b0c44298fc1c14",
        "90a347acc800c775",
    ),
    "SQLite": ("d1787480f11b132f", "fff00ebf53781bdb"),
}
"""Digests of each step; that of a new one is added, and none is ever changed."""


def test_no_step_of_a_migration_ever_changes():
    steps = {"PostgreSQL": postgres_format.MIGRATIONS, "SQLite": sqlite.MIGRATIONS}
    for database, migrations in steps.items():
        # Functions are made anew with each step, as they are today.
        texts = ["\0".join(one for one in step if one not in FUNCTIONS) for step in migrations]
        found = tuple(sha256(text.encode()).hexdigest()[:16] for text in texts)
        assert found == STEPS[database]


async def open_and_shut(address: str) -> None:
    journal = await open_journal(address)
    await journal.shut()


def refusal(address: str) -> str:
    """The code of the Problem that opening raises."""
    with pytest.raises(Problem) as problem:
        asyncio.run(open_and_shut(address))
    assert "Traceback" not in str(problem.value)
    return problem.value.code


def sent(interview: int, key: int) -> Entry:
    return Entry(f"{interview:032x}", f"{key:032x}", Event.SENT, "v1", "de", "2026-W47", 0, "{}")


async def fill(address: str, entries, *, seal: bool = False) -> None:
    journal = await open_journal(address)
    for entry in entries:
        await journal.append(entry)
    if seal:
        await journal.seal()
    await journal.shut()


def test_only_its_owner_may_read_the_file(tmp_path):
    async def permissions():
        journal = await open_journal(str(tmp_path / "responses.db"))
        await journal.append(sent(1, 1))
        found = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
        await journal.shut()
        return found

    assert asyncio.run(permissions()) == {
        "responses.db": 0o600,
        "responses.db-shm": 0o600,
        "responses.db-wal": 0o600,
    }


def test_a_folder_that_is_not_there_is_a_problem(tmp_path):
    assert refusal(str(tmp_path / "nowhere" / "responses.db")) == "journal-unavailable"


def test_a_folder_is_no_journal(tmp_path):
    assert refusal(str(tmp_path)) == "journal-unavailable"


def test_another_file_is_left_alone(tmp_path):
    file = tmp_path / "questionnaire.md"
    file.write_text("# Questions\n" * 100, encoding="utf-8")
    assert refusal(str(file)) == "journal-foreign"
    assert file.read_text(encoding="utf-8") == "# Questions\n" * 100


def test_a_database_of_something_else_is_left_alone(tmp_path):
    file = tmp_path / "other.db"
    with sqlite3.connect(file) as database:
        database.execute("CREATE TABLE entry (a)")
    assert refusal(str(file)) == "journal-foreign"
    assert database.execute("SELECT name FROM sqlite_schema").fetchall() == [("entry",)]


def test_a_postgresql_database_of_something_else_is_left_alone(postgresql):
    with psycopg.connect(postgresql) as database:
        database.execute("CREATE TABLE invitation (a integer)")
    assert refusal(postgresql) == "journal-foreign"


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://nobody@127.0.0.1:1/none?connect_timeout=1",
        "postgresql://nobody:secret@[broken",
    ],
)
def test_a_server_that_does_not_answer_is_a_problem_without_the_password(address, monkeypatch):
    monkeypatch.setattr("rundfrage.fieldwork.journals.postgres.line.RETRY_SECONDS", 0.2)
    with pytest.raises(Problem) as problem:
        asyncio.run(open_and_shut(address))
    assert problem.value.code == "journal-unavailable"
    assert "secret" not in str(problem.value)


def test_tables_that_are_being_restored_are_a_problem_that_ends_with_it(postgresql):
    async def act():
        journal = await open_journal(postgresql)
        await journal.append(sent(1, 1))
        with psycopg.connect(postgresql, autocommit=True) as database:
            database.execute("ALTER TABLE entry RENAME TO held")
            with pytest.raises(Problem) as problem:
                await journal.append(sent(1, 2))
            database.execute("ALTER TABLE held RENAME TO entry")
        new = await journal.append(sent(1, 2))
        await journal.shut()
        return problem.value.code, new

    assert asyncio.run(act()) == ("journal-unavailable", Outcome.STORED)


@pytest.mark.parametrize("journal", ["sqlite", "postgresql"])
def test_an_older_journal_becomes_one_of_today_with_all_that_is_in_it(
    journal, tmp_path, request, monkeypatch
):
    address = (
        str(tmp_path / "responses.db")
        if journal == "sqlite"
        else request.getfixturevalue("postgresql")
    )
    asyncio.run(fill(address, [sent(1, 1), sent(1, 2)]))
    further = (
        ("CREATE TABLE later (a integer)",),
        ("INSERT INTO later VALUES (1)", "UPDATE later SET a = a + 1"),
    )
    for module in (sqlite, postgres_format):
        monkeypatch.setattr(module, "MIGRATIONS", (*module.MIGRATIONS, *further))

    async def look():
        held = await open_journal(address)
        rows = [list(entries) async for entries in held.interviews()]
        await held.shut()
        return rows

    # The second opening finds nothing to do.
    assert asyncio.run(look()) == asyncio.run(look()) == [[sent(1, 1), sent(1, 2)]]
    connect = sqlite3.connect if journal == "sqlite" else psycopg.connect
    with connect(address) as database:
        assert database.execute("SELECT a FROM later").fetchall() == [(2,)]
    monkeypatch.undo()
    assert refusal(address) == "journal-newer"


def test_the_files_hold_nothing_of_an_interview_that_was_withdrawn(tmp_path):
    """Not even while the journal is open: neither the file nor its write-ahead log."""

    def holding(words: str) -> list[str]:
        return [file.name for file in tmp_path.iterdir() if words.encode() in file.read_bytes()]

    async def act():
        journal = await open_journal(str(tmp_path / "responses.db"))
        for number, secret in enumerate(("mine", "yours")):
            answers = f'{{"q1":"the words of {secret}"}}'
            entry = replace(sent(0, number), interview=name_of(secret), answers=answers)
            await journal.append(entry)
        before = holding("the words of mine")
        await journal.withdraw("mine")
        after = holding("the words of mine")
        await journal.shut()
        return before, after

    assert asyncio.run(act()) == (["responses.db-wal"], [])
    assert holding("the words of yours") == ["responses.db"]


# What stays of the order of arrival.

COUNT = 2000
NAMES = random.Random(1).sample(range(1 << 60), COUNT)


def bytes_that_matter(file) -> bytes:
    """The file without the counters of changes in its header, which count seals too."""
    content = bytearray(file.read_bytes())
    for start in (24, 92):
        content[start : start + 4] = bytes(4)
    return bytes(content)


@pytest.mark.trial
@pytest.mark.parametrize("seal", [False, True])
def test_a_sealed_file_is_the_same_whatever_the_order_of_arrival(tmp_path, seal):
    """And one that isn't sealed is not, so that the comparison would see it."""
    files = []
    for order in (NAMES, NAMES[::-1]):
        file = tmp_path / f"{len(files)}.db"
        asyncio.run(fill(str(file), (sent(name, 1) for name in order), seal=seal))
        files.append(bytes_that_matter(file))
        assert [path.name for path in tmp_path.glob("*-wal")] == []
    assert (files[0] == files[1]) is seal


def test_nothing_stays_in_the_log_beside_a_sealed_file_that_is_open(tmp_path):
    address = str(tmp_path / "responses.db")

    def size() -> int:
        return (tmp_path / "responses.db-wal").stat().st_size

    async def sizes():
        journal = await open_journal(address)
        await journal.append(sent(1, 1))
        before = size()
        await journal.seal()
        after = size()
        await journal.shut()
        return before > 0, after

    assert asyncio.run(sizes()) == (True, 0)


def arrival(address: str) -> tuple[list[int], set[str]]:
    """The keys in the order the rows lie, and the transactions that wrote them."""
    with psycopg.connect(address) as database:
        rows = database.execute("SELECT key, xmin::text FROM entry ORDER BY ctid").fetchall()
    return [int(key, 16) for key, _ in rows], {transaction for _, transaction in rows}


@pytest.mark.trial
def test_rows_of_a_sealed_database_lie_in_no_order_and_bear_one_transaction(postgresql):
    entries = [sent(name, key) for key, name in enumerate(NAMES[:300])]
    asyncio.run(fill(postgresql, entries))
    keys, transactions = arrival(postgresql)
    assert keys == list(range(300))
    assert len(transactions) == 300
    asyncio.run(fill(postgresql, [], seal=True))
    keys, transactions = arrival(postgresql)
    assert len(transactions) == 1
    assert sorted(keys) == list(range(300))
    # Of 300 rows in random order about one lies behind the one that came before it.
    assert sum(after - before == 1 for before, after in pairwise(keys)) < 10
    by_name = [key for _, key in sorted((name, key) for key, name in enumerate(NAMES[:300]))]
    assert keys != by_name


COLUMNS = {
    "entry": "interview sequence key event version language week screen answers quotas minutes",
    "version": "name number content week",
    "quota": "name completed",
    "field": "closed sealed",
}


def test_no_column_of_a_file_says_when_or_from_where(tmp_path):
    address = str(tmp_path / "responses.db")
    asyncio.run(open_and_shut(address))
    with sqlite3.connect(address) as database:
        tables = database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        found = {
            name: " ".join(row[1] for row in database.execute(f"PRAGMA table_info({name})"))
            for (name,) in tables
        }
    assert found == COLUMNS


def test_no_column_of_a_database_says_when_or_from_where(postgresql):
    asyncio.run(open_and_shut(postgresql))
    with psycopg.connect(postgresql) as database:
        found = dict(
            database.execute(
                "SELECT table_name, string_agg(column_name, ' ' ORDER BY ordinal_position)"
                " FROM information_schema.columns WHERE table_schema = 'public'"
                " GROUP BY table_name"
            ).fetchall()
        )
    assert found == {
        **COLUMNS,
        "entry": f"{COLUMNS['entry']} digest",
        "journal_format": "number",
        "evidence_key": "inner_half outer_half",
        "evidence_note": "interview entries digest",
        "evidence_tally": "first_digits interviews digest",
        "evidence_memo": "place oldest entries digest single",
    }
