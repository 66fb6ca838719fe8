"""How fast the public door is: a page with 60 radio buttons, on one core.

Run it with `python benchmarks/door.py [seconds] [--small]`; it needs wrk (Debian: `apt install
wrk`) and two cores, one for the server and one for those who ask. `--small` shows with few people
that it runs.

1. Views: the page as an interview first sees it, against what the same server serves as it is, its
   style sheet; and, for comparison, against the same bytes as a static page of bare Starlette.
2. Submissions: wrk posts the page, each time for another interview, all answers required and
   looked at; against a bare Starlette handler that parses the form and writes one row to the same
   journal. Both sync to the disk before they answer. Afterwards the rows are counted.
3. Waiting at 70 % of the submissions that (2) reached: 256 clients that pause between requests.
4. 2,000 respondents, each of whom thinks 20 seconds about a page.

The targets: (1) and (2) at least 0.7 of what they are compared with; (3) the 99th percentile at
most 10 times the median; (4) no error, and a 99th percentile under 300 ms.
"""

from __future__ import annotations

import asyncio
import os
import re
import resource
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from urllib.request import Request, urlopen

from door_parts.answering import wait_for
from door_parts.clients import respondents
from door_parts.interviews import POSTING, VIEWING, Interviews, begin, form

from rundfrage.fieldwork.journal import Event
from rundfrage.fieldwork.journals import open_journal

SECONDS = 5
CLIENTS = 64
LEAST_RATIO = 0.7
MOST_SPREAD = 10.0
MOST_WAIT = 0.3
PACED_CLIENTS = 256
VISITS = 2
PORT = 8731
SERVERS = Path(__file__).parent / "door_parts" / "servers.py"


@dataclass(frozen=True)
class Size:
    """How many interviews there are and respondents come, how long they think and clients ask.

    `turns` is how often a rate is measured; `thinking` and `paced` are seconds.
    """

    interviews: int = 60_000
    respondents: int = 2000
    thinking: float = 20.0
    paced: int = 10
    turns: int = 3


SMALL = Size(interviews=600, respondents=20, thinking=0.5, paced=1, turns=1)


@contextmanager
def running(which: str, journal: Path) -> Iterator[None]:
    """The server, on the first core."""
    server = subprocess.Popen(
        ["taskset", "-c", "0", sys.executable, str(SERVERS), which, str(journal), str(PORT)]
    )
    try:
        wait_for(PORT)
        yield
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(30)


def wrk(seconds: float, path: str = "/", script: Path | None = None) -> float:
    """Requests per second, from the second core."""
    said = asked(seconds, path, script, CLIENTS)
    found = re.search(r"Requests/sec:\s+([0-9.]+)", said)
    if found is None:
        sys.exit(f"No rate:\n{said}")
    return float(found[1])


def asked(seconds: float, path: str, script: Path | None, clients: int) -> str:
    """What wrk says; ends the run if a request was answered by an error."""
    command = ["taskset", "-c", "1", "wrk", "--latency", "-t1", f"-c{clients}"]
    command += [f"-d{seconds:.0f}s", *(["-s", str(script)] if script else [])]
    said = subprocess.run(
        [*command, f"http://127.0.0.1:{PORT}{path}"], check=True, capture_output=True, text=True
    ).stdout
    if "Non-2xx" in said or "Socket errors" in said:
        sys.exit(f"Errors:\n{said}")
    return said


async def stored(journal: Path) -> int:
    """How many screens were sent, by all interviews."""
    opened = await open_journal(str(journal))
    try:
        return sum(
            [
                sum(entry.event is Event.SENT for entry in entries)
                async for entries in opened.interviews()
            ]
        )
    finally:
        await opened.shut()


def submissions(interviews: Interviews, size: Size, seconds: float) -> tuple[float, float]:
    """Submissions per second of the door and of the bare server, the medians of some turns."""
    door, bare = [], []
    share = size.interviews // size.turns
    before = asyncio.run(stored(interviews.journal))
    for turn in range(size.turns):
        script = interviews.script(POSTING, "/en/screen/0", turn * share, (turn + 1) * share)
        with running("door", interviews.journal):
            door.append(wrk(seconds, script=script))
        script = interviews.script(POSTING, "/take", turn * share, (turn + 1) * share)
        with running("bare", interviews.journal):
            bare.append(wrk(seconds, script=script))
    rows = asyncio.run(stored(interviews.journal)) - before
    if rows < sum(door) * seconds - size.turns * CLIENTS:
        sys.exit(f"Answered {sum(door) * seconds:.0f} submissions, but stored {rows}.")
    return median(door), median(bare)


