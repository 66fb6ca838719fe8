"""The journals: one file a database, each passing the same contract tests."""

from __future__ import annotations

from pathlib import Path

from rundfrage.fieldwork.address import in_postgresql
from rundfrage.fieldwork.journal import Journal
from rundfrage.fieldwork.journals.sqlite import open_sqlite

__all__ = ["open_journal"]


async def open_journal(address: str, *, reading: bool = False) -> Journal:
    """The journal at the address, made if there is none; it belongs to the running event loop.

    The address is `postgresql://user@host/database`, or else the path of an SQLite file. Any number
    of processes may have it open at once. Who only wants to be `reading` may do so too where
    nothing can be written: in a backup, or by a role that may only read. Raises Problems with the
    codes journal-unavailable, journal-foreign, journal-newer and journal-unsafe.
    """
    if in_postgresql(address):
        # What speaks to the server takes longer to load than a small survey to report.
        from rundfrage.fieldwork.journals.postgres import open_postgres  # noqa: PLC0415

        return await open_postgres(address)
    return await open_sqlite(Path(address), reading=reading)
