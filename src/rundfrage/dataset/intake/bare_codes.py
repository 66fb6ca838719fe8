"""Whole numbers without labels that may be codes of answers, and no numbers at all.

Files of SAS and Stata often come without the labels of their codes. Two values, or a few that count
up from 0 or 1 with 7, 9, 98 or the like apart from them, are codes: nobody counts so. A few that
only count up may be either.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rundfrage.dataset.intake.missing_codes import HIGH_OF_TWO_DIGITS, LOW
from rundfrage.dataset.intake.quantities import asks_number, asks_which, too_small
from rundfrage.locales import message

_FEWEST = 20
_PAIR = 2
_FIRST = frozenset([0, 1, 2])
"""What everybody answers alike: yes or no, and no mean of 0 or 1."""
_MOST_STEPS = 7
_MOST_CODES = 30
_MOST_AROUND = 5
"""The ends of scales that stand around zero: -3 to 3."""
MAY_BE_CODES = (
    message(
        "Small whole numbers without labels may be codes of answers, and were read as numbers."
    ),
    message("Where they are codes, label them, or give the type “single choice” or “scale”."),
)
"""The doubt of numbers that `may_be_codes`."""
_APART = (LOW, HIGH_OF_TWO_DIGITS)


@dataclass(frozen=True)
class Codes:
    """The codes of a column, and those that stand apart, as codes of missing answers do."""

    values: tuple[float, ...]
    apart: tuple[float, ...]


def codes_of(counts: Mapping[float, int]) -> Codes | None:
    """The codes that these numbers with their counts are; None if they may be numbers."""
    values = sorted(counts)
    if sum(counts.values()) < _FEWEST or not all(value == int(value) for value in values):
        return None
    if len(values) < _PAIR or values[0] not in {0, 1, 2}:
        return None
    steps = [value for place, value in enumerate(values) if value == values[0] + place]
    apart = values[len(steps) :]
    if not apart:
        return Codes(tuple(values), ()) if len(values) == _PAIR else None
    far = apart[0] > steps[-1] + 1 and any(set(apart) <= set(codes) for codes in _APART)
    return Codes(tuple(values), tuple(apart)) if far and len(steps) <= _MOST_STEPS else None


def may_be_codes(counts: Mapping[float, int]) -> bool:
    """True if the numbers are so few and so near that they may be codes or steps of a scale."""
    values = sorted(counts)
    if not values:
        return False
    most = _MOST_CODES if values[0] >= 0 else _MOST_AROUND
    near = all(value == int(value) and -_MOST_AROUND <= value <= most for value in values)
    return near and (len(values) >= _PAIR or set(values) <= _FIRST)


def asked_codes(counts: Mapping[float, int], *headings: str) -> bool:
    """True if numbers may be codes by themselves, or since the headings ask which one."""
    small = may_be_codes(counts) and (not asks_number(*headings) or too_small(counts, *headings))
    return small or asks_which(counts, *headings)
