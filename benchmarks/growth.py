"""What the status of a field and its export cost, beside what the database's own counting costs.

    python benchmarks/growth.py [interviews]

Invented people answered the example survey; a third of them is under way. Counted are seconds of
the processors, those of PostgreSQL's processes among them, each in a process of its own and in
turns after a first that isn't counted, and the memory beyond what the process held before.

1. `status`, beside a grouping in SQL of the interviews by their last event, screen and week.
2. `export` into CSV, beside reading all entries and parsing their answers.

Measured with 100,000 interviews on two cores with little beside: in a file `status` 4.2 times and
21 MB, `export` 1.3 times and 39 MB; in PostgreSQL `status` 3.7 times and 11 MB, `export` 1.1 times
and 18 MB once something was found sound. The first look compares all digests, which takes 4 seconds
more, each later one 0.3 and what is newer: 2.6 seconds for a `status` after 1,000 more interviews,
2.4 after none. Before that was remembered `status` took 10.6 times as much, and 18.5 times before.
A grouping in SQL looks at no answer; `status` looks at every one, for one that no page could have
sent must be named. In a file collecting the answers alone costs 2.2 times as much as the grouping,
and decoding and folding them twice as much; in PostgreSQL it is as much.

The targets: at most three times each, and at most 250 MB more than before for 100,000 interviews.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import resource
import sqlite3
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import psycopg
from door_parts.people import Answers, example, instrument_of_, people
from door_parts.processes import Processes

from postgresql import Server
from rundfrage.fieldwork.instrument import Instrument
from rundfrage.fieldwork.journal import Entry, Event, Version
from rundfrage.fieldwork.journals import open_journal
from rundfrage.fieldwork.journals.postgres.evidence import FILLED
from rundfrage.fieldwork.journals.rows import ENTRY, Row, row_of
from rundfrage.fieldwork.secret import name_of
from rundfrage.fieldwork.stored_answers import written
from rundfrage.fieldwork.walk import variables_of, walk
from rundfrage.questionnaire.versions.canonical import canonical
from rundfrage.services.exporting import export
from rundfrage.services.field import watch_field
from rundfrage.services.survey import Survey, open_questionnaire, with_databases

INTERVIEWS = 10_000
TURNS = 3
MOST_TIMES = 3.0
MOST_BYTES = 250_000_000
AT_ONCE = 500
NEWER = 100
"""One interview in so many comes between two looks at the field."""
ANSWERS = 8
"""The place of the answers among the columns of an entry."""
GROUPED = {
    "SQLite": """
        SELECT event, screen, week, count(*) FROM (
            SELECT event, max(sequence), max(screen) AS screen, min(week) AS week
            FROM entry GROUP BY interview
        ) GROUP BY event, screen, week
    """,
    "PostgreSQL": """
        SELECT event, screen, week, count(*) FROM (
            SELECT (array_agg(event ORDER BY sequence DESC))[1] AS event, max(screen) AS screen,
                min(week) AS week
            FROM entry GROUP BY interview
        ) AS summed GROUP BY event, screen, week
    """,
}


def entries_of(instrument: Instrument, answers: Answers, number: int) -> Iterator[Entry]:
    """What an interview leaves in the journal."""
    name, chance = name_of(str(number)), random.Random(number)
    steps = walk(instrument, answers).steps
    until = len(steps) if chance.random() > 1 / 3 else chance.randrange(len(steps))
    week = f"2026-W{40 + number % 3}"

    def entry(
        event: Event, key: int, screen: int = -1, words: str = "", minutes: int = -1
    ) -> Entry:
        version = instrument.version
        return Entry(name, f"{key:032x}", event, version, "de", week, screen, words, (), minutes)

    yield entry(Event.BEGUN, 0)
    for key, step in enumerate(steps[:until], 1):
        sent = {name: answers[name] for name in variables_of(step, instrument)}
        yield entry(Event.SENT, key, step.screen.number, written(sent))
    if until == len(steps):
        yield entry(Event.COMPLETED, 1000, minutes=chance.choice([5, 10, 20]))


async def fill(addresses: Sequence[str], count: int) -> None:
    """The journals of so many interviews, which hold the same.

    Entries are written as a backup is restored: a database gets its evidence once they are there.
    """
    questionnaire = example()
    instrument = instrument_of_(questionnaire)
    version = Version(instrument.version, 1, canonical(questionnaire), "2026-W40")
    for address in addresses:
        journal = await open_journal(address)
        await journal.publish(version)
        await journal.shut()
    with ExitStack() as open_ones:
        stores = [open_ones.enter_context(storing(address)) for address in addresses]
        for number, answers in enumerate(people(questionnaire, count)):
            stored = [
                (*row_of(entry), sequence)
                for sequence, entry in enumerate(entries_of(instrument, answers, number))
            ]
            for store in stores:
                store(stored)


@contextmanager
def storing(address: str) -> Iterator[Callable[[Sequence[Row]], object]]:
    """What stores rows, all in one transaction."""
    columns = f"{ENTRY}, sequence"
    if "://" not in address:
        with closing(sqlite3.connect(address)) as connection, connection:
            insert = f"INSERT INTO entry ({columns}) VALUES ({', '.join('?' * 11)})"
            yield lambda rows: connection.executemany(insert, rows)
        return
    with psycopg.connect(address) as server:
        with server.cursor() as cursor, cursor.copy(f"COPY entry ({columns}) FROM STDIN") as copy:
            yield lambda rows: [copy.write_row(row) for row in rows]
        server.execute(FILLED)


def settle(address: str) -> None:
    """Leave the server nothing to do of what was stored, as it does by itself in the field."""
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("VACUUM (ANALYZE)")
        connection.execute("CHECKPOINT")


def rows(address: str, statement: str) -> Iterator[tuple[Any, ...]]:
    """What the database says."""
    connect = psycopg.connect if "://" in address else sqlite3.connect
    with closing(connect(address)) as connection:
        if "://" in address:
            with connection.cursor(name="rows") as cursor:
                cursor.itersize = AT_ONCE
                yield from cursor.execute(statement)
        else:
            yield from connection.execute(statement)


def parsed(address: str) -> int:
    """How many answers all entries hold, read and parsed."""
    found = 0
    for row in rows(address, "SELECT * FROM entry ORDER BY interview, sequence"):
        found += len(json.loads(row[ANSWERS])) if row[ANSWERS] else 0
    return found


@dataclass(frozen=True)
class Cost:
    """Seconds of the processors, and bytes beyond what there was before."""

    seconds: float
    memory: int


def cost(act: Callable[[], object], beside: int | None) -> Cost:
    """What the act costs in a process of its own, with the process `beside` it."""
    others = Processes(*([beside] if beside else []))
    reading, writing = os.pipe()
    idle = _backends(beside) if beside else 0
    before = others.seconds()
    child = os.fork()
    if not child:
        try:
            held, begun = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
            act()
            taken = time.process_time() - begun
            more = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - held
            os.write(writing, json.dumps([taken, 1024 * more]).encode())
        except BaseException:  # noqa: BLE001 - what the parent would do twice must not happen
            traceback.print_exc()
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as words:
        seconds, memory = json.loads(words.read())
    os.waitpid(child, 0)
    while beside and _backends(beside) > idle:
        time.sleep(0.01)
    return Cost(seconds + others.seconds() - before, memory)


def _backends(server: int) -> int:
    """How many processes the server has; one that ends would be counted twice, or not at all."""
    return len(Path(f"/proc/{server}/task/{server}/children").read_text().split())


def compared(name: str, address: str, beside: int | None, folder: Path) -> bool:
    """Print the figures; whether the targets are met."""
    survey = survey_of(folder, address)
    acts: dict[str, tuple[Callable[[], object], Callable[[], object]]] = {
        "status": (lambda: watch_field(survey), lambda: list(rows(address, GROUPED[name]))),
        "export": (lambda: export(survey, folder / "out.csv"), lambda: parsed(address)),
    }
    met = True
    for act, pair in acts.items():
        costs: tuple[list[Cost], list[Cost]] = ([], [])
        for turn in range(TURNS + 1):
            for place, one in enumerate(pair):
                taken = cost(one, beside)
                # What comes first reads from the disk.
                if turn:
                    costs[place].append(taken)
        ours, bare = (median(one.seconds for one in some) for some in costs)
        memory = max(one.memory for one in costs[0])
        print(
            f"{name}, {act}: {ours:.2f} s, the database alone {bare:.2f} s, {ours / bare:.2f} "
            f"times as much (at most {MOST_TIMES}); {memory / 1e6:.0f} MB",
            flush=True,
        )
        met = met and ours <= MOST_TIMES * bare and memory <= MOST_BYTES
    if beside:
        for words, statement in (
            ("of all, as the first of each takes", "SELECT * FROM doubted_entries()"),
            ("again, with nothing newer", "SELECT evidence_is_sound()"),
        ):
            taken = cost(lambda asked=statement: list(rows(address, asked)), beside)
            print(f"{name}: comparing digests {words}: {taken.seconds:.2f} s", flush=True)
    return met


async def go_on(address: str, count: int, more: int) -> None:
    """So many `more` interviews after the first, stored as a door stores them."""
    questionnaire = example()
    instrument = instrument_of_(questionnaire)
    journal = await open_journal(address)

    async def one(number: int, answers: Answers) -> None:
        for entry in entries_of(instrument, answers, number):
            await journal.append(entry)

    listed = enumerate(people(questionnaire, more), count)
    await asyncio.gather(*(one(number, answers) for number, answers in listed))
    await journal.shut()


def survey_of(folder: Path, address: str) -> Survey:
    """A survey whose answers lie there."""
    (folder / "questionnaire.md").write_text("---\nsurvey: s\ntitle: T\nlanguage: de\n---\n")
    survey = open_questionnaire(folder)
    return with_databases(survey, address) if "://" in address else survey


def main(count: int = INTERVIEWS) -> int:
    """Print all figures; 1 if a target is missed."""
    met = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = str(folder / "responses.db")
        server = Server().start()
        try:
            beside = int((server.folder / "data" / "postmaster.pid").read_text().split()[0])
            address = server.database()
            asyncio.run(fill([file, address], count))
            settle(address)
            met.append(compared("SQLite", file, None, folder))
            met.append(compared("PostgreSQL", address, beside, folder))
            more = max(count // NEWER, 1)
            asyncio.run(go_on(address, count, more))
            later = cost(lambda: watch_field(survey_of(folder, address)), beside)
            print(f"PostgreSQL, status, {more} interviews later: {later.seconds:.2f} s", flush=True)
        finally:
            server.remove()
    return int(not all(met))


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
