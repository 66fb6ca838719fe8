"""Where the answers lie: a Source, which answers what is asked of its columns.

A *field* is a column as the engine sees it: how to ask whether it is missing, and for coded
columns the levels that its numbers stand for. Fields are known by the survey's names; the engine
sees generated ones (c0, c1, …), since it takes `Q1` and `q1` for one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from rundfrage.errors import Problem, Where, did_you_mean
from rundfrage.locales import message
from rundfrage.stats.engine.asked import Asked
from rundfrage.stats.engine.cache import Cache
from rundfrage.stats.engine.derived import Derived, StoredNumber

Array = npt.NDArray[Any]


@dataclass(frozen=True)
class Field:
    """One column: `missing` is a condition with `{}` for the column, or None if it has no gaps.

    `levels` are the names of a coded column's numbers 0, 1, …; None where the values speak for
    themselves. `number` says that the column can be summed.
    """

    missing: str | None
    number: bool
    levels: tuple[str, ...] | None = None


NUMBER = Field("({0} is null or isnan({0}))", number=True)
FLOAT = Field("isnan({0})", number=True)
WHOLE = Field(None, number=True)
MARK = Field("{} < 0", number=True)


class Source(Protocol):
    """Columns that an engine can read."""

    @property
    def fields(self) -> Mapping[str, Field]:
        """The columns by name."""

    @property
    def origin(self) -> str:
        """Where they came from, for problems."""

    @property
    def cache(self) -> Cache:
        """What was worked out of the respondents, whichever columns the source has of them."""

    def answer(self, asked: Asked) -> list[Array]:
        """The columns that `asked` describes, in its order; each of the shape (groups,)."""

    @property
    def rows(self) -> int:
        """The number of respondents."""

    def head(self, name: str) -> Array:
        """The first numbers of a column, at most a thousand; shape (rows,)."""


def field_of(one: Derived) -> Field:
    """The field of a derived column."""
    return MARK if one.whole else NUMBER


def stored_head(source: Source, one: Derived) -> Array:
    """What tells of a derived column where its middle is: the stored numbers, if it has any."""
    return source.head(one.column) if isinstance(one, StoredNumber) else np.zeros(0)


def centre(source: Source, name: str) -> float:
    """A number near the middle of a column; sums of distances from it lose fewer digits.

    It has few digits itself, so that taking it away rounds nothing off. A Problem if the column is
    not there or holds no numbers.
    """
    require(source, name, number=True)
    head = source.head(name).astype(float)
    numbers = head[np.isfinite(head)]
    return float(f"{numbers.mean():.3g}") if len(numbers) else 0.0


def require(source: Source, name: str, *, number: bool = False) -> Field:
    """The field of that name; a Problem if there is none, or if it can't be summed."""
    fields = source.fields
    if name not in fields:
        raise Problem(
            "column-unknown",
            where=Where(source.origin, name=name),
            found=message("There is no column {name}.", name=name),
            expected=message("a column of the answers."),
            mend=did_you_mean(name, fields) or message("Correct the name."),
        )
    if number and not fields[name].number:
        raise Problem(
            "column-not-numeric",
            where=Where(source.origin, name=name),
            found=message("The column {name} holds no numbers.", name=name),
            expected=message("a column of numbers."),
            mend=message("Name a numeric column."),
        )
    return fields[name]