def views(
    interviews: Interviews, style: str, size: Size, seconds: float
) -> tuple[float, float, float]:
    """Per second: page views of the door, its style sheet, and a static page of bare Starlette."""
    door, own, bare = [], [], []
    for _ in range(size.turns):
        script = interviews.script(VIEWING, "/en/screen/0", 0, size.interviews)
        with running("door", interviews.journal):
            door.append(wrk(seconds, script=script))
            script = interviews.script(VIEWING, style, 0, size.interviews)
            own.append(wrk(seconds, script=script))
        script = interviews.script(VIEWING, "/page", 0, size.interviews)
        with running("bare", interviews.folder / "static.db"):
            bare.append(wrk(seconds, script=script))
    return median(door), median(own), median(bare)


def paced(interviews: Interviews, size: Size, rate: float) -> tuple[float, float]:
    """The median and the 99th percentile of waiting for a submission, in seconds.

    256 clients pause after each answer, for so long on average that they ask at that rate.
    """
    script = interviews.script(POSTING, "/en/screen/0", 0, size.interviews)
    pause = 1000 * PACED_CLIENTS / rate
    with script.open("a") as file:
        file.write(f"delay = function() return math.random(0, {2 * pause:.0f}) end\n")
    with running("door", interviews.journal):
        said = asked(size.paced, "/", script, PACED_CLIENTS)
    return percentile(said, 50), percentile(said, 99)


def percentile(said: str, which: int) -> float:
    """The percentile of the latencies that wrk printed, in seconds."""
    found = re.search(rf"\b{which}%\s+([0-9.]+)(us|ms|s)\b", said)
    if found is None:
        sys.exit(f"No percentile:\n{said}")
    return float(found[1]) * {"us": 1e-6, "ms": 1e-3, "s": 1.0}[found[2]]


def crowd(interviews: Interviews, size: Size) -> tuple[int, float]:
    """How many requests the respondents made, and the 99th percentile of waiting in seconds."""
    some = interviews.credentials[-size.respondents :]
    with running("door", interviews.journal):
        latencies = asyncio.run(respondents(PORT, some, size.thinking, VISITS, form))
    return len(latencies), quantiles(latencies, n=100)[98]


def page_of(interviews: Interviews) -> bytes:
    """The page as an interview sees it."""
    with running("door", interviews.journal):
        asking = Request(f"http://localhost:{PORT}/en/screen/0")
        asking.add_header("Cookie", f"__Host-interview={interviews.credentials[0].cookie}")
        with urlopen(asking) as answer:
            page: bytes = answer.read()
    return page


def main(seconds: float, size: Size) -> None:
    """Print all figures; ends with 1 if a target is missed."""
    os.sched_setaffinity(0, {1})
    resource.setrlimit(resource.RLIMIT_NOFILE, (8192, 8192))
    with tempfile.TemporaryDirectory() as name:
        interviews = asyncio.run(begin(Path(name), size.interviews))
        page = page_of(interviews)
        (interviews.folder / "page.html").write_bytes(page)
        print(f"page: {len(page):,} bytes")
        met = []
        style = re.search(rb'href="(/assets/[^"]+)"', page)
        if style is None:
            sys.exit("The page has no style.")
        viewed, own, static = views(interviews, style[1].decode(), size, seconds)
        met.append(viewed >= LEAST_RATIO * own)
        print(
            f"views: {viewed:,.0f}/s, static {own:,.0f}/s, ratio {viewed / own:.2f} "
            f"(bare Starlette {static:,.0f}/s, ratio {viewed / static:.2f})"
        )
        sent, bare = submissions(interviews, size, seconds)
        met.append(sent >= LEAST_RATIO * bare)
        print(f"submissions: {sent:,.0f}/s, bare handler {bare:,.0f}/s, ratio {sent / bare:.2f}")
        rate = 0.7 * sent
        middle, worst = paced(interviews, size, rate)
        met.append(worst <= MOST_SPREAD * middle)
        print(
            f"at {rate:,.0f} submissions/s: median {1000 * middle:.1f} ms, "
            f"99th percentile {1000 * worst:.1f} ms, ratio {worst / middle:.1f}"
        )
        count, worst = crowd(interviews, size)
        met.append(worst < MOST_WAIT)
        print(
            f"{size.respondents:,} respondents, {size.thinking:.0f} s a page: {count:,} requests, "
            f"no error, 99th percentile {1000 * worst:.1f} ms"
        )
    if not all(met):
        sys.exit("A target is missed.")


if __name__ == "__main__":
    said = [word for word in sys.argv[1:] if word != "--small"]
    main(float(said[0]) if said else SECONDS, SMALL if "--small" in sys.argv else Size())
