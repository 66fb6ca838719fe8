"""What a complete interview costs the server, and what a page costs that comes late in a long one.

    python benchmarks/interview.py [people] [pages]

Counted are the seconds of the processors that the door takes, and those of PostgreSQL's processes
where the journal lies there: never the time on the clock, which other work on the machine decides.

1. People answer the example survey, one after the other and 32 at once, with pages as they are and
   compressed: the way in, nine pages, the review and the thanks, each page sent being a POST, a
   redirect and a GET. LimeSurvey 6.4 on PHP-FPM and MariaDB took 1.45 to 1.78 seconds for an
   interview by the same questionnaire; it isn't measured again here, and the ratios are to that.
2. One person after the other answers a questionnaire of 200 pages; what a page of its last tenth
   costs is compared with what one of its first tenth costs.

The targets: 200 times less than LimeSurvey with a file and 120 times with PostgreSQL; late pages
cost at most a quarter more than early ones.
"""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from door_parts.answering import wait_for
from door_parts.people import example, fields_of, instrument_of_, long_way, people
from door_parts.processes import Processes
from door_parts.walking import Person

from postgresql import Server
from rundfrage.fieldwork.instrument import Instrument
from rundfrage.fieldwork.journal import Version
from rundfrage.fieldwork.journals import open_journal
from rundfrage.questionnaire.model import Questionnaire
from rundfrage.questionnaire.versions.canonical import canonical

PEOPLE, PAGES = 200, 200
AT_ONCE = 32
LIMESURVEY = (1.45, 1.78)
"""Seconds of the processors for one interview, in two measurements."""
TIMES_LESS = {"SQLite": 200, "PostgreSQL": 120}
MOST_GROWTH = 1.25
LANGUAGE = "de"
SERVERS = Path(__file__).parent / "door_parts" / "servers.py"


@contextmanager
def door(journal: str, beside: int | None) -> Iterator[tuple[int, Processes]]:
    """The door's port and its processes, with those of the process `beside` it if there is one."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    with subprocess.Popen([sys.executable, str(SERVERS), "door", journal, str(port)]) as server:
        try:
            wait_for(port)
            yield port, Processes(server.pid, *([beside] if beside else []))
        finally:
            server.terminate()


def published(journal: str, questionnaire: Questionnaire) -> Instrument:
    """The questionnaire, in the field of a new journal."""
    instrument = instrument_of_(questionnaire)

    async def work() -> None:
        opened = await open_journal(journal)
        version = Version(instrument.version, 1, canonical(questionnaire), "2026-W01")
        await opened.publish(version)
        await opened.shut()

    asyncio.run(work())
    return instrument


async def interviews(
    port: int, instrument: Instrument, count: int, at_once: int, *, packed: bool
) -> int:
    """So many people take part; how many requests that were."""
    waiting = [fields_of(instrument, one, LANGUAGE)
               for one in people(instrument.questionnaire, count)]  # fmt: skip
    requests = 0

    async def one_after_the_other() -> None:
        nonlocal requests
        while waiting:
            person = Person(port, packed=packed)
            await person.take_part(LANGUAGE, waiting.pop())
            person.leave()
            requests += person.requests

    await asyncio.gather(*(one_after_the_other() for _ in range(at_once)))
    return requests


def complete(name: str, journal: str, beside: int | None, count: int) -> bool:
    """Print what an interview costs; whether the target is met."""
    instrument = published(journal, example())
    best = 0.0
    with door(journal, beside) as (port, processes):
        asyncio.run(interviews(port, instrument, AT_ONCE, AT_ONCE, packed=False))
        for at_once in (1, AT_ONCE):
            for packed in (False, True):
                before = processes.seconds()
                work = interviews(port, instrument, count, at_once, packed=packed)
                requests = asyncio.run(work)
                taken = (processes.seconds() - before) / count
                low, high = (one / taken for one in LIMESURVEY)
                best = max(best, high)
                print(
                    f"{name}, {at_once} at once{', compressed' if packed else ''}: "
                    f"{1000 * taken:.2f} ms an interview, {1e6 * taken * count / requests:.0f} µs "
                    f"each of {requests / count:.1f} requests; {low:.0f} to {high:.0f} times less "
                    "than LimeSurvey",
                    flush=True,
                )
    return best >= TIMES_LESS[name]


def growing(name: str, journal: str, beside: int | None, pages: int) -> bool:
    """Print what early and late pages cost; whether the target is met."""
    instrument = published(journal, long_way(pages))
    taken = [0.0] * pages

    async def answer(port: int, processes: Processes) -> None:
        for one in people(instrument.questionnaire, 3):
            person, fields = Person(port), fields_of(instrument, one, LANGUAGE)
            await person.begin(LANGUAGE)
            for page in range(pages):
                before = processes.seconds()
                await person.send(f"/{LANGUAGE}/screen/{page}", {"go": ["next"], **fields(page)})
                taken[page] += processes.seconds() - before
            person.leave()

    with door(journal, beside) as (port, processes):
        asyncio.run(answer(port, processes))
    some = max(1, pages // 10)
    early, late = sorted(taken[:some])[some // 2], sorted(taken[-some:])[some // 2]
    print(
        f"{name}, {pages} pages: {1e3 * early / 3:.2f} ms for one of the first {some}, "
        f"{1e3 * late / 3:.2f} ms for one of the last, {late / early:.2f} times as much",
        flush=True,
    )
    return late <= MOST_GROWTH * early


def main(count: int = PEOPLE, pages: int = PAGES) -> int:
    """Print all figures; 1 if a target is missed."""
    met = []
    with tempfile.TemporaryDirectory() as folder:
        met.append(complete("SQLite", f"{folder}/example.db", None, count))
        met.append(growing("SQLite", f"{folder}/long.db", None, pages))
    server = Server().start()
    try:
        beside = int((server.folder / "data" / "postmaster.pid").read_text().split()[0])
        met.append(complete("PostgreSQL", server.database(), beside, count))
        met.append(growing("PostgreSQL", server.database(), beside, pages))
    finally:
        server.remove()
    return int(not all(met))


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
