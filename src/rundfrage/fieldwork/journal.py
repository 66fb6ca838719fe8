"""The journal: what respondents sent, row by row, never changed and taken back only by themselves.

An *entry* is one row: a page sent, or the beginning or end of an interview. The interview is known
by a hash of its credential, which only the respondent has. Nothing here says who, from where or
when: the finest time kept is the ISO week.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable, Container, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache, partial
from typing import Any, NamedTuple, Protocol

from rundfrage.fieldwork.finding import Finding
from rundfrage.fieldwork.log_left import LogLeft


class Event(StrEnum):
    """What an entry tells.

    For a new one PostgreSQL needs a step of MIGRATIONS that checks rows anew.
    """

    BEGUN = "begun"
    ENTERED = "entered"
    """As BEGUN, by a pass that is spent when the interview ends."""
    SENT = "sent"
    """A screen with answers that hold."""
    DRAFTED = "kept"
    """A screen left as it was typed (back, another language): to be shown again, no answers."""
    COMPLETED = "completed"
    SCREENED_OUT = "screened_out"
    QUOTA_FULL = "quota_full"
    REPEATED = "repeated"
    """Ended by a pass that another interview had spent, or by none: it doesn't count.

    Its screen is that at which it was turned away, -1 if all was sent and thanked for.
    """
    WITHDRAWN = "withdrawn"
    """The one entry that is left of an interview that was withdrawn."""


ENDS = (Event.COMPLETED, Event.SCREENED_OUT, Event.QUOTA_FULL, Event.REPEATED)
"""The events that end an interview."""


@dataclass(frozen=True)
class Entry:
    """One row of the journal.

    `interview` and `key` are 32 hexadecimal digits; no two entries of an interview have the same
    key, so sending one twice stores it once. `screen` is the number of the screen (-1 where the
    event is none). `answers` is JSON: by variable for SENT, by field for DRAFTED, else empty.
    `quotas` are the names of the quotas that a completed interview counts in; `minutes` is how
    long it took, in coarse steps (-1: not known).
    """

    interview: str
    key: str
    event: Event
    version: str
    language: str
    week: str
    screen: int = -1
    answers: str = ""
    quotas: tuple[str, ...] = ()
    minutes: int = -1

    def beyond_quota(self) -> Entry:
        """The end of the same interview if a quota that it counts in is full."""
        return replace(self, event=Event.QUOTA_FULL, quotas=())


class Outcome(StrEnum):
    """What became of an entry that was handed over."""

    STORED = "stored"
    QUOTA_FULL = "quota_full"
    """Stored as QUOTA_FULL: a quota that the interview would have counted in is full."""
    KNOWN = "known"
    """Its key is there already."""
    ENDED = "ended"
    """The interview has ended, or was withdrawn: nothing was stored."""


@dataclass(frozen=True)
class Version:
    """A published questionnaire: `name` is the hash of `content`, its canonical JSON form.

    `number` counts from 1; the one with the highest number is in the field.
    """

    name: str
    number: int
    content: str
    week: str


LETTERS = {
    Event.SENT: "s",
    Event.BEGUN: "b",
    Event.COMPLETED: "c",
    Event.ENTERED: "e",
    Event.DRAFTED: "k",
    Event.SCREENED_OUT: "o",
    Event.QUOTA_FULL: "f",
    Event.REPEATED: "r",
    Event.WITHDRAWN: "w",
}
"""What stands for an event in the course of an interview; another letter for one of no door."""
WITHDRAWAL = LETTERS[Event.WITHDRAWN]
"""The course of an interview that was withdrawn."""
SEPARATOR = "\n"
"""Stands between the answers in a bundle; JSON writes it otherwise."""


class Bundle(NamedTuple):
    """All entries of one interview in their order, as one row.

    `version` and `week` are those of the first, if there is one; `whole` is true if the sequence
    counts from 0 on without a gap. `course` is what steps_of reads; `quotas` are those of its
    completion as stored, `answers` those of all entries with SEPARATOR between them, in UTF-8: few
    have to become words.
    """

    interview: str
    version: str
    week: str
    whole: bool
    course: str
    quotas: str
    answers: bytes


bundle_of: Callable[[Sequence[Any]], Bundle] = partial(tuple.__new__, Bundle)
"""The bundle whose row this is: by the hundred thousand, so without a call into Python each."""


class Step(NamedTuple):
    """An entry in the course of an interview: event (None: of no door), screen, minutes.

    The screen of the first isn't known; none of the events that begin has any.
    """

    event: Event | None
    screen: int
    minutes: int


def steps_of(course: str) -> list[Step]:
    """The steps of a course.

    It is the letter of each event, with its screen before it but for the first, and with its
    minutes and a full stop behind it if they are known: `bs0s1s-1c5.`.
    """
    return [
        Step(_EVENTS.get(letter), int(screen or -1), int(minutes or -1))
        for screen, letter, minutes in _STEP.findall(course)
    ]


@lru_cache(maxsize=20_000)
def is_possible(course: str) -> bool:
    """Whether a door may have led there: a beginning in front and nowhere else, one end at most."""
    first, *others = [one.event for one in steps_of(course)] or [None]
    none = (None, Event.BEGUN, Event.ENTERED, Event.WITHDRAWN)
    return (
        first in (Event.BEGUN, Event.ENTERED)
        and not any(one in none for one in others)
        and sum(one in ENDS for one in others) <= 1
    )


_STEP = re.compile(r"(-?[0-9]+)?([a-z?])(?:(-?[0-9]+)\.)?")
_EVENTS = {letter: event for event, letter in LETTERS.items()}


class Journal(Protocol):
    """A store of entries. Whatever a call acknowledges by returning has reached the disk."""

    async def append(
        self, entry: Entry, limits: Mapping[str, int] = {}, proof: str = ""
    ) -> Outcome:
        """Store the entry behind those of its interview, unless its key is there or it has ended.

        `limits` says of quotas how many interviews they take. Whether there is room is decided by
        the write that completes: however many complete at the same moment, no quota takes more.
        Where somebody else could write, the journal takes an entry of nobody but who shows the
        proof of its interview. Raises a Problem with the code journal-unavailable if it can't be
        stored, journal-busy if too much waits to be, and journal-closed for good once the field is.
        Nothing of it is stored then, or all: sending it again is safe.
        """
        ...

    async def probe(self) -> None:
        """Raise a Problem unless an entry could be stored now; nothing is left behind."""
        ...

    async def entries(self, interview: str, since: int = 0) -> Sequence[Entry]:
        """The entries of the interview in the order they were stored; none if it is unknown.

        Those from the place `since` on, counted from 0: whoever knows the first ones needn't have
        them read again.
        Of one that was withdrawn there is the mark alone.
        """
        ...

    async def withdraw(self, secret: str) -> bool:
        """Delete all entries of the interview that follows from the secret, for good.

        What it counted in quotas counts no more. A mark without answers, language and week stays,
        so that nothing sent late is stored and the withdrawn can be counted. False if there is no
        such interview; withdrawing twice is withdrawing once. A closed field is no hindrance.
        """
        ...

    async def withdrawn(self) -> int:
        """How many interviews were withdrawn."""
        ...

    async def publish(self, version: Version) -> None:
        """Store a version; a name that is there already changes nothing.

        Raises a Problem with the code version-number-taken if another has its number.
        """
        ...

    async def versions(self) -> Sequence[Version]:
        """All versions, by number."""
        ...

    async def close_field(self) -> None:
        """Close the field for good: no interview begins or goes on, whoever serves it."""
        ...

    async def field_closed(self) -> bool:
        """Whether the field was closed."""
        ...

    async def quota_counts(self) -> Mapping[str, int]:
        """How many completed interviews count in each quota; quotas without any are absent."""
        ...

    async def compares_digests(self) -> bool:
        """Whether findings show entries that look right and weren't stored by the program."""
        ...

    async def digests_differ(self, *, anew: bool = False) -> bool:
        """Whether digests that are compared show that something isn't as it was stored.

        What was compared before, and can't have changed since, is compared `anew` if that is asked.
        """
        ...

    async def findings(self) -> Sequence[Finding]:
        """What the journal itself shows not to be as it was stored.

        Without digests that differ nothing is found but interviews whose bundle isn't `whole`, or
        whose course no door leads to.
        """
        ...

    def bundles(self) -> AsyncIterator[Sequence[Bundle]]:
        """The entries of each interview as a bundle, in the order of `interviews`, some at a time.

        Of those that were withdrawn the mark.
        """
        ...

    def interviews(
        self, left_out: Mapping[str, Container[int]] = {}
    ) -> AsyncIterator[Sequence[Entry]]:
        """The entries of each interview, in an order that tells nothing of when they came.

        Without those that are `left_out`, by interview and sequence, as findings name them.

        Interviews that were withdrawn are not among them.
        """
        ...

    async def field_sealed(self) -> bool:
        """Whether a field that was closed has been sealed since."""
        ...

    async def seal(self) -> LogLeft:
        """Remove what the database itself keeps of the order in which entries came.

        For a field that is closed; whoever has the journal open waits meanwhile. Raises a Problem
        with the code field-not-sealed if somebody reads all the while, as a backup does.
        """
        ...

    async def shut(self) -> None:
        """Let go of the database, after all that was handed over is stored."""
        ...
