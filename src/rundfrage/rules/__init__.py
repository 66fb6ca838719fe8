"""The language of conditions, as in `q10 <= 2` or `"newsletter" in q9c`."""

from rundfrage.rules.expression import (
    Algebra,
    And,
    Answered,
    Compare,
    Condition,
    Contains,
    Count,
    Not,
    Operator,
    Or,
    atoms,
    fold,
)
from rundfrage.rules.parse import parse
from rundfrage.rules.write import name_in, write

__all__ = [
    "Algebra",
    "And",
    "Answered",
    "Compare",
    "Condition",
    "Contains",
    "Count",
    "Not",
    "Operator",
    "Or",
    "atoms",
    "fold",
    "name_in",
    "parse",
    "write",
]
