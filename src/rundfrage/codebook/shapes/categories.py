"""Categories: one of several answers, which have no order."""

from __future__ import annotations

from rundfrage.codebook.shapes.shape import VariableShape
from rundfrage.codebook.variable import Variable, VariableType
from rundfrage.locales import message
from rundfrage.rules.answer_space import OneOf, Space


class Categories(VariableShape):
    """One of several answers."""

    name = "single"
    type = VariableType.CATEGORICAL
    described = message("has answers to choose from, without an order")

    def space(self, variable: Variable) -> Space:
        """One of the categories."""
        return one_of(variable)


def one_of(variable: Variable) -> OneOf:
    """One of the variable's categories."""
    categories = variable.categories
    return OneOf(tuple(one.name for one in categories), tuple(one.code for one in categories))
