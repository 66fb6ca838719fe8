"""Days: a date."""

from __future__ import annotations

from rundfrage.codebook.shapes.shape import VariableShape
from rundfrage.codebook.variable import Variable, VariableType
from rundfrage.locales import message
from rundfrage.rules.answer_space import Day, Space


class Days(VariableShape):
    """A date."""

    name = "date"
    type = VariableType.DATE
    described = message("has a date as its answer")
    ordered = True

    def space(self, variable: Variable) -> Space:
        """A day within the bounds."""
        return Day(variable.earliest, variable.latest)
