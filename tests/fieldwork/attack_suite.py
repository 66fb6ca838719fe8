"""The attack suite: every attack on every holding of the table of who learns what, counted.

`benchmarks/knowledge.py` runs it in full and writes what it found into the program; the tests run
it small. Both databases, SQLite and PostgreSQL, count half of the fields each.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from closed_attacker import HOURS, files_of, fill_and_close, hours_named, segments_of
from scipy.stats import beta
from watched_attacker import (
    Tally,
    by_traces,
    by_values,
    known_of,
    when_by_key,
    whether_by_key,
    which_by_key,
)
from watched_field import Manner, Watched, watched

from postgresql import Server

sys.path[:0] = [str(Path(__file__).parents[1] / "respond")]

from door_attacker import AT_ONCE, by_log, by_trying  # noqa: E402 - found by the line above

MEMORY = Path("/dev/shm")
TABLES = ("invitations, admissions, spent", "entry")
MANNERS = tuple(Manner)
CLOCKS = {"copy": "copy-key-mails", "hourly": "hourly-key-mails", "polling": "polling-key-mails"}
SPENT_AT_THE_END = (Manner.CODES, Manner.EXCHANGE)


@dataclass(frozen=True)
class Extent:
    """How much is tried: fields of each manner and database, those of practice among them.

    `groups` answer behind a log, `tries` are codes that are tried, `closed` interviews of a field.
    """

    fields: int
    practice: int
    groups: int
    tries: int
    closed: int


FULL = Extent(300, 20, 556, 10_000, 10_000)
SMALL = Extent(3, 1, 1, 20, 200)


def bound(right: int, guesses: int) -> float:
    """The upper 95 % bound of a share, one-sided (Clopper and Pearson 1934)."""
    return 1.0 if right == guesses else float(beta.ppf(0.95, right + 1, guesses - right))


def finding(holding: str, manners: Sequence[str], fact: str, tally: Tally) -> Mapping[str, Any]:
    """A row of knowledge.json."""
    return {
        "holding": holding,
        "manners": list(manners),
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


def fields(manner: Manner, server: Server | None, count: int) -> list[Watched]:
    """So many fields of the manner; in one pair of databases after another, on a server."""
    pair = (server.database(), server.database()) if server else ("", "")
    made = []
    for seed in range(count):
        with empty_folder() as folder:
            people, answers = (
                pair if server else (str(folder / "participation.db"), str(folder / "responses.db"))
            )
            chance = random.Random(f"{manner} {bool(server)} {seed}")
            made.append(watched(manner, people, answers, folder, chance))
        for address, tables in zip(pair, TABLES, strict=True) if server else ():
            with psycopg.connect(address, autocommit=True) as connection:
                connection.execute(f"truncate {tables} cascade")
    return made


def of_fields(extent: Extent, server: Server) -> list[Mapping[str, Any]]:
    """What databases and backups tell, without and with the key and the mails."""
    made = {
        (manner, at): fields(manner, at, extent.fields)
        for manner in MANNERS
        for at in (None, server)
    }
    return attacked(made, extent.practice)


def attacked(
    made: Mapping[tuple[Manner, Any], Sequence[Watched]], practice: int
) -> list[Mapping[str, Any]]:
    """The findings of the attacks on these fields."""

    def summed(
        manners: Sequence[Manner], attack: Callable[[Sequence[Watched], Sequence[Watched]], Tally]
    ) -> Tally:
        found = [
            attack(some[:practice], some[practice:])
            for (manner, _), some in made.items()
            if manner in manners
        ]
        total = found[0]
        for one in found[1:]:
            total = total + one
        return total

    rows = []
    for clock, holding in CLOCKS.items():
        rows.append(
            finding(
                holding, MANNERS, "whether",
                summed(MANNERS, lambda _, real, clock=clock: whether_by_key(real, clock)),
            )
        )  # fmt: skip
        for fact, attack in (("when", when_by_key), ("which", which_by_key)):
            for manners in (
                SPENT_AT_THE_END,
                (Manner.BLIND_AT_ONCE,),
                (Manner.BLIND_LATER,),
            ):
                tally = summed(
                    manners,
                    lambda known, real, attack=attack, clock=clock: attack(known, real, clock),
                )
                rows.append(finding(holding, manners, fact, tally))
    traced = [
        by_traces(
            [known_of(one) for one in some[:practice]], [known_of(one) for one in some[practice:]]
        )
        for some in made.values()
    ]
    for fact in ("whether", "which"):
        total = traced[0][fact]
        for one in traced[1:]:
            total = total + one[fact]
        rows.append(finding("backups", MANNERS, fact, total))
    for holding, added in (
        ("backups-key", {"key": True}),
        ("backups-mails", {"mails": True}),
    ):
        tally = summed(
            MANNERS,
            lambda known, real, added=added: by_values(
                [known_of(one, **added) for one in known], [known_of(one, **added) for one in real]
            ),
        )
        rows.append(finding(holding, MANNERS, "which", tally))
    return rows


def of_the_door(extent: Extent) -> list[Mapping[str, Any]]:
    """What the web server's log tells, and a code that is tried in a browser."""
    rows = []
    for level, manners in (
        ("open", ("open",)),
        ("exchange", ("codes", "exchange", "blind-at-once", "blind-later")),
    ):
        with empty_folder() as folder:
            told = by_log(folder, level, extent.groups)
        rows.append(
            finding("log", manners, "moment", Tally(told.visitors, told.guesses, 1 / AT_ONCE))
        )
    rows.append(
        finding("log-mails", manners, "which", Tally(told.people, told.guesses, 1 / AT_ONCE))
    )
    for level in ("codes", "exchange"):
        with empty_folder() as folder:
            right, guesses = by_trying(folder, level, extent.tries)
        rows.append(finding("trying", (level,), "whether", Tally(right, guesses, 0.5)))
    return rows


EVERYBODY = ("open", "codes", "exchange", "blind-at-once", "blind-later")


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
        finding("closed", EVERYBODY, "moment", hidden + written),
        finding("closed-log", EVERYBODY, "moment", kept),
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
    data = server.folder / "data"
    return hours_named(names, [*segments_of(data), *files_of(data / "base" / str(number))])


def suite(extent: Extent, server: Server) -> list[Mapping[str, Any]]:
    """All findings."""
    return [*of_fields(extent, server), *of_the_door(extent), *of_closed(extent, server)]
