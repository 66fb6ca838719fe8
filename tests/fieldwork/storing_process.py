"""A process that stores entries, and writes a line for each that was acknowledged.

The line is written, in one system call, by the coroutine that waited for the entry: whatever it
says was on the disk by then. `python storing_process.py ADDRESS synced|unsynced ENTRIES` stores so
many entries, one after the other; `unsynced` turns off what makes the database sync.
"""

import asyncio
import os
import sys

from rundfrage.fieldwork.journal import Entry, Event
from rundfrage.fieldwork.journals import open_journal, sqlite
from rundfrage.fieldwork.journals.postgres import line

CLIENTS = 16
ENTRIES_OF_AN_INTERVIEW = 10
ACKNOWLEDGED = "stored"


def entry_of(life: int, client: int, number: int) -> Entry:
    """The entry that a client sends as its n-th in this life; every tenth completes."""
    visit, place = divmod(number, ENTRIES_OF_AN_INTERVIEW)
    ends = place == ENTRIES_OF_AN_INTERVIEW - 1
    return Entry(
        f"{life:012x}{client:08x}{visit:012x}",
        f"{place:032x}",
        Event.COMPLETED if ends else Event.SENT,
        "v1",
        "de",
        "2026-W47",
        place,
        f'{{"q1":"{life}.{client}.{number}"}}' * 5,
        ("all", f"client {client % 3}") if ends else (),
    )


async def store_for_ever(address: str, life: int, pipe: int) -> None:
    """Many clients send as fast as they can; a line is the client and the number."""
    journal = await open_journal(address)

    async def client(number: int) -> None:
        sent = 0
        while True:
            await journal.append(entry_of(life, number, sent))
            os.write(pipe, f"{number} {sent}\n".encode())
            sent += 1

    await asyncio.gather(*map(client, range(CLIENTS)))


async def store(address: str, entries: int) -> None:
    journal = await open_journal(address)
    for number in range(entries):
        await journal.append(entry_of(0, 0, number))
        os.write(1, f"{ACKNOWLEDGED} {number}\n".encode())
    await journal.shut()


def run_for_ever(address: str, life: int, pipe: int) -> None:
    asyncio.run(store_for_ever(address, life, pipe))


if __name__ == "__main__":
    if sys.argv[2] == "unsynced":
        sqlite.SETTINGS = (*sqlite.SETTINGS, "PRAGMA synchronous = OFF")
        line.SETTINGS = (*line.SETTINGS, "SET synchronous_commit = off")
    asyncio.run(store(sys.argv[1], int(sys.argv[3])))
