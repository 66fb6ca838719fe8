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
    *(int(digit * count) for count in range(6, 10) for digit in "789"),
    *(10**count - rest for count in range(6, 10) for rest in (2, 3)),
)
HIGH_OF_TWO_DIGITS = tuple(code for code in HIGH if code < 100)  # noqa: PLR2004
NULLS = (127, 255, 32767, 65535, 2**31 - 1, 2**32 - 1)
"""The highest whole numbers of so many bits, which programs leave where there is none."""
ABOVE_ZERO = frozenset([*LOW, *HIGH])
_FAR = frozenset([-66, -77, -88, *range(-99, -89), -128, -32768, -(2**31)])
_FARTHEST = -900


def is_high(value: float) -> bool:
    """True for high codes, also as they stand in a column with decimals: 99.9 beside 36.6."""
    return value in HIGH or _is_repeated(value)


def _is_repeated(value: float) -> bool:
    """True for a decimal of one digit, 7 to 9: 9.9, 88.8, 999.9."""
    digits = f"{value:.10g}"
    return "." in digits and {*digits.replace(".", "")} in ({"7"}, {"8"}, {"9"})


def is_far(value: float) -> bool:
    """True for codes far below zero: -99, -77, -999, -8888, -99.9."""
    digits = set(f"{-value:.0f}")
    if value <= -10 and _is_repeated(-value):  # noqa: PLR2004
        return True
    return value in _FAR or (value <= _FARTHEST and value == int(value) and digits <= set("6789"))


def is_below_zero(value: float) -> bool:
    """True for codes below zero, near ones and far ones."""
    return value in NEAR or is_far(value)
