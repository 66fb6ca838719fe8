"""What the rows of headings say: a variable for each column, or one *item* of a *group* of columns.

An *export* is a program's way to lay out its answers; exports/ lists those that are known.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from rundfrage.codebook import Missing, Use
from rundfrage.dataset.account import Certainty
from rundfrage.dataset.intake.sheet import Sheet
from rundfrage.locales import Message, message


class Part(Enum):
    """What a column of a group holds."""

    ANSWER = "answer"
    """Whatever the cells say: a mark, a step, a rank, a text."""
    TICK = "tick"
    """Whether the item was chosen; an empty cell is one that wasn't."""
    OTHER = "other"
    """The text of the item "other": who wrote something chose it."""
    COMMENT = "comment"
    """A remark beside the answer."""
    TOGETHER = "together"
    """All that was chosen in one cell, which the columns of the group say one by one."""


@dataclass(frozen=True)
class Heading:
    """What a column's headings say. `group` is empty for a column that stands for itself.

    `use` and `why` say what the column is for where the export knows it; `chosen` is true where it
    knows that people choose among answers, whatever number the question asks for.
    """

    name: str
    label: str
    group: str = ""
    item: str = ""
    item_label: str = ""
    part: Part = Part.ANSWER
    use: Use | None = None
    why: Message | None = None
    chosen: bool = False

    @property
    def worded(self) -> str:
        """The label of the column if its group is none: the question and the item."""
        if not self.item_label or self.name == self.label:
            return self.label
        if not self.label:
            return self.item_label
        words = " " in self.group
        if self.label in {self.group, ""} and self.item_label == self.item and not words:
            return self.name
        return f"{self.label} [{self.item_label}]"


@dataclass(frozen=True)
class Unnamed:
    """Columns that were taken for one question, whose wording the file doesn't hold.

    `places` are those of the columns, counted from 0.
    """

    found: Message
    places: tuple[int, ...]

    @staticmethod
    def options(names: Sequence[str], places: Sequence[int]) -> Unnamed:
        """The columns at these places, taken for the options of these names."""
        found = message(
            "The columns “{first}” to “{last}” were taken for the options of one question, whose "
            "wording the file doesn't hold.",
            first=names[0],
            last=names[-1],
        )
        return Unnamed(found, tuple(places))


@dataclass(frozen=True)
class Spread:
    """A question whose answers stand in a column each, put together into the first of each row.

    `rows` are the places of the columns by rows, counted from 0; `headings` what they say by their
    places if several answers were possible, `steps` the answers that they stand for.
    """

    rows: tuple[tuple[int, ...], ...]
    headings: Mapping[int, Heading]
    steps: Mapping[int, str]


@dataclass(frozen=True, eq=False)
class Layout:
    """A sheet without its rows of headings, and what these say of each column.

    `missing` are the program's own words for a missing answer, folded. `separator` cuts cells that
    hold several choices, where the program is known to write them so. `shown_unticked` is True
    where an item that wasn't chosen is told from one that wasn't asked. `coded` is True where the
    answers of choices are numbers that nothing explains, `ranked` where columns called 1, 2, … that
    hold answers of one list are ranks. `chosen` are the program's codes for an option that was
    chosen and for one that wasn't, where they aren't 1 and 0. `doubts` are what the headings may
    say otherwise, each with the way to settle it, `doubts_of` those of single columns by their
    names, of missing answers; `unnamed` are the questions they don't name, `spread` those whose
    columns were put together.
    """

    sheet: Sheet
    headings: Sequence[Heading]
    evidence: Message
    certainty: Certainty = Certainty.SURE
    missing: Mapping[str, Missing] = field(default_factory=dict)
    separator: str = ""
    shown_unticked: bool = False
    coded: bool = False
    ranked: bool = False
    chosen: tuple[float, float] | None = None
    doubts: tuple[tuple[Message, Message], ...] = ()
    doubts_of: Mapping[str, tuple[Message, Message]] = field(default_factory=dict)
    unnamed: tuple[Unnamed, ...] = ()
    spread: tuple[Spread, ...] = ()


@dataclass(frozen=True)
class Export:
    """A program's way to lay out answers: `lay_out` gives None for a sheet that isn't its own."""

    name: str
    lay_out: Callable[[Sheet], Layout | None]
