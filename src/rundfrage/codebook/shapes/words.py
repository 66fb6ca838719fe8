"""Words: an answer in one's own words."""

from __future__ import annotations

from rundfrage.codebook.shapes.shape import VariableShape
from rundfrage.codebook.variable import Variable, VariableType
from rundfrage.locales import message
from rundfrage.rules.answer_space import FreeText, Space

ANSWER_CHARACTERS = 20_000
"""Of an answer in words, unless its question says otherwise; about ten pages."""


class Words(VariableShape):
    """An answer in words."""

    name = "text"
    type = VariableType.TEXT
    described = message("has an open text as its answer")
    open = True

    def space(self, variable: Variable) -> Space:
        """Words of so many characters."""
        return FreeText(ANSWER_CHARACTERS if variable.most is None else variable.most)
