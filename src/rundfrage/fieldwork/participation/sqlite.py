"""The register in a SQLite file, for a survey on one machine.

The tables have no row numbers: their rows lie in the order of their keys, which are random, so the
file doesn't tell the order in which passes were used. For the same reason there is no write-ahead
log, in which the last uses would lie one behind the other, and what is deleted is overwritten.
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
import time
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from rundfrage.errors import Where
from rundfrage.fieldwork.log_left import LogLeft
from rundfrage.fieldwork.participation.gate import Admission, Counts, Invitation, InvitationState
from rundfrage.fieldwork.participation.key import Key
from rundfrage.fieldwork.participation.passes import read_pass
from rundfrage.fieldwork.participation.tables import (
    FORMAT,
    TABLES,
    erased_row,
    foreign_tables,
    require_known,
    unavailable,
)
from rundfrage.fieldwork.room import require_room

_SCHEMA = f"""
create table if not exists invitations (
    address text primary key, language text not null, state text not null,
    reminders integer not null
) without rowid;
create table if not exists admissions (hash blob primary key) without rowid;
create table if not exists spent (nullifier blob primary key, holder blob not null) without rowid;
pragma user_version = {FORMAT};
"""
_WAIT_SECONDS = 10
_DOOR_SECONDS = 5
"""So long anybody at the door waits for a database that is locked, however many wait there."""

T = TypeVar("T")


class SqliteRegister:
    """The register in the file at `path`; one thread of its own does the work."""

    def __init__(self, path: Path, key: Key) -> None:
        """Open the file, which is made if it isn't there; raises a Problem if it can't be used."""
        self._path = path
        self._key = key
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="participation")
        try:
            self._connection = self._thread.submit(self._open).result()
        except BaseException:
            self._thread.shutdown()
            raise

    async def valid(self, presented: str) -> bool:
        """See Gate."""
        pass_ = read_pass(presented)
        return pass_ is not None and await self._at_the_door(
            lambda connection: self._valid(connection, pass_)
        )

    async def spent_by(self, presented: str, credential: str) -> bool:
        """See Gate."""
        pass_ = read_pass(presented)
        if pass_ is None:
            return False
        row = (self._key.nullifier(pass_), self._key.holder(pass_, credential))
        found = await self._at_the_door(
            lambda connection: connection.execute(
                "select 1 from spent where nullifier = ? and holder = ?", row
            ).fetchone()
        )
        return found is not None

    async def admit(self, presented: str, credential: str) -> Admission:
        """See Gate."""
        pass_ = read_pass(presented)
        if pass_ is None:
            return Admission.MISTYPED
        return await self._at_the_door(
            lambda connection: self._admit(connection, pass_, credential)
        )

    async def probe(self) -> None:
        """See Gate."""
        await self._at_the_door(self._probe)

    async def counts(self) -> Counts:
        """See Gate."""
        return await self._do(_counts)

    async def shut(self) -> None:
        """See Gate."""
        await self._do(lambda connection: connection.close())
        self._thread.shutdown()

    async def enter(self, invitations: Sequence[Invitation]) -> int:
        """See Register."""
        rows = [(one.address, one.language, one.state, one.reminders) for one in invitations]

        def enter(connection: sqlite3.Connection) -> int:
            before = connection.total_changes
            with connection:
                connection.execute("begin immediate")
                connection.executemany(
                    "insert or ignore into invitations values (?, ?, ?, ?)", rows
                )
            return connection.total_changes - before

        return await self._do(enter)

    async def invitations(self) -> Sequence[Invitation]:
        """See Register."""

        def read(connection: sqlite3.Connection) -> Sequence[Invitation]:
            rows = connection.execute(
                "select address, language, state, reminders from invitations order by address"
            )
            return [
                Invitation(address, language, InvitationState(state), reminders)
                for address, language, state, reminders in rows
            ]

        return await self._do(read)

    async def update(self, invitation: Invitation) -> None:
        """See Register."""
        row = (invitation.state, invitation.reminders, invitation.address)
        await self._do(
            lambda connection: connection.execute(
                "update invitations set state = ?, reminders = ? where address = ?", row
            )
        )

    async def erase(self, addresses: Collection[str]) -> LogLeft:
        """See Register."""
        rows = [erased_row(address) for address in addresses]

        def erase(connection: sqlite3.Connection) -> None:
            with connection:
                connection.execute("begin immediate")
                connection.executemany(
                    "update invitations set address = ?, language = '', state = ?, reminders = 0 "
                    "where address = ?",
                    rows,
                )

        await self._do(erase)
        return LogLeft.NOTHING

    async def allow(self, passes: Collection[str]) -> None:
        """See Register."""
        rows = sorted((self._key.admission(read_pass(one) or one),) for one in passes)

        def allow(connection: sqlite3.Connection) -> None:
            with connection:
                connection.execute("begin immediate")
                connection.executemany("insert or ignore into admissions values (?)", rows)

        await self._do(allow)

    def _valid(self, connection: sqlite3.Connection, pass_: str) -> bool:
        known = connection.execute(
            "select 1 from admissions where hash = ?", (self._key.admission(pass_),)
        )
        return known.fetchone() is not None

    def _probe(self, connection: sqlite3.Connection) -> None:
        connection.execute("begin immediate")
        connection.execute("rollback")
        try:
            require_room(self._path.parent)
        except OSError as error:
            raise unavailable(Where(str(self._path)), error) from error

    def _admit(self, connection: sqlite3.Connection, pass_: str, credential: str) -> Admission:
        if not self._valid(connection, pass_):
            return Admission.UNKNOWN
        nullifier, holder = self._key.nullifier(pass_), self._key.holder(pass_, credential)
        # It is written either way: a disk that needn't be waited for would tell that it was spent.
        connection.execute(
            "insert into spent values (?, ?) on conflict do update set holder = holder",
            (nullifier, holder),
        )
        (first,) = connection.execute(
            "select holder from spent where nullifier = ?", (nullifier,)
        ).fetchone()
        return Admission.ADMITTED if first == holder else Admission.SPENT

    def _open(self) -> sqlite3.Connection:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with suppress(FileExistsError):
                # Nobody else on the machine may read the addresses.
                os.close(os.open(self._path, os.O_CREAT | os.O_EXCL, 0o600))
            connection = sqlite3.connect(
                self._path, timeout=_WAIT_SECONDS, isolation_level=None, check_same_thread=False
            )
            connection.execute("pragma journal_mode = delete")
            connection.execute("pragma synchronous = full")
            connection.execute("pragma secure_delete = on")
            try:
                self._make_tables(connection)
            except BaseException:
                connection.close()
                raise
        except (sqlite3.Error, OSError) as error:
            raise unavailable(Where(str(self._path)), error) from error
        return connection

    def _make_tables(self, connection: sqlite3.Connection) -> None:
        named = connection.execute("select name from sqlite_master where type = 'table'")
        there = {name for (name,) in named}
        if strangers := sorted(there - TABLES):
            raise foreign_tables(Where(str(self._path)), strangers)
        (number,) = connection.execute("pragma user_version").fetchone()
        require_known(number, Where(str(self._path)))
        if there != TABLES:
            connection.executescript(_SCHEMA)

    async def _do(self, work: Callable[[sqlite3.Connection], T]) -> T:
        def guarded() -> T:
            try:
                return work(self._connection)
            except sqlite3.Error as error:
                raise unavailable(Where(str(self._path)), error) from error

        return await asyncio.get_running_loop().run_in_executor(self._thread, guarded)

    async def _at_the_door(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do it in the time that is left when its turn comes."""
        latest = time.monotonic() + _DOOR_SECONDS

        def in_time(connection: sqlite3.Connection) -> T:
            # In whole milliseconds, as SQLite waits: within the last of them all others would try.
            left = int(1000 * (latest - time.monotonic()))
            if left <= 0:
                raise sqlite3.OperationalError("database is locked")
            connection.execute(f"pragma busy_timeout = {left}")
            try:
                return work(connection)
            finally:
                connection.execute(f"pragma busy_timeout = {_WAIT_SECONDS * 1000}")

        return await self._do(in_time)


def _counts(connection: sqlite3.Connection) -> Counts:
    states = dict(
        connection.execute("select state, count(*) from invitations group by state").fetchall()
    )
    passes, admitted = connection.execute(
        "select (select count(*) from admissions), (select count(*) from spent)"
    ).fetchone()
    return Counts(
        states.get(InvitationState.WAITING, 0),
        states.get(InvitationState.SENT, 0),
        states.get(InvitationState.FAILED, 0),
        passes,
        admitted,
        states.get(InvitationState.ERASED, 0),
    )
