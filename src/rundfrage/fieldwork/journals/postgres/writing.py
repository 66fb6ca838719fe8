"""What is written, statement by statement."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import nullcontext

import psycopg

from rundfrage.fieldwork.journal import Entry, Version
from rundfrage.fieldwork.journals.problems import closed, number_taken
from rundfrage.fieldwork.journals.rows import (
    ENDS,
    ENTRY,
    WITHDRAWN,
    mark_of_withdrawal,
    row_of,
    row_of_version,
)

CLOSED = "SELECT closed FROM field"
_SENT = """
    unnest(
        %s::text[], %s::text[], %s::text[], %s::text[], %s::text[], %s::text[], %s::integer[],
        %s::text[], %s::text[], %s::integer[]
    ) AS sent (interview, key, event, version, language, week, screen, answers, quotas, minutes)
"""
_APPEND = f"""
    INSERT INTO entry ({ENTRY}, sequence)
    SELECT {ENTRY}, 1 + coalesce(
        (SELECT max(sequence) FROM entry WHERE entry.interview = sent.interview), -1
    )
    FROM {_SENT} WHERE NOT ({CLOSED}) AND NOT EXISTS (
        SELECT FROM entry
        WHERE entry.interview = sent.interview AND sequence = 0 AND event = '{WITHDRAWN}'
    )
    ON CONFLICT DO NOTHING
    RETURNING interview
"""
_KNOWN = f"""
    SELECT interview FROM unnest(%s::text[], %s::text[]) AS sent (interview, key)
    WHERE EXISTS (
        SELECT FROM entry WHERE entry.interview = sent.interview
        AND (entry.key = sent.key OR (sequence = 0 AND event = '{WITHDRAWN}'))
    )
"""
_COUNT = f"""
    INSERT INTO quota
    SELECT name, count(*) FROM unnest(%s::text[], %s::text[]) AS counted (interview, name)
    WHERE 1 = (
        SELECT count(*) FROM entry
        WHERE entry.interview = counted.interview AND event IN {ENDS}
    )
    GROUP BY name ORDER BY name
    ON CONFLICT (name) DO UPDATE SET completed = quota.completed + excluded.completed
"""
_FIRST_END = f"""
    SELECT quotas FROM entry WHERE interview = %s AND event IN {ENDS} ORDER BY sequence LIMIT 1
"""
_MARK = f"INSERT INTO entry ({ENTRY}, sequence) VALUES ({', '.join(['%s'] * 10)}, 0)"
_SEAL = (
    "LOCK TABLE entry, quota IN ACCESS EXCLUSIVE MODE",
    """
    CREATE TEMPORARY TABLE entries ON COMMIT DROP AS
    SELECT * FROM entry ORDER BY gen_random_uuid()
    """,
    "CREATE TEMPORARY TABLE quotas ON COMMIT DROP AS SELECT * FROM quota ORDER BY name",
    "TRUNCATE entry, quota",
    "INSERT INTO entry SELECT * FROM entries",
    "INSERT INTO quota SELECT * FROM quotas",
)


def append(group: Sequence[Entry], place: str, connection: psycopg.Connection) -> dict[str, bool]:
    """Store the entries, of an interview one at most, and say which are new.

    The keys are interviews; one that is missing was overtaken by another process, and its entry has
    to be sent again. Raises a Problem with the code journal-closed.
    """
    columns = [list(column) for column in zip(*map(row_of, group), strict=True)]
    counted = [(entry.interview, name) for entry in group for name in entry.quotas]
    with connection.transaction() if counted else nullcontext():
        stored = {name: True for (name,) in connection.execute(_APPEND, columns)}
        if pairs := [pair for pair in counted if pair[0] in stored]:
            connection.execute(_COUNT, [list(column) for column in zip(*pairs, strict=True)])
    if rest := [entry for entry in group if entry.interview not in stored]:
        keys = ([entry.interview for entry in rest], [entry.key for entry in rest])
        stored |= {name: False for (name,) in connection.execute(_KNOWN, keys)}
        if connection.execute(CLOSED).fetchone() == (True,):
            raise closed(place)
    return stored


def withdraw(interview: str, connection: psycopg.Connection) -> bool:
    """Delete the entries of the interview and leave the mark of a withdrawal.

    Whoever appends waits meanwhile and sees the mark: nothing comes behind it.
    """
    with connection.transaction():
        connection.execute("LOCK TABLE entry IN SHARE ROW EXCLUSIVE MODE")
        first = connection.execute(
            "SELECT event FROM entry WHERE interview = %s ORDER BY sequence LIMIT 1", (interview,)
        ).fetchone()
        if first is None or first == (WITHDRAWN,):
            return first is not None
        (quotas,) = connection.execute(_FIRST_END, (interview,)).fetchone() or ("",)
        for name in sorted(json.loads(quotas or "[]")):
            connection.execute(
                "UPDATE quota SET completed = completed - 1 WHERE name = %s", (name,)
            )
        connection.execute("DELETE FROM entry WHERE interview = %s", (interview,))
        connection.execute(_MARK, mark_of_withdrawal(interview))
    return True


def publish(version: Version, connection: psycopg.Connection) -> None:
    """Store a version; raises a Problem with the code version-number-taken."""
    with connection.transaction():
        connection.execute("LOCK TABLE version IN EXCLUSIVE MODE")
        known = connection.execute(
            "SELECT name FROM version WHERE name = %s OR number = %s",
            (version.name, version.number),
        ).fetchall()
        if (version.name,) in known:
            return
        if known:
            raise number_taken(version)
        connection.execute("INSERT INTO version VALUES (%s, %s, %s, %s)", row_of_version(version))


def seal(connection: psycopg.Connection) -> None:
    """Write all rows anew, in random order and by one transaction."""
    with connection.transaction():
        for statement in _SEAL:
            connection.execute(statement)
