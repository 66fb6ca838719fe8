"""Steps: one of the steps of a scale, best or first first."""

from __future__ import annotations

from rundfrage.codebook.shapes.categories import one_of
from rundfrage.codebook.shapes.shape import VariableShape
from rundfrage.codebook.variable import Variable, VariableType
from rundfrage.locales import message
from rundfrage.rules.answer_space import Space


class Steps(VariableShape):
    """One step of a scale."""

    name = "scale"
    type = VariableType.ORDINAL
    described = message("has the steps of a scale, by their numbers")
    ordered = True
    stepped = True

    def space(self, variable: Variable) -> Space:
        """One of the steps."""
        return one_of(variable)
