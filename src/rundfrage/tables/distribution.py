"""Rows for numbers and dates: one for each value, or classes of equal width with even limits."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import floor, log10
from typing import Any

import numpy as np
import numpy.typing as npt

from rundfrage.codebook import Variable
from rundfrage.tables.rounding import Rounding
from rundfrage.tables.stub import Stub
from rundfrage.tables.table import Row, RowRole
from rundfrage.tables.words import label
from rundfrage.text import Text, date, known_language, month, number

Array = npt.NDArray[Any]
_MOST_ROWS = 21
_MOST_CLASSES = 12
_DAYS_A_WEEK = 7
_EPOCH = 1970
_NPS = (("promoters", 9, 10), ("passives", 7, 8), ("detractors", 0, 6))


def number_stub(variable: Variable, values: Array, languages: Sequence[str]) -> Stub:
    """Rows for the values that occur (ascending): one each up to 21 of them, else classes.

    Whole numbers that span at most 21 get all their rows, also the empty ones; so do the whole
    numbers between the variable's own limits, and all of its steps. A variable marked `nps` gets
    the rows promoters, passives and detractors beside (Reichheld 2003).
    """
    limits = [limit for limit in (variable.low, variable.high) if limit is not None]
    ends = np.array([*values[:1], *values[-1:], *limits])
    whole = bool(np.all(values == np.rint(values))) and all(
        limit == round(limit) for limit in limits
    )
    stepped = _steps(variable)
    if stepped is not None and np.isin(values, stepped).all():
        values = stepped
    elif whole and len(ends) > 1 and np.ptp(ends) < _MOST_ROWS:
        values = np.arange(ends.min(), ends.max() + 1)
    elif len(values) > _MOST_ROWS:
        return _classes(values, languages, whole=bool(np.all(values == np.rint(values))))
    named: dict[str, list[float]] = {}
    for value in values:
        named.setdefault(_name(value), []).append(value)
    rows = [Row(name, _label([float(name)], "{}", languages)) for name in named]
    answers = [np.array(alike) for alike in named.values()]
    if variable.nps:
        for name, low, high in _NPS:
            inside = values[(values >= low) & (values <= high)]
            rows.append(Row(name, label(name), RowRole.NET, tuple(map(_name, inside))))
            answers.append(inside)
    return Stub(tuple(rows), tuple(answers), Rounding.STACK)


def _steps(variable: Variable) -> Array | None:
    """Every number that could be given, if the variable has so few steps; None otherwise."""
    low, high, step = variable.low, variable.high, variable.step
    if low is None or high is None or step is None or (high - low) / step >= _MOST_ROWS:
        return None
    return np.round(low + step * np.arange(round((high - low) / step) + 1), 9)


def _name(value: float) -> str:
    """Twelve digits tell values apart; 0.1 + 0.2 and 0.3 are one."""
    return f"{value:.12g}"


def _classes(values: Array, languages: Sequence[str], *, whole: bool) -> Stub:
    """Classes from a limit up to under the next; limits are multiples of 1, 2, 2.5 or 5 · 10^k.

    Quotients are cut to nine decimals, so that 0.3 opens its class though 0.3 / 0.1 is below 3.
    """
    step = _step(float(values[-1] - values[0]), whole=whole)
    place = np.floor(np.round(values / step, 9))
    rows, answers = [], []
    for one in range(int(place[0]), int(place[-1]) + 1):
        low, high = one * step, (one + 1) * step
        last, pattern = (high - 1, "{}–{}") if whole else (high, "{} – < {}")
        rows.append(Row(f"{_name(low)}_{_name(last)}", _label([low, last], pattern, languages)))
        answers.append(values[place == one])
    return Stub(tuple(rows), tuple(answers), Rounding.STACK)


def _step(span: float, *, whole: bool) -> float:
    """The smallest even width that makes at most 12 classes of `span`."""
    power = floor(log10(span / _MOST_CLASSES))
    widths = [
        factor * 10.0**exponent
        for exponent in (power, power + 1, power + 2)
        for factor in (1, 2, 2.5, 5)
    ]
    return min(
        width
        for width in widths
        if span / width < _MOST_CLASSES and (not whole or width == round(width))
    )


def date_stub(days: Array, languages: Sequence[str]) -> Stub:
    """Rows for dates given as days since 1970 (ascending): days, ISO weeks, months, or years.

    The finest of them that makes at most 21 rows, counting the empty ones between: years one by
    one, or 5, 10, 25, 100 or 500 together.
    """
    if not len(days):
        return Stub((), (), Rounding.STACK)
    period = next(
        (one for one in _PERIODS if np.ptp(one.places(days[[0, -1]])) < _MOST_ROWS), _PERIODS[-1]
    )
    places = period.places(days)
    every = range(int(places[0]), int(places[-1]) + 1)
    return Stub(
        tuple(Row(period.name(place), period.label(place, languages)) for place in every),
        tuple(days[places == place] for place in every),
        Rounding.STACK,
    )


def _label(values: Sequence[float], pattern: str, languages: Sequence[str]) -> Text:
    """The numbers as each language writes them, with as many decimals as they need."""
    places = max(len(f"{value:.12f}".rstrip("0").partition(".")[2]) for value in values)
    neutral = pattern.format(*map(_name, values))
    versions = tuple(
        (language, pattern.format(*(number(value, language, places) for value in values)))
        for language in languages
    )
    if all(words == neutral for _, words in versions):
        return Text.of(neutral)
    return Text((("", neutral), *versions))


def label_languages(languages: Sequence[str]) -> tuple[str, ...]:
    """The languages that numbers and dates are written in: the study's, German and English."""
    return tuple(one for one in dict.fromkeys((*languages, "de", "en")) if known_language(one))


