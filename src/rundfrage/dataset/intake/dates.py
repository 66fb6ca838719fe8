"""Dates as people and programs write them, with or without a time of day, which is cut.

    2020-09-23T14:05:00.000Z   2020/09/23 2:05:00 PM GMT+1   23.09.2020 14:05   23.9.20
    9/23/2020   23/09/2020   23 September 2020   Sep 23, 2020   Wed, 23 Sep 2020
    1er mars 2020   23SEP2020   Wed Sep 23 14:05:00 CEST 2020   2020年9月23日

Whether the day or the month comes first in 3/4/2020 is concluded from all cells of a column, and
where these don't tell, from the file.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rundfrage.dataset.words.calendar import month_named
from rundfrage.locales import Message, message
from rundfrage.patterns import pattern

_TIME = (
    r"(?:(?:[T,]\s*|\s+)(?:um\s+|at\s+)?\d{1,2}[:.h]\d\d(?:[:.]\d\d(?:[.,]\d+)?)?\s*(?:[AaPp]\.?\s?[Mm]\.?|Uhr)?"
    r"\s*(?:Z|UTC|GMT|[A-Z]{3,4})?\s*(?:[+-]\d{1,2}:?(?:\d\d)?)?(?:\s*\([^)]*\))?)?"
)
_WEEKDAY = r"(?:\w{2,10}\.?,?\s+)?"
_ORDINAL = r"\.|st|nd|rd|th|er|\.?[ºª°]|-?го"
"""What stands behind the number of a day, the first mostly: 1st, 1er, 1º, 1-го."""
_YEAR_FIRST = pattern(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}}){_TIME}")
_YEAR_LAST = pattern(rf"{_WEEKDAY}(\d{{1,2}})([-/.])\s?(\d{{1,2}})\2\s?(\d{{4}}|\d{{2}}){_TIME}")
_DAY_MONTH = pattern(
    rf"{_WEEKDAY}(\d{{1,2}})(?:{_ORDINAL})?[\s-]+(?:(?:de|of)\s+|d['’])?([^\W\d_]+)\.?,?[\s-]+"
    rf"(?:de\s+)?(\d{{4}}|\d{{2}})(?:\s?г\.?)?{_TIME}"
)
_MONTH_DAY = pattern(
    rf"{_WEEKDAY}([^\W\d_]+)\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}}){_TIME}"
)
_JOINED = pattern(r"(\d{1,2})([A-Za-z]{3})(\d{4}|\d{2})(?::\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?")
"""The formats DATE9 and DATETIME of SAS: 24FEB2020, 24FEB2020:10:12:00."""
_YEAR_BEHIND = pattern(
    r"[^\W\d_]{2,9}\.?,?\s+([^\W\d_]+)\.?\s+(\d{1,2})\s+\d\d:\d\d(?::\d\d)?\s+"
    r"(?:[A-Z]{1,5}(?:[+-]\d{1,2}:?\d\d)?\s+|[+-]\d{4}\s+)?(\d{4})"
)
"""As C and Java print a moment: Mon Jan 17 10:12:00 CET 2022."""
_SIGNED = pattern(
    rf"(\d{{4}})\s?[年년]\s?(\d{{1,2}})\s?[月월]\s?(\d{{1,2}})\s?[日号號일]"
    rf"(?:\s?\(?(?:[星周週]期?)?[月火水木金土日一二三四五六월화수목금토일](?:曜日|요일)?\)?)?{_TIME}"
)
_FORMS = (_YEAR_FIRST, _YEAR_LAST, _DAY_MONTH, _MONTH_DAY, _JOINED, _YEAR_BEHIND, _SIGNED)
_YEARLESS = (
    pattern(
        rf"(?P<day>\d{{1,2}})(?:{_ORDINAL})?[\s-]*(?:(?:de|of)\s+|d['’])?(?P<month>[^\W\d_]{{3,}})\.?"
    ),
    pattern(r"(?P<month>[^\W\d_]{3,})\.?\s?(?P<day>\d{1,2})(?:st|nd|rd|th)?"),
)
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_CENTURY = 30
"""Years of two digits from here on are of the twentieth century, as spreadsheets have it."""
_MONTHS = 12


@dataclass(frozen=True)
class Dates:
    """The days of a column by their cells; `timed` if a time of day stood behind them.

    `doubt` says what may be read otherwise. `impossible` are cells that only look like dates,
    `both_ways` two that have the month and the day first; `counted` says how numbers became days.
    """

    days: Mapping[str, datetime.date]
    timed: bool = False
    doubt: Message | None = None
    impossible: tuple[str, ...] = ()
    both_ways: tuple[str, str] | None = None
    counted: Message | None = None


def read_dates(words: Sequence[str], *, day_first: bool | None = None) -> Dates | None:
    """The days that these cells hold, None if one of them holds none or there are none.

    `day_first` tells 3/4/2020 where the cells themselves don't.
    """
    if not words or not any(form.fullmatch(words[0]) for form in _FORMS):
        return None
    slashed = {word: match for word in words if (match := _YEAR_LAST.fullmatch(word))}
    order, doubt = _order(list(slashed.values()), day_first=day_first)
    days: dict[str, datetime.date] = {}
    for word in words:
        day = _day(word, slashed.get(word), day_first=order)
        if day is None:
            return None
        days[word] = day
    return Dates(days, any(":" in word for word in words), doubt)


def parsed_date(word: str) -> datetime.date | None:
    """The day a cell holds by itself; 3/4/2020 is the third of April."""
    return _day(word, _YEAR_LAST.fullmatch(word), day_first=True)


def day_and_month(word: str) -> tuple[int, int] | None:
    """The day and the month of a cell that says no year: 1er janvier, 3. Mai, 3-Apr, May 5."""
    for form in _YEARLESS:
        if match := form.fullmatch(word):
            day, month = int(match["day"]), month_named(match["month"])
            return (day, month) if month and 0 < day <= _LONGEST[month - 1] else None
    return None


def day_first_of(words: Sequence[str]) -> bool | None:
    """Whether these cells show that the day comes before the month; None if they don't tell."""
    matches = [match for word in words if (match := _YEAR_LAST.fullmatch(word)) and match[2] != "."]
    if not matches or len(matches) < len(words):
        return None
    return _shown(matches)


