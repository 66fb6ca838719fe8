"""Columns of dates of which some are no days, stand the other way round, or stand for no date.

30.02.2023   0000-00-00   05/13/2023 beside 13/05/2023   1900-01-01   20220905
44927 (days since 1900)
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from rundfrage.dataset.intake.bands_as_days import bands_doubts
from rundfrage.dataset.intake.dates import (
    Dates,
    both_ways,
    has_form,
    order_of,
    read_dates,
    short_year,
)
from rundfrage.dataset.intake.layout import Heading
from rundfrage.dataset.intake.quantities import asks_amount
from rundfrage.dataset.intake.scales import folded
from rundfrage.dataset.intake.shown_as_days import shown_doubt
from rundfrage.dataset.intake.stray_codes import times
from rundfrage.locales import Message, joined, message
from rundfrage.patterns import pattern

_STANDING_FOR_NONE = frozenset(
    datetime.date(*day)
    for day in [
        (1, 1, 1), (1000, 1, 1), (1582, 10, 14), (1582, 10, 15), (1753, 1, 1), (1800, 1, 1),
        (1899, 12, 30), (1899, 12, 31), (1900, 1, 1), (1901, 1, 1), (1904, 1, 1), (1960, 1, 1),
        (1970, 1, 1), (2099, 12, 31), (2999, 12, 31), (9999, 12, 31), (9999, 1, 1),
    ]
)  # fmt: skip
"""The first and last days of programs, which they write where there is none."""
_FAR = datetime.timedelta(days=3650)
_SERIAL = pattern(r"[2-6]\d{4}(?:\.\d+)?")
_COMPACT = pattern(r"((?:19|20)\d\d)([01]\d)([0-3]\d)")
_FEWEST = 5
"""So many different numbers of eight digits are by chance hardly ever all days."""
_FIRST = datetime.date(1899, 12, 30)
_DAYS = pattern(
    r"(?<![^\W_])(?:date|day|datum|tag|fecha|data|dia|día|jour|giorno|dzień|tarih|gün|дата|день"
    r"|تاريخ|日期|날짜|birthday|dob|geburtstag|geburtsdatum)(?![^\W_])"
)
_SHOWN = 3

Doubts = tuple[tuple[Message, Message], ...]


def odd_dates(words: Sequence[str], *, day_first: bool | None = None) -> Dates | None:
    """The days of cells that all look like dates, though some are none; None if most are none.

    Where some have the day first and others the month, each is read as it can be, and those that
    may be either as most are.
    """
    if not words or not all(map(has_form, words)):
        return None
    order = order_of(words) if day_first is None else day_first
    days: dict[str, datetime.date] = {}
    for word in words:
        for first in (order, not order):
            one = read_dates([word], day_first=first)
            if one is not None:
                days[word] = one.days[word]
                break
    impossible = tuple(word for word in words if word not in days)
    if not days or len(impossible) > len(days):
        return None
    timed = any(":" in word for word in words)
    return Dates(days, timed, impossible=impossible, both_ways=both_ways(words))


def date_doubts(dates: Dates, counts: Mapping[str, int]) -> Doubts:
    """What is to be said of the days of a column, whose cells stand there so often."""
    doubts = []
    if dates.impossible:
        found = message(
            "No days, and left out: {words} ({often}).",
            words=joined([f"“{word[:30]}”" for word in dates.impossible[:_SHOWN]]),
            often=times(sum(counts[word] for word in dates.impossible)),
        )
        doubts.append((found, message("Mend the cells, or name them as missing.")))
    if dates.both_ways:
        one, other = dates.both_ways
        found = message(
            "In “{one}” the month comes first, in “{other}” the day; what may be either was read "
            "as most are.",
            one=one,
            other=other,
        )
        doubts.append((found, message("Write all the dates alike, or call it sure.")))
    if short := short_year(list(dates.days)):
        found = message(
            "“{date}” was read as a day of {year}.", date=short, year=str(dates.days[short].year)
        )
        doubts.append((found, message("If it is of another century, write years of four digits.")))
    if shown := shown_doubt([*dates.days, *dates.impossible]):
        doubts.append(shown)
    elif nobodys := _standing_for_none(dates):
        found = message(
            "“{date}” ({often}) may stand for no date, and was counted as one.",
            date=nobodys,
            often=times(counts[nobodys]),
        )
        doubts.append((found, message("If it stands for a missing answer, name it as missing.")))
    return (*doubts, *bands_doubts(dates.days))


def serial_dates(heading: Heading, words: Sequence[str]) -> Dates | None:
    """The days of numbers in a column that is named as dates are: spreadsheets count from 1900."""
    asked = folded(f"{heading.name} {heading.label} {heading.item_label}")
    if asks_amount(asked):
        return None
    dated = bool(_DAYS.search(asked))
    days = compact_days(words) if words and _COMPACT.fullmatch(words[0]) else {}
    if days and len(days) == len(words) and (dated or len(days) >= _FEWEST):
        read = days[words[0]].isoformat()
        return Dates(
            days, counted=message("“{number}” was read as {date}.", number=words[0], date=read)
        )
    days = serial_days(words) if dated else {}
    if not days:
        return None
    doubt = message(
        "“{number}” was read as {date}, as spreadsheets count days.",
        number=words[0],
        date=days[words[0]].isoformat(),
    )
    return Dates(days, counted=doubt)


def compact_days(words: Sequence[str]) -> dict[str, datetime.date]:
    """The days of those cells that are a year, a month and a day of our time: 20220905."""
    found = {}
    for word in words:
        if match := _COMPACT.fullmatch(word):
            try:
                found[word] = datetime.date(int(match[1]), int(match[2]), int(match[3]))
            except ValueError:
                continue
    return found


def serial_days(words: Sequence[str]) -> dict[str, datetime.date]:
    """The days of numbers as spreadsheets count them; none if some can't be days of our time."""
    if not all(map(_SERIAL.fullmatch, words)):
        return {}
    return {word: _FIRST + datetime.timedelta(days=int(float(word))) for word in words}


def _standing_for_none(dates: Dates) -> str | None:
    """The cell of a day that programs write for none, ten years away from all others."""
    others = [day for day in dates.days.values() if day not in _STANDING_FOR_NONE]
    if not others:
        return None
    first, last = min(others), max(others)
    return next(
        (
            word
            for word, day in dates.days.items()
            if day in _STANDING_FOR_NONE and (first - day > _FAR or day - last > _FAR)
        ),
        None,
    )
