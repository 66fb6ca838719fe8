"""What a file was taken for: a conclusion for the whole and for each column, and what is doubted.

An *entry* says what one column of the file became, how surely, and from what evidence. A *doubt* is
what may have been taken wrongly, with the way to settle it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from rundfrage.locales import Message

MOST_NAMED = 6
"""So many variables of a doubt are named; the others are counted."""


class Certainty(StrEnum):
    """How surely something was concluded."""

    SAID = "said"
    """By the file itself, a codebook, or the user."""
    SURE = "sure"
    """By evidence that leaves no other reading."""
    LIKELY = "likely"
    """The usual reading; another one is possible."""
    DOUBTFUL = "doubtful"
    """One of several readings: look at it."""


@dataclass(frozen=True)
class Conclusion:
    """One thing that was concluded of the file: its `step` of the intake, and `what`."""

    step: str
    what: Message | str
    evidence: Message | str
    certainty: Certainty = Certainty.SURE


@dataclass(frozen=True)
class Entry:
    """What one column became.

    `column` is its heading as the file has it, `place` counts from 1. `variables` are the names it
    went into, empty if it was left out; `aside` says why tables and reports don't show it, None
    where they do. `missing` are the words or codes of its that were read as no answer, with how
    often they stand there.
    """

    column: str
    place: int
    variables: tuple[str, ...]
    taken_for: Message | str
    evidence: Message | str
    certainty: Certainty
    aside: Message | None = None
    missing: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Doubt:
    """What may have been read wrongly in these variables (all if there are none), and the mend.

    `rows` is True where they tell which rows may be no interviews: then all numbers hang on it.
    """

    found: Message
    settle: Message
    variables: tuple[str, ...] = ()
    rows: bool = False

    @property
    def place(self) -> str:
        """The variables in a few words, empty if it is of all."""
        more = len(self.variables) - MOST_NAMED
        return ", ".join(self.variables[:MOST_NAMED]) + (f" (+{more})" if more > 0 else "")

    def touches(self, names: Iterable[str]) -> bool:
        """True if numbers of one of the variables `names` hang on it."""
        of_all = self.rows or not self.variables
        return of_all or not set(self.variables).isdisjoint(names)


@dataclass(frozen=True)
class Account:
    """What a file was taken for, from its bytes to its variables."""

    conclusions: tuple[Conclusion, ...] = ()
    entries: tuple[Entry, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def left_out(self) -> tuple[Entry, ...]:
        """The columns that no table and no slide shows, each with its reason."""
        return tuple(entry for entry in self.entries if entry.aside is not None)


@dataclass
class Ledger:
    """An account while it is written."""

    conclusions: list[Conclusion] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def conclude(
        self,
        step: str,
        what: Message | str,
        evidence: Message | str,
        certainty: Certainty = Certainty.SURE,
    ) -> None:
        """Note what was concluded of the whole file."""
        self.conclusions.append(Conclusion(step, what, evidence, certainty))

    def withdraw(self, step: str) -> None:
        """Take back what was concluded in this step: a later one knows better."""
        self.conclusions = [one for one in self.conclusions if one.step != step]

    def doubt(
        self, found: Message, settle: Message, variables: Sequence[str] = (), *, rows: bool = False
    ) -> None:
        """Note what may have been read wrongly."""
        self.doubts.append(Doubt(found, settle, tuple(variables), rows))

    def copy(self) -> Ledger:
        """The same account, to be written further by itself."""
        return Ledger(list(self.conclusions), list(self.entries), list(self.doubts))

    def closed(self) -> Account:
        """The account, its columns in the order of the file, and doubts that are alike as one."""
        entries = sorted(self.entries, key=lambda entry: entry.place)
        doubts: dict[tuple[str, str], Doubt] = {}
        for doubt in self.doubts:
            alike = (doubt.found, doubt.settle)
            known = doubts.get(alike, doubt)
            variables = tuple(dict.fromkeys((*known.variables, *doubt.variables)))
            of_all = not known.variables or not doubt.variables
            doubts[alike] = replace(doubt, variables=() if of_all else variables)
        return Account(tuple(self.conclusions), tuple(entries), tuple(doubts.values()))
