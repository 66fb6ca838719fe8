"""A Figure: a number in a report that says something about the survey, with its place.

`value` is what is said (62 for "62 %", 2.07 for a mean, 90 for "9 von 10"), `places` its decimals
as printed, `relation` what is claimed of it ("über 75 %" is OVER).
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from rundfrage.audit.document import Passage


class Kind(StrEnum):
    """What a number is by the way it is written."""

    PERCENT = "percent"
    DECIMAL = "decimal"
    """A mean, median or other number with decimals."""
    COUNT = "count"
    SCORE = "score"
    """A net promoter score."""
    DATE = "date"
    NUMBER = "number"
    """A bare number in a table or chart: a count, or a percentage without its sign."""


class Relation(StrEnum):
    """What is claimed of the number."""

    EQUAL = "equal"
    OVER = "over"
    AT_LEAST = "at_least"
    UNDER = "under"
    AT_MOST = "at_most"
    ABOUT = "about"


@dataclass(frozen=True, eq=False)
class Figure:
    """One figure; `start` and `end` are its place in the passage's text."""

    text: str
    kind: Kind
    value: float
    places: int
    relation: Relation
    passage: Passage
    start: int
    end: int
    day: datetime.date | None = None
    beside: tuple[str, str] = ("", "")
    """The passages before and behind a figure that stands alone."""
    tolerance: float | None = None
    """How far "about" reaches, where the wording itself says so ("9 von 10": 5 points)."""

    @property
    def page(self) -> int:
        """The page it stands on."""
        return self.passage.page

    @property
    def line(self) -> int | None:
        """The line of the file, where the format has lines."""
        if self.passage.line is None:
            return None
        return self.passage.line + self.passage.text[: self.start].count("\n")

    @property
    def context(self) -> str:
        """The words around it on one line; of a figure alone those of the passages beside it."""
        text = self.passage.text
        if any(self.beside):
            parts = (self.beside[0][-_AROUND:], text, self.beside[1][:_AROUND])
            return " / ".join(" ".join(one.split()) for one in parts if one.strip())
        if len(text) <= _MOST:
            return " ".join(text.split())
        begin, end = max(0, self.start - _AROUND), min(len(text), self.end + _AROUND)
        cut = text[begin:end]
        return ("… " if begin else "") + " ".join(cut.split()) + (" …" if end < len(text) else "")


_MOST = 240
_AROUND = 110
