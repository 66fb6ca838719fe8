"""Numbers: an amount, a rating in numbers, a place between two ends."""

from __future__ import annotations

from decimal import Decimal

from rundfrage.codebook.shapes.shape import VariableShape
from rundfrage.codebook.variable import Variable, VariableType
from rundfrage.locales import message
from rundfrage.rules.answer_space import Amount, Space

_MOST_DECIMALS = 6
"""As many as a range can be written with."""


class Numbers(VariableShape):
    """A number."""

    name = "numeric"
    type = VariableType.NUMERIC
    described = message("has a number as its answer")
    ordered = True

    def space(self, variable: Variable) -> Space:
        """A number within the bounds, in the variable's steps."""
        low, high, step = (None if one is None else exact(one) for one in
                           (variable.low, variable.high, variable.step))  # fmt: skip
        decimals = _MOST_DECIMALS if variable.decimals is None else variable.decimals
        return Amount(low, high, decimals, step)


def exact(number: float) -> Decimal:
    """The number as it was written: whole ones without decimals."""
    found = Decimal(repr(number))
    whole = found.to_integral_value()
    return whole if found == whole else found
