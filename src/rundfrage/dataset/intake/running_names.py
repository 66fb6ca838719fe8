"""Neighbours whose names run on are one question: e1a, e1b, e1c; Q401, Q402; trust1, trust2.

A name runs on by a letter behind a digit, by two digits behind a digit, or by a number behind a
word of at least three letters. V1, V2, V3 are names of whole questions. Under names that tell
nothing neighbours are one whose wordings begin alike and that have the same answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby, pairwise, takewhile

from rundfrage.dataset.intake.scales import beside_reason, scale_of
from rundfrage.patterns import pattern

_FORMS = (
    pattern(r"(?P<stem>.*\d)_?(?P<letter>[a-z]|[A-Z])"),
    pattern(r"(?P<stem>.*\d)(?P<number>\d\d)"),
    pattern(r"(?P<stem>[^\W\d_]{3,}\d+[^\W\d_])(?P<letter>[a-z])"),
    pattern(r"(?P<stem>(?:.*[^\W\d_])?[^\W\d_]{3})(?P<number>\d{1,3})"),
)
_FEWEST = 2
_FEWEST_ALIKE = 4
_MANY_ALIKE = 10
"""So many in a row that begin alike are no chance, however their wordings go on."""
_BEGINNING = 3
_FEWEST_ANSWERS = 3


def running(names: Sequence[str]) -> dict[str, str]:
    """The question that each of these names belongs to, for those that run on from their neighbour.

    Neighbours belong together if they rise from a, 0 or 1 on: some may have been left out.
    """
    found: dict[str, str] = {}
    for form in _FORMS:
        run: list[tuple[str, str, int]] = []
        for name in (*names, ""):
            one = _part(form, name)
            if one is not None and run and one[0] == run[-1][1] and one[1] > run[-1][2]:
                run.append((name, *one))
                continue
            if len(run) >= _FEWEST and run[0][2] <= 1:
                found |= {member: stem for member, stem, _ in run if member not in found}
            run = [(name, *one)] if one is not None else []
    return found


def worded_alike(
    labels: Mapping[str, str], answers: Mapping[str, Mapping[float | str, str]]
) -> dict[str, str]:
    """The question of each of four and more neighbours whose labels begin with the same words.

    `labels` and `answers` are those of the columns by their names: these have to be the same scale,
    and half of each label what all have in common, unless they are many.
    """
    found: dict[str, str] = {}

    def alike(name: str) -> tuple[str, ...]:
        words = re.findall(r"\w+", labels[name])
        if len(words) <= _BEGINNING or len(answers[name]) < _FEWEST_ANSWERS:
            return (name,)
        return (*words[:_BEGINNING], *(f"{code}={word}" for code, word in answers[name].items()))

    for _, some in groupby(labels, key=alike):
        run = list(some)
        said = [labels[name] for name in run]
        enough = len(run) >= _FEWEST_ALIKE and len(set(said)) == len(run)
        if enough and _of_a_scale(said, answers[run[0]].values()):
            found |= dict.fromkeys(run, f"{run[0]}_{run[-1]}")
    return found


def _of_a_scale(labels: Sequence[str], answers: Iterable[str]) -> bool:
    """True if the labels are about different things, of which the answers say how much."""
    words = [re.findall(r"\w+", label) for label in labels]
    shared = len(list(takewhile(lambda some: len(set(some)) == 1, zip(*words, strict=False))))
    steps = [answer for answer in answers if beside_reason(answer) is None]
    alike = shared * 2 >= max(map(len, words)) or len(labels) >= _MANY_ALIKE
    return alike and scale_of(steps) is not None


def mentions(labels: Sequence[str]) -> bool:
    """True if the labels say which mention a column is, and no more: "1st car", "2nd car"."""
    plain = {re.sub(r"\d+\s*(?:st|nd|rd|th|er|e|ème|º|ª|\.)?", "", label) for label in labels}
    numbers = [int(match[0]) for label in labels if (match := re.search(r"\d+", label))]
    return len(plain) == 1 and len(numbers) == len(labels) and _rising(numbers)


def _part(form: re.Pattern[str], name: str) -> tuple[str, int] | None:
    """The stem of the name, and its place among those that run on."""
    match = form.fullmatch(name)
    if match is None:
        return None
    parts = match.groupdict()
    letter = parts.get("letter")
    place = ord(letter.lower()) - ord("a") + 1 if letter else int(parts["number"])
    return parts["stem"], place


def _rising(numbers: Sequence[int]) -> bool:
    return all(one < later for one, later in pairwise(numbers))
