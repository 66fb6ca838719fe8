"""The journal in PostgreSQL: for as many processes and machines as a survey needs.

Each process has two connections, one that writes and one that reads, a whole group in one
statement: with many respondents that is several times as fast as a statement each. When the server
is restarted, both connect again and send again what wasn't confirmed, which the entries' keys make
safe. `postgres_server` says what is asked of the server.

The rows of a PostgreSQL lie in the order they came and bear the number of their transaction (the
hidden columns `ctid` and `xmin`), until the journal is sealed.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Container, Mapping, Sequence
from contextlib import suppress
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import Any

import psycopg
from psycopg.types.string import ByteaBinaryLoader

from rundfrage.fieldwork.address import NOT_READABLE, parts_of, shown
from rundfrage.fieldwork.finding import Finding
from rundfrage.fieldwork.journal import (
    SEPARATOR,
    Bundle,
    Entry,
    Event,
    Outcome,
    Version,
    bundle_of,
)
from rundfrage.fieldwork.journals.group_thread import GroupThread
from rundfrage.fieldwork.journals.postgres.format import migrate
from rundfrage.fieldwork.journals.postgres.line import CONNECTION, NOT_COMPILED, Line, Result
from rundfrage.fieldwork.journals.postgres.writing import (
    append,
    probe,
    publish,
    seal,
    withdraw,
)
from rundfrage.fieldwork.journals.problems import unavailable
from rundfrage.fieldwork.journals.rows import (
    ENTRY,
    IMPOSSIBLE,
    STEP,
    VERSION,
    WITHDRAWN,
    Sending,
    entry_of,
    findings_in,
    first_of_each,
    kept,
)
from rundfrage.fieldwork.log_left import LogLeft
from rundfrage.fieldwork.postgres_server.settings import check_settings

ROWS_AT_ONCE = 500

_ENTRIES = f"SELECT {ENTRY} FROM interview_entries(%s, %s)"
_BUNDLES = f"""
    SELECT interview, coalesce(min(version) FILTER (WHERE sequence = 0), ''),
        coalesce(min(week) FILTER (WHERE sequence = 0), ''),
        min(sequence) = 0 AND max(sequence) = count(*) - 1,
        string_agg({STEP}, screen::text),
        coalesce(string_agg(quotas, '') FILTER (WHERE event = '{Event.COMPLETED.value}'), ''),
        string_agg(answers, '{SEPARATOR}')::varchar
    FROM (SELECT * FROM entry ORDER BY interview, sequence) AS listed GROUP BY interview
"""
_DOUBTED = "SELECT named, place, doubt FROM doubted_entries()"
_MAY_VACUUM = """
    SELECT pg_has_role(relowner, 'MEMBER') FROM pg_class WHERE oid = 'entry'::regclass
