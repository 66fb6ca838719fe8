"""Writes a condition in the one canonical way, so that reading it gives the same condition."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from rundfrage.rules.expression import (
    And,
    Answered,
    Compare,
    Condition,
    Contains,
    Count,
    Literal_,
    Not,
    Or,
)
from rundfrage.rules.tokens import is_name


def write(condition: Condition) -> str:
    """The words of the condition, with the fewest parentheses."""
    match condition:
        case Compare(variable, operator, value):
            return f"{name_in(variable)} {operator} {_value(value)}"
        case Contains(category, variable):
            return f"{_value(category)} in {name_in(variable)}"
        case Answered(variable):
            return f"answered({name_in(variable)})"
        case Count(variable, operator, number):
            return f"count({name_in(variable)}) {operator} {number}"
        case And(parts):
            return " and ".join(_within(parts, Or | And))
        case Or(parts):
            return " or ".join(_within(parts, Or))
        case Not(part):
            return f"not {_within((part,), And | Or)[0]}"


def _within(parts: Sequence[Condition], loose: object) -> list[str]:
    return [
        f"({write(part)})" if isinstance(part, loose) else write(part)  # type: ignore[arg-type]
        for part in parts
    ]


def name_in(variable: str) -> str:
    """The variable as a condition names it: in quotation marks where it needs them."""
    return variable if is_name(variable) else _value(variable)


def _value(value: Literal_) -> str:
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    digits = format(Decimal(repr(float(value))), "f")
    return digits.removesuffix(".0") or "0"
