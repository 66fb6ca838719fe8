"""The end of a journal: all that is in it is deleted, and written over where that can be done."""

from __future__ import annotations

import asyncio
from pathlib import Path

import psycopg
from psycopg import sql

from rundfrage.fieldwork.address import in_postgresql, shown
from rundfrage.fieldwork.journals.postgres.line import CONNECTION
from rundfrage.fieldwork.journals.postgres.server_log import clean_log
from rundfrage.fieldwork.journals.problems import unavailable
from rundfrage.fieldwork.log_left import LogLeft
from rundfrage.writing import erase

_FORMAT = "journal_format"


async def erase_journal(address: str) -> LogLeft:
    """Delete the answers and versions at the address, which must be a journal; what is left of it.

    A file goes with those beside it. In PostgreSQL the tables stay, empty.
    """
    if in_postgresql(address):
        return await asyncio.to_thread(_empty, address)
    _delete(Path(address))
    return LogLeft.NOTHING


def _delete(file: Path) -> None:
    # SQLite puts its other files beside the file itself, and not beside a link to it.
    place = file.resolve()
    for one in (file, Path(f"{place}-wal"), Path(f"{place}-shm")):
        erase(one)


def _empty(address: str) -> LogLeft:
    try:
        with psycopg.connect(address, **CONNECTION) as connection:
            tables = connection.execute(
                "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() "
                "AND tablename <> %s ORDER BY tablename",
                (_FORMAT,),
            ).fetchall()
            names = sql.SQL(", ").join(sql.Identifier(name) for (name,) in tables)
            # In one transaction: a field without its row would be taken for an open one.
            with connection.transaction():
                connection.execute(sql.SQL("TRUNCATE {}").format(names))
                connection.execute("INSERT INTO field (closed) VALUES (true)")
            return clean_log(connection)
    except psycopg.Error as error:
        raise unavailable(shown(address), str(error)) from error
