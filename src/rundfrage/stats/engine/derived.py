"""Derived columns: codes and numbers that an engine makes of stored columns while it reads them.

What a stored value means (a code, a word, a code of a missing answer) the codebook tells, and it
is asked of the distinct values that occur. What comes of that is told to the engine as one of the
forms below, so that estimates far away are made of the same codes as those in memory. Codes are
whole numbers and missing below zero; numbers are floats and missing where NaN.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from rundfrage.errors import Problem, Where
from rundfrage.locales import message

Array = npt.NDArray[Any]
Limit = float | datetime.date
MOST_WORDS = 1000
"""More words than this are no answers to choose from."""


@dataclass(frozen=True)
class Steps:
    """`values[k]` where k of the ascending `limits` are at most the stored number, or `day`."""

    column: str
    limits: tuple[Limit, ...]
    values: tuple[float, ...]
    whole: bool
    day: bool = False


@dataclass(frozen=True)
class StoredNumber:
    """The number that is stored, and missing where `steps` are."""

    column: str
    steps: Steps
    whole: bool = False


@dataclass(frozen=True)
class WordValues:
    """The value of each word that is stored."""

    column: str
    values: tuple[tuple[str, float], ...]
    whole: bool


@dataclass(frozen=True)
class Chosen:
    """1 where one of the marks `members` is set, 0 where another of `columns` has an answer."""

    columns: tuple[str, ...]
    members: tuple[str, ...]
    whole: bool = True


Derived = Steps | StoredNumber | WordValues | Chosen


def missing_value(*, whole: bool) -> float:
    """What stands for a missing answer: -1 among codes, NaN among numbers."""
    return -1 if whole else float("nan")


def derived_of(stored: pa.Table, wanted: Array) -> Derived:
    """How the engine gets `wanted` (codes, or numbers as floats) from stored columns.

    Both have a row for each distinct combination of stored values. Several columns are the marks
    of a multiple choice. Raises a Problem for more words than answers can have.
    """
    whole = wanted.dtype.kind != "f"
    there = wanted >= 0 if whole else np.isfinite(wanted)
    if stored.num_columns > 1:
        return _chosen(stored, wanted)
    (name,) = stored.column_names
    column = stored.column(0)
    kind = column.type.value_type if pa.types.is_dictionary(column.type) else column.type
    given = ~column.is_null().to_numpy()
    if pa.types.is_string(kind) or pa.types.is_large_string(kind):
        words = np.array(column.cast(pa.string()).to_pylist(), object)
        pairs = dict(zip(words[given & there], wanted[given & there].tolist(), strict=True))
        if len(pairs) > MOST_WORDS:
            raise _words_for_numbers(name, len(pairs))
        return WordValues(name, tuple(pairs.items()), whole)
    day = pa.types.is_temporal(kind)
    if day:
        ranks = np.zeros(len(given))
        ranks[given] = column.cast(pa.date32(), safe=False).cast(pa.int32()).drop_null().to_numpy()
    else:
        ranks = _numbers(column)
        given &= ~np.isnan(ranks)
    values, first = np.unique(ranks[given], return_index=True)
    target = np.where(there, wanted, missing_value(whole=whole))[given][first]
    if not whole and np.array_equal(target[~np.isnan(target)], values[~np.isnan(target)]):
        marks = np.where(np.isnan(target), -1, 0)
        return StoredNumber(name, _steps(name, values, marks, day=day, whole=True))
    return _steps(name, values, target, day=day, whole=whole)


def _steps(name: str, values: Array, target: Array, *, day: bool, whole: bool) -> Steps:
    """A step wherever the next value means something else."""
    apart = np.ones(len(values), bool)
    apart[1:] = (target[1:] != target[:-1]) & ~(np.isnan(target[1:]) & np.isnan(target[:-1]))
    chosen = np.flatnonzero(apart)
    below, above = values[chosen[1:] - 1], values[chosen[1:]]
    # An engine may make another float of a decimal than PyArrow does, by a last bit.
    between = below / 2 + above / 2
    limits = np.where((below < between) & np.isfinite(between) & (not day), between, above).tolist()
    return Steps(
        name,
        tuple(_day(one) for one in limits) if day else tuple(limits),
        tuple(target[chosen].tolist()) or (missing_value(whole=whole),),
        whole,
        day,
    )


def _day(number: float) -> datetime.date:
    return datetime.date(1970, 1, 1) + datetime.timedelta(days=int(number))


def _numbers(column: pa.ChunkedArray) -> Array:
    if pa.types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    if pa.types.is_boolean(column.type):
        column = column.cast(pa.int8())
    return np.asarray(column.cast(pa.float64(), safe=False).to_numpy(), np.float64)


def _chosen(stored: pa.Table, wanted: Array) -> Chosen:
    """A mark, or a net of marks: it is set wherever one of its members is."""
    marks = {name: _numbers(stored.column(name)) == 1 for name in stored.column_names}
    members = tuple(name for name, mark in marks.items() if (wanted[mark] > 0).all())
    return Chosen(tuple(marks), members)


def _words_for_numbers(name: str, count: int) -> Problem:
    return Problem(
        "numbers-as-words",
        where=Where(name=name),
        found=message(
            "The column is stored as words, of which {count} different ones occur.",
            count=count,
        ),
        expected=message(
            "numbers and dates stored as such, for their intervals to be computed there."
        ),
        mend=message("Store the column as numbers or dates, or leave the design out."),
    )
