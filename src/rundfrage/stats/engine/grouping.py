"""Totals of a cross by numbering its cells: each respondent's cell is a whole number, counted.

It is several times faster than a query, and holds as long as a cross has few cells for its
respondents. Weights come as whole numbers of 62 bits (see engine.totals); their halves of 31 bits
are summed apart, which floats do without loss for up to `MOST_ROWS` respondents.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import prod
from typing import Any

import numpy as np
import numpy.typing as npt

from rundfrage.dataset import arrow

Array = npt.NDArray[Any]
Counts = npt.NDArray[np.int64]

MOST_ROWS = 1 << 22
"""So many halves of 31 bits add up to less than 2^53."""
_HALF = 31
_LOWER = (1 << _HALF) - 1
_ROOM = 1 << 16
_CELLS_A_ROW = 4
"""A cross may have 65,536 cells, or 4 for each respondent."""


@dataclass(frozen=True, eq=False)
class Numbered:
    """A column as places (shape (n,), from 0) in its `values`, which ascend."""

    places: npt.NDArray[np.int32]
    values: Array


def numbered(column: Array) -> Numbered:
    """The column by the places of its values; whole numbers near each other without a search."""
    if column.dtype.kind == "f":
        column = column + 0.0
    if column.dtype.kind in "iu" and len(column):
        low, high = int(column.min()), int(column.max())
        if high - low < _ROOM:
            places = np.subtract(column, low, dtype=np.int32, casting="unsafe")
            return Numbered(places, np.arange(low, high + 1).astype(column.dtype))
    coded = arrow.array(column).dictionary_encode()
    values = arrow.stored(coded.dictionary, column.dtype)
    order = np.argsort(values, kind="stable")
    rank = np.empty(len(order), np.int32)
    rank[order] = np.arange(len(order), dtype=np.int32)
    return Numbered(rank[arrow.whole(coded.indices)], values[order])


@dataclass(frozen=True, eq=False)
class Halves:
    """Whole numbers below 2^62 as floats: numbers = upper * 2^31 + lower; shape (n,)."""

    upper: npt.NDArray[np.float64]
    lower: npt.NDArray[np.float64]

    @staticmethod
    def of(numbers: Counts) -> Halves:
        """The halves of these numbers."""
        return Halves((numbers >> _HALF).astype(float), (numbers & _LOWER).astype(float))


@dataclass(frozen=True, eq=False)
class Cells:
    """The cells of a cross: the one of each respondent, and how many values each column has."""

    places: npt.NDArray[np.int32]
    columns: tuple[Array, ...]

    @staticmethod
    def of(columns: Sequence[Numbered]) -> Cells | None:
        """The cells that the columns cross to; None if there are too many to number."""
        room = 1
        for column in columns:
            room *= max(len(column.values), 1)
        if (
            room > max(_ROOM, _CELLS_A_ROW * len(columns[0].places))
            or room > np.iinfo(np.int32).max
        ):
            return None
        places = columns[0].places
        for column in columns[1:]:
            places = places * np.int32(len(column.values)) + column.places
        return Cells(places, tuple(column.values for column in columns))

    @property
    def size(self) -> int:
        """How many cells there are, empty ones too."""
        return prod(len(values) for values in self.columns)

    def kept(self, rows: npt.NDArray[np.bool_]) -> Cells:
        """The same cells with those respondents only; `rows` has the shape (n,)."""
        return Cells(self.places[rows], self.columns)

    def counts(self) -> Counts:
        """How many respondents each cell has."""
        return np.bincount(self.places, minlength=self.size)

    def sums(self, numbers: Halves) -> tuple[Counts, Counts]:
        """The sum of the numbers in each cell, as (upper, lower): upper * 2^31 + lower.

        For at most MOST_ROWS respondents.
        """
        upper, lower = (
            np.bincount(self.places, half, self.size).astype(np.int64)
            for half in (numbers.upper, numbers.lower)
        )
        return upper + (lower >> _HALF), lower & _LOWER

    def keys(self, cells: npt.NDArray[np.intp]) -> Iterator[Array]:
        """The value of each column in these cells."""
        places = np.unravel_index(cells, [len(values) for values in self.columns])
        for place, values in zip(places, self.columns, strict=True):
            yield values[place]
