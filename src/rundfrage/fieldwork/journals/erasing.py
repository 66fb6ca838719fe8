"""The end of a journal: all that is in it is deleted, and written over where that can be done."""

from __future__ import annotations

import asyncio
from pathlib import Path

from rundfrage.fieldwork.address import in_postgresql
from rundfrage.fieldwork.journals.postgres.emptying import empty
from rundfrage.fieldwork.log_left import LogLeft
from rundfrage.writing import erase


async def erase_journal(address: str) -> LogLeft:
    """Delete the answers and versions at the address, which must be a journal; what is left of it.

    A file goes with those beside it. In PostgreSQL the tables stay, empty.
    """
    if in_postgresql(address):
        return await asyncio.to_thread(empty, address)
    _delete(Path(address))
    return LogLeft.NOTHING


def _delete(file: Path) -> None:
    # SQLite puts its other files beside the file itself, and not beside a link to it.
    place = file.resolve()
    for one in (file, Path(f"{place}-wal"), Path(f"{place}-shm")):
        erase(one)
