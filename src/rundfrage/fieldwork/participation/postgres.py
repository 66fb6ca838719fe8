"""The register in a PostgreSQL database of its own, for a survey behind several processes."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager

import psycopg
from psycopg_pool import AsyncConnectionPool

from rundfrage.errors import Where
from rundfrage.fieldwork.address import NOT_READABLE, parts_of, shown
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
from rundfrage.fieldwork.postgres_server.log import clean_log
from rundfrage.fieldwork.postgres_server.room import require_room
from rundfrage.fieldwork.postgres_server.settings import check_settings

_SCHEMA = (
    """create table if not exists invitations (address text primary key, language text not null,
    state text not null, reminders integer not null)""",
    "create table if not exists admissions (hash bytea primary key)",
    "create table if not exists spent (nullifier bytea primary key, holder bytea not null)",
    f"comment on table invitations is 'rundfrage participation, format {FORMAT}'",
)
_NUMBER = "select obj_description(to_regclass('invitations'), 'pg_class')"
_COMMENT = re.compile(r"rundfrage participation, format (\d+)")
_THERE = """
select table_name from information_schema.tables
where table_schema not in ('pg_catalog', 'information_schema') order by table_name
"""
_MOST_CONNECTIONS = 4
_WAIT_SECONDS = 5

Connection = psycopg.AsyncConnection[tuple[object, ...]]


class PostgresRegister:
    """The register at a postgresql:// address; it connects when it is first used."""

    def __init__(self, address: str, key: Key) -> None:
        self._address = address
        self._key = key
        self._where = Where(shown(address))
        if parts_of(address) is None:
            raise unavailable(self._where, ValueError(NOT_READABLE))
        self._pool: AsyncConnectionPool[Connection] = AsyncConnectionPool(
            address,
            min_size=1,
            max_size=_MOST_CONNECTIONS,
            timeout=_WAIT_SECONDS,
            kwargs={"autocommit": True, "connect_timeout": _WAIT_SECONDS},
            configure=_configure,
            check=AsyncConnectionPool.check_connection,
            open=False,
        )
        self._ready = False

    async def valid(self, presented: str) -> bool:
        """See Gate."""
        pass_ = read_pass(presented)
        if pass_ is None:
            return False
        async with self._connection() as connection:
            return await self._valid(connection, pass_)

    async def spent_by(self, presented: str, credential: str) -> bool:
        """See Gate."""
        pass_ = read_pass(presented)
        if pass_ is None:
            return False
        row = (self._key.nullifier(pass_), self._key.holder(pass_, credential))
        async with self._connection() as connection:
            return await self._spent(connection, row)

    async def admit(self, presented: str, credential: str) -> Admission:
        """See Gate."""
        pass_ = read_pass(presented)
        if pass_ is None:
            return Admission.MISTYPED
        nullifier, holder = self._key.nullifier(pass_), self._key.holder(pass_, credential)
        async with self._connection() as connection:
            if not await self._valid(connection, pass_):
                return Admission.UNKNOWN
            inserted = await connection.execute(
                "insert into spent values (%s, %s) on conflict (nullifier) do nothing",
                (nullifier, holder),
            )
            if not inserted.rowcount:
                # A disk that needn't be waited for would tell that it was spent. Nothing but the
                # log is written: a row that is touched would lie elsewhere than before.
                await connection.execute("select pg_logical_emit_message(true, 'rundfrage', '')")
            first = await self._spent(connection, (nullifier, holder))
            return Admission.ADMITTED if first else Admission.SPENT

    async def probe(self) -> None:
        """See Gate; the statement writes nothing and needs all that admitting needs."""
        async with self._connection() as connection:
            await connection.execute("insert into spent select hash, hash from admissions limit 0")
        await asyncio.to_thread(self._require_room)

    async def counts(self) -> Counts:
        """See Gate."""
        async with self._connection() as connection:
            found = await connection.execute(
                "select count(*) filter (where state = 'waiting'), "
                "count(*) filter (where state = 'sent'), "
                "count(*) filter (where state = 'failed'), "
                "count(*) filter (where state = 'erased'), "
                "(select count(*) from admissions), (select count(*) from spent) from invitations"
            )
            (row,) = await found.fetchall()
        waiting, sent, failed, erased, passes, admitted = (int(str(count)) for count in row)
        return Counts(waiting, sent, failed, passes, admitted, erased)

    async def shut(self) -> None:
        """See Gate."""
        await self._pool.close()

    async def enter(self, invitations: Sequence[Invitation]) -> int:
        """See Register."""
        rows = [(one.address, one.language, one.state, one.reminders) for one in invitations]
        async with self._connection() as connection, connection.transaction():
            cursor = connection.cursor()
            await cursor.executemany(
                "insert into invitations values (%s, %s, %s, %s) on conflict do nothing", rows
            )
            return cursor.rowcount if rows else 0

    async def invitations(self) -> Sequence[Invitation]:
        """See Register."""
        async with self._connection() as connection:
            found = await connection.execute(
                "select address, language, state, reminders from invitations "
                'order by address collate "C"'
            )
            return [
                Invitation(
                    str(address), str(language), InvitationState(str(state)), int(str(reminders))
                )
                for address, language, state, reminders in await found.fetchall()
            ]

    async def update(self, invitation: Invitation) -> None:
        """See Register."""
        async with self._connection() as connection:
            await connection.execute(
                "update invitations set state = %s, reminders = %s where address = %s",
                (invitation.state, invitation.reminders, invitation.address),
            )

    async def erase(self, addresses: Collection[str]) -> LogLeft:
        """See Register."""
        async with self._connection() as connection:
            async with connection.transaction():
                await connection.cursor().executemany(
                    "update invitations set address = %s, language = '', state = %s, "
                    "reminders = 0 where address = %s",
                    [erased_row(address) for address in addresses],
                )
            # The rows as they were before lie in the file until it is written anew.
            await connection.execute("vacuum (full) invitations")
        return await asyncio.to_thread(self._clean_log)

    async def allow(self, passes: Collection[str]) -> None:
        """See Register."""
        # Rows lie on disk as they are written: in the order of the hashes, which is random.
        rows = sorted((self._key.admission(read_pass(one) or one),) for one in passes)
        async with self._connection() as connection:
            async with connection.transaction():
                await connection.cursor().executemany(
                    "insert into admissions values (%s) on conflict do nothing", rows
                )
            # Whoever reads a new row for the first time notes on its page that it is valid: a copy
            # of the files would show which passes came to the gate. Here all are read at once.
            await connection.execute("vacuum (freeze) admissions")

    async def _valid(self, connection: Connection, pass_: str) -> bool:
        known = await connection.execute(
            "select 1 from admissions where hash = %s", (self._key.admission(pass_),)
        )
        return await known.fetchone() is not None

    async def _spent(self, connection: Connection, row: tuple[bytes, bytes]) -> bool:
        found = await connection.execute(
            "select 1 from spent where nullifier = %s and holder = %s", row
        )
        return await found.fetchone() is not None

    @asynccontextmanager
    async def _connection(self) -> AsyncIterator[Connection]:
        try:
            if not self._ready:
                await asyncio.to_thread(self._check_server)
                await self._pool.open()
            async with self._pool.connection() as connection:
                if not self._ready:
                    await self._make_tables(connection)
                    self._ready = True
                yield connection
        except psycopg.Error as error:
            raise unavailable(self._where, error) from error

    def _check_server(self) -> None:
        # A server that logs statements would write down which pass came when.
        with psycopg.connect(self._address, connect_timeout=_WAIT_SECONDS) as connection:
            check_settings(connection, str(self._where))

    def _require_room(self) -> None:
        try:
            with psycopg.connect(self._address, connect_timeout=_WAIT_SECONDS) as connection:
                require_room(connection)
        except psycopg.Error as error:
            raise unavailable(self._where, error) from error

    def _clean_log(self) -> LogLeft:
        try:
            with psycopg.connect(
                self._address, autocommit=True, connect_timeout=_WAIT_SECONDS
            ) as connection:
                return clean_log(connection)
        except psycopg.Error as error:
            raise unavailable(self._where, error) from error

    async def _make_tables(self, connection: Connection) -> None:
        # Two processes may start at once; the second waits for the tables of the first.
        async with connection.transaction():
            await connection.execute("select pg_advisory_xact_lock(hashtext('participation'))")
            found = await (await connection.execute(_THERE)).fetchall()
            there = {str(name) for (name,) in found}
            if strangers := sorted(there - TABLES):
                raise foreign_tables(self._where, strangers)
            ((comment,),) = await (await connection.execute(_NUMBER)).fetchall()
            number = _COMMENT.fullmatch(str(comment))
            require_known(int(number[1]) if number else 0, self._where)
            # Whoever serves the public may lack the right to make tables.
            for statement in _SCHEMA if there != TABLES else ():
                await connection.execute(statement)


async def _configure(connection: Connection) -> None:
    await connection.execute("set synchronous_commit = on")
    # Whoever waits at the door is told soon that a table is locked.
    await connection.execute(f"set lock_timeout = '{_WAIT_SECONDS}s'")
