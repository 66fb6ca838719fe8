"""What is written, statement by statement."""

from __future__ import annotations

import json
from collections.abc import Sequence

import psycopg

from rundfrage.fieldwork.journal import Outcome, Version
from rundfrage.fieldwork.journals.postgres.evidence import CHECKED, UNCHECKED
from rundfrage.fieldwork.journals.problems import closed, not_sealed
from rundfrage.fieldwork.journals.rows import Row, Sending, is_published, row_of, row_of_version
from rundfrage.fieldwork.log_left import LogLeft
from rundfrage.fieldwork.postgres_server.log import clean_log
from rundfrage.fieldwork.postgres_server.room import require_room
from rundfrage.fieldwork.secret import proof_of

_APPEND = """
    SELECT * FROM append_entries(
        %s::text[], %s::text[], %s::text[], %s::text[], %s::text[], %s::text[], %s::integer[],
        %s::text[], %s::text[], %s::integer[], %s::text[], %s::text[]
    )
"""
_CLOSED = "closed"
_SEALED = ("entry", "quota", "evidence_note", "evidence_tally")
"""The tables that are written anew."""
_SEAL = (
    f"LOCK TABLE {', '.join(_SEALED)} IN ACCESS EXCLUSIVE MODE",
    # What was forged before there were checks stays what it is, and is left out of every export.
    *UNCHECKED,
    *(
        f"CREATE TEMPORARY TABLE new_{table} ON COMMIT DROP AS "
        f"SELECT * FROM {table} ORDER BY gen_random_uuid()"
        for table in _SEALED
    ),
    f"TRUNCATE {', '.join(_SEALED)}",
    *(f"INSERT INTO {table} SELECT * FROM new_{table}" for table in _SEALED),
    *CHECKED,
    # It tells how many there were at some time, and of files that are no more.
    "TRUNCATE evidence_memo",
    "UPDATE field SET sealed = closed",
)
_READERS = """
    SELECT DISTINCT usename || ', ' || coalesce(nullif(application_name, ''), '?')
    FROM pg_locks JOIN pg_stat_activity USING (pid)
    WHERE relation = 'entry'::regclass AND granted AND pid <> pg_backend_pid()
"""


def append(
    group: Sequence[Sending], place: str, connection: psycopg.Connection
) -> dict[str, Outcome]:
    """Store the entries, of an interview one at most, and say what became of each.

    The keys are interviews; one that is missing was overtaken by another process, and its entry has
    to be sent again. Raises a Problem with the code journal-closed.
    """
    columns = [list(column) for column in zip(*(_row(one) for one in group), strict=True)]
    outcomes: dict[str, str] = dict(connection.execute(_APPEND, columns).fetchall())
    if _CLOSED in outcomes.values():
        raise closed(place)
    return {interview: Outcome(outcome) for interview, outcome in outcomes.items()}


def _row(sending: Sending) -> Row:
    limits = json.dumps(dict(sending.limits), ensure_ascii=False)
    return (*row_of(sending.entry), limits, sending.proof)


def withdraw(secret: str, connection: psycopg.Connection) -> bool:
    """Delete the entries of the interview and leave the mark of a withdrawal."""
    for former in (False, True):
        proof = proof_of(secret, former=former)
        if connection.execute("SELECT withdraw_interview(%s)", (proof,)).fetchone() == (True,):
            return True
    return False


def probe(connection: psycopg.Connection) -> None:
    """Append nothing, for which the table must not be locked, and see whether there is room."""
    connection.execute(_APPEND, [[] for _ in range(12)])
    require_room(connection)


def publish(version: Version, connection: psycopg.Connection) -> None:
    """Store a version; raises a Problem with the code version-number-taken."""
    with connection.transaction():
        connection.execute("LOCK TABLE version IN EXCLUSIVE MODE")
        known = connection.execute(
            "SELECT name FROM version WHERE name = %s OR number = %s",
            (version.name, version.number),
        ).fetchall()
        if is_published(version, known):
            return
        connection.execute("INSERT INTO version VALUES (%s, %s, %s, %s)", row_of_version(version))


def seal(place: str, connection: psycopg.Connection) -> LogLeft:
    """Write all rows anew, in random order and by one transaction, and clean the server's log.

    Raises a Problem with the code field-not-sealed if somebody reads for longer than is waited.
    """
    try:
        with connection.transaction():
            for statement in _SEAL:
                connection.execute(statement)
    except psycopg.errors.LockNotAvailable:
        readers = [str(reader) for (reader,) in connection.execute(_READERS).fetchall()]
        raise not_sealed(place, "; ".join(readers)) from None
    return clean_log(connection)
