"""For which respondents of a dataset a condition holds: its meaning as an array of flags."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

import numpy as np
import numpy.typing as npt

from rundfrage.codebook import Codebook, VariableType
from rundfrage.dataset.columns import ANSWERED, CHOSEN, Coded, Column, Marks
from rundfrage.rules.expression import Algebra, Literal_, Operator

Flags = npt.NDArray[np.bool_]

_COMPARISONS: dict[Operator, Callable[[Any, Any], Any]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


class Respondents(Algebra[Flags]):
    """The algebra in which a condition means: for which of these respondents does it hold?

    `columns` are those of the questions already answered; all have the same length. A comparison
    with a missing answer is false, whatever the operator.
    """

    def __init__(self, codebook: Codebook, columns: Mapping[str, Column], n: int) -> None:
        self._codebook = codebook
        self._columns = columns
        self._n = n

    def compare(self, variable: str, operator: Operator, value: Literal_) -> Flags:
        """Codes with numbers, category names with strings, dates with ISO dates."""
        column = self._columns[variable]
        test = _COMPARISONS[operator]
        if isinstance(column, Coded):
            categories = self._codebook[variable].categories
            holds = np.array(
                [
                    test(one.name if isinstance(value, str) else one.code, value)
                    for one in categories
                ]
                + [False],
                dtype=np.bool_,
            )
            # Missing reasons are below zero; all of them look up the False at the end.
            return cast("Flags", holds[np.where(column.codes < 0, -1, column.codes)])
        if isinstance(column, Marks):
            raise TypeError(f"{variable}: a multiple choice can't be compared")
        literal: Any = value
        if self._codebook[variable].type is VariableType.DATE:
            literal = np.datetime64(str(value), "D")
        answered = column.answered
        flags = np.zeros(self._n, dtype=np.bool_)
        flags[answered] = test(column.values[answered], literal)
        return flags

    def contains(self, variable: str, category: str) -> Flags:
        """The category is marked."""
        column = self._columns[variable]
        if not isinstance(column, Marks):
            raise TypeError(f"{variable}: not a multiple choice")
        marks = column.marks[self._codebook[variable].position(category)]
        return cast("Flags", marks == CHOSEN)

    def answered(self, variable: str) -> Flags:
        """The variable, or some member of the battery of that name, has an answer."""
        if variable in self._codebook:
            return cast("Flags", self._columns[variable].reasons == ANSWERED)
        members = self._codebook.battery(variable).members
        return self.any_of([self.answered(member) for member in members])

    def count(self, variable: str, operator: Operator, number: int) -> Flags:
        """The number of marks, where the question was answered."""
        column = self._columns[variable]
        if not isinstance(column, Marks):
            raise TypeError(f"{variable}: not a multiple choice")
        marked = (column.marks == CHOSEN).sum(axis=0)
        holds = cast("Flags", _COMPARISONS[operator](marked, number))
        return cast("Flags", holds & (column.reasons == ANSWERED))

    def all_of(self, parts: Sequence[Flags]) -> Flags:
        """Every part holds."""
        return cast("Flags", np.logical_and.reduce(parts))

    def any_of(self, parts: Sequence[Flags]) -> Flags:
        """Some part holds."""
        return cast("Flags", np.logical_or.reduce(parts))

    def negation(self, part: Flags) -> Flags:
        """The part does not hold."""
        return ~part
