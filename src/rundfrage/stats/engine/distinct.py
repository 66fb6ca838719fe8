"""Distinct answers and how many gave each: what tables ask of data that stay in their engine.

A question's tables need its answers crossed with the banner, and for each combination the totals
that `engine.totals` has for arrays. Here an engine groups the columns as they are stored, and the
few combinations are read as a small dataset, in which each row is *repeated*: it stands for many
respondents. So every engine gives the same tables to the last bit.

Weights are summed as whole numbers of 62 bits (see totals.py). Sums of them need more than 64
bits, which Spark has not; so the upper 31 bits and the lower 31 bits are summed apart, exact up to
2^32 rows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from rundfrage.errors import Problem, Where
from rundfrage.locales import counted_message, message
from rundfrage.stats.engine.derived import Derived
from rundfrage.stats.engine.source import Source
from rundfrage.stats.engine.totals import Repeated, Whole, exponent_of

Counts = npt.NDArray[np.int64]
MOST = 10_000_000
"""More combinations than this are no table, and would fill memory."""


@dataclass(frozen=True)
class Answer:
    """A column to group by; of a text (`listed` given) only those words, all others count as ''."""

    column: str
    listed: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Wanted:
    """The columns to cross and the weight to sum, as w 2^exponent and w^2 2^exponent_of_squares.

    An engine answers with the columns in this order: the answers, the count of rows, the count of
    rows with a weight above zero, and with a weight the sums of upper and lower halves of both.
    At most `most` rows are wanted.
    """

    answers: tuple[Answer, ...]
    weight: str | None = None
    exponent: int = 0
    exponent_of_squares: int = 0
    most: int = MOST + 1


class Stored(Source, Protocol):
    """A source whose columns are stored in an engine: it groups by them, and derives others."""

    def deriving(self, derived: Mapping[str, Derived]) -> Stored:
        """The same source with these columns beside its own."""

    def counted(self, wanted: Wanted) -> pa.Table:
        """The columns that `wanted` describes, in its order."""

    def weighed(self, weight: str) -> tuple[float, float, int]:
        """The largest weight, the sum, and how many rows have none or an unusable one."""


def repeated_answers(
    source: Stored, answers: Sequence[Answer], weight: str | None = None
) -> tuple[pa.Table, Repeated]:
    """The distinct combinations of columns, and what each stands for.

    Raises a Problem for weights that can't be used, or too many combinations.
    """
    wanted = Wanted(tuple(answers))
    if weight is not None:
        largest = _largest(source, weight)
        wanted = Wanted(
            tuple(answers), weight, exponent_of(largest), exponent_of(largest * largest)
        )
    found = source.counted(wanted)
    if found.num_rows > MOST:
        raise Problem(
            "answers-too-many",
            where=Where(source.origin, name=", ".join(one.column for one in answers)),
            found=message("More than {most} combinations of answers occur.", most=MOST),
            expected=message("a question whose answers repeat."),
            mend=message("Round the numbers or put them into classes, or leave the question out."),
        )
    keys = found.select(range(len(answers)))
    sums = [_whole(found.column(place)) for place in range(len(answers), found.num_columns)]
    n, contributing = sums[:2]
    if weight is None:
        return keys, Repeated(n, contributing)
    return keys, Repeated(
        n,
        contributing,
        Whole(*_normal(sums[2], sums[3]), wanted.exponent),
        Whole(*_normal(sums[4], sums[5]), wanted.exponent_of_squares),
    )


def _largest(source: Stored, weight: str) -> float:
    field = source.fields.get(weight)
    if field is None or not field.number:
        raise Problem(
            "weight-not-numeric",
            where=Where(source.origin, name=weight),
            found=message("There is no column of numbers {weight}.", weight=weight),
            expected=message("a numeric column."),
            mend=message(
                "Name one; weights that lie beside the answers are no column of them, but of "
                "a copy that they are written into."
            ),
        )
    largest, total, bad = source.weighed(weight)
    if bad or (source.rows and not total):
        raise Problem(
            "weight-unusable",
            where=Where(source.origin, name=weight),
            found=counted_message(
                "{count} weight is missing, negative or infinite.",
                "{count} weights are missing, negative or infinite.",
                bad,
            )
            if bad
            else message("All weights are zero."),
            expected=message("a weight of zero or more for every respondent, above zero for some."),
            mend=message("Mend these rows, or leave the respondents out."),
        )
    return largest


def _whole(column: Any) -> Counts:  # noqa: ANN401  (a column of PyArrow)
    return np.asarray(column.cast(pa.int64()).to_numpy(), np.int64)


def _normal(upper: Counts, lower: Counts) -> tuple[Counts, Counts]:
    """The same sums with the lower half below 2^31."""
    return upper + (lower >> 31), lower & 0x7FFFFFFF
