"""Conditions as trees, and the one way to walk them.

A condition speaks of variables by name. What "true" is, an *algebra* decides: a Python bool for
one respondent, an array for many, a formula for a solver. `fold` walks a condition with an algebra.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, TypeVar

Operator = Literal["==", "!=", "<", "<=", ">", ">="]
Literal_ = float | str
"""A number (a code or a numeric answer), or a string (a category's name, a text, an ISO date)."""


@dataclass(frozen=True)
class Compare:
    """`q10 <= 2`, `q1 == "nein"`: false if the variable has no answer."""

    variable: str
    operator: Operator
    value: Literal_


@dataclass(frozen=True)
class Contains:
    """`"newsletter" in q9c`: the category is among those chosen."""

    category: str
    variable: str


@dataclass(frozen=True)
class Answered:
    """`answered(q2)`."""

    variable: str


@dataclass(frozen=True)
class Count:
    """`count(q3) >= 2`: how many categories were chosen."""

    variable: str
    operator: Operator
    number: int


@dataclass(frozen=True)
class And:
    """All parts hold; at least two parts."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class Or:
    """One part holds at least; at least two parts."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class Not:
    """The part doesn't hold."""

    part: Condition


Condition = Compare | Contains | Answered | Count | And | Or | Not

T = TypeVar("T")


class Algebra(Protocol[T]):
    """What a condition means in some world of truth values T."""

    def compare(self, variable: str, operator: Operator, value: Literal_) -> T:
        """Whether the variable's answer stands in that relation to the value."""
        ...

    def contains(self, variable: str, category: str) -> T:
        """Whether the category was chosen."""
        ...

    def answered(self, variable: str) -> T:
        """Whether there is an answer."""
        ...

    def count(self, variable: str, operator: Operator, number: int) -> T:
        """Whether the number of chosen categories stands in that relation to the number."""
        ...

    def all_of(self, parts: Sequence[T]) -> T:
        """Conjunction."""
        ...

    def any_of(self, parts: Sequence[T]) -> T:
        """Disjunction."""
        ...

    def negation(self, part: T) -> T:
        """Negation."""
        ...


def fold(condition: Condition, algebra: Algebra[T]) -> T:
    """The meaning of the condition in the algebra."""
    match condition:
        case Compare(variable, operator, value):
            return algebra.compare(variable, operator, value)
        case Contains(category, variable):
            return algebra.contains(variable, category)
        case Answered(variable):
            return algebra.answered(variable)
        case Count(variable, operator, number):
            return algebra.count(variable, operator, number)
        case And(parts):
            return algebra.all_of([fold(part, algebra) for part in parts])
        case Or(parts):
            return algebra.any_of([fold(part, algebra) for part in parts])
        case Not(part):
            return algebra.negation(fold(part, algebra))


def atoms(condition: Condition) -> Iterator[Compare | Contains | Answered | Count]:
    """The simple conditions in a condition, from left to right."""
    match condition:
        case And(parts) | Or(parts):
            for part in parts:
                yield from atoms(part)
        case Not(part):
            yield from atoms(part)
        case _:
            yield condition
