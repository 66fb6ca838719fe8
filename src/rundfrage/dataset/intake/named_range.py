"""Answers outside of the ends that a heading names: 0 under "Rating (1 = very good, 6 = bad)"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

import numpy as np

from rundfrage.codebook import Use, Variable, VariableType
from rundfrage.dataset.account import Ledger
from rundfrage.dataset.cells import number_cell
from rundfrage.dataset.columns import ANSWERED, Coded, Column, Values
from rundfrage.dataset.intake.quantities import asks_amount, asks_number
from rundfrage.dataset.intake.scales import folded
from rundfrage.dataset.intake.stray_codes import times
from rundfrage.locales import joined, message
from rundfrage.patterns import pattern

_NUMBER = r"(?<![\w.,=-])(-?\d{1,3})"
_BEFORE = pattern(rf"{_NUMBER}\s?(?:=|:|\s[–—-]\s)\s?[\"'“”„«]?[^\W\d]")
_BEHIND = pattern(r"[^\W\d][\"'“”»]?\s?(?:[(\[](-?\d{1,2})[)\]]|=\s?(-?\d{1,2})(?![\w.]))")
_FROM = pattern(
    rf"\b(?:from|von|de|des|da|dal|van|od|от|від|between|entre|zwischen|من|از)\s{_NUMBER}"
    r"\s(?:to|bis|à|a|al|até|tot|do|до|and|y|et|e|und|[إا]ل[ىيی]|تا)\s(\d{1,3})(?![\w%]|[.,]\d)"
)
_SCALE = pattern(
    rf"(?:scale|skala|échelle|escala|scala|schaal|skali|ölçe\w*|шкал\w*|rate|rating|bewert\w*|\()[^()\d]{{0,12}}{_NUMBER}"
    r"\s?(?:-|–|—|to|bis|à|a|tot|do|до)\s?(\d{1,3})(?![\w%-]|[.,]\d)"
)
_POINTS = pattern(
    r"points?|punkte?n?|puntos?|punti|pontos|punten|pkt|punkt\w*|puan\w*|балл\w*|stars?|sterne?n?|étoiles?"
    r"|estrellas?|stelle|gwiazd\w*|yıldız\w*|scale|skala|rate|rating|score|bewert\w*|ocen\w*|оцен\w*"
)
_CLOCK = pattern(
    r"k?m|cm|k?g|uhr|o|am|pm|h|mal|times|fois|veces|volte|razy|kez|kere|раз|children|kinder\w*"
)
_NUMBERED = pattern(
    r"\b(?:page|part|section|step|item|question|q|block|no|nr|seite|teil|abschnitt|schritt|frage"
    r"|partie|étape|pregunta|parte|sezione|domanda|część|pytanie|bölüm|soru)\W{0,2}$"
)
"""What leads to a number that tells parts of a questionnaire apart."""
_LARGEST = 10
_HUNDRED = 100
_PAIR = 2
_MOST_OUTSIDE = 3
_MOSTLY = 0.5
_SETTLE = message("If it stands for a missing answer, name it as missing.")


def doubt_outside(
    variables: Sequence[Variable],
    columns: Mapping[str, Column],
    told: Collection[str],
    ledger: Ledger,
) -> None:
    """Doubt numbers outside of what the heading names, in all variables but those `told`.

    What is doubted already to stand for no answer isn't doubted again.
    """
    told = {
        *told,
        *(one for doubt in ledger.doubts if doubt.settle == _SETTLE for one in doubt.variables),
    }
    for variable in variables:
        if variable.use is not Use.ANSWER or variable.name in told:
            continue
        ends = named_ends(f"{variable.label.source} {variable.item.source}")
        if ends is None:
            continue
        counts = dict(_counts(variable, columns[variable.name]))
        low, high = ends
        outside = sorted(one for one in counts if not low <= one <= high)
        many = sum(counts[one] for one in outside)
        if not 0 < len(outside) <= _MOST_OUTSIDE or many > _MOSTLY * sum(counts.values()):
            continue
        found = message(
            "The heading names {low} to {high}; {codes} ({often}) lies outside, and was counted.",
            low=low,
            high=high,
            codes=joined(list(map(number_cell, outside))),
            often=times(many),
        )
        ledger.doubt(found, _SETTLE, (variable.name,))


def named_ends(heading: str) -> tuple[int, int] | None:
    """The least and the largest number of the scale that a heading names; None if it names none."""
    words = folded(heading)
    for form in (_BEFORE, _BEHIND):
        named = {
            int(number)
            for match in form.finditer(words)
            for number in match.groups()
            if number and not _NUMBERED.search(words[: match.start()])
        }
        if len(named) >= _PAIR and _is_scale(min(named), max(named)):
            return min(named), max(named)
    if asks_amount(words):
        return None
    for form in (_FROM, _SCALE):
        match = form.search(words)
        # "From 1 to 6 years" are no points of a scale.
        if (
            match
            and _is_scale(int(match[1]), int(match[2]))
            and not _measured(words[match.end() :])
        ):
            return int(match[1]), int(match[2])
    return None


def _is_scale(low: int, high: int) -> bool:
    around = -_LARGEST <= low <= 1
    return around and (low < high <= _LARGEST or high == _HUNDRED)


def _measured(behind: str) -> bool:
    """True if what the numbers count stands right behind them: years, hours, people."""
    match = re.match(r"\s?([^\W\d]+)", behind)
    if match is None or _POINTS.fullmatch(match[1]):
        return False
    return asks_number(match[1]) or _CLOCK.fullmatch(match[1]) is not None


def _counts(variable: Variable, column: Column) -> Iterator[tuple[float, int]]:
    """The numbers of a column, or the codes of its answers, with how often they are given."""
    if isinstance(column, Values) and variable.type is VariableType.NUMERIC:
        given = column.values[column.reasons == ANSWERED]
        yield from zip(*(one.tolist() for one in np.unique(given, return_counts=True)), strict=True)
    elif isinstance(column, Coded) and variable.type is VariableType.ORDINAL:
        given = column.codes[column.codes >= 0]
        counts = np.bincount(given, minlength=len(variable.categories)).tolist()
        for category, count in zip(variable.categories, counts, strict=True):
            if count:
                yield float(category.code), count
