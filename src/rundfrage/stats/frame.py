"""The Frame: the grid of cells that groups of moments fall into."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod
from typing import Any

import numpy as np
import numpy.typing as npt

from rundfrage.stats.engine import Moments
from rundfrage.stats.positions import distinct, positions

Array = npt.NDArray[Any]
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Frame:
    """The values of each crossed column, and the cell of each group, shape (G,).

    Groups of a value that nobody with a weight gave have the cell -1; they are in no sum.
    """

    values: tuple[Array, ...]
    cell: npt.NDArray[np.int64]

    @property
    def shape(self) -> tuple[int, ...]:
        """The number of values of each column."""
        return tuple(len(one) for one in self.values)

    @property
    def size(self) -> int:
        """The number of cells."""
        return prod(self.shape)

    def spread(self, sums: Array) -> Numbers:
        """Sums by group, shape (G, k), as sums by cell, shape (*levels, k)."""
        there = self.cell >= 0
        columns = [np.bincount(self.cell[there], one[there], self.size) for one in sums.T]
        by_measure = np.array(columns, float).reshape(sums.shape[1], *self.shape)
        return np.moveaxis(by_measure, 0, -1)

    def like(self, found: Moments) -> Frame:
        """The same grid for the groups of other moments over the same columns."""
        return Frame(self.values, self.places(found.cells, len(found.n)))

    def places(self, columns: Sequence[Array], groups: int) -> npt.NDArray[np.int64]:
        """The cell of each group by its values in the crossed columns, -1 for none."""
        return _cells(self.values, columns, groups)


def frame_of(found: Moments) -> Frame:
    """The grid of the values that respondents with a weight above zero gave."""
    values = tuple(distinct(one[found.contributing > 0])[0] for one in found.cells)
    return Frame(values, _cells(values, found.cells, len(found.n)))


def _cells(values: Sequence[Array], columns: Sequence[Array], groups: int) -> npt.NDArray[np.int64]:
    cell = np.zeros(groups, np.int64)
    known = np.ones(groups, bool)
    for levels, column in zip(values, columns, strict=True):
        place = positions(levels, column)
        known &= place >= 0
        cell = cell * len(levels) + place
    return np.where(known, cell, -1)
