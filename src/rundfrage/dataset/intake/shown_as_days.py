"""Numbers that a spreadsheet shows as days of 1900, since their cells have the format of dates.

17 -> 17.01.1900   60 -> 29.02.1900, which was no day   61 -> 01.03.1900   0 -> 00.01.1900
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from rundfrage.dataset.cells import number_cell
from rundfrage.locales import Message, message
from rundfrage.patterns import pattern

_ISO = pattern(r"(?P<year>1900|1899)-(?P<month>\d\d)-(?P<day>\d\d)(?:[T ]00:00(?::00)?)?")
_SLASHED = pattern(
    r"(?P<one>\d{1,2})(?P<mark>[./-])\s?(?P<two>\d{1,2})(?P=mark)\s?1900(?:[T ]0?0:00(?::00)?)?"
)
_ZERO = pattern(r"0?0:00(?::00)?(?: AM)?|1899-12-3[01]|(?:0?0([./-])0?1|0?1([./-])0?0)[./-]1900")
_FIRST = datetime.date(1899, 12, 31)
_NO_DAY = (2, 29)
"""The month and day of 1900 that spreadsheets count, and no calendar has."""
_BEFORE = datetime.date(1900, 3, 1)
_LEAP = 60
_LAST = 366
_MONTHS = 12


def shown_as_days(words: Sequence[str]) -> Mapping[str, float]:
    """The numbers of cells that all show days of 1900, as spreadsheets count; else none."""
    iso = {word: match for word in words if (match := _ISO.fullmatch(word))}
    slashed = {word: match for word in words if (match := _SLASHED.fullmatch(word))}
    zeros = [word for word in words if _ZERO.fullmatch(word)]
    if len({*iso, *slashed, *zeros}) < max(len(words), 2):
        return {}
    found: dict[str, float | None] = {}
    for word, match in iso.items():
        found[word] = _number(int(match["month"]), int(match["day"]))
    pairs = {word: (int(one["one"]), int(one["two"])) for word, one in slashed.items()}
    pointed = all(match["mark"] == "." for match in slashed.values())
    first = max((one for one, _ in pairs.values()), default=0)
    second = max((two for _, two in pairs.values()), default=0)
    # Small numbers are in the first months: what varies most are the days.
    day_first = pointed or first > _MONTHS or (second <= _MONTHS and first >= second)
    for word, (one, two) in pairs.items():
        found[word] = _number(two, one) if day_first else _number(one, two)
    found.update(dict.fromkeys(zeros, 0.0))
    numbers = {word: one for word, one in found.items() if one is not None}
    whole = len(numbers) == len(words) and len(set(numbers.values())) > 1
    return numbers if whole and len(numbers) > len(zeros) else {}


def _number(month: int, day: int) -> float | None:
    if (month, day) == _NO_DAY:
        return float(_LEAP)
    try:
        date = datetime.date(1900, month, day)
    except ValueError:
        return None
    number = (date - _FIRST).days + (date >= _BEFORE)
    return float(number) if number <= _LAST else None


def shown_doubt(words: Sequence[str]) -> tuple[Message, Message] | None:
    """The doubt that days are numbers; None if they can't be."""
    numbers = shown_as_days(words)
    if not numbers:
        return None
    word = max(numbers, key=lambda one: numbers[one])
    found = message(
        "“{date}” and all other dates are of 1900: they may be numbers such as {number}, which a "
        "spreadsheet shows as days.",
        date=word,
        number=number_cell(numbers[word]),
    )
    return found, message("If they are numbers, give it the type “number” in the codebook.")
