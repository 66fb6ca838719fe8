"""An attacker of a closed field, who reads the order of arrival out of whatever is left on disk.

Each of 50 hours brings as many interviews; for each interview the attacker names the hour, by the
place at which its name lies first in the files and logs.
"""

from __future__ import annotations

import asyncio
import re
import secrets
from collections.abc import Callable, Iterable
from pathlib import Path

from rundfrage.fieldwork.journal import Entry, Event
from rundfrage.fieldwork.journals import open_journal

HOURS = 50
_NAME = re.compile(rb"[0-9a-f]{32}")


def fill_and_close(address: str, count: int) -> list[str]:
    """The names of so many interviews of a field that is closed then, in their order."""
    return asyncio.run(_fill_and_close(address, count))


def fill_and_copy(file: Path, count: int) -> tuple[list[str], list[bytes]]:
    """The same of a field in a file that goes on, and what a copy holds meanwhile."""
    copied: list[bytes] = []

    def copy() -> None:
        copied.extend(files_of(file.parent))

    names = asyncio.run(_fill_and_close(str(file), count, copy))
    return names, copied[::-1]


async def _fill_and_close(
    address: str, count: int, instead: Callable[[], None] | None = None
) -> list[str]:
    journal = await open_journal(address)
    names = [secrets.token_hex(16) for _ in range(count)]
    for name in names:
        await journal.append(
            Entry(name, secrets.token_hex(16), Event.SENT, "v1", "de", "2026-W47", 0, '{"q":"a"}')
        )
    if instead:
        instead()
    else:
        await journal.close_field()
        await journal.seal()
    await journal.shut()
    return names


def hours_named(names: list[str], contents: Iterable[bytes]) -> int:
    """For how many interviews the hour is named rightly."""
    wanted = set(names)
    found: dict[str, None] = {}
    for content in contents:
        for name in _NAME.findall(content):
            text = name.decode()
            if text in wanted:
                found.setdefault(text)
    # What lies nowhere is named by chance: behind all others, in the order of its name.
    order = [*found, *sorted(wanted - set(found))]
    slot = {name: at * HOURS // len(order) for at, name in enumerate(order)}
    return sum(slot[name] == at * HOURS // len(names) for at, name in enumerate(names))


def files_of(folder: Path) -> list[bytes]:
    """The contents of all files there; the database's before its log's."""
    return [file.read_bytes() for file in sorted(folder.glob("*")) if file.is_file()]


def in_order_of_the_log(segments: Iterable[bytes]) -> list[bytes]:
    """A server's write-ahead log in its order: used segments lie under the names of later ones.

    The head of each page holds its place in the log behind 8 bytes.
    """
    return sorted(segments, key=lambda one: int.from_bytes(one[8:16], "little"))
