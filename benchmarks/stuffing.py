"""How many interviews a second a script of one process stuffs into an open survey, and by what.

    python benchmarks/stuffing.py [seconds] [bits]

The script of this file answers a survey of one page as fast as it can, over one connection; the
door is another process. Three ways are counted, each for so many seconds: without a proof of work,
with one of so many bits (by hashlib, in Python), and by waiting, which costs nothing but lets in
so many a minute and no more. `openssl speed -bytes 64 sha256` says how fast other languages are.
"""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from http.client import HTTPConnection
from itertools import count
from pathlib import Path
from re import findall
from urllib.parse import urlencode

from door_parts.answering import wait_for

from rundfrage.fieldwork.journal import Version
from rundfrage.fieldwork.journals import open_journal
from rundfrage.kinds import KINDS
from rundfrage.questionnaire.markdown.read import read
from rundfrage.questionnaire.versions.canonical import canonical, version_name
from rundfrage.respond.proof import USUAL_BITS, zero_bits

SECONDS = 20.0
SURVEY = """\
---
survey: s
title: S
language: en
---
# Page

## q: What?

- ( ) yes: Yes
- ( ) no: No
"""
SERVERS = Path(__file__).parent / "door_parts" / "servers.py"
FORM = "application/x-www-form-urlencoded"
WAIT = 12


class Script:
    """Somebody's script at the door; `trials` counts hashes."""

    def __init__(self, port: int) -> None:
        self._host = f"localhost:{port}"
        self._line = HTTPConnection("127.0.0.1", port)
        self.trials = 0

    def begin(self) -> tuple[dict[str, str], str]:
        """The form and the cookie of a welcome page, with the proof if one is asked for."""
        page, cookie, _ = self.ask("GET", "/en/")
        form = {**dict(findall(r'name="(token|key)" value="([^"]*)"', page)), "go": "begin"}
        for bits in findall(r' data-proof="([0-9]+)"', page)[:1]:
            form["proof"] = self._proof(form["token"] + form["key"], int(bits))
        return form, cookie

    def answer(self, form: dict[str, str], cookie: str) -> bool:
        """Answer from the beginning to the end; False if the door lets nobody in."""
        _, cookie, place = self.ask("POST", "/en/begin", form, cookie)
        if not place:
            return False
        page, _, _ = self.ask("GET", place, cookie=cookie)
        form = {**dict(findall(r'name="(token|key)" value="([^"]*)"', page)), "go": "next"}
        self.ask("POST", place, {**form, "q": "yes"}, cookie)
        _, _, place = self.ask("POST", "/en/submit", form, cookie)
        return place.endswith("/thanks")

    def ask(
        self, method: str, path: str, form: dict[str, str] | None = None, cookie: str = ""
    ) -> tuple[str, str, str]:
        """The page, the cookie and where it leads."""
        headers = {"Host": self._host, "Cookie": cookie, "Content-Type": FORM}
        self._line.request(method, path, urlencode(form or {}), headers)
        answer = self._line.getresponse()
        page = answer.read().decode()
        given = (answer.getheader("set-cookie") or cookie).partition(";")[0]
        return page, given, answer.getheader("location") or ""

    def _proof(self, form: str, bits: int) -> str:
        for at in count():
            if zero_bits(sha256(f"{form}{at:08x}".encode()).digest()) >= bits:
                self.trials += at + 1
                return f"{at:08x}"
        raise AssertionError


@contextmanager
def door(folder: Path, bits: int) -> Iterator[Script]:
    """A script at a door of its own."""
    journal = str(folder / f"{bits}-{time.monotonic_ns()}.db")
    asyncio.run(_publish(journal))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    command = [sys.executable, str(SERVERS), "door", journal, str(port), str(bits)]
    with subprocess.Popen(command) as server:
        try:
            wait_for(port)
            yield Script(port)
        finally:
            server.terminate()


async def _publish(address: str) -> None:
    content = canonical(read(SURVEY, KINDS))
    journal = await open_journal(address)
    await journal.publish(Version(version_name(content), 1, content, "2026-W01"))
    await journal.shut()


def at_once(script: Script, seconds: float) -> float:
    """Interviews a second."""
    begun, done = time.perf_counter(), 0
    while time.perf_counter() - begun < seconds:
        done += script.answer(*script.begin())
    return done / (time.perf_counter() - begun)


def by_waiting(script: Script, seconds: float) -> float:
    """Interviews a second by somebody who collected tickets first, and pressed again and again."""
    tickets = []
    for _ in range(int(20 + seconds)):
        page, cookie, _ = script.ask("GET", "/en/")
        form = {**dict(findall(r'name="(token|key)" value="([^"]*)"', page)), "go": "begin"}
        page, _, _ = script.ask("POST", "/en/begin", form, cookie)
        form["ticket"] = findall(r'name="ticket" value="([^"]*)"', page)[0]
        tickets.append((form, cookie))
    time.sleep(WAIT)
    begun, done = time.perf_counter(), 0
    while tickets and time.perf_counter() - begun < seconds:
        if script.answer(*tickets[-1]):
            tickets.pop()
            done += 1
        else:
            time.sleep(0.05)
    return done / (time.perf_counter() - begun)


def main(seconds: float, bits: int) -> None:
    """Print the three rates."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rates = []
        for asked in (0, bits, 0, bits):
            with door(folder, asked) as script:
                begun = time.perf_counter()
                rates.append(at_once(script, seconds))
                taken, trials = time.perf_counter() - begun, script.trials
        without, proved = sum(rates[::2]) / 2, sum(rates[1::2]) / 2
        print(f"without a proof: {without:.1f} interviews a second")
        print(
            f"with a proof of {bits} bits: {proved:.1f} a second, {without / proved:.1f} times "
            f"fewer; {trials / taken:,.0f} trials a second beside the rest"
        )
        with door(folder, bits) as script:
            rate = by_waiting(script, seconds)
            print(f"by waiting: {rate:.2f} a second in the first {seconds:.0f} seconds")


if __name__ == "__main__":
    asked = sys.argv[1:]
    main(float(asked[0]) if asked else SECONDS, int(asked[1]) if asked[1:] else USUAL_BITS)
