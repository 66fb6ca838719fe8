"""Categories made of answers, and the codes of a column by them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from rundfrage.codebook import Category, MissingCode, Role, Variable
from rundfrage.dataset.cells import REASONS, Cells
from rundfrage.dataset.columns import Coded
from rundfrage.dataset.intake.counted_up import counted_up
from rundfrage.dataset.intake.numbered import POINTS
from rundfrage.dataset.intake.scales import Scale, role_of
from rundfrage.text import Text

FEW = 50
"""Most categories of a variable, unless each is given by many respondents."""
MOST = 1000
LONGEST_LABEL = 500


def few(counts: Mapping[str, int]) -> bool:
    """True if the answers repeat so much that they are categories and no texts."""
    different, given = len(counts), sum(counts.values())
    if not counts or max(map(len, counts)) > LONGEST_LABEL:
        return False
    if different <= FEW:
        return different * 4 <= given or (different <= POINTS and different * 2 <= given)
    return different <= MOST and different * 20 <= given


def by_frequency(counts: Mapping[str, int]) -> list[str]:
    """The answers, most given first, with "other" and "none" last."""
    last = {Role.SUBSTANTIVE: 0, Role.OTHER: 1, Role.NONE: 2}
    return sorted(counts, key=lambda answer: (last[role_of(answer)], -counts[answer]))


def in_order(counts: Mapping[str, int]) -> tuple[list[str], Sequence[int]]:
    """The answers by the numbers they were given, with these; else by frequency, without."""
    ordered = by_frequency(counts)
    found = counted_up(ordered)
    if found is None:
        return ordered, ()
    pairs = sorted(zip(found.numbers, ordered, strict=True))
    return [answer for _, answer in pairs], [number for number, _ in pairs]


def categories_of(answers: Sequence[str], codes: Sequence[int] = ()) -> tuple[Category, ...]:
    """The answers as categories in this order; codes count from 1 unless given."""
    names: list[str] = []
    for answer in answers:
        names.append(slug(answer, names))
    numbers = codes or range(1, len(answers) + 1)
    return tuple(
        Category(name, Text.of(answer), code, role_of(answer))
        for name, answer, code in zip(names, answers, numbers, strict=True)
    )


def slug(label: str, taken: Sequence[str]) -> str:
    """A short stable name made of the label's words."""
    words = re.findall(r"\w+", label.casefold())
    slug = "_".join(words)[:40].strip("_") or "answer"
    free, number = slug, 1
    while free in taken:
        number += 1
        free = f"{slug}_{number}"
    return free


def lookup(cells: Cells, codes: Mapping[str, int]) -> npt.NDArray[np.int16]:
    """Each respondent's code by the cleaned cell; reasons are known."""
    found = [int(REASONS[word]) if word in REASONS else codes[word] for word in cells.words]
    return np.array(found or [0], np.int16)[cells.index]


def ordinal(variable: Variable, scale: Scale, cells: Cells) -> tuple[Variable, Coded]:
    """The variable with the scale's categories and what stood beside the scale as missing."""
    codes = {step: place for place, step in enumerate(scale.steps)}
    beside = {answer: int(reason) for answer, reason in scale.beside}
    missing = tuple(
        MissingCode(reason, answer, label=Text.of(answer)) for answer, reason in scale.beside
    )
    whole = replace(variable, categories=categories_of(scale.steps, scale.codes), missing=missing)
    return whole, Coded(lookup(cells, codes | beside))
