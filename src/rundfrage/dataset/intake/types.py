"""What a column of cells is by itself: numbers, dates, a scale, categories or texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from rundfrage.codebook import Missing, MissingCode, Variable, VariableType
from rundfrage.dataset.account import Certainty
from rundfrage.dataset.cells import REASONS, Cells, clean, number_cell, unguarded
from rundfrage.dataset.columns import ANSWERED, Coded, Values
from rundfrage.dataset.intake.categories import (
    FEW,
    POINTS,
    by_frequency,
    categories_of,
    few,
    lookup,
    ordinal,
)
from rundfrage.dataset.intake.dates import Dates, read_dates
from rundfrage.dataset.intake.layout import Heading
from rundfrage.dataset.intake.missing import stray_codes
from rundfrage.dataset.intake.number_codes import may_name, why_codes
from rundfrage.dataset.intake.numbered import measured_apart
from rundfrage.dataset.intake.numbers import Numbers, Style, are_months, read_numbers
from rundfrage.dataset.intake.scales import odd_ones, scale_of, yes_or_no
from rundfrage.locales import Message, counted_message, joined, message
from rundfrage.text import Text

NEARLY = 0.9
"""From this share of its answers on a column is nearly of a type, and doubted to be another."""
_SHOWN = 3
_FEWEST_TEXTS = 20
_OTHER_WAY = message(
    "If it is the other way round, write day_first = true or false at the column in the codebook."
)
_FREE = 1001
"""The first code of versions such as 3.7: it is no number of a version itself."""


@dataclass(frozen=True)
class Conventions:
    """How a file writes numbers and dates, where a column's cells don't tell.

    `coded` is True if it writes answers as numbers that nothing explains, `quantities` if the
    columns beside this one show that its numbers are how many or how much.
    """

    numbers: Style = field(default_factory=Style)
    day_first: bool | None = None
    coded: bool = False
    quantities: bool = False


@dataclass(frozen=True, eq=False)
class Reading:
    """A variable and its answers, why it was taken so, and what is doubted (found, to settle)."""

    variable: Variable
    column: Coded | Values
    why: Message
    certainty: Certainty = Certainty.SURE
    doubts: tuple[tuple[Message, Message], ...] = ()
    missing: tuple[tuple[str, int], ...] = field(default=())


def single(heading: Heading, cells: Cells, conventions: Conventions) -> Reading:
    """What a column is by itself."""
    label = Text.of(heading.label or heading.item_label or heading.name)
    counts = cells.answers
    answers = list(counts)
    plain = Variable(heading.name, VariableType.TEXT, label)
    dates = read_dates(answers, day_first=conventions.day_first)
    if dates is not None:
        return _dated(plain, cells, dates)
    numbers = None if are_months(answers) else read_numbers(answers, conventions.numbers)
    if numbers is not None and numbers.values:
        why = why_codes(heading, numbers.values.values(), coded=conventions.coded)
        if why is not None and not conventions.quantities and not numbers.absurd:
            return _numbered_choice(plain, cells, numbers, why)
        return _numeric(plain, cells, counts, numbers)
    if len(answers) <= FEW and (scale := scale_of(answers)):
        whole = replace(plain, type=VariableType.ORDINAL)
        why = message("Its answers are the steps of a scale.")
        beside = tuple((answer, counts[answer]) for answer, _ in scale.beside)
        return Reading(*ordinal(whole, scale, cells), why, missing=beside)
    pair = yes_or_no(answers)
    if pair or few(counts):
        ordered = pair or by_frequency(counts)
        categories = categories_of(ordered)
        codes = {answer: place for place, answer in enumerate(ordered)}
        whole = replace(plain, type=VariableType.CATEGORICAL, categories=categories)
        why = counted_message(
            "{count} answer comes again and again.",
            "{count} answers come again and again.",
            len(ordered),
        )
        doubts = _nearly(counts, conventions) or odd_doubts(ordered)
        return Reading(whole, Coded(lookup(cells, codes)), why, Certainty.LIKELY, doubts)
    why = message("Its answers differ.") if answers else message("It holds no answer.")
    doubts = _nearly(counts, conventions) or _repeated(counts)
    return Reading(plain, _texts(cells), why, Certainty.LIKELY, doubts)


def _numbered_choice(plain: Variable, cells: Cells, numbers: Numbers, why: Message) -> Reading:
    """Numbers that stand for answers, in their order, each a category of its own."""
    ordered = sorted(numbers.values, key=lambda word: (numbers.values[word], word))
    said = [numbers.values[word] for word in ordered]
    whole_numbers = all(value == int(value) for value in said)
    numbered = list(map(int, said)) if whole_numbers else range(_FREE, _FREE + len(said))
    whole = replace(
        plain, type=VariableType.CATEGORICAL, categories=categories_of(ordered, numbered)
    )
    codes = {word: place for place, word in enumerate(ordered)}
    return Reading(whole, Coded(lookup(cells, codes)), why, Certainty.LIKELY)


def _dated(plain: Variable, cells: Cells, dates: Dates) -> Reading:
    days = np.zeros(len(cells.distinct) + 1, "datetime64[D]")
    reasons = np.zeros(len(cells.distinct) + 1, np.int8)
    for place, word in enumerate(cells.words):
        if word in REASONS:
            reasons[place] = REASONS[word]
        else:
            days[place] = np.datetime64(dates.days[word], "D")
    doubts: tuple[tuple[Message, Message], ...] = ()
    if dates.doubt:
        doubts = ((dates.doubt, _OTHER_WAY),)
    variable = replace(plain, type=VariableType.DATE)
    why = message("All its answers are dates.")
    certainty = Certainty.DOUBTFUL if doubts else Certainty.SURE
    column = Values(days[cells.index], reasons[cells.index])
    return Reading(variable, column, why, certainty, doubts)


def _numeric(plain: Variable, cells: Cells, counts: Mapping[str, int], numbers: Numbers) -> Reading:
    by_value: dict[float, int] = {}
    for word, value in numbers.values.items():
        by_value[value] = by_value.get(value, 0) + counts[word]
    codes, doubtful = stray_codes(by_value)
    values = np.zeros(len(cells.distinct) + 1)
    reasons = np.zeros(len(cells.distinct) + 1, np.int8)
    for place, word in enumerate(cells.words):
        number = numbers.values.get(word)
        if number is None or number in codes:
            reasons[place] = REASONS.get(word, Missing.LEFT_BLANK)
        else:
            values[place] = number
    variable = replace(
        plain,
        type=VariableType.NUMERIC,
        unit=numbers.unit,
        missing=tuple(MissingCode(Missing.LEFT_BLANK, code) for code in codes),
    )
    doubts = (*number_doubts(numbers), *code_doubts(by_value, codes, doubtful))
    certainty = Certainty.DOUBTFUL if doubts else Certainty.SURE
    column = Values(values[cells.index], reasons[cells.index])
    missing = tuple((number_cell(code), by_value[code]) for code in codes)
    why = message("All its answers are numbers.")
    return Reading(variable, column, why, certainty, doubts, missing)


def number_doubts(numbers: Numbers) -> list[tuple[Message, Message]]:
    """What is to be said of how these numbers were read."""
    doubts = []
    if numbers.doubt:
        doubts.append((numbers.doubt, message("If it is another number, name the decimal mark.")))
    if numbers.absurd:
        found = message(
            "“{cell}” is too large to be a number that somebody gave, and was left out.",
            cell=numbers.absurd[0][:40],
        )
        doubts.append((found, message("Mend the cell if it is one.")))
    return doubts


def code_doubts(
    counts: Mapping[float, int], codes: Sequence[float], doubtful: Sequence[float]
) -> list[tuple[Message, Message]]:
    """What is to be said of numbers that were taken for missing answers, or perhaps are some."""
    doubts = []
    if codes:
        found = message(
            "{codes} ({count} times) was taken for a missing answer.",
            codes=joined([number_cell(code) for code in codes]),
            count=sum(counts[code] for code in codes),
        )
        doubts.append((found, message("If it is a number, say so in its codebook.")))
    high = [code for code in doubtful if code > 0]
    below = [code for code in doubtful if code < 0]
    settle = message("If it stands for a missing answer, name it as missing.")
    if high:
        found = message(
            "{codes} ({count} times) stands far above all other numbers, and was counted as one.",
            codes=joined([number_cell(code) for code in high]),
            count=sum(counts[code] for code in high),
        )
        doubts.append((found, settle))
    if below:
        found = message(
            "{codes} ({count} times) is below zero, and was counted as a number.",
            codes=joined([number_cell(code) for code in below]),
            count=sum(counts[code] for code in below),
        )
        doubts.append((found, settle))
    if may_name(counts):
        found = message(
            "Large numbers such as {code} come again and again, and are not rounded; they may be "
            "codes, as of places or trades.",
            code=number_cell(max(counts, key=lambda value: counts[value])),
        )
        doubts.append(
            (found, message("If they are codes, give the type “single choice” in the codebook."))
        )
    return doubts


def _nearly(
    counts: Mapping[str, int], conventions: Conventions
) -> tuple[tuple[Message, Message], ...]:
    """The doubt of a column whose cells are numbers or dates but for a few."""
    given = sum(counts.values())
    tries: tuple[tuple[Callable[[str], object], Message], ...] = (
        (lambda word: read_numbers([word], conventions.numbers), message("numbers")),
        (lambda word: read_dates([word]), message("dates")),
    )
    for read, kind in tries:
        if given and len(counts) <= FEW * POINTS * POINTS:
            others = [word for word in counts if read(word) is None]
            left = sum(counts[word] for word in others)
            if others and len(others) < len(counts) - 1 and left <= (1 - NEARLY) * given:
                found = message(
                    "Nearly all answers are {kind}; these are not: {others}.",
                    kind=kind,
                    others=joined([f"“{word[:30]}”" for word in others[:_SHOWN]]),
                )
                return ((found, message("If they are no answers, name them as missing.")),)
    return ()


def odd_doubts(answers: Sequence[str]) -> tuple[tuple[Message, Message], ...]:
    """The doubt of answers that were a scale but for a few of them, or but for their units."""
    if measured_apart(answers):
        found = message("Its answers begin with numbers that are of different units.")
        return ((found, message("If they have an order, give it in its codebook.")),)
    odd = odd_ones(answers)
    if not odd:
        return ()
    found = message(
        "All the answers but {others} are the steps of a scale.",
        others=joined([f"“{one[:30]}”" for one in odd]),
    )
    return ((found, message("If they have an order, give it in its codebook.")),)


def _repeated(counts: Mapping[str, int]) -> tuple[tuple[Message, Message], ...]:
    """The doubt of texts that come again and again."""
    given = sum(counts.values())
    if given < _FEWEST_TEXTS or len(counts) * 2 > given:
        return ()
    found = message(
        "{count} people gave only {different} different texts.", count=given, different=len(counts)
    )
    return ((found, message("If they chose them from a list, call it a choice in its codebook.")),)


def _texts(cells: Cells) -> Values:
    texts = np.full(len(cells.distinct) + 1, "", object)
    reasons = np.zeros(len(cells.distinct) + 1, np.int8)
    for place, cell in enumerate(cells.distinct):
        texts[place] = unguarded(cell)
        reasons[place] = REASONS.get(clean(cell), ANSWERED)
    return Values(texts[cells.index], reasons[cells.index])
