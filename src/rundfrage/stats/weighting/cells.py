"""The sample as cells of the crossed axes: weights depend on nothing but a respondent's cell.

The engine counts the cells by one GROUP BY, so that the iterations of a method work on some
hundreds of cells and not on millions of respondents.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rundfrage.dataset import Dataset
from rundfrage.stats.engine import Cross, totals
from rundfrage.stats.weighting.targets import OUTSIDE, Axis

Array = npt.NDArray[Any]
Numbers = npt.NDArray[np.float64]
_TABLE = 1 << 22
"""Combinations of codes up to which cells are looked up in a table rather than searched."""
_BITS = 62


@dataclass(frozen=True, eq=False)
class SampleCells:
    """C cells that occur, their codes by axis, and the codes of each respondent.

    `keys` holds an array of shape (C,) for each axis, `rows` one of shape (n,). `n` counts the
    respondents of a cell, `contributing` those with a base weight above zero, `base` sums the base
    weights and `squares` their squares.
    """

    axes: tuple[Axis, ...]
    keys: tuple[Array, ...]
    rows: tuple[Array, ...]
    n: npt.NDArray[np.int64]
    contributing: npt.NDArray[np.int64]
    base: Numbers
    squares: Numbers

    def key(self, axis: Axis) -> Array:
        """The codes of the cells on an axis, shape (C,)."""
        return self.keys[self.axes.index(axis)]

    def spread(self, values: Numbers) -> Numbers:
        """What each respondent gets of values by cell: shape (C,) to (n,)."""
        sizes = [int(key.max(initial=0)) - OUTSIDE + 1 for key in self.keys]
        combinations = 1
        for size in sizes:
            combinations *= size
        if combinations <= _TABLE:
            table = np.zeros(combinations)
            table[_combined(self.keys, sizes, np.int32)] = values
            place = _combined(self.rows, sizes, np.int32)
            return table[place]
        if combinations < 1 << _BITS:
            known = _combined(self.keys, sizes, np.int64)
            order = np.argsort(known)
            place = np.searchsorted(known[order], _combined(self.rows, sizes, np.int64))
            return values[order][place]
        # Both are sorted by the axes in their order, as the engine's totals are.
        _, place = np.unique(np.stack(self.rows), axis=1, return_inverse=True)
        return values[place.ravel()]


def _combined(columns: Sequence[Array], sizes: Sequence[int], kind: type) -> Array:
    """One number for each combination of codes."""
    found: Array = np.zeros(len(columns[0]), kind)
    for column, size in zip(columns, sizes, strict=True):
        found *= size
        found += column
        found -= OUTSIDE
    return found


def sample_cells(
    dataset: Dataset, axes: Sequence[Axis], weights: Numbers | None = None
) -> SampleCells:
    """The cells of the respondents; `weights` are base weights, shape (n,), none meaning 1."""
    rows = tuple(axis.codes(dataset) for axis in axes)
    (found,) = totals([Cross(rows)], weights)
    return SampleCells(
        tuple(axes), found.keys, rows, found.n, found.contributing, found.weight, found.squares
    )
