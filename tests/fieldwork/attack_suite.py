"""The attack suite: every attack on every holding of the table of who learns what, counted.

`benchmarks/knowledge.py` runs it in full and writes what it found into the program; the tests run
it small. Both databases, SQLite and PostgreSQL, count half of the fields each.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from closed_attacker import HOURS, files_of, fill_and_close, hours_named, in_order_of_the_log
from scipy.stats import beta
from watched_attacker import (
    Tally,
    by_traces,
    by_values,
    known_of,
    when_by_key,
    whether_by_key,
    whether_by_traces,
    which_by_key,
)
from watched_field import Manner, Watched, watched

from postgresql import Server

sys.path[:0] = [str(Path(__file__).parents[1] / "respond")]

from door_attacker import AT_ONCE, by_log, by_trying  # noqa: E402 - found by the line above

MEMORY = Path("/dev/shm")
TABLES = ("invitations, admissions, spent", "entry")
MANNERS = tuple(Manner)
EVERYBODY = ("open", *MANNERS)
CLOCKS = {"copy": "copy-key-mails", "hourly": "hourly-key-mails", "polling": "polling-key-mails"}


@dataclass(frozen=True)
class Extent:
    """How much is tried: fields of each manner on each database, those of practice among them.

    `groups` answer behind a log, `tries` are codes that are tried, `closed` interviews of a field.
    """

    fields: int
    practice: int
    groups: int
    tries: int
    closed: int


FULL = Extent(580, 20, 556, 10_000, 10_000)
SMALL = Extent(3, 1, 1, 20, 200)


def bound(right: int, guesses: int) -> float:
    """The upper 95 % bound of a share, one-sided (Clopper and Pearson 1934)."""
    return 1.0 if right == guesses else float(beta.ppf(0.95, right + 1, guesses - right))


def finding(
    holding: str, manners: Sequence[str], fact: str, tally: Tally, database: str = "both"
) -> Mapping[str, Any]:
    """A row of knowledge.json."""
    return {
        "holding": holding,
        "manners": list(manners),
        "database": database,
        "fact": fact,
        "right": tally.right,
        "guesses": tally.guesses,
        "chance": round(tally.chance, 6),
        "bound": round(bound(tally.right, tally.guesses), 6),
    }


@contextmanager
def empty_folder() -> Iterator[Path]:
    """A folder in memory, where there is one."""
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        yield Path(folder)


Pair = tuple[str, str]
"""The databases of participation and of answers on a server; empty texts are files."""
FILES: Pair = ("", "")


def fields(manner: Manner, pair: Pair, count: int) -> list[Watched]:
    """So many fields of the manner, one after another in the same databases, or in files."""
    made = []
    for seed in range(count):
        with empty_folder() as folder:
            people, answers = (
                pair
                if pair != FILES
                else (str(folder / "participation.db"), str(folder / "responses.db"))
            )
            chance = random.Random(f"{manner} {pair != FILES} {seed}")
            made.append(watched(manner, people, answers, folder, chance))
        for database, tables in zip(pair, TABLES, strict=True) if pair != FILES else ():
            with psycopg.connect(database, autocommit=True) as connection:
                connection.execute(f"truncate {tables} cascade")
    return made


Tallies = Mapping[tuple[str, str], Tally]
"""What attacks on fields of one manner in one database found, by holding and fact."""


def tallies(manner: Manner, pair: Pair, extent: Extent) -> Tallies:
    """What databases and backups tell, without and with the key and the mails."""
    made = fields(manner, pair, extent.fields)
    known, real = made[: extent.practice], made[extent.practice :]
    found: dict[tuple[str, str], Tally] = {}
    for clock, holding in CLOCKS.items():
        found[holding, "whether"] = whether_by_key(real, clock)
        found[holding, "when"] = when_by_key(known, real, clock)
        found[holding, "which"] = which_by_key(known, real, clock)
    for fact, tally in by_traces(
        [known_of(one) for one in known], [known_of(one) for one in real]
    ).items():
        found["backups", fact] = tally
    for holding, added in (("backups-key", {"key": True}), ("backups-mails", {"mails": True})):
        practice, attacked = ([known_of(one, **added) for one in some] for some in (known, real))
        found[holding, "whether"] = whether_by_traces(practice, attacked)
        found[holding, "which"] = by_values(practice, attacked)
    return found


def every_manner(pair: Pair, extent: Extent) -> list[Tallies]:
    """The tallies of all manners, in files or on a server."""
    return [tallies(manner, pair, extent) for manner in MANNERS]


def of_fields(extent: Extent, server: Server) -> list[Mapping[str, Any]]:
    """What databases and backups tell: the findings of each manner, on each database.

    Half of all people take part: guesses of who did are right in half of the cases, and only tens
    of thousands of them come within a point of it. Where the key and the mails aren't known, they
    are counted over both databases.
    """
    pair = (server.database(), server.database())
    with ProcessPoolExecutor(2) as processes:
        # Fields of one server one by one: others would blur the numbers of its transactions.
        in_files, on_server = processes.map(every_manner, (FILES, pair), (extent, extent))
    rows = []
    for manner, files, databases in zip(MANNERS, in_files, on_server, strict=True):
        for (holding, fact), tally in files.items():
            other = databases[holding, fact]
            if fact == "whether" and holding not in CLOCKS.values():
                rows.append(finding(holding, (manner,), fact, tally + other))
            else:
                rows += [
                    finding(holding, (manner,), fact, tally, "SQLite"),
                    finding(holding, (manner,), fact, other, "PostgreSQL"),
                ]
    return rows


def of_the_door(extent: Extent) -> list[Mapping[str, Any]]:
    """What the web server's log tells, and a code that is tried in a browser."""
    rows = []
    chance = 1 / AT_ONCE
    for level, manners in (("open", EVERYBODY[:1]), ("exchange", EVERYBODY[1:])):
        with empty_folder() as folder:
            told = by_log(folder, level, extent.groups)
        moment = Tally(told.visitors, told.guesses, chance)
        rows.append(finding("log", manners, "moment", moment, "SQLite"))
    which = Tally(told.people, told.guesses, chance)
    rows.append(finding("log-mails", manners, "which", which, "SQLite"))
    whether = Tally(told.came, 2 * told.guesses, 0.5)
    rows.append(finding("log-mails", manners, "whether", whether, "SQLite"))
    for level in ("codes", "exchange"):
        with empty_folder() as folder:
            right, guesses = by_trying(folder, level, extent.tries)
        rows.append(finding("trying", (level,), "whether", Tally(right, guesses, 0.5), "SQLite"))
    return rows


