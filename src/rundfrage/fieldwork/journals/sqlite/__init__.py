"""The journal in an SQLite file: for one machine, with nothing to install.

What is acknowledged has been synced to the disk (write-ahead log, `synchronous=FULL`). One thread
of each process writes; several processes take turns. Reading takes microseconds and happens where
it is asked for.

The file is kept in the order of the interviews' names, which are random. What is left of the order
of arrival, in how pages were allotted and in the write-ahead log, goes when the journal is sealed.
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
import time
from collections.abc import AsyncIterator, Container, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from rundfrage.errors import Problem
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
from rundfrage.fieldwork.journals.problems import (
    closed,
    foreign,
    not_sealed,
    unavailable,
)
from rundfrage.fieldwork.journals.rows import (
    ENTRY,
    IMPOSSIBLE,
    STEP,
    VERSION,
    WITHDRAWN,
    Sending,
    entry_of,
    findings_in,
    is_published,
    kept,
    row_of_version,
)
from rundfrage.fieldwork.journals.sqlite.writing import append, withdraw
from rundfrage.fieldwork.journals.sqlite_file import (
    APPLICATION,
    connect_to_lasting,
    format_of,
    is_lasting,
    require_current,
)
from rundfrage.fieldwork.log_left import LogLeft
from rundfrage.fieldwork.room import require_room
from rundfrage.fieldwork.secret import name_of

BUSY_SECONDS = 5
INTERVIEWS_BETWEEN = 500
"""So many are read before others have their turn."""

_BETWEEN_TRIALS = 0.05
SETTINGS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cache_size = -32000",
    # A long export keeps the log from being used again; what it grew by must not stay.
    "PRAGMA journal_size_limit = 16000000",
)

MIGRATIONS = (
    (
        """
        CREATE TABLE entry (
            interview TEXT NOT NULL,
            sequence INTEGER NOT NULL,
            key TEXT NOT NULL,
            event TEXT NOT NULL,
            version TEXT NOT NULL,
            language TEXT NOT NULL,
            week TEXT NOT NULL,
            screen INTEGER NOT NULL,
            answers TEXT NOT NULL,
            quotas TEXT NOT NULL,
            minutes INTEGER NOT NULL,
            PRIMARY KEY (interview, sequence),
            UNIQUE (interview, key)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE version (
            name TEXT PRIMARY KEY NOT NULL,
            number INTEGER NOT NULL UNIQUE,
            content TEXT NOT NULL,
            week TEXT NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE quota (
            name TEXT PRIMARY KEY NOT NULL,
            completed INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE TABLE field (closed INTEGER NOT NULL) STRICT",
        "INSERT INTO field VALUES (0)",
    ),
    ("ALTER TABLE field ADD COLUMN sealed INTEGER NOT NULL DEFAULT 0",),
)
"""What makes a file of the format before into one of the next; never changed, only added to."""

# Version and week are those of the entry whose sequence is the smallest: with one min() they are.
# There is no other sum of so many different numbers from 0 on.
_BUNDLES = f"""
    SELECT interview, version, week,
        min(sequence) = 0 AND total(sequence) = count(*) * (count(*) - 1) / 2,
        group_concat({STEP}, screen),
        coalesce(group_concat(quotas, '') FILTER (WHERE event = '{Event.COMPLETED.value}'), ''),
        CAST(group_concat(answers, '{SEPARATOR}') AS BLOB)
    FROM entry GROUP BY interview
"""
_CLOSED = "SELECT closed FROM field"
_SINCE = f"SELECT {ENTRY} FROM entry WHERE interview = ? AND sequence >= ? ORDER BY sequence"
_SEALED = "SELECT closed, sealed FROM field"


async def open_sqlite(path: Path, *, reading: bool = False) -> SqliteJournal:
    """The journal in the file, made if there is none; see open_journal for `reading`."""
    with _problems(path):
        if reading and is_lasting(path):
            await asyncio.to_thread(require_current, path, len(MIGRATIONS))
            return SqliteJournal(path)
        with suppress(FileExistsError):
            # Nobody else on the machine may read it; the files beside it get the same permissions.
            os.close(os.open(path, os.O_CREAT | os.O_EXCL, 0o600))
        await asyncio.to_thread(_migrate, path)
        return SqliteJournal(path)


class SqliteJournal:
    """A Journal in a file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._reader = _connect(path)
        self._writing = _connect(path)
        self._writer = GroupThread(self._store)

    async def append(
        self, entry: Entry, limits: Mapping[str, int] = {}, proof: str = ""
    ) -> Outcome:
        """See Journal; also raises a Problem with the code journal-busy."""
        return await self._writer.do(Sending(entry, limits, proof), entry.answers)

    async def probe(self) -> None:
        """See Journal: the file is written, without a change, and so is a new one beside it."""
        await self._writer.perform(self._probe)

    async def entries(self, interview: str, since: int = 0) -> Sequence[Entry]:
        """See Journal."""
        rows = self._read(_SINCE, interview, since)
        return [entry_of(row) for row in rows]

    async def withdraw(self, secret: str) -> bool:
        """See Journal; the write-ahead log is emptied as well, unless somebody reads meanwhile."""
        return await self._writer.perform(
            lambda: self._withdraw(name_of(secret)) or self._withdraw(name_of(secret, former=True))
        )

    async def withdrawn(self) -> int:
        """See Journal."""
        ((count,),) = self._read("SELECT count(*) FROM entry WHERE event = ?", WITHDRAWN)
        return int(count)

    async def publish(self, version: Version) -> None:
        """See Journal; raises a Problem with the code version-number-taken."""
        await self._writer.perform(lambda: self._publish(version))

    async def versions(self) -> Sequence[Version]:
        """See Journal."""
        return [
            Version(*row) for row in self._read(f"SELECT {VERSION} FROM version ORDER BY number")
        ]

    async def close_field(self) -> None:
        """See Journal."""
        await self._writer.perform(lambda: self._write("UPDATE field SET closed = 1"))

    async def field_closed(self) -> bool:
        """See Journal."""
        return bool(self._read(_CLOSED)[0][0])

    async def quota_counts(self) -> Mapping[str, int]:
        """See Journal."""
        return dict(self._read("SELECT name, completed FROM quota ORDER BY name"))

    async def compares_digests(self) -> bool:
        """False: who may write a file may read all that is in it."""
        return False

    async def digests_differ(self, *, anew: bool = False) -> bool:  # noqa: ARG002 - there are none
        """False: there are none."""
        return False

    async def findings(self) -> Sequence[Finding]:
        """See Journal."""
        return findings_in(self._read(IMPOSSIBLE))

    async def interviews(
        self, left_out: Mapping[str, Container[int]] = {}
    ) -> AsyncIterator[Sequence[Entry]]:
        """See Journal; the order is that of the interviews' names, which are random."""
        with _problems(self._path), closing(_connect(self._path)) as reading:
            found = reading.execute(
                f"SELECT {ENTRY}, sequence FROM entry WHERE event <> ? "
                "ORDER BY interview, sequence",
                (WITHDRAWN,),
            )
            for _, rows in groupby(found, key=itemgetter(0)):
                if entries := kept(rows, left_out):
                    yield entries
                # Respondents are served in between.
                await asyncio.sleep(0)

    async def bundles(self) -> AsyncIterator[Sequence[Bundle]]:
        """See Journal."""
        with _problems(self._path), closing(_connect(self._path)) as reading:
            found = reading.execute(_BUNDLES)
            while rows := found.fetchmany(INTERVIEWS_BETWEEN):
                yield list(map(bundle_of, rows))
                # Respondents are served in between.
                await asyncio.sleep(0)

    async def field_sealed(self) -> bool:
        """See Journal."""
        return self._read(_SEALED)[0] == (1, 1)

    async def seal(self) -> LogLeft:
        """See Journal: the file is written anew, in the order of the interviews' names."""
        await self._writer.perform(self._seal)
        return LogLeft.NOTHING

    async def shut(self) -> None:
        """See Journal."""
        await self._writer.shut()
        self._writing.close()
        self._reader.close()

    def _store(self, group: Sequence[Sending]) -> Sequence[Outcome]:
        with _problems(self._path), _transaction(self._writing) as writing:
            if writing.execute(_CLOSED).fetchone() == (1,):
                raise closed(str(self._path))
            return append(writing, group)

    def _probe(self) -> None:
        self._write("UPDATE field SET closed = closed")
        with _problems(self._path):
            require_room(self._path.parent)

    def _withdraw(self, interview: str) -> bool:
        with _problems(self._path):
            with _transaction(self._writing) as writing:
                known = withdraw(writing, interview)
            # A long export keeps the log; respondents shall not wait for its end.
            self._writing.execute("PRAGMA busy_timeout = 0")
            try:
                self._writing.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            finally:
                self._writing.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
            return known

    def _publish(self, version: Version) -> None:
        with _problems(self._path), _transaction(self._writing) as writing:
            known = writing.execute(
                "SELECT name FROM version WHERE name = ? OR number = ?",
                (version.name, version.number),
            ).fetchall()
            if is_published(version, known):
                return
            writing.execute("INSERT INTO version VALUES (?, ?, ?, ?)", row_of_version(version))

    def _write(self, statement: str) -> None:
        with _problems(self._path), _transaction(self._writing) as writing:
            writing.execute(statement)

    def _seal(self) -> None:
        with _problems(self._path):
            try:
                self._writing.execute("VACUUM")
                busy = self._empty_log()
                if not busy:
                    self._writing.execute("UPDATE field SET sealed = closed")
                    self._empty_log()
            except sqlite3.OperationalError as error:
                busy = error.sqlite_errorcode in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
                if not busy:
                    raise
        if busy:
            raise not_sealed(str(self._path))

    def _empty_log(self) -> bool:
        """Move the write-ahead log into the file; True if whoever reads kept it from that."""
        (busy, *_) = self._writing.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return bool(busy)

    def _read(self, statement: str, *values: str | int) -> list[tuple[Any, ...]]:
        # Every page is read so: a context manager would take as long as the reading.
        try:
            return self._reader.execute(statement, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise _problem(self._path, error) from error


def _connect(path: Path) -> sqlite3.Connection:
    if is_lasting(path):
        return connect_to_lasting(path)
    # The module would begin transactions by itself; and a connection made here is used in the
    # writer's thread alone from then on.
    connection = sqlite3.connect(
        path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    for setting in SETTINGS:
        _patiently(connection, setting)
    return connection


def _patiently(connection: sqlite3.Connection, statement: str) -> None:
    """Execute the statement: SQLite itself doesn't wait where several make a file's log at once."""
    deadline = time.monotonic() + 2 * BUSY_SECONDS
    while True:
        try:
            connection.execute(statement)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(_BETWEEN_TRIALS)
        else:
            return


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        # A full disk may have rolled back already.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _migrate(path: Path) -> None:
    with closing(_connect(path)) as connection, _transaction(connection):
        for migration in MIGRATIONS[format_of(connection, path, len(MIGRATIONS)) :]:
            for statement in migration:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")


@contextmanager
def _problems(path: Path) -> Iterator[None]:
    """Turns what a file may do to us into Problems; mistakes of ours stay what they are."""
    try:
        yield
    except OSError as error:
        raise unavailable(str(path), error.strerror or str(error)) from error
    except sqlite3.DatabaseError as error:
        raise _problem(path, error) from error


def _problem(path: Path, error: sqlite3.DatabaseError) -> Problem:
    """What the error means to a user; raises it again if it is a mistake of ours."""
    if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_NOTADB:
        return foreign(str(path))
    if type(error) not in (sqlite3.OperationalError, sqlite3.DatabaseError):
        raise error
    return unavailable(str(path), str(error))
