"""Marks: any of several answers; one that excludes the others stands alone."""

from __future__ import annotations

from rundfrage.codebook.shapes.shape import VariableShape
from rundfrage.codebook.variable import Role, Variable, VariableType
from rundfrage.locales import message
from rundfrage.rules.answer_space import SomeOf, Space


class Marks(VariableShape):
    """Any of several answers."""

    name = "multiple"
    type = VariableType.MULTIPLE
    described = message("may have several answers")
    several = True

    def space(self, variable: Variable) -> Space:
        """Some of the categories."""
        names = tuple(category.name for category in variable.categories)
        alone = frozenset(one.name for one in variable.categories if one.role is Role.NONE)
        return SomeOf(names, alone, variable.least, variable.most)
