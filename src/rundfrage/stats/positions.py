"""Where values stand among known ones, and combinations of values as whole numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
_WIDEST = 1_000_000


def positions(known: Array, values: Array) -> npt.NDArray[np.int64]:
    """The place of each of `values` in `known` (ascending, distinct), -1 for those not in it.

    A table of the whole numbers between the least and the largest is some times faster than a
    search, which matters for the hundred thousands of groups that many small units make.
    """
    if not len(known):
        return np.full(len(values), -1, np.int64)
    if known.dtype.kind in "iu" and values.dtype.kind in "iu":
        low, high = int(known[0]), int(known[-1])
        if high - low < _WIDEST:
            table = np.full(high - low + 2, -1, np.int64)
            table[known.astype(np.int64) - low] = np.arange(len(known))
            moved = values.astype(np.int64) - low
            return table[np.where((moved < 0) | (moved > high - low), -1, moved)]
    place = np.minimum(np.searchsorted(known, values), len(known) - 1)
    return np.where(known[place] == values, place, -1)


def combined(values: Sequence[Array], columns: Sequence[Array]) -> npt.NDArray[np.int64]:
    """One whole number for each combination, in the order of the columns."""
    codes = np.zeros(len(columns[0]), np.int64)
    for known, column in zip(values, columns, strict=True):
        codes = codes * len(known) + positions(known, column)
    return codes


def distinct(values: Array) -> tuple[Array, npt.NDArray[np.int64]]:
    """The different values, ascending, and the place among them of each; as np.unique.

    Whole numbers that lie close together are counted through a table, not sorted.
    """
    if values.dtype.kind in "iu" and len(values):
        low, high = int(values.min()), int(values.max())
        if high - low < _WIDEST:
            codes, _ = distinct_places(values.astype(np.int64) - low, high - low + 1)
            every = np.empty(int(codes.max()) + 1, values.dtype)
            every[codes] = values
            return every, codes
    every, found = np.unique(values, return_inverse=True)
    return every, found.astype(np.int64)


def distinct_places(places: Array, size: int) -> tuple[npt.NDArray[np.int64], int]:
    """Numbers from 0 to below `size` as 0, 1, … in their order without gaps, and how many."""
    if size > max(_WIDEST, 4 * len(places)):
        every, found = np.unique(places, return_inverse=True)
        return found.astype(np.int64), len(every)
    there = np.zeros(size, bool)
    there[places] = True
    kept = np.flatnonzero(there)
    codes = np.empty(size, np.int64)
    codes[kept] = np.arange(len(kept))
    return codes[places], len(kept)
