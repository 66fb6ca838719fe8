"""What is doubted of answers that are numbers, dates, a scale or a list but for a few of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from rundfrage.dataset.intake.bands_as_days import bands_doubts
from rundfrage.dataset.intake.categories import FEW
from rundfrage.dataset.intake.counted_up import counted_up
from rundfrage.dataset.intake.dates import read_dates
from rundfrage.dataset.intake.may_be_ordered import MAY_BE_SCALE, may_be_scale
from rundfrage.dataset.intake.number_marks import Style
from rundfrage.dataset.intake.numbered import MOST_STEPS, POINTS, measured_apart
from rundfrage.dataset.intake.numbered_ends import numbers_within
from rundfrage.dataset.intake.numbers import read_numbers
from rundfrage.dataset.intake.scales import odd_ones
from rundfrage.locales import Message, joined, message
from rundfrage.patterns import pattern

_NEARLY = 0.9
"""From this share of its answers on a column is nearly of a type, and doubted to be another."""
_SHOWN = 3
_LEFT_OUT = message("Name them as missing, or give the type “number”, which leaves them out.")
_ORDERED = message(
    "If they are the ends of a scale, give the type “scale”, which orders by the numbers; else "
    "name them as missing, or give the type “number”, which leaves them out."
)
"""What settles words that each hold a number of their own: "high (5)" beside 2, 3, 4."""
_ABOUT = pattern(r"[^\d\n]{0,20}\d[\d.,]*(?:[^\d\n]{1,12}\d[\d.,]*)?[^\d\n]{0,20}")
"""What people write of a number that they don't know: ca. 30, > 100, 30-40, about 20 or so."""
_FEWEST_TEXTS = 20


def nearly(counts: Mapping[str, int], numbers: Style) -> tuple[tuple[Message, Message], ...]:
    """The doubt of a column whose cells are numbers or dates but for a few."""
    given = sum(counts.values())

    def by_number(word: str) -> object:
        return read_numbers([word], numbers)

    tries: tuple[tuple[Callable[[str], object], Message], ...] = (
        (by_number, message("numbers")),
        (lambda word: read_dates([word]), message("dates")),
    )
    if bands := bands_doubts(counts):
        return bands
    if len(set(map(len, counts))) == 1 and all(map(str.isdecimal, counts)):
        return ()  # Codes of one length, of which some begin with 0.
    for read, kind in tries:
        if given and len(counts) <= FEW * POINTS * POINTS:
            others = [word for word in counts if read(word) is None]
            left = sum(counts[word] for word in others)
            if not others and len(counts) > 1 and read is by_number:
                words = list(counts)
                return () if measured_apart(words) else (apart_doubt(words),)
            if not others or len(others) >= len(counts) - 1:
                continue
            shown = joined([f"“{word[:30]}”" for word in others[:_SHOWN]])
            settle = message("If they are no answers, name them as missing.")
            if read is by_number and len(counts) <= MOST_STEPS and numbers_within(counts):
                settle = _ORDERED
            if left <= (1 - _NEARLY) * given:
                found = message(
                    "Nearly all answers are {kind}; these are not: {others}.",
                    kind=kind,
                    others=shown,
                )
                return ((found, settle),)
            if len(others) <= _SHOWN and 2 * left < given and not _hold_digits(others):
                found = message("Beside {kind} stand words: {others}.", kind=kind, others=shown)
                return ((found, settle),)
            about = 2 * left < given and len(others) * 2 < len(counts)
            if about and read is by_number and all(map(_ABOUT.fullmatch, others)):
                found = message("Most answers are numbers; these are not: {others}.", others=shown)
                return ((found, _ORDERED if numbers_within(counts) else _LEFT_OUT),)
    return ()


def apart_doubt(words: Sequence[str]) -> tuple[Message, Message]:
    """The doubt of numbers that have no unit together, or no mark: 70 kg and 154 lbs."""
    alike = {re.sub(r"[\d\s]+", "", word): word for word in reversed(words)}
    found = message(
        "Each of its answers is a number, but not of one unit, or not written alike: {words}.",
        words=joined([f"“{word[:30]}”" for word in list(alike.values())[:_SHOWN]]),
    )
    return found, message("Write them alike in the file, or say sure = true in the codebook.")


def _hold_digits(words: Sequence[str]) -> bool:
    return any(any(map(str.isdigit, word)) for word in words)


def odd_doubts(answers: Sequence[str]) -> tuple[tuple[Message, Message], ...]:
    """The doubt of answers that were a scale but for a few of them, or but for their units."""
    if measured_apart(answers):
        found = message("Its answers begin with numbers that are of different units.")
        return ((found, message("If they have an order, give it in its codebook.")),)
    odd = odd_ones(answers)
    if not odd:
        numbered = counted_up(answers)
        words = answers if numbered is None else numbered.words
        return (MAY_BE_SCALE,) if may_be_scale(words) else ()
    found = message(
        "All the answers but {others} are the steps of a scale.",
        others=joined([f"“{one[:30]}”" for one in odd]),
    )
    return ((found, message("If they have an order, give it in its codebook.")),)


def repeated(counts: Mapping[str, int]) -> tuple[tuple[Message, Message], ...]:
    """The doubt of texts that come again and again."""
    given = sum(counts.values())
    if given < _FEWEST_TEXTS or len(counts) * 2 > given:
        return ()
    found = message(
        "{count} people gave only {different} different texts.", count=given, different=len(counts)
    )
    return ((found, message("If they chose them from a list, call it a choice in its codebook.")),)
