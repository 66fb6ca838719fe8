"""Times that are no days: months, quarters, weeks, days of any year, times of day, durations.

    2020-03   03/2020   Jan 2020   2020-Q1   Q1 2020   2020-W12   Monday   March   14:30   2:05 pm
    1er janvier   3. Mai   24 December

They have an order, and no mean that says anything.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rundfrage.dataset.intake.dates import day_and_month
from rundfrage.dataset.words.calendar import MONTHS, WEEKDAYS
from rundfrage.dataset.words.vocabulary import fold
from rundfrage.locales import Message, message
from rundfrage.patterns import pattern

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_MONTH_FORMS = (
    pattern(rf"{_YEAR}\s?[-/.]\s?(?P<month>0?[1-9]|1[0-2])"),
    pattern(rf"(?P<month>0?[1-9]|1[0-2])\s?[-/.,]\s?{_YEAR}"),
)
_NAMED_MONTHS = (
    pattern(
        r"(?P<name>[^\W\d_]+)\.?,?(?:\s+(?:de\s+)?|\s?[-/'’]\s?)(?P<year>(?:(?:19|20)\d\d)|\d\d)"
    ),
    pattern(rf"{_YEAR}[\s-]+(?P<name>[^\W\d_]+)\.?"),
)
_PARTS = (
    pattern(rf"{_YEAR}\s?[-/.]?\s?(?P<kind>[qtsh]|кв|w|kw)\.?\s?(?P<part>\d{{1,2}})"),
    pattern(
        r"(?P<kind>[qtsh]|kw|w)\.?\s?(?P<part>\d{1,2})(?:\s?[-/.]\s?|\s|(?=(?:19|20)\d\d)|(?='))"
        r"(?P<year>(?:(?:19|20)\d\d)|'?\d\d)"
    ),
    pattern(
        rf"(?P<part>\d{{1,2}})(?:\.|st|nd|rd|th|er|e|º|°)?\s?"
        rf"(?P<kind>quartal|quarter|trimestre|trimestre de|halbjahr|half|semestre|kwartał|квартал"
        rf"|кв|çeyrek|kw|week|q|t|h|s)\.?,?\s?[-/.]?\s?(?:de\s)?{_YEAR}"
    ),
)
_KINDS: Mapping[str, int] = {
    **dict.fromkeys(["w", "kw", "week"], 53),
    **dict.fromkeys(["h", "s", "halbjahr", "half", "semestre"], 2),
}
"""How many such parts a year has; four where it isn't said."""
_CLOCK = pattern(
    r"(?P<sign>-)?(?P<hour>\d{1,3}|\d{4,6}(?=:\d\d:))(?::|\s?h\s?|\.(?=\d\d\s?uhr))"
    r"(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d(?:\.\d{1,6})?))?"
    r"\s?(?P<half>[ap]\.?\s?m\.?)?(?:\s?(?:uhr|h))?"
)
_HOUR = pattern(r"(?P<hour>\d{1,2})\s?(?:(?P<half>[ap]\.?\s?m\.?)|uhr|o'clock)")
_LASTING = pattern(
    r"(?:(?P<hour>\d{1,3})\s?(?:h|hrs?|hours?|std|stunden?|heures?|horas?|ore|ora|godz|saat|sa|uur|ч|час\w*)"
    r"\.?,?\s?(?:and|und|et|y|e|i|ve|и)?\s?)?(?:(?P<minute>\d{1,3})\s?(?:m|min\w*|dk|dakika|мин\w*)\.?)?"
)
"""1 h 17 min, and 45 min beside it."""
_CENTURY = 70
_LONGEST = 24
_DAY = 24
_MOST_NAMED = 36

_TIMES = message("times of day or durations")

Place = tuple[float, ...]


@dataclass(frozen=True)
class Periods:
    """The cells of a column that are such times, in their order, and what they are called."""

    ordered: tuple[str, ...]
    kind: Message


def read_periods(words: Sequence[str]) -> Periods | None:
    """The times that these cells hold, None if one of them holds none or there are none."""
    if not words or len(words[0]) > _LONGEST:
        return None
    for place_of, kind in _FORMS:
        if place_of(fold(words[0])) is None:
            continue
        places = [place_of(fold(word)) for word in words]
        known = [place for place in places if place is not None]
        if len(known) == len(words):
            ordered = sorted(zip(known, words, strict=True))
            return Periods(tuple(word for _, word in ordered), kind)
    if lasting := _lasting(words):
        return lasting
    return _named(words) if 1 < len(words) <= _MOST_NAMED else None


def seconds_of(word: str) -> float | None:
    """The seconds of a time of day or a duration; None if the cell holds none."""
    place = _time(fold(word))
    if place is None and (match := _LASTING.fullmatch(fold(word))) and match[0]:
        place = (int(match["hour"] or 0), int(match["minute"] or 0), 0)
    return None if place is None else 3600 * place[0] + 60 * place[1] + place[2]


def _lasting(words: Sequence[str]) -> Periods | None:
    """Durations in hours and minutes, at least one of which has both."""
    both = False
    for word in words:
        match = _LASTING.fullmatch(fold(word))
        if not match or not match[0]:
            return None
        both = both or bool(match["hour"] and match["minute"])
    if not both:
        return None
    ordered = sorted((seconds_of(word) or 0.0, word) for word in words)
    return Periods(tuple(word for _, word in ordered), _TIMES)


def _named(words: Sequence[str]) -> Periods | None:
    """Months or weekdays by their names alone, in one language."""
    plain = [fold(word).rstrip(".") for word in words]
    for tables, kind in ((WEEKDAYS, message("weekdays")), (MONTHS, message("months"))):
        for table in tables:
            if all(word in table for word in plain):
                ordered = sorted(zip((table[word] for word in plain), words, strict=True))
                return Periods(tuple(word for _, word in ordered), kind)
    return None


def _month(word: str) -> Place | None:
    for form in _MONTH_FORMS:
        if match := form.fullmatch(word):
            return int(match["year"]), int(match["month"])
    for form in _NAMED_MONTHS:
        if match := form.fullmatch(word):
            for table in MONTHS:
                if match["name"] in table:
                    return _year(match["year"]), table[match["name"]]
    return None


def _day_of_year(word: str) -> Place | None:
    found = day_and_month(word)
    return None if found is None else found[::-1]


def _part(word: str) -> Place | None:
    """A quarter, half or week of a year."""
    for form in _PARTS:
        if match := form.fullmatch(word):
            most = _KINDS.get(match["kind"], 4)
            part = int(match["part"])
            return (_year(match["year"].lstrip("'")), most, part) if 0 < part <= most else None
    return None


def _time(word: str) -> Place | None:
    match = _CLOCK.fullmatch(word)
    if match is None and (match := _HOUR.fullmatch(word)) is None:
        return None
    said = match.groupdict()
    hour = int(said["hour"])
    if said["half"]:
        if not 0 < hour <= _DAY // 2:
            return None
        hour = hour % (_DAY // 2) + (_DAY // 2 if said["half"].startswith("p") else 0)
    turned = -1 if said.get("sign") else 1
    return (
        turned * hour,
        turned * int(said.get("minute") or 0),
        turned * float(said.get("second") or 0),
    )


def _year(digits: str) -> int:
    if len(digits) > 2:  # noqa: PLR2004  the century is said
        return int(digits)
    return int(digits) + (1900 if int(digits) >= _CENTURY else 2000)


_FORMS: Sequence[tuple[Callable[[str], Place | None], Message]] = (
    (_month, message("months")),
    (_part, message("parts of years")),
    (_day_of_year, message("days without a year")),
    (_time, _TIMES),
)
