"""What can be answered to a variable, as the rules see it."""

from __future__ import annotations

from decimal import Decimal

from rundfrage.codebook import Role, Variable, VariableType
from rundfrage.questionnaire.limits import ANSWER_CHARACTERS
from rundfrage.rules.answer_space import Amount, Day, OneOf, SomeOf, Space, Words

_MOST_DECIMALS = 6
"""As many as a range can be written with."""


def space_of(variable: Variable) -> Space:
    """What can be answered."""
    names = tuple(category.name for category in variable.categories)
    match variable.type:
        case VariableType.CATEGORICAL | VariableType.ORDINAL:
            return OneOf(names, tuple(category.code for category in variable.categories))
        case VariableType.MULTIPLE:
            alone = frozenset(one.name for one in variable.categories if one.role is Role.NONE)
            return SomeOf(names, alone, variable.least, variable.most)
        case VariableType.NUMERIC:
            bounds = [None if one is None else Decimal(repr(one)) for one in
                      (variable.low, variable.high)]  # fmt: skip
            decimals = _MOST_DECIMALS if variable.decimals is None else variable.decimals
            return Amount(bounds[0], bounds[1], decimals)
        case VariableType.DATE:
            return Day(variable.earliest, variable.latest)
        case VariableType.TEXT:
            return Words(ANSWER_CHARACTERS if variable.most is None else variable.most)
