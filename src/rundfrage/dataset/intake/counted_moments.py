"""Numbers that may be moments: seconds since 1970, or thousandths of them."""

from __future__ import annotations

import datetime
from collections.abc import Collection

from rundfrage.dataset.cells import number_cell
from rundfrage.locales import Message, message

_FIRST = datetime.date(1970, 1, 1)
_DAY = 86_400
_BETWEEN = (946_684_800, 2_208_988_800)
"""The years 2000 to 2039 in seconds: when people may have been asked, or are to come."""
_UNITS = (1, 1_000)
_FEWEST = 5


def unit_of(numbers: Collection[float]) -> int:
    """How many of the numbers are a second, if all may be moments of our time; else 0."""
    if len(numbers) < _FEWEST or not all(number == int(number) for number in numbers):
        return 0
    low, high = min(numbers), max(numbers)
    return next((one for one in _UNITS if _BETWEEN[0] * one <= low <= high < _BETWEEN[1] * one), 0)


def are_timed(numbers: Collection[float]) -> bool:
    """True if the numbers may be moments, and not all of them midnights."""
    unit = unit_of(numbers)
    return unit > 0 and any(number % (unit * _DAY) for number in numbers)


def moments_doubt(numbers: Collection[float]) -> tuple[Message, Message] | None:
    """The doubt that numbers are moments; None if they can't be."""
    unit = unit_of(numbers)
    if not unit:
        return None
    first = min(numbers)
    found = message(
        "{number} may be a moment of {date}, as programs count from 1970 on; it was counted as a "
        "number.",
        number=number_cell(first),
        date=(_FIRST + datetime.timedelta(days=first // (unit * _DAY))).isoformat(),
    )
    return found, message(
        'If so, write dates in the file, or leave the column out (use = "aside"); if not, write '
        "sure = true."
    )
