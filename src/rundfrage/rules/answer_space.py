"""What can be answered: the space of answers of a variable, and what a comparison says of one.

An answer is a category's name, a set of such names, a number, a day or words; no answer is None.
Conditions tell apart only some of the answers: those between which none of them distinguishes
form one *cell*, of which any will do as an example.
"""

from __future__ import annotations

import datetime
import operator
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import count
from typing import Any

from rundfrage.rules.expression import Compare, Literal_, Operator

Single = str | Decimal | datetime.date
Answer = Single | frozenset[str]

COMPARISONS: dict[Operator, Callable[[Any, Any], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


@dataclass(frozen=True)
class OneOf:
    """One of the categories; a string compares with its name, a number with its code."""

    names: tuple[str, ...]
    codes: tuple[int, ...]

    @property
    def empty(self) -> bool:
        """True if there is nothing to answer."""
        return not self.names

    def candidates(self, literals: Iterable[Literal_]) -> Sequence[Single]:  # noqa: ARG002
        """The names."""
        return self.names

    def holds(self, answer: Single, operator: Operator, value: Literal_) -> bool:
        """Whether the answer stands in that relation to the value."""
        own = answer if isinstance(value, str) else self.codes[self.names.index(str(answer))]
        return COMPARISONS[operator](own, value)


@dataclass(frozen=True)
class Amount:
    """A number from low to high (None: without bound) in steps, counted from low.

    Without a step it has any numbers of so many decimals.
    """

    low: Decimal | None
    high: Decimal | None
    decimals: int
    step: Decimal | None = None

    @property
    def unit(self) -> Decimal:
        """How far a number lies from the next."""
        return Decimal(1).scaleb(-self.decimals) if self.step is None else self.step

    def beside(self, value: Decimal) -> tuple[Decimal, Decimal]:
        """The nearest numbers up to and from the value on, whatever the bounds."""
        start = Decimal(0) if self.step is None or self.low is None else self.low
        steps = (value - start) / self.unit
        return (start + steps.to_integral_value(ROUND_FLOOR) * self.unit,
                start + steps.to_integral_value(ROUND_CEILING) * self.unit)  # fmt: skip

    @property
    def empty(self) -> bool:
        """True if no number lies in the range."""
        return self.low is not None and self.high is not None and self.low > self.high

    @property
    def last(self) -> Decimal | None:
        """The highest number that the steps lead to."""
        return self.high if self.high is None or self.step is None else self.beside(self.high)[0]

    def candidates(self, literals: Iterable[Literal_]) -> Sequence[Single]:
        """Numbers of which one lies in every cell: the ends, and those beside the literals."""
        unit = self.unit
        bounds = (bound for bound in (self.low, self.last) if bound is not None)
        found = {one if self.step else one.quantize(unit) for one in bounds} or {Decimal(0)}
        for literal in literals:
            down, up = self.beside(Decimal(repr(literal)))
            found |= {down - unit, down, up, up + unit}
        return sorted(
            one
            for one in found
            if (self.low is None or one >= self.low) and (self.high is None or one <= self.high)
        )

    def stretches(self, literals: Iterable[Literal_]) -> list[tuple[Decimal, Decimal]]:
        """The first and last number of each run in which no literal lies, and each literal alone.

        The space must have both bounds.
        """
        assert self.low is not None  # noqa: S101 - its caller has looked
        assert self.last is not None  # noqa: S101
        found: list[tuple[Decimal, Decimal]] = []
        start = self.low
        for value in sorted({Decimal(repr(literal)) for literal in literals}):
            if not self.low <= value <= self.last:
                continue
            down, up = self.beside(value)
            last = down - self.unit if down == value else down
            if start <= last:
                found.append((start, last))
            if down == value:
                found.append((value, value))
            start = up + self.unit if up == value else up
        return [*found, (start, self.last)] if start <= self.last else found

    def holds(self, answer: Single, operator: Operator, value: Literal_) -> bool:
        """Whether the number stands in that relation to the value."""
        return COMPARISONS[operator](answer, Decimal(repr(value)))


@dataclass(frozen=True)
class Day:
    """A day from first to last (None: without bound)."""

    first: datetime.date | None
    last: datetime.date | None

    @property
    def empty(self) -> bool:
        """True if no day lies in the range."""
        return self.first is not None and self.last is not None and self.first > self.last

    def candidates(self, literals: Iterable[Literal_]) -> Sequence[Single]:
        """Days of which one lies in every cell: the ends, the literals and the days beside."""
        first, last = self.first or datetime.date.min, self.last or datetime.date.max
        found = {bound for bound in (self.first, self.last) if bound is not None}
        for literal in literals:
            at = datetime.date.fromisoformat(str(literal)).toordinal()
            found |= {
                datetime.date.fromordinal(day)
                for day in (at - 1, at, at + 1)
                if first.toordinal() <= day <= last.toordinal()
            }
        return sorted(found) or [datetime.date(2000, 1, 1)]

    def holds(self, answer: Single, operator: Operator, value: Literal_) -> bool:
        """Whether the day stands in that relation to the ISO date."""
        return COMPARISONS[operator](answer, datetime.date.fromisoformat(str(value)))


@dataclass(frozen=True)
class FreeText:
    """A text that isn't blank, of at most so many characters."""

    most: int

    @property
    def empty(self) -> bool:
        """False: something can always be written."""
        return False

    def candidates(self, literals: Iterable[Literal_]) -> Sequence[Single]:
        """The literals that fit, and a text that is none of them."""
        named = {str(literal) for literal in literals}
        fit = [one for one in sorted(named) if one.strip() and len(one) <= self.most]
        return [next(one for one in _texts() if one not in named), *fit]

    def holds(self, answer: Single, operator: Operator, value: Literal_) -> bool:
        """Whether the text is the value, letter by letter."""
        return COMPARISONS[operator](answer, value)


@dataclass(frozen=True)
class SomeOf:
    """One category at least, of which an exclusive one stands alone.

    The others are `least` to `most` (None: without bound).
    """

    names: tuple[str, ...]
    exclusive: frozenset[str] = frozenset()
    least: int | None = None
    most: int | None = None

    @property
    def empty(self) -> bool:
        """True if no choice keeps to the bounds."""
        free = len(self.names) - len(self.exclusive)
        most = free if self.most is None else min(self.most, free)
        return not self.exclusive and max(self.least or 1, 1) > most


SingleSpace = OneOf | Amount | Day | FreeText
Space = SingleSpace | SomeOf


def cells(space: SingleSpace, atoms: Iterable[Compare]) -> list[tuple[Single, frozenset[Compare]]]:
    """The cells that the comparisons cut the space into.

    Each is an example and the comparisons that hold for it.
    """
    asked = list(dict.fromkeys(atoms))
    found: dict[frozenset[Compare], Single] = {}
    for answer in space.candidates(atom.value for atom in asked):
        found.setdefault(true_of(space, answer, asked), answer)
    return [(answer, true) for true, answer in found.items()]


def true_of(space: SingleSpace, answer: Single, atoms: Iterable[Compare]) -> frozenset[Compare]:
    """The comparisons that hold for the answer."""
    return frozenset(one for one in atoms if space.holds(answer, one.operator, one.value))


def _texts() -> Iterator[str]:
    """Any texts, shortest first, as examples of words that a condition doesn't name."""
    yield "…"
    for number in count():
        yield chr(ord("a") + number % 26) * (1 + number // 26)
