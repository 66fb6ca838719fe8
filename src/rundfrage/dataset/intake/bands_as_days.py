"""Bands of numbers that a spreadsheet turned into days: 3-4 became `03. Apr`, 3-5 became `5-Mar`.

Days that people gave are hardly ever bands, each of which begins above the end of the one before.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from rundfrage.dataset.intake.dates import day_and_month, parsed_date
from rundfrage.locales import Message, joined, message

_MOST = 12
_FEWEST_DAYS = 3
"""So many days are hardly ever bands by chance."""
_FEWEST = 2
_SHOWN = 3


def bands_doubts(words: Collection[str]) -> tuple[tuple[Message, Message], ...]:
    """The doubt of answers some of which are days that may have been bands; none if it is none."""
    if len(words) > _MOST:
        return ()
    days = {word: day for word in words if (day := _day_of(word)) is not None}
    others = [word for word in words if word not in days]
    whole = any(parsed_date(word) for word in days)
    fewest = 1 if others and not whole else _FEWEST_DAYS if whole and not others else _FEWEST
    bounded = all(any(map(str.isdecimal, word)) for word in others)
    if len(days) < (fewest if bounded else _FEWEST_DAYS) or len(others) > 2 * len(days):
        return ()
    # Where the day comes first 3-4 is the third of April, elsewhere the fourth of March.
    for bands in (list(days.values()), [day[::-1] for day in days.values()]):
        if _are_bands(bands):
            break
    else:
        return ()
    low, high = min(bands)
    found = message(
        "{days} may have been bands such as {low}–{high}, which a spreadsheet turned into days.",
        days=joined([f"“{word[:30]}”" for word in list(days)[:_SHOWN]]),
        low=low,
        high=high,
    )
    settle = message(
        "If they were, give the type “scale”, their order (answers) and what they were (labels) in "
        "its codebook."
    )
    return ((found, settle),)


def _day_of(word: str) -> tuple[int, int] | None:
    found = day_and_month(word)
    if found is None and (day := parsed_date(word)) is not None:
        return day.day, day.month
    return found


def _are_bands(bands: Sequence[tuple[int, int]]) -> bool:
    """True if each ends above its beginning, and none begins before the end of the one below."""
    ordered = sorted(bands)
    if not all(low < high for low, high in ordered):
        return False
    return all(one[1] < other[0] for one, other in pairwise(ordered))
