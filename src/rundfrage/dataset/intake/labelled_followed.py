"""Labelled columns read by the codebook beside them, however the file holds the answers.

A column under a variable's name is read by its values. What the file holds otherwise (several
choices in a cell, sets under names of their own) is concluded as without the codebook, and counts
if it is the variable that the codebook has.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property

import numpy as np

from rundfrage.codebook import Codebook, Missing, Variable
from rundfrage.dataset.account import Account
from rundfrage.dataset.cells import Cells
from rundfrage.dataset.columns import Column
from rundfrage.dataset.dataset import Dataset
from rundfrage.dataset.flat import Flat
from rundfrage.dataset.intake.followed import adapted
from rundfrage.dataset.labelled import Labelled, by_codebook
from rundfrage.errors import Problem


def follow_labelled(
    codebook: Codebook,
    flats: Sequence[Flat],
    columns: Sequence[Labelled],
    file: str,
    conclude: Callable[[], Dataset],
) -> Dataset:
    """The dataset that the columns hold by the codebook, `flats` being it laid flat.

    Raises a Problem for a column that isn't there and for an answer that the codebook doesn't
    know, in one reading and the other.
    """
    otherwise = _Otherwise(conclude)
    by_name = {column.name: _unblank(column) for column in columns}
    dataset = by_codebook(codebook, flats, by_name, file, otherwise.column)
    concluded = otherwise.used
    if not concluded or otherwise.concluded.account is None:
        return dataset
    doubts = tuple(
        doubt for doubt in otherwise.concluded.account.doubts if doubt.touches(concluded)
    )
    return replace(dataset, account=Account(doubts=doubts)) if doubts else dataset


def _unblank(column: Labelled) -> Labelled:
    """The column without blank words, which are how these files write that there is no answer."""
    cells = column.values
    if not isinstance(cells, Cells) or all(cells.words):
        return column
    blank = np.array([not word for word in cells.words], np.bool_)[cells.index]
    reasons = np.where(blank & column.answered, np.int8(Missing.LEFT_BLANK), column.reasons)
    return replace(column, reasons=reasons.astype(np.int8))


class _Otherwise:
    """The file as it is concluded without the codebook, when a variable first asks for it."""

    def __init__(self, conclude: Callable[[], Dataset]) -> None:
        self._conclude = conclude
        self.used: list[str] = []

    @cached_property
    def concluded(self) -> Dataset:
        """The dataset without the codebook."""
        return self._conclude()

    def column(self, variable: Variable, problem: Problem) -> Column:
        """The column of the variable; raises the Problem of its values if it isn't concluded."""
        if variable.name not in self.concluded.codebook:
            raise problem
        own = self.concluded.codebook[variable.name]
        found = adapted(variable, own, self.concluded.columns[variable.name])
        if found is None:
            raise problem
        self.used.append(variable.name)
        return found
