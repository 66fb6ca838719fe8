"""How many entries a second the journals store durably, and the longest that anybody waits.

Run it with `python benchmarks/journals.py [seconds]`. Clients store entries of 400 characters, each
sending the next when the one before is acknowledged, in interviews of twenty; then they do as the
public door does, and read the interview before each entry. SQLite lies in a temporary folder (it
must be on a disk, not in memory), PostgreSQL is a server of its own, made for it.
"""

from __future__ import annotations

import asyncio
import secrets
import sys
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from postgresql import Server
from rundfrage.fieldwork.journal import Entry, Event, Journal
from rundfrage.fieldwork.journals import open_journal

SECONDS = 5.0
CLIENTS = (1, 64)
ENTRIES_OF_AN_INTERVIEW = 20
ANSWERS = '{"q1":"often"}'.ljust(400)


async def client(journal: Journal, until: float, waits: list[float], *, reads: bool) -> None:
    """Store until the time is over, and note how long each entry took."""
    while time.perf_counter() < until:
        interview = secrets.token_hex(16)
        for screen in range(ENTRIES_OF_AN_INTERVIEW):
            key = secrets.token_hex(16)
            begun = time.perf_counter()
            if reads:
                await journal.entries(interview)
            await journal.append(
                Entry(interview, key, Event.SENT, "v1", "de", "2026-W47", screen, ANSWERS)
            )
            waits.append(time.perf_counter() - begun)
            if time.perf_counter() > until:
                return


async def measure(name: str, address: str, seconds: float) -> None:
    """Print the figures of one journal."""
    journal = await open_journal(address)
    for reads in (False, True):
        for clients in CLIENTS:
            waits: list[float] = []
            until = time.perf_counter() + seconds
            await asyncio.gather(
                *(client(journal, until, waits, reads=reads) for _ in range(clients))
            )
            p99 = quantiles(waits, n=100)[98]
            what = "read and store" if reads else "store"
            print(
                f"{name}, {what}, {clients} clients: {len(waits) / seconds:,.0f} a second; "
                f"median {median(waits) * 1000:.1f} ms, p99 {p99 * 1000:.1f} ms, "
                f"worst {max(waits) * 1000:.0f} ms",
                flush=True,
            )
    await journal.shut()


def main() -> None:
    """Measure both."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(measure("SQLite", f"{folder}/responses.db", seconds))
    server = Server().start()
    try:
        asyncio.run(measure("PostgreSQL", server.database(), seconds))
    finally:
        server.remove()


if __name__ == "__main__":
    main()