def has_form(word: str) -> bool:
    """True if the cell looks like a date, be it a day or none: 30.02.2023."""
    if match := _DAY_MONTH.fullmatch(word) or _JOINED.fullmatch(word):
        return month_named(match[2]) > 0
    if match := _MONTH_DAY.fullmatch(word) or _YEAR_BEHIND.fullmatch(word):
        return month_named(match[1]) > 0
    return any(form.fullmatch(word) for form in (_YEAR_FIRST, _YEAR_LAST, _SIGNED))


def short_year(words: Sequence[str]) -> str | None:
    """A cell with a year of two digits that may be of either century; None if there is none."""
    for word in words:
        for form, group in ((_YEAR_LAST, 4), (_DAY_MONTH, 3), (_JOINED, 3)):
            match = form.fullmatch(word)
            if match and len(match[group]) == 2 and int(match[group]) >= _CENTURY:  # noqa: PLR2004
                return word
    return None


def order_of(words: Sequence[str]) -> bool:
    """True if more of the cells have the day before the month than the other way round."""
    matches = [match for word in words if (match := _YEAR_LAST.fullmatch(word)) and match[2] != "."]
    first = sum(int(match[1]) > _MONTHS for match in matches)
    return first > sum(int(match[3]) > _MONTHS for match in matches)


def both_ways(words: Sequence[str]) -> tuple[str, str] | None:
    """Two cells of which one has the month first and the other the day; None if there are none."""
    matches = [match for word in words if (match := _YEAR_LAST.fullmatch(word)) and match[2] != "."]
    month = next((one[0] for one in matches if int(one[3]) > _MONTHS >= int(one[1])), None)
    day = next((one[0] for one in matches if int(one[1]) > _MONTHS >= int(one[3])), None)
    return (month, day) if month and day else None


def _shown(matches: Sequence[re.Match[str]]) -> bool | None:
    first = any(int(match[1]) > _MONTHS for match in matches)
    second = any(int(match[3]) > _MONTHS for match in matches)
    return None if first == second else first


def _order(
    matches: Sequence[re.Match[str]], *, day_first: bool | None
) -> tuple[bool, Message | None]:
    if not matches or all(match[2] == "." for match in matches):
        return True, None
    shown = _shown(matches)
    if shown is not None:
        return shown, None
    chosen = bool(day_first)
    sample = next((match for match in matches if match[2] != "." and match[1] != match[3]), None)
    if sample is None:
        return chosen, None
    read = (
        message("“{date}” was read as day, month and year.", date=sample[0])
        if chosen
        else message("“{date}” was read as month, day and year.", date=sample[0])
    )
    return chosen, None if day_first is not None else read


def _day(word: str, year_last: re.Match[str] | None, *, day_first: bool) -> datetime.date | None:
    if year_last:
        first, second = int(year_last[1]), int(year_last[3])
        day, month = (first, second) if day_first or year_last[2] == "." else (second, first)
        return _date(year_last[4], month, day)
    if match := _YEAR_FIRST.fullmatch(word):
        return _date(match[1], int(match[3]), int(match[4]))
    if match := _SIGNED.fullmatch(word):
        return _date(match[1], int(match[2]), int(match[3]))
    if match := _DAY_MONTH.fullmatch(word) or _JOINED.fullmatch(word):
        return _date(match[3], month_named(match[2]), int(match[1]))
    if match := _MONTH_DAY.fullmatch(word) or _YEAR_BEHIND.fullmatch(word):
        return _date(match[3], month_named(match[1]), int(match[2]))
    return None


def _date(year: str, month: int, day: int) -> datetime.date | None:
    whole = int(year)
    if len(year) <= 2:  # noqa: PLR2004  the century is left out
        whole += 1900 if whole >= _CENTURY else 2000
    try:
        return datetime.date(whole, month, day)
    except ValueError:
        return None
