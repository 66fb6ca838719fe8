"""The server's write-ahead log, which keeps what was written in the order it came.

After a checkpoint its files, the *segments*, are renamed and not emptied: each is written over when
its turn comes, which is days later where little happens. So cleaning the log is to
go on to a new segment, a checkpoint, and then as much of nothing as it takes to write over all.
"""

from __future__ import annotations

from typing import Any

import psycopg

from rundfrage.fieldwork.log_left import LogLeft

MOST_WRITTEN = 4_000_000_000
"""In bytes; a log that is larger isn't written over."""
_AT_ONCE = 8_000_000

_HELD = """
    SELECT current_setting('archive_mode') <> 'off'
        OR pg_size_bytes(current_setting('wal_keep_size')) > 0
        OR EXISTS (SELECT FROM pg_replication_slots)
        OR EXISTS (SELECT FROM pg_stat_replication)
"""
_NOW = "SELECT pg_walfile_name(pg_current_wal_lsn())"
_LAST = "SELECT max(name) FROM pg_ls_waldir() WHERE name ~ '^[0-9A-F]{24}$'"
_SIZE = "SELECT sum(size) FROM pg_ls_waldir()"
_NOTHING = "SELECT pg_logical_emit_message(false, '', repeat(' ', %s))"


def clean_log(connection: psycopg.Connection) -> LogLeft:
    """Write over all that the log holds, if the role may (pg_checkpoint and pg_monitor)."""
    if connection.execute(_HELD).fetchone() == (True,):
        return LogLeft.HELD
    try:
        if _value(connection, _SIZE) > MOST_WRITTEN:
            return LogLeft.HELD
        # The segment at work holds what was written last; no checkpoint sets it free.
        _write_past(connection, _value(connection, _NOW))
        connection.execute("CHECKPOINT")
        _write_past(connection, _value(connection, _LAST))
    except psycopg.errors.InsufficientPrivilege:
        return LogLeft.UNTOUCHED
    return LogLeft.NOTHING


def _write_past(connection: psycopg.Connection, segment: str) -> None:
    """Write nothing until the segment is full."""
    while _value(connection, _NOW) <= segment:
        connection.execute(_NOTHING, (_AT_ONCE,))


def _value(connection: psycopg.Connection, question: str) -> Any:  # noqa: ANN401 - a column's
    ((value,),) = connection.execute(question).fetchall()
    return value