@dataclass(frozen=True)
class _Period:
    """A way to cut time: the place of each day, and the name and label of a place."""

    places: Callable[[Array], Array]
    name: Callable[[int], str]
    label: Callable[[int, Sequence[str]], Text]


def _weeks(days: Array) -> Array:
    """Weeks since the Monday before 1970-01-01, which was a Thursday."""
    return np.asarray((days + 3) // _DAYS_A_WEEK)


def _since_1970(unit: str) -> Callable[[Array], Array]:
    def places(days: Array) -> Array:
        return days.astype("datetime64[D]").astype(f"datetime64[{unit}]").astype(np.int64)

    return places


def _day(place: int) -> datetime.date:
    return datetime.date(1970, 1, 1) + datetime.timedelta(days=place)


def _day_label(place: int, languages: Sequence[str]) -> Text:
    day = _day(place)
    return Text((("", day.isoformat()), *((one, date(day, one)) for one in languages)))


def _week_name(place: int) -> str:
    year, week, _ = _day(place * _DAYS_A_WEEK - 3).isocalendar()
    return f"{year}-W{week:02d}"


def _month_name(place: int) -> str:
    return str(np.datetime64(place, "M"))


def _month_label(place: int, languages: Sequence[str]) -> Text:
    first = np.datetime64(place, "M").astype("datetime64[D]").astype(datetime.date)
    return Text((("", _month_name(place)), *((one, month(first, one)) for one in languages)))


def _year_name(place: int) -> str:
    return str(np.datetime64(place, "Y"))


def _years(together: int) -> _Period:
    """Years in groups that begin with a multiple of their number: 1990–1999."""

    def places(days: Array) -> Array:
        years = days.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + _EPOCH
        return np.asarray(years // together)

    def ends(place: int) -> tuple[int, int]:
        return place * together, (place + 1) * together - 1

    return _Period(
        places,
        lambda place: "{}_{}".format(*ends(place)),
        lambda place, _: Text.of("{}–{}".format(*ends(place))),
    )


_PERIODS = (
    _Period(np.asarray, lambda place: _day(place).isoformat(), _day_label),
    _Period(_weeks, _week_name, lambda place, _: Text.of(_week_name(place))),
    _Period(_since_1970("M"), _month_name, _month_label),
    _Period(_since_1970("Y"), _year_name, lambda place, _: Text.of(_year_name(place))),
    *map(_years, (5, 10, 25, 100, 500)),
)
