"""What a server must not be set to, wherever that is set and whoever looks."""

import asyncio
import re

import psycopg
import pytest

from rundfrage.errors import Problem
from rundfrage.fieldwork.journals import open_journal
from rundfrage.fieldwork.postgres_server.settings import (
    REFUSED,
    REMARKS,
    SLOW,
    judged,
    remarks_on,
)


async def open_and_shut(address: str) -> None:
    journal = await open_journal(address)
    await journal.shut()


def refusal(address: str) -> str:
    """What the Problem names that opening raises; nothing if there is none."""
    try:
        asyncio.run(open_and_shut(address))
    except Problem as problem:
        assert problem.code == "journal-unsafe"
        return str(problem.found)
    return ""


def test_the_server_that_the_documentation_asks_for_breaks_nothing(postgresql):
    with psycopg.connect(postgresql) as server:
        settings = dict(
            server.execute("SELECT name, setting FROM pg_settings WHERE setting <> ''").fetchall()
        )
    assert judged(settings) == ([], [])
    assert remarks_on(postgresql) == ()
    # All that is judged of a server without libraries is there: no name is misspelt.
    names = {name for name in (*REFUSED, *SLOW, *REMARKS) if "." not in name}
    assert names - settings.keys() == set()


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("fsync", "off"),
        ("full_page_writes", "off"),
        ("track_commit_timestamp", "on"),
        ("log_statement", "MOD"),
        ("log_statement", "all"),
        ("log_duration", "true"),
        ("log_parameter_max_length_on_error", "-1"),
        ("log_parameter_max_length_on_error", "64"),
        ("log_min_messages", "debug1"),
        ("debug_print_plan", "on"),
        ("log_executor_stats", "1"),
        ("log_min_duration_statement", "0"),
        ("log_min_duration_statement", "250ms"),
        ("log_min_duration_sample", "100"),
        ("log_transaction_sample_rate", "0.01"),
        ("auto_explain.log_min_duration", "0"),
        ("pgaudit.log", "write"),
        ("pgaudit.role", "auditor"),
    ],
)
def test_what_writes_down_values_or_times_is_refused(setting, value):
    assert judged({setting: value}) == ([f"{setting} = {value}"], [])


@pytest.mark.parametrize(
    ("settings", "remark"),
    [
        ({"archive_mode": "on"}, "archive_mode = on"),
        ({"archive_mode": "always"}, "archive_mode = always"),
        ({"wal_level": "logical"}, "wal_level = logical"),
        ({"wal_keep_size": "64"}, "wal_keep_size = 64"),
        ({"log_lock_waits": "on"}, "log_lock_waits = on"),
        (
            {"log_min_duration_statement": "250", "log_parameter_max_length": "0"},
            "log_min_duration_statement = 250",
        ),
        (
            {"log_transaction_sample_rate": "1", "log_parameter_max_length": "0"},
            "log_transaction_sample_rate = 1",
        ),
        (
            {"shared_preload_libraries": "pg_stat_statements, pg_qualstats"},
            "shared_preload_libraries = pg_qualstats",
        ),
    ],
)
def test_what_keeps_times_or_copies_is_a_remark(settings, remark):
    assert judged(settings) == ([], [remark])


def test_a_sample_of_no_statements_is_none():
    sample = {"log_min_duration_sample": "0", "log_statement_sample_rate": "0"}
    assert judged(sample) == ([], [])


@pytest.fixture(name="set_for")
def setting_of_a_database(postgresql):
    """Sets something for the database, or for a role in it or everywhere."""
    name = re.sub(r".*/", "", postgresql)
    role = f"door_{name}"
    with psycopg.connect(postgresql, autocommit=True) as server:
        server.execute(f"CREATE ROLE {role} LOGIN")

        def set_for(whom: str, words: str) -> None:
            place = {
                "database": f'DATABASE "{name}"',
                "role": f"ROLE {role}",
                "role in database": f'ROLE {role} IN DATABASE "{name}"',
            }[whom]
            server.execute(f"ALTER {place} SET {words}")

        yield set_for
        server.execute(f"DROP OWNED BY {role}")
        server.execute(f"DROP ROLE {role}")


@pytest.mark.parametrize("whom", ["database", "role", "role in database"])
def test_a_setting_is_found_wherever_it_is_set(postgresql, set_for, whom):
    asyncio.run(open_and_shut(postgresql))
    name = re.sub(r".*/", "", postgresql)
    set_for(whom, "log_statement = 'all'")
    if whom != "database":
        # A role that has no rights here can't write anything here either.
        assert refusal(postgresql) == ""
        with psycopg.connect(postgresql, autocommit=True) as server:
            server.execute(f"GRANT EXECUTE ON FUNCTION append_entries TO door_{name}")
    assert "log_statement = all" in refusal(postgresql)


def test_an_extension_that_logs_statements_is_refused(postgresql, set_for):
    set_for("database", "session_preload_libraries = auto_explain")
    assert refusal(postgresql) == ""
    set_for("database", "auto_explain.log_min_duration = 0")
    assert "auto_explain.log_min_duration = 0" in refusal(postgresql)


@pytest.mark.usefixtures("set_for")
def test_an_owner_is_told_what_the_server_keeps_and_a_door_what_it_can_not_see(postgresql):
    with psycopg.connect(postgresql, autocommit=True) as server:
        server.execute("SELECT pg_create_physical_replication_slot('remarked')")
        try:
            (remark,) = remarks_on(postgresql)
        finally:
            server.execute("SELECT pg_drop_replication_slot('remarked')")
    assert "replication slot remarked" in remark
    name = re.sub(r".*/", "", postgresql)
    (unseen,) = remarks_on(postgresql.replace("tester@", f"door_{name}@"))
    assert "can't see which libraries" in unseen
    assert remarks_on("responses.db") == ()
    assert remarks_on("postgresql://nobody@127.0.0.1:1/none?connect_timeout=1") == ()
