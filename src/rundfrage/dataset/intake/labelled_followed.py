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

from rundfrage.codebook import Codebook, Missing, Variable, VariableType
from rundfrage.dataset.account import Account, Doubt
from rundfrage.dataset.cells import REASONS, Cells, parsed_number
from rundfrage.dataset.columns import ANSWERED, Column
from rundfrage.dataset.dataset import Dataset
from rundfrage.dataset.flat import Flat
from rundfrage.dataset.intake.followed import adapted
from rundfrage.dataset.intake.labelled_values import plain as written
from rundfrage.dataset.intake.numbers import LARGEST, absurd_doubt
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
    doubts: list[Doubt] = []
    numeric = {one.name.casefold() for one in flats if one.variable.type is VariableType.NUMERIC}
    by_name = {
        column.name: _given(column, doubts if column.name.casefold() in numeric else None)
        for column in columns
    }
    dataset = by_codebook(codebook, flats, by_name, file, otherwise.column)
    if otherwise.used and otherwise.concluded.account is not None:
        concluded = otherwise.concluded.account.doubts
        doubts += (one for one in concluded if one.touches(otherwise.used))
    return replace(dataset, account=Account(doubts=tuple(doubts))) if doubts else dataset


def _given(column: Labelled, doubts: list[Doubt] | None) -> Labelled:
    """The column without what nobody gave, which these files write where there is no answer.

    That are blank words and those by which rundfrage itself writes a reason and, where the codebook
    has numbers, those that are too large: `doubts` are then told of them.
    """
    cells = column.values
    if isinstance(cells, Cells):
        size = [abs(parsed_number(word) or 0) for word in cells.words] if doubts is not None else []
        large = {word for word, one in zip(cells.words, size, strict=False) if one >= LARGEST}
        none = Missing.LEFT_BLANK
        told = [none if word in large else REASONS.get(word, ANSWERED) for word in cells.words]
        why = np.array(told, np.int8)[cells.index]
    elif column.is_number and doubts is not None:
        blank = column.answered & (np.abs(column.numbers) >= LARGEST)
        why = np.where(blank, np.int8(Missing.LEFT_BLANK), np.int8(ANSWERED))
        large = {written(max(column.numbers[blank].tolist(), key=abs))} if blank.any() else set()
    else:
        return column
    if large and doubts is not None:
        doubts.append(Doubt(*absurd_doubt(max(large, key=len)), (column.name,)))
    reasons = np.where(column.answered & (why != ANSWERED), why, column.reasons)
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
