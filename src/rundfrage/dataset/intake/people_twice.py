"""Rows that repeat others cell by cell, as where a part of a file was pasted in twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import comb, log

import numpy as np
import numpy.typing as npt

from rundfrage.dataset.intake.row_columns import RowColumn
from rundfrage.dataset.intake.row_states import Doubted
from rundfrage.locales import counted_message, message

_FEWEST_COLUMNS = 3
_FEWEST_PEOPLE = 10
_FEWEST_ROWS = 3
_MOST_ROWS = 100_000
_BY_CHANCE = log(1e-4)

Rows = npt.NDArray[np.int64]


def doubts_of_copies(columns: Sequence[RowColumn], n: int) -> Iterator[Doubted]:
    """A doubt of the whole file if some of its rows are there twice, and that can't be by chance.

    It can't where a column tells everybody else apart, or where several rows follow each other as
    they do elsewhere. Where most rows are like others, few things were asked.
    """
    filled = [one for one in columns if one.answers]
    if len(filled) < _FEWEST_COLUMNS or n > _MOST_ROWS:
        return
    filled.sort(key=lambda one: -len(one.answers))
    if len(filled[0].answers) == n:
        return
    alike = _alike(filled, n)
    again, first = _again(alike)
    if not 0 < len(again) <= n / 2:
        return
    if _told_apart(filled, again, n) or _in_blocks(again, first, alike):
        found = counted_message(
            "{count} row repeats another one cell by cell, and was counted as well.",
            "{count} rows repeat others cell by cell, and were counted as well.",
            len(again),
        )
        settle = message(
            "If the same people stand there twice, take out the rows that repeat others; else "
            "write sure = true."
        )
        yield found, settle, ()


def _alike(columns: Sequence[RowColumn], n: int) -> Rows:
    """A number for each row, the same for rows with the same cells; -1 where no other has them."""
    alike = np.zeros(n, np.int64)
    rows = np.arange(n)
    given = np.zeros(n, np.int64)
    for column in columns:
        if not len(rows):
            break
        index = column.cells.index[rows].astype(np.int64)
        given[rows] += ~column.blank[rows]
        keys = alike[rows] * (len(column.cells.distinct) + 1) + index
        _, numbers, counts = np.unique(keys, return_inverse=True, return_counts=True)
        several = counts[numbers] > 1
        alike[rows] = np.where(several, numbers, -1)
        rows = rows[several]
    alike[given < _FEWEST_COLUMNS] = -1
    return alike


def _again(alike: Rows) -> tuple[Rows, Rows]:
    """The rows that another before them is like, and that one: the last before each."""
    rows = np.flatnonzero(alike >= 0)
    rows = rows[np.argsort(alike[rows], kind="stable")]
    same = alike[rows[1:]] == alike[rows[:-1]]
    again, first = rows[1:][same], rows[:-1][same]
    order = np.argsort(again)
    return again[order], first[order]


def _told_apart(columns: Sequence[RowColumn], again: Rows, n: int) -> bool:
    """True if some column holds another cell in every row but those that are there twice."""
    for column in columns:
        blank = column.blank
        once = n - int(blank.sum()) - len(again)
        if len(column.answers) < _FEWEST_PEOPLE:
            return False
        if once == len(column.answers) and not blank[again].any():
            return True
    return False


def _in_blocks(again: Rows, first: Rows, alike: Rows) -> bool:
    """True if so many rows follow each other twice that nobody's answers do so by chance."""
    pairs = comb(len(alike), 2)
    _, counts = np.unique(alike[alike >= 0], return_counts=True)
    share = log(float((counts * (counts - 1) // 2).sum()) / pairs)
    apart = again - first
    cuts = np.flatnonzero((np.diff(again) != 1) | (np.diff(apart) != 0)) + 1
    for rows in np.split(np.arange(len(again)), cuts):
        long = len(rows)
        if _FEWEST_ROWS <= long <= apart[rows[0]] and log(pairs) + long * share < _BY_CHANCE:
            return True
    return False
