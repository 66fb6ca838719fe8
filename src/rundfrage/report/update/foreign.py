"""Finds numbers in people's own words that are none of their slide's, neither of old nor of now.

Only numbers with a percent sign (or the word) or with decimals count, as too much else is numbered;
dates and hours are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from rundfrage.errors import all_of
from rundfrage.locales import Message, message
from rundfrage.report.update.stale import PERCENT, Figures, around

_SEPARATOR = r"[.,\u066b]"
_NUMBER = re.compile(
    rf"(?<![\w.,:\u066b])(?P<digits>\d+(?:{_SEPARATOR}\d+)?)(?!\d|{_SEPARATOR}\d|\.\s?\d|\.\s[a-zäöü]|:)"
    rf"(?P<percent>{PERCENT})?"
)
_SHOWN = 6
"""So many numbers of the slide are named."""


def foreign(place: str, text: str, figures: Figures) -> Iterator[Message]:
    """What people should look at: each number of the text that the slide doesn't have."""
    known = {number for one in (*figures.printed, *_now(figures)) for number, _ in _numbers(one)}
    for number, found in _numbers(text):
        if number not in known:
            words = around(text, found.start(), found.end())
            shown = list(islice(_telling(_now(figures)), _SHOWN + 1))
            if shown:
                yield message(
                    "{place}: {number} in “{words}” is no number of this slide, which has "
                    "{numbers}",
                    place=place,
                    number=found[0],
                    words=words,
                    numbers=all_of(shown) if len(shown) <= _SHOWN
                    else ", ".join(shown[:_SHOWN]) + " …",
                )  # fmt: skip
            else:
                yield message(
                    "{place}: {number} in “{words}” is no number of this slide",
                    place=place,
                    number=found[0],
                    words=words,
                )


def _now(figures: Figures) -> Iterator[str]:
    """The slide's numbers as the data say them now, each once, in its order."""
    texts = (figures.now.get(binding, "") for binding, _ in figures.old)
    yield from dict.fromkeys(text for text in texts if text)


def _telling(texts: Iterable[str]) -> Iterator[str]:
    return (text for text in texts if any(_numbers(text)))


def _numbers(text: str) -> Iterator[tuple[tuple[str, bool], re.Match[str]]]:
    """The numbers that count, told apart by digits and percent sign, with their places."""
    for found in _NUMBER.finditer(text):
        digits, percent = found["digits"], found["percent"] is not None
        if percent or not digits.isdecimal():
            yield (re.sub(_SEPARATOR, ".", digits), percent), found
