"""The numbers by which files say that there is no answer: the one list of them.

*Near* codes are -1 to -9, *far* ones -99 and the like; *low* ones are 7 to 9, *high* ones 99, 999
and the like.
"""

from __future__ import annotations

NEAR = range(-9, 0)
LOW = (7, 8, 9)
HIGH = (
    *(77, 88, 96, 97, 98, 99, 555, 666, 777, 888, 996, 997, 998, 999, 5555, 6666, 7777, 8888),
    *(9996, 9997, 9998, 9999, 55555, 66666, 77777, 88888, 99997, 99998, 99999),
)
HIGH_OF_TWO_DIGITS = tuple(code for code in HIGH if code < 100)  # noqa: PLR2004
ABOVE_ZERO = frozenset([*LOW, *HIGH])
_FAR = frozenset([-66, -77, -88, *range(-99, -89)])
_FARTHEST = -900


def is_far(value: float) -> bool:
    """True for codes far below zero: -99, -77, -999, -8888."""
    digits = set(f"{-value:.0f}")
    return value in _FAR or (value <= _FARTHEST and value == int(value) and digits <= set("6789"))


def is_below_zero(value: float) -> bool:
    """True for codes below zero, near ones and far ones."""
    return value in NEAR or is_far(value)
