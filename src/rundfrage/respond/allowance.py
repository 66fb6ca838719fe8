"""The allowance: how much may be stored at once and by and by, so that nobody fills the disk.

An interview has one, and so has the door as a whole, for beginnings, for pages as people type them
and for large ones: whoever sends large pages takes nothing from the others. What is used comes back
second by second. Each process counts for itself and in memory alone; it knows interviews by their
names and nobody by an address.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

from rundfrage.errors import Problem
from rundfrage.fieldwork.journal import Entry, Event
from rundfrage.locales import message

LARGE = 2048
"""Bytes from which on a page is a large one."""
_ENTRY = 300
"""What an entry takes besides its answers."""
_MOST_KNOWN = 20_000
"""Interviews whose use is remembered."""


@dataclass(frozen=True)
class Rate:
    """So much at once, and so much more each second."""

    at_once: float
    per_second: float


@dataclass(frozen=True)
class Rates:
    """What a process stores: in bytes, but for beginnings."""

    interview: Rate = Rate(600_000, 4_000)
    beginnings: Rate = Rate(10_000, 50)
    usual: Rate = Rate(16_000_000, 1_000_000)
    large: Rate = Rate(16_000_000, 250_000)


USUAL_RATES = Rates()


class Allowance:
    """What has been used of the rates."""

    def __init__(self, rates: Rates) -> None:
        self._rates = rates
        self._beginnings = _Use(rates.beginnings)
        self._usual = _Use(rates.usual)
        self._large = _Use(rates.large)
        self._interviews: dict[str, _Use] = {}

    def use(self, entry: Entry) -> None:
        """Count the entry; raises a Problem with the code door-busy if it has to wait."""
        now = time.monotonic()
        size = _ENTRY + len(entry.answers.encode())
        uses = [
            (self._large if size > LARGE else self._usual, size),
            (self._of(entry.interview), size),
        ]
        if entry.event in (Event.BEGUN, Event.ENTERED):
            uses.append((self._beginnings, 1))
        if not all(use.allows(amount, now) for use, amount in uses):
            raise _busy()
        for use, amount in uses:
            use.take(amount)

    def _of(self, interview: str) -> _Use:
        use = self._interviews.pop(interview, None) or _Use(self._rates.interview)
        if len(self._interviews) >= _MOST_KNOWN:
            del self._interviews[next(iter(self._interviews))]
        self._interviews[interview] = use
        return use


class _Use:
    """What is left of a rate, at a moment of the clock."""

    def __init__(self, rate: Rate) -> None:
        self._rate = rate
        self._left = rate.at_once
        self._at = 0.0

    def allows(self, amount: float, now: float) -> bool:
        """Whether so much is left now."""
        back = self._rate.per_second * (now - self._at)
        self._left, self._at = min(self._rate.at_once, self._left + back), now
        return amount <= self._left

    def take(self, amount: float) -> None:
        """Use so much."""
        self._left -= amount


def _busy() -> Problem:
    return Problem(
        "door-busy",
        found=message("More is sent at this moment than people type."),
        expected=message("pages as people fill them in."),
        mend=message("Nothing has to be done: it goes on as soon as less is sent."),
    )