def of_closed(extent: Extent, server: Server) -> list[Mapping[str, Any]]:
    """What is left of the order of arrival when a field is closed."""
    with empty_folder() as folder:
        names = fill_and_close(str(folder / "responses.db"), extent.closed)
        hidden = Tally(hours_named(names, files_of(folder)), len(names), 1 / HOURS)
    written, kept = (
        Tally(closed_on_server(server, rights, extent.closed), extent.closed, 1 / HOURS)
        for rights in (("pg_monitor", "pg_checkpoint"), ())
    )
    return [
        finding("closed", EVERYBODY, "moment", hidden, "SQLite"),
        finding("closed", EVERYBODY, "moment", written, "PostgreSQL"),
        finding("closed-log", EVERYBODY, "moment", kept, "PostgreSQL"),
    ]


def closed_on_server(server: Server, rights: Sequence[str], count: int) -> int:
    """For how many interviews the hour is named, if the office's role has these rights."""
    address = server.database()
    name = address.rpartition("/")[2]
    role = f"office_{name}"
    with psycopg.connect(server.address, autocommit=True) as connection:
        connection.execute(f"create role {role} login")
        connection.execute(f'alter database "{name}" owner to {role}')
        for right in rights:
            connection.execute(f"grant {right} to {role}")
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"grant all on schema public to {role}")
    names = fill_and_close(address.replace("tester@", f"{role}@"), count)
    with psycopg.connect(server.address, autocommit=True) as connection:
        connection.execute("checkpoint")
        [(number,)] = connection.execute(
            "select oid from pg_database where datname = %s", (name,)
        ).fetchall()
    tables = files_of(server.folder / "data" / "base" / str(number))
    return hours_named(names, [*in_order_of_the_log(server.log_segments()), *tables])


def suite(extent: Extent, server: Server) -> list[Mapping[str, Any]]:
    """All findings."""
    return [*of_fields(extent, server), *of_the_door(extent), *of_closed(extent, server)]
