"""A Shape: what answers are like, whatever kind of question or file they came from.

A *variable's shape* is that of one variable (categories, steps of a scale, marks, a number, a day,
words); a *battery's shape* is that of variables asked together (ratings, ranks, parts of a whole).
Shapes hold nothing, so that two of one class are equal. What a layer does for each of them stands
in that layer, in a mapping of `ByShape`; a test fails where one lacks a shape.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar, Generic, TypeVar

from rundfrage.codebook.variable import Variable, VariableType
from rundfrage.rules.answer_space import Space
from rundfrage.rules.bond import Bond
from rundfrage.stateless import Stateless

Entry = TypeVar("Entry")


class Shape(Stateless, ABC):
    """What answers are like."""

    name: ClassVar[str]
    """What files and tables call it; it never changes."""
    ordered: ClassVar[bool] = False
    """The answers have an order of their own, and no sorting by size."""
    stepped: ClassVar[bool] = False
    """They are steps of a scale, so that a mean needs the numbers of its ends."""
    several: ClassVar[bool] = False
    """A respondent may give several of one variable's answers."""
    open: ClassVar[bool] = False
    """Answers are given in one's own words, and there is nothing to draw."""
    items: ClassVar[bool] = False
    """It is a battery's, whose items are compared with each other."""
    least_first: ClassVar[bool] = False
    """The smallest number is the one in front."""


class VariableShape(Shape):
    """The shape of one variable, which its type decides."""

    type: ClassVar[VariableType]
    described: ClassVar[str]
    """What an author is told of a question of this shape: "has a number as its answer"."""

    @abstractmethod
    def space(self, variable: Variable) -> Space:
        """What can be answered."""


class BatteryShape(Shape):
    """The shape of variables asked together under one wording."""

    items = True

    def bond(self, members: Sequence[Variable], total: float | None) -> Bond | None:  # noqa: ARG002
        """What an answer to one says of the others; None if nothing."""
        return None

    def values(self, members: Sequence[Variable]) -> tuple[float, ...]:  # noqa: ARG002
        """The numbers that a table has rows for though nobody may have given them."""
        return ()


class ByShape(Mapping[Shape, Entry], Generic[Entry]):
    """An entry for each shape: what a layer does with answers of it."""

    def __init__(self, entries: Mapping[Shape, Entry]) -> None:
        self._entries = dict(entries)

    def __getitem__(self, shape: Shape) -> Entry:
        return self._entries[shape]

    def __iter__(self) -> Iterator[Shape]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)
