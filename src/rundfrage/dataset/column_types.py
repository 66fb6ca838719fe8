"""What a column of a text file is by itself: numbers, dates, a scale, categories or texts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from rundfrage.codebook import Category, Missing, MissingCode, Role, Variable, VariableType
from rundfrage.dataset.cells import (
    REASONS,
    Cells,
    clean,
    parsed_date,
    parsed_number,
    unguarded,
)
from rundfrage.dataset.columns import ANSWERED, Coded, Values
from rundfrage.dataset.headings import Heading
from rundfrage.dataset.scales import Scale, role_of, scale_of, yes_or_no
from rundfrage.text import Text

FEW = 50
"""Most categories of a variable, unless each is given by many respondents."""
MOST = 1000
POINTS = 11
"""Most points of a scale of bare numbers: 0 to 10."""
LONGEST_LABEL = 500
NOT_A_NUMBER = frozenset({"na", "nan", "null", "#n/a", "n/a", "none", "."})


def single(heading: Heading, cells: Cells, *, comma: bool) -> tuple[Variable, Coded | Values]:
    """The variable that a column is by itself, and its answers; `comma` reads 1,5 as a number."""
    label = Text.of(heading.label or heading.item_label or heading.name)
    counts = counted(cells)
    answers = list(counts)
    if answers and all(parsed_date(answer) is not None for answer in answers):
        return Variable(heading.name, VariableType.DATE, label), _dates(cells)
    if _numbers_only(answers, comma=comma):
        return Variable(heading.name, VariableType.NUMERIC, label), _numbers(cells, comma=comma)
    if len(answers) <= FEW and (scale := scale_of(answers)):
        return ordinal(Variable(heading.name, VariableType.ORDINAL, label), scale, cells)
    pair = yes_or_no(answers)
    if pair or few(counts):
        ordered = pair or by_frequency(counts)
        categories = categories_of(ordered)
        codes = {answer: place for place, answer in enumerate(ordered)}
        variable = Variable(heading.name, VariableType.CATEGORICAL, label, categories)
        return variable, Coded(lookup(cells, codes))
    return Variable(heading.name, VariableType.TEXT, label), _texts(cells)


def counted(cells: Cells) -> dict[str, int]:
    """How often each answer stands in the column, in order of appearance; blanks left out."""
    counted = np.bincount(cells.index, minlength=len(cells.distinct))
    counts: dict[str, int] = {}
    for cell, count in zip(cells.distinct, counted.tolist(), strict=True):
        answer = clean(cell)
        if answer not in REASONS:
            counts[answer] = counts.get(answer, 0) + count
    return counts


def few(counts: dict[str, int]) -> bool:
    """True if the answers repeat so much that they are categories and no texts."""
    different, given = len(counts), sum(counts.values())
    if not counts or max(map(len, counts)) > LONGEST_LABEL:
        return False
    if different <= FEW:
        return different * 4 <= given or (different <= POINTS and different * 2 <= given)
    return different <= MOST and different * 20 <= given


def by_frequency(counts: dict[str, int]) -> list[str]:
    """The answers, most given first, with "other" and "none" last."""
    last = {Role.SUBSTANTIVE: 0, Role.OTHER: 1, Role.NONE: 2}
    return sorted(counts, key=lambda answer: (last[role_of(answer)], -counts[answer]))


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


def _numbers_only(answers: Sequence[str], *, comma: bool) -> bool:
    numbers = [answer for answer in answers if answer.casefold() not in NOT_A_NUMBER]
    return bool(numbers) and all(_plain_number(answer, comma=comma) for answer in numbers)


def _plain_number(answer: str, *, comma: bool) -> bool:
    # 01067 is a postal code, +49 30 a telephone number; neither is a quantity.
    return not re.match(r"[+-]?0\d|\+", answer) and parsed_number(answer, comma=comma) is not None


def lookup(cells: Cells, codes: dict[str, int]) -> npt.NDArray[np.int16]:
    """Each respondent's code by the cleaned cell; reasons are known."""
    found = [
        int(REASONS[word]) if (word := clean(cell)) in REASONS else codes[word]
        for cell in cells.distinct
    ]
    return np.array(found, np.int16)[cells.index]


def ordinal(variable: Variable, scale: Scale, cells: Cells) -> tuple[Variable, Coded]:
    """The variable with the scale's categories and what stood beside the scale as missing."""
    codes = {step: place for place, step in enumerate(scale.steps)}
    beside = {answer: int(reason) for answer, reason in scale.beside}
    missing = tuple(
        MissingCode(reason, answer, label=Text.of(answer)) for answer, reason in scale.beside
    )
    whole = replace(variable, categories=categories_of(scale.steps, scale.codes), missing=missing)
    return whole, Coded(lookup(cells, codes | beside))


def _texts(cells: Cells) -> Values:
    texts = np.full(len(cells.distinct) + 1, "", object)
    reasons = np.zeros(len(cells.distinct) + 1, np.int8)
    for place, cell in enumerate(cells.distinct):
        texts[place] = unguarded(cell)
        reasons[place] = REASONS.get(clean(cell), ANSWERED)
    return Values(texts[cells.index], reasons[cells.index])


def _numbers(cells: Cells, *, comma: bool) -> Values:
    values = np.zeros(len(cells.distinct) + 1)
    reasons = np.zeros(len(cells.distinct) + 1, np.int8)
    for place, cell in enumerate(cells.distinct):
        word = clean(cell)
        number = parsed_number(word, comma=comma)
        if number is None:
            reasons[place] = REASONS.get(word, Missing.LEFT_BLANK)
        else:
            values[place] = number
    return Values(values[cells.index], reasons[cells.index])


def _dates(cells: Cells) -> Values:
    days = np.zeros(len(cells.distinct) + 1, "datetime64[D]")
    reasons = np.zeros(len(cells.distinct) + 1, np.int8)
    for place, cell in enumerate(cells.distinct):
        word = clean(cell)
        day = parsed_date(word)
        if day is None:
            reasons[place] = REASONS[word]
        else:
            days[place] = day
    return Values(days[cells.index], reasons[cells.index])
