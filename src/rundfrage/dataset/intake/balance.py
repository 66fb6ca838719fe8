"""Where scales of words have a hole: school marks that nobody gave, a side that is shorter."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from rundfrage.dataset.intake import graded
from rundfrage.dataset.intake.scales import plain_step
from rundfrage.dataset.words import VOCABULARIES
from rundfrage.dataset.words.marks import SCHOOL_MARKS
from rundfrage.dataset.words.vocabulary import Steps

_FEWEST = 3


def _is_symmetrical(scale: Steps) -> bool:
    """True for a list from one pole to its opposite: "much better", the same, "much worse"."""
    middle, odd = divmod(len(scale), 2)
    if not odd or not any(map(graded.is_middle, scale[middle])):
        return False
    return any(
        not set(top.split()).isdisjoint(end.split()) for top in scale[0] for end in scale[-1]
    )


_SYMMETRICAL = [
    {word: at - len(scale) // 2 for at, step in enumerate(scale) for word in step}
    for scale in chain.from_iterable(one.scales for one in VOCABULARIES)
    if _is_symmetrical(scale)
]
"""How far from the middle each word of such a list stands, below zero before it."""


def is_lopsided(steps: Sequence[str]) -> bool:
    """True if these steps, of a scale with two poles, are more on one side than on the other."""
    words = list(map(plain_step, steps))
    found = graded.sides(words)
    for places in _SYMMETRICAL:
        if all(word in places for word in words):
            before = sum(places[word] < 0 for word in words)
            found = before, sum(places[word] > 0 for word in words)
            break
    return found is not None and found[0] != found[1]


def marks_between(steps: Sequence[str]) -> tuple[str, ...]:
    """The steps with the school marks between them that nobody gave; themselves if none lacks."""
    words = list(map(plain_step, steps))
    for marks in SCHOOL_MARKS:
        places = [next((at for at, mark in enumerate(marks) if word in mark), -1) for word in words]
        whole = range(min(places), max(places) + 1)
        if len(words) < _FEWEST or min(places) < 0 or places != sorted(set(places)):
            continue
        if len(whole) > len(places):
            given = dict(zip(places, steps, strict=True))
            return tuple(given.get(at) or _written(marks[at][0], steps[0]) for at in whole)
        return tuple(steps)
    return tuple(steps)


def _written(mark: str, like: str) -> str:
    return mark.capitalize() if like[:1].isupper() else mark
