"""A column of any format as what may say of each row whether it is an interview."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np
import numpy.typing as npt

from rundfrage.codebook import Category, Variable, VariableType
from rundfrage.dataset import arrow
from rundfrage.dataset.cells import Cells, number_cell
from rundfrage.dataset.intake.builder import Builder
from rundfrage.dataset.intake.labelled_values import Written
from rundfrage.dataset.intake.labelled_values import plain as written
from rundfrage.dataset.labelled import Labelled
from rundfrage.dataset.words.rows import plain
from rundfrage.locales import Message, message
from rundfrage.rules import name_in


class Holding(Protocol):
    """What a column holds: how often each answer is given, and the cell of each row."""

    @property
    def answers(self) -> Mapping[str, int]:
        """How often each answer stands there; no blanks, no reasons."""

    @property
    def cells(self) -> Cells:
        """The column's cells; they cost a walk over the rows where the file has none."""

    @property
    def labels(self) -> Mapping[str, str]:
        """The words of its values, where it has codes."""


@dataclass(frozen=True, eq=False)
class SheetColumn:
    """What a column of a sheet holds."""

    cells: Cells

    @property
    def answers(self) -> Mapping[str, int]:
        """How often each answer stands there."""
        return self.cells.answers

    @property
    def labels(self) -> Mapping[str, str]:
        """None: its words are its own."""
        return {}


@dataclass(frozen=True, eq=False)
class LabelledColumn:
    """What a labelled column holds, its values written as people write them."""

    column: Labelled

    @cached_property
    def answers(self) -> Mapping[str, int]:
        """How often each answer stands there."""
        if self.column.is_date:
            return self.cells.answers
        return Written(self.column.counts)

    @cached_property
    def cells(self) -> Cells:
        """The column's cells."""
        column = self.column
        if isinstance(column.values, Cells):
            return column.values.blanked(~column.answered)
        # Arrow counts without sorting; days are numbers to it.
        coded = arrow.array(column.values.astype(np.float64)).dictionary_encode()
        values = arrow.floats(coded.dictionary)
        if column.is_date:
            words = list(map(str, values.astype(column.values.dtype)))
        else:
            words = ["" if np.isnan(one) else written(one) for one in values.tolist()]
        return Cells(column.name, tuple(words), arrow.whole(coded.indices)).blanked(
            ~column.answered
        )

    @property
    def labels(self) -> Mapping[str, str]:
        """The words of its values."""
        return {written(value): words for value, words in self.column.labels.items()}


@dataclass(frozen=True, eq=False)
class RowColumn:
    """A column under the `name` that the file gives it, and the variable that it became."""

    name: str
    owner: Variable | None
    holding: Holding

    @cached_property
    def names(self) -> Collection[str]:
        """The column's name; and, folded and without marks, all that it is called."""
        owner = self.owner
        said = () if owner is None else (owner.name, owner.label.source)
        return frozenset([self.name.strip(), *map(plain, (self.name, *said))])

    @property
    def answers(self) -> Mapping[str, int]:
        """How often each answer stands there."""
        return self.holding.answers

    @property
    def cells(self) -> Cells:
        """The cell of each row."""
        return self.holding.cells

    def word(self, answer: str) -> str:
        """What the file calls an answer."""
        return self.holding.labels.get(answer, answer)

    def rows(self, answers: Collection[str]) -> npt.NDArray[np.bool_]:
        """True for the rows that hold one of these answers; shape (n,)."""
        inside = np.array([word in answers for word in self.cells.words], np.bool_)
        found: npt.NDArray[np.bool_] = inside[self.cells.index]
        return found

    @property
    def blank(self) -> npt.NDArray[np.bool_]:
        """True for the rows without an answer; shape (n,)."""
        return ~self.rows(frozenset(self.answers))

    def without(self, answers: Collection[str]) -> str:
        """The condition that leaves out the rows with these answers; empty if there is none."""
        if self.owner is None:
            return ""
        coded = bool(self.holding.labels)
        values = [
            value_of(one)
            for one in self.owner.categories
            if one.label.source in answers or (coded and number_cell(one.code) in answers)
        ]
        if self.owner.type is VariableType.NUMERIC:
            values = list(answers)
        return " and ".join(f"not {named(self.owner)} = {one}" for one in values)


def row_columns(
    builder: Builder, names: Sequence[str], holdings: Sequence[Holding]
) -> list[RowColumn]:
    """The columns of these names with the variables that a builder has made of them."""
    became = {entry.place - 1: entry.variables for entry in builder.ledger.entries}
    variables = {one.name: one for one in builder.variables}
    return [
        RowColumn(name, variables[became[at][0]] if became.get(at) else None, holding)
        for at, (name, holding) in enumerate(zip(names, holdings, strict=True))
    ]


def named(variable: Variable) -> str:
    """A variable as conditions name it."""
    return name_in(variable.name)


def value_of(category: Category) -> str:
    """A category as conditions name it."""
    return category.name if category.name.isidentifier() else number_cell(category.code)


def left_out_by(condition: str) -> Message:
    """How a doubt of rows is settled: by that condition, or by saying that they are interviews."""
    if not condition:
        return message("If so, leave them out by a condition, or write sure = true.")
    return message(
        "If so, leave them out by the condition {condition}, or write sure = true.",
        condition=condition,
    )
