"""A journal that is open as long as a test acts on it."""

import asyncio
from contextlib import asynccontextmanager

from rundfrage.fieldwork.journals import open_journal


@asynccontextmanager
async def journal_at(address):
    journal = await open_journal(address)
    try:
        yield journal
    finally:
        await journal.shut()


def run(address, act):
    """What the act makes of the journal at the address."""

    async def running():
        async with journal_at(address) as journal:
            return await act(journal)

    return asyncio.run(running())


def differs(address) -> bool:
    """Whether digests differ; what is found sound is remembered."""
    return run(address, lambda journal: journal.digests_differ())
