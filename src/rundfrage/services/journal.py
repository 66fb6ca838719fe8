"""The journal of a survey, opened for one piece of work and shut again.

Here lies the border between services, which are called like any function, and the journals, which
are asynchronous: a service runs its work in an event loop of its own. It is called from a thread
without one, as every command and every worker of a web server is.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeVar

from rundfrage.errors import Problem, Where
from rundfrage.fieldwork.address import in_postgresql, shown
from rundfrage.fieldwork.instrument import Instrument
from rundfrage.fieldwork.journal import Journal
from rundfrage.fieldwork.journals import open_journal
from rundfrage.fieldwork.published import instrument_of
from rundfrage.kinds import KINDS
from rundfrage.locales import message

T = TypeVar("T")


def with_journal(
    address: str, work: Callable[[Journal], Coroutine[None, None, T]], *, reading: bool = False
) -> T:
    """What `work` makes of the journal at that address; see open_journal for `reading`."""

    async def whole() -> T:
        async with opened(address, reading=reading) as journal:
            return await work(journal)

    return asyncio.run(whole())


def with_new_journal(address: str, work: Callable[[Journal], Coroutine[None, None, T]]) -> T:
    """What `work` makes of the journal, which is made if there is none.

    A file that was made for work that fails goes again, unless somebody has published in it.
    """
    if holds_a_field(address):
        return with_journal(address, work)
    try:
        return with_journal(address, work)
    except BaseException as error:
        if _holds_a_version(address):
            raise
        for file in (address, f"{address}-wal", f"{address}-shm"):
            Path(file).unlink(missing_ok=True)
        if isinstance(error, Problem) and error.code == "journal-unavailable":
            raise error.also_found(
                message("Nothing was published, and nothing is left of it.")
            ) from error
        raise


def _holds_a_version(address: str) -> bool:
    """False too if the journal can't be read: nobody was told then that something is in it."""

    async def work(journal: Journal) -> bool:
        return bool(await journal.versions())

    try:
        return Path(address).is_file() and with_journal(address, work)
    except Problem:
        return False


@asynccontextmanager
async def opened(address: str, *, reading: bool = False) -> AsyncIterator[Journal]:
    """The journal at that address, as long as it is needed."""
    journal = await open_journal(address, reading=reading)
    try:
        yield journal
    finally:
        await journal.shut()


def holds_a_field(address: str) -> bool:
    """False if the journal is a file that isn't there: nothing was published."""
    return in_postgresql(address) or Path(address).is_file()


def require_field(address: str) -> None:
    """Raise a Problem if nothing was published."""
    if not holds_a_field(address):
        raise Problem(
            "not-published",
            where=Where(shown(address)),
            found=message("Nothing of this survey is in the field: there is no such journal."),
            expected=message("a survey that was published."),
            mend=message("Publish it, or name the database of its answers."),
        )


async def instruments(journal: Journal, address: str) -> dict[str, Instrument]:
    """The instrument of each version by its name, the one in the field last.

    Raises a Problem if there is no version.
    """
    versions = await journal.versions()
    if not versions:
        raise Problem(
            "not-published",
            where=Where(shown(address)),
            found=message("The journal holds no version of a questionnaire."),
            expected=message("a survey that was published."),
            mend=message("Publish it."),
        )
    return {version.name: instrument_of(version, KINDS) for version in versions}
