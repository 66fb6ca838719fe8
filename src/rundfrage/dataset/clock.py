"""Times of day, durations and parts of years that files store as numbers, in people's words.

    48675 seconds -> 13:31:15      5400 seconds -> 1:30:00      month 722 since 1960 -> 2020-03

A *span* is a kind of such a number.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

import numpy as np
import numpy.typing as npt

from rundfrage.dataset.cells import Cells, number_cell

DAY = 86_400
_HOUR = 3_600
_MINUTE = 60
_EPOCH = 1960


class Span(Enum):
    """What a stored number counts: seconds of a day, seconds, or parts of years since 1960."""

    TIME = "time of day"
    DURATION = "duration"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"


_PARTS = {
    Span.WEEK: (52, "-W{:02}"),
    Span.MONTH: (12, "-{:02}"),
    Span.QUARTER: (4, "-Q{}"),
    Span.HALF: (2, "-H{}"),
}


def in_words(
    name: str,
    values: npt.NDArray[np.float64],
    given: npt.NDArray[np.bool_],
    span: Span,
    *,
    seconds: bool = False,
) -> Cells:
    """The cells of a column of such numbers, an empty one where none is given; shapes (n,).

    They have seconds if some number does, or if told.
    """
    known = given & np.isfinite(values)
    different, index = np.unique(values[known], return_inverse=True)
    seconds = seconds or bool((different % _MINUTE != 0).any())
    write = _part(span) if span in _PARTS else _clock(span, seconds=seconds)
    words = [write(value) for value in different.tolist()]
    places: dict[str, int] = {"": 0}
    place_of = np.array([places.setdefault(word, len(places)) for word in words], np.int32)
    rows = np.zeros(len(values), np.int32)
    rows[known] = place_of[index] if words else 0
    return Cells(name, tuple(places), rows)


def clock(seconds: float, *, whole: bool = True, padded: bool = False) -> str:
    """A duration as 1:30:00, a time of day `padded` as 09:05:00; without seconds if not `whole`."""
    size = abs(seconds)
    hours, rest = divmod(size, _HOUR)
    minutes, left = divmod(rest, _MINUTE)
    sign = "-" if seconds < 0 else ""
    start = f"{sign}{int(hours):0{2 if padded else 1}}:{int(minutes):02}"
    if not whole:
        return start
    broken = round(left - int(left), 3)
    return f"{start}:{int(left):02}" + (number_cell(broken)[1:] if 0 < broken < 1 else "")


def _clock(span: Span, *, seconds: bool) -> Callable[[float], str]:
    return lambda value: clock(value, whole=seconds, padded=span is Span.TIME)


def _part(span: Span) -> Callable[[float], str]:
    count, form = _PARTS[span]

    def write(value: float) -> str:
        year, part = divmod(int(np.floor(value)), count)
        return f"{_EPOCH + year}{form.format(part + 1)}"

    return write
