"""The allowance: how much may be stored at once and by and by, so that nobody fills the disk.

Each interview may store a share of its own, as large as the usual interview, whatever others send;
beyond it, it draws on what all have together, and never faster than people type. So whoever writes
much takes nothing from the usual respondent. Beginnings are limited for the door as a whole, and
for each pass by itself, so that one leaked code shuts nobody out. What is used comes back second by
second. Each process counts for itself and in memory alone; it knows interviews by their names,
passes by a number that only this process can make, and nobody by an address.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from rundfrage.errors import Problem
from rundfrage.fieldwork.journal import Entry, Event
from rundfrage.locales import message

_Name = TypeVar("_Name")
_Kept = TypeVar("_Kept")
_ENTRY = 300
"""What an entry takes besides its answers."""
_MOST_KNOWN = 20_000
"""Interviews, and passes, whose use is remembered."""


@dataclass(frozen=True)
class Rate:
    """So much at once, and so much more each second."""

    at_once: float
    per_second: float


@dataclass(frozen=True)
class Rates:
    """What a process stores: in bytes, but for beginnings; `own` is an interview's own share.

    `waited` are beginnings of those who waited because their browsers run no script.
    """

    own: int = 20_000
    interview: Rate = Rate(600_000, 4_000)
    shared: Rate = Rate(16_000_000, 250_000)
    beginnings: Rate = Rate(2_000, 50)
    of_a_pass: Rate = Rate(20, 1 / 60)
    waited: Rate = Rate(10, 0.5)


USUAL_RATES = Rates()


class Allowance:
    """What has been used of the rates."""

    def __init__(self, rates: Rates) -> None:
        self._rates = rates
        self._beginnings = _Use(rates.beginnings)
        self._shared = _Use(rates.shared)
        self._waited = _Use(rates.waited)
        self._interviews: dict[str, _Interview] = {}
        self._passes: dict[int, _Use] = {}
        self._tickets: dict[int, bool] = {}

    def use(self, entry: Entry, pass_: str = "") -> None:
        """Count the entry, of whoever came by the pass, if any.

        Raises a Problem with the code door-busy if it has to wait.
        """
        now = time.monotonic()
        size = _ENTRY + len(entry.answers.encode())
        interview = self._interview(entry.interview)
        beyond = min(size, max(0, interview.stored + size - self._rates.own))
        uses = [(interview.use, size), (self._shared, beyond)]
        if entry.event in (Event.BEGUN, Event.ENTERED):
            uses.append((self._beginnings, 1))
            if pass_:
                uses.append((self._pass(pass_), 1))
        if not all(use.allows(amount, now) for use, amount in uses):
            raise _busy()
        for use, amount in uses:
            use.take(amount)
        interview.stored += size

    def one_who_waited(self, ticket: str) -> bool:
        """Whether one more of those who waited may begin now; each ticket is counted once.

        Whoever comes with it again comes to the same interview, and begins no other.
        """
        if hash(ticket) in self._tickets:
            return True
        free = self._waited.allows(1, time.monotonic())
        if free:
            self._waited.take(1)
            _remembered(self._tickets, hash(ticket), lambda: True)
        return free

    def _interview(self, name: str) -> _Interview:
        return _remembered(self._interviews, name, lambda: _Interview(_Use(self._rates.interview)))

    def _pass(self, pass_: str) -> _Use:
        # Python's hash of a text is made with a secret of this process.
        return _remembered(self._passes, hash(pass_), lambda: _Use(self._rates.of_a_pass))


def _remembered(known: dict[_Name, _Kept], name: _Name, make: Callable[[], _Kept]) -> _Kept:
    """What is known by the name; the one that was used longest ago is forgotten for a new one."""
    found = known.pop(name, None) or make()
    if len(known) >= _MOST_KNOWN:
        del known[next(iter(known))]
    known[name] = found
    return found


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


@dataclass
class _Interview:
    """What an interview has stored since this process knows it, and what is left of its rate."""

    use: _Use
    stored: int = 0


def _busy() -> Problem:
    return Problem(
        "door-busy",
        found=message("More is sent at this moment than people type."),
        expected=message("pages as people fill them in."),
        mend=message("Nothing has to be done: it goes on as soon as less is sent."),
    )
