"""What is written, inside the transaction of whoever calls."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from rundfrage.fieldwork.journal import Entry, Outcome
from rundfrage.fieldwork.journals.rows import (
    ENDS,
    ENTRY,
    LAST,
    WITHDRAWN,
    Sending,
    first_of_each,
    mark_of_withdrawal,
    row_of,
)

_APPEND = f"""
    INSERT INTO entry ({ENTRY}, sequence)
    SELECT {", ".join(f"json_extract(value, '$[{place}]')" for place in range(10))},
        coalesce(latest.sequence, -1) + 1
    FROM json_each(?) LEFT JOIN entry AS latest
    ON latest.interview = json_extract(value, '$[0]') AND latest.sequence = (
        SELECT max(sequence) FROM entry WHERE interview = json_extract(value, '$[0]')
    )
    WHERE coalesce(latest.event, '') NOT IN {LAST}
    ON CONFLICT (interview, key) DO NOTHING
    RETURNING interview
"""
"""Appends entries of different interviews in one statement, so that whoever serves requests runs
meanwhile: Python's lock is free while SQLite works."""
_KNOWN = "SELECT 1 FROM entry WHERE interview = ? AND key = ?"
_FULL = """
    SELECT 1 WHERE coalesce((SELECT completed FROM quota WHERE name = ?), 0) >= ?
"""
_COUNT = """
    INSERT INTO quota VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET completed = completed + 1
"""
_FIRST_END = f"""
    SELECT quotas FROM entry WHERE interview = ? AND event IN {ENDS} ORDER BY sequence LIMIT 1
"""
_FIRST = "SELECT event FROM entry WHERE interview = ? ORDER BY sequence LIMIT 1"
_MARK = f"INSERT INTO entry ({ENTRY}, sequence) VALUES ({', '.join('?' * 10)}, 0)"


def append(writing: sqlite3.Connection, group: Sequence[Sending]) -> Sequence[Outcome]:
    """What became of each."""
    outcomes = [Outcome.STORED] * len(group)
    waiting = list(range(len(group)))
    while waiting:
        first = first_of_each(group, waiting)
        waiting = [at for at in waiting if first[group[at].entry.interview] != at]
        entries = [group[at].entry for at in first.values()]
        stored = _insert(writing, [entry for entry in entries if not entry.quotas])
        for at in first.values():
            entry = group[at].entry
            if entry.quotas:
                outcomes[at] = _count(writing, group[at])
            elif entry.interview not in stored:
                outcomes[at] = _reason(writing, entry)
    return outcomes


def _insert(writing: sqlite3.Connection, entries: Sequence[Entry]) -> set[str]:
    """The interviews of those entries that could be stored."""
    rows = json.dumps([row_of(entry) for entry in entries], ensure_ascii=False)
    return {interview for (interview,) in writing.execute(_APPEND, (rows,)).fetchall()}


def _count(writing: sqlite3.Connection, sending: Sending) -> Outcome:
    """Store a completion and count it in its quotas, or store that one of them is full."""
    entry, limits = sending.entry, sending.limits
    full = any(
        writing.execute(_FULL, (name, limits[name])).fetchone()
        for name in entry.quotas
        if name in limits
    )
    if not _insert(writing, [entry.beyond_quota() if full else entry]):
        return _reason(writing, entry)
    if full:
        return Outcome.QUOTA_FULL
    writing.executemany(_COUNT, [(name,) for name in entry.quotas])
    return Outcome.STORED


def _reason(writing: sqlite3.Connection, entry: Entry) -> Outcome:
    """Why the entry wasn't stored."""
    known = writing.execute(_KNOWN, (entry.interview, entry.key)).fetchone()
    return Outcome.ENDED if known is None else Outcome.KNOWN


def withdraw(writing: sqlite3.Connection, interview: str) -> bool:
    """Delete the entries of the interview and leave the mark; False if there is no such one."""
    first = writing.execute(_FIRST, (interview,)).fetchone()
    if first is None or first == (WITHDRAWN,):
        return first is not None
    (quotas,) = writing.execute(_FIRST_END, (interview,)).fetchone() or ("",)
    writing.executemany(
        "UPDATE quota SET completed = completed - 1 WHERE name = ?",
        [(name,) for name in json.loads(quotas or "[]")],
    )
    writing.execute("DELETE FROM entry WHERE interview = ?", (interview,))
    writing.execute(_MARK, mark_of_withdrawal(interview))
    return True