"""
_MAY_COMPARE = "SELECT has_function_privilege('doubted_entries()', 'EXECUTE')"
_SOUND = "SELECT evidence_is_sound()"
_STATE = "SELECT is_closed, is_sealed FROM field_state()"


async def open_postgres(address: str) -> PostgresJournal:
    """The journal in the database, made if the database is empty."""
    place = shown(address)
    if parts_of(address) is None:
        raise unavailable(place, NOT_READABLE)
    writing = Line(address, place)
    try:
        await asyncio.to_thread(writing.use, lambda connection: _prepare(connection, place))
    except psycopg.Error as error:
        raise unavailable(place, str(error)) from error
    return PostgresJournal(address, place, writing)


class PostgresJournal:
    """A Journal in a database of its own."""

    def __init__(self, address: str, place: str, writing: Line) -> None:
        self._address = address
        self._place = place
        self._writing = writing
        self._reading = Line(address, place)
        self._writer = GroupThread(self._store)
        self._reader = GroupThread(self._fetch)

    async def append(
        self, entry: Entry, limits: Mapping[str, int] = {}, proof: str = ""
    ) -> Outcome:
        """See Journal; also raises a Problem with the code journal-busy.

        If the server went away between storing and confirming, the entry is sent again and found
        there, so that the answer is KNOWN though nobody else sent it.
        """
        return await self._writer.do(Sending(entry, limits, proof), entry.answers)

    async def probe(self) -> None:
        """See Journal."""
        await self._write(probe)

    async def entries(self, interview: str, since: int = 0) -> Sequence[Entry]:
        """See Journal; also raises a Problem with the code journal-busy."""
        return await self._reader.do((interview, since))

    async def withdraw(self, secret: str) -> bool:
        """See Journal; the dead rows are vacuumed at once by whoever may.

        Whoever may not would only leave a warning with the time in the server's log: there they
        go when the server next cleans its tables, or when the field is closed.
        """
        done = await self._writer.perform(lambda: self._writing.use(partial(withdraw, secret)))
        if done and (await self._read(_MAY_VACUUM))[0][0]:
            # On a line of its own: respondents shall not wait for it.
            with suppress(psycopg.OperationalError):
                async with await psycopg.AsyncConnection.connect(
                    self._address, **CONNECTION
                ) as connection:
                    await connection.execute("VACUUM entry")
        return done

    async def withdrawn(self) -> int:
        """See Journal."""
        rows = await self._read(f"SELECT count(*) FROM entry WHERE event = '{WITHDRAWN}'")
        return int(rows[0][0])

    async def publish(self, version: Version) -> None:
        """See Journal; raises a Problem with the code version-number-taken."""
        await self._write(partial(publish, version))

    async def versions(self) -> Sequence[Version]:
        """See Journal."""
        rows = await self._read(f"SELECT {VERSION} FROM published_versions()")
        return [Version(*row) for row in rows]

    async def close_field(self) -> None:
        """See Journal."""
        await self._write(lambda connection: connection.execute("UPDATE field SET closed = true"))

    async def field_closed(self) -> bool:
        """See Journal."""
        return bool((await self._read(_STATE))[0][0])

    async def quota_counts(self) -> Mapping[str, int]:
        """See Journal."""
        return dict(await self._read("SELECT name, completed FROM completed_by_quota()"))

    async def compares_digests(self) -> bool:
        """See Journal."""
        return (await self._read(_MAY_COMPARE))[0] == (True,)

    async def digests_differ(self, *, anew: bool = False) -> bool:
        """See Journal; otherwise only what is newer than the last comparison is compared."""
        if not await self.compares_digests():
            return False
        if anew:
            return bool(await self._read(f"{_DOUBTED} LIMIT 1"))
        return (await self._read(_SOUND))[0] == (False,)

    async def findings(self) -> Sequence[Finding]:
        """See Journal."""
        doubted = await self._read(_DOUBTED) if await self.compares_digests() else []
        # Without the entries that were forged the order may well be right.
        known = {name for name, *_ in doubted}
        impossible = await self._read(IMPOSSIBLE)
        return findings_in([*doubted, *(row for row in impossible if row[0] not in known)])

    async def interviews(
        self, left_out: Mapping[str, Container[int]] = {}
    ) -> AsyncIterator[Sequence[Entry]]:
        """See Journal; the order is that of the interviews' names, which are random."""
        held: list[tuple[Any, ...]] = []
        async for rows in self._rows(
            f"SELECT {ENTRY}, sequence FROM entry WHERE event <> '{WITHDRAWN}' "
            "ORDER BY interview, sequence"
        ):
            for row in rows:
                if held and held[0][0] != row[0]:
                    if entries := kept(held, left_out):
                        yield entries
                    held = []
                held.append(row)
        if entries := kept(held, left_out):
            yield entries

    async def bundles(self) -> AsyncIterator[Sequence[Bundle]]:
        """See Journal."""
        async for rows in self._rows(_BUNDLES, binary=True):
            yield list(map(bundle_of, rows))

    async def _rows(
        self, statement: str, *, binary: bool = False
    ) -> AsyncIterator[Sequence[tuple[Any, ...]]]:
        """The rows, some at a time, as they all are at one moment.

        If they come as `binary`, what is a `varchar` is left in UTF-8.
        """
        try:
            async with (
                await psycopg.AsyncConnection.connect(
                    self._address, client_encoding="UTF8", **CONNECTION
                ) as connection,
                connection.transaction(),
                connection.cursor(name="interviews") as found,
            ):
                await connection.execute(NOT_COMPILED)
                found.adapters.register_loader("varchar", ByteaBinaryLoader)
                await found.execute(statement, binary=binary)
                while rows := await found.fetchmany(ROWS_AT_ONCE):
                    yield rows
        except psycopg.OperationalError as error:
            raise unavailable(self._place, str(error)) from error

    async def field_sealed(self) -> bool:
        """See Journal."""
        return (await self._read(_STATE))[0] == (True, True)

    async def seal(self) -> LogLeft:
        """See Journal: all rows are written anew, in random order and by one transaction."""
        return await self._write(partial(seal, self._place))

    async def shut(self) -> None:
        """See Journal."""
        await self._writer.shut()
        await self._reader.shut()
        self._writing.close()
        self._reading.close()

    async def _write(self, act: Callable[[psycopg.Connection], Result]) -> Result:
        return await self._writer.perform(lambda: self._writing.use(act))

    async def _read(self, statement: str) -> list[tuple[Any, ...]]:
        return await self._reader.perform(
            lambda: self._reading.use(lambda connection: connection.execute(statement).fetchall())
        )

    def _fetch(self, asked: Sequence[tuple[str, int]]) -> Sequence[Sequence[Entry]]:
        first: dict[str, int] = {}
        for interview, since in asked:
            first[interview] = min(since, first.get(interview, since))
        both = [list(first), list(first.values())]
        rows = self._reading.use(lambda connection: connection.execute(_ENTRIES, both).fetchall())
        found = {
            interview: [entry_of(row) for row in its]
            for interview, its in groupby(rows, key=itemgetter(0))
        }
        return [found.get(interview, [])[since - first[interview] :] for interview, since in asked]

    def _store(self, group: Sequence[Sending]) -> Sequence[Outcome]:
        """By a call one entry of an interview at most: each has to see those before it."""
        outcomes: dict[int, Outcome] = {}
        while len(outcomes) < len(group):
            first = first_of_each(group, (at for at in range(len(group)) if at not in outcomes))
            # In one order everywhere, so that two processes never wait for each other.
            together = [group[first[interview]] for interview in sorted(first)]
            stored = self._writing.use(partial(append, together, self._place))
            outcomes |= {first[interview]: one for interview, one in stored.items()}
        return [outcomes[at] for at in range(len(group))]


def _prepare(connection: psycopg.Connection, place: str) -> None:
    check_settings(connection, place)
    migrate(connection, place)
