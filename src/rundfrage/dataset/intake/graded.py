"""Scales whose steps grade one word or a pair of opposites: "very easy" … "very difficult".

Each label is read as a degree and what is graded. Labels of one graded word ("extremely helpful",
"slightly helpful", "not at all helpful") stand by their degree; labels of a pair stand from the
most of the good one over the middle to the most of its opposite.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rundfrage.dataset.words import VOCABULARIES, Grading

BARE = 50
"""How much a word says that no degree stands beside."""
_FEWEST = 2
_NOTHING = -90
"""How much a degree says at most that may stand alone: "very well", "not at all"."""


@dataclass(frozen=True)
class _Graded:
    degree: int
    core: str


def graded(labels: Sequence[str]) -> list[int] | None:
    """Where each label stands, the best or most first, None if they are no such scale.

    `labels` are folded (see words.vocabulary). Two labels may not stand in one place.
    """
    for vocabulary in VOCABULARIES:
        found = _in_language(labels, vocabulary.grading)
        if found is not None:
            return _places(found.values)
    return None


def sides(labels: Sequence[str]) -> tuple[int, int] | None:
    """How many labels grade a word and how many its opposite; None if they are no such scale."""
    for vocabulary in VOCABULARIES:
        found = _in_language(labels, vocabulary.grading)
        if found is not None:
            above = sum(value > 0 for value in found.values)
            below = sum(value < 0 for value in found.values)
            return (above, below) if found.opposed and above and below else None
    return None


def is_graded(label: str) -> bool:
    """True if the label, which is folded, holds a degree, or is a middle, in some language."""
    return _degrees().fullmatch(label) is not None or is_middle(label)


def is_middle(label: str) -> bool:
    """True if the label, which is folded, is a middle step in some language."""
    return any(_is_middle(label, one.grading) for one in VOCABULARIES)


@cache
def _degrees() -> re.Pattern[str]:
    forms = []
    for degree in (degree for one in VOCABULARIES for degree in one.grading.degrees):
        before, _, after = degree.partition(" … ")
        if degree.startswith("*"):
            before, after = "", degree[1:]
        gap = "" if before.endswith("~") else " "
        forms.append(
            (re.escape(before.removesuffix("~")) + gap if before else "")
            + ".+"
            + (f" {re.escape(after)}" if after else "")
        )
    return re.compile("|".join(forms))


@dataclass(frozen=True)
class _Values:
    """How good or how much each label says; `opposed` if some grade the opposite of the others."""

    values: list[int]
    opposed: bool = False


def _in_language(labels: Sequence[str], grading: Grading) -> _Values | None:
    middle = [_is_middle(label, grading) for label in labels]
    if sum(middle) > 1 or len(labels) - sum(middle) < _FEWEST:
        return None
    rest = [label for label, is_middle in zip(labels, middle, strict=True) if not is_middle]
    between = [label for label, is_middle in zip(labels, middle, strict=True) if is_middle]
    named = [pair for label in between if (pair := _named(label, grading))]
    readings = [list(_readings(label, grading)) for label in rest]
    for good, bad in _poles(readings, grading, named, bipolar=any(middle)):
        scores = [_score(some, good, bad, twice=grading.alone) for some in readings]
        given = [score for score in scores if score is not None]
        if len(given) < len(rest) or len(set(given)) < len(given):
            continue
        if not any(middle) and len(given) == _FEWEST and BARE in map(abs, given) and min(given) < 0:
            continue  # A word and its opposite are two answers, and no scale of them.
        scored = iter(given)
        values = [0 if is_middle else next(scored) for is_middle in middle]
        if len(set(values)) < len(values):
            continue
        return _Values(values, opposed=bool(bad))
    return _by_degree_alone(readings, middle) if grading.alone else None


def _by_degree_alone(
    readings: Sequence[Sequence[_Graded]], middle: Sequence[bool]
) -> _Values | None:
    """What the labels say by their degrees, whatever each grades; None if some say none."""
    given = [some[0].degree for some in readings if len(some) > 1]
    if len(given) < len(readings) or len(given) <= _FEWEST or not min(given) < 0 < max(given):
        return None
    scored = iter(given)
    values = [0 if is_middle else next(scored) for is_middle in middle]
    return _Values(values) if len(set(values)) == len(values) else None


def _places(values: Sequence[int]) -> list[int]:
    order = sorted(range(len(values)), key=lambda place: -values[place])
    return [order.index(place) for place in range(len(values))]


def _is_middle(label: str, grading: Grading) -> bool:
    return grading.any_middle.fullmatch(label) is not None


def _named(label: str, grading: Grading) -> tuple[str, str] | None:
    """The opposites that a middle names: "neither warm nor cold"."""
    for pattern in grading.middle_patterns:
        if (match := pattern.fullmatch(label)) and len(match.groups()) > 1:
            return match[1], match[2]
    return None


def _readings(label: str, grading: Grading) -> Iterator[_Graded]:
    """The ways to cut a label into a degree and what is graded; the longest degree first."""
    for degree, value in grading.longest_first if grading.hints.search(label) else ():
        if degree.startswith("*"):
            if label.endswith(f" {degree[1:]}"):
                yield _Graded(value, label.removesuffix(degree[1:]).strip())
        elif degree.endswith("~"):
            if label.startswith(degree[:-1]) and len(label) >= len(degree):
                yield _Graded(value, label.removeprefix(degree[:-1]))
        elif "…" in degree:
            before, after = degree.split(" … ")
            if label.startswith(f"{before} ") and label.endswith(f" {after}"):
                core = label.removeprefix(before).removesuffix(after)
                yield _Graded(value, core.strip().rstrip(","))
        elif label.startswith(f"{degree} "):
            yield _Graded(value, label.removeprefix(degree).strip())
        elif label == degree and value <= _NOTHING:
            yield _Graded(value, "")
    yield _Graded(BARE, label)


def _poles(
    readings: Sequence[Sequence[_Graded]],
    grading: Grading,
    named: Sequence[tuple[str, str]],
    *,
    bipolar: bool,
) -> Iterator[tuple[str, str]]:
    """Pairs of opposites, or a word alone, that all the labels may grade."""
    cores = {one.core for some in readings for one in some}
    for good, bad in (*grading.opposites, *named):
        if (good in cores and bad in cores) or (bipolar and cores & {good, bad}):
            yield good, bad
    for core in sorted(cores, key=lambda core: (len(core), core)):
        for prefix in grading.prefixes:
            if f"{prefix}{core}" in cores:
                yield core, f"{prefix}{core}"
    shared = [
        core
        for core in cores
        if core
        and all(
            any(o.core in {core, ""} or _begins(o.core, core) for o in some) for some in readings
        )
    ]
    for core in sorted(shared, key=lambda core: (-len(core), core)):
        degrees = [one.degree for some in readings for one in some if one.core in {core, ""}]
        # A middle stands between a word's degrees only if some say the opposite of it.
        if not bipolar or min(degrees) < 0 < max(degrees):
            yield core, ""


def _begins(core: str, word: str) -> bool:
    """True if more is said of the graded word than the others say: "strong supporter"."""
    return core.startswith(f"{word} ")


def _score(readings: Sequence[_Graded], good: str, bad: str, *, twice: bool) -> int | None:
    """How good or how much a label says: above 0 for the good word, below for its opposite.

    `twice` says that a negation before an opposite only makes it stronger.
    """
    for grades in (operator.eq, _begins):
        for one in readings:
            if grades(one.core, good) or not one.core:
                return one.degree
            if bad and grades(one.core, bad):
                return -abs(one.degree) if twice else -one.degree
    return None
