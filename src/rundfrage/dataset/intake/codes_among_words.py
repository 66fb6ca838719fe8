"""Codes of missing answers among the words of a column: -99, 99 beside a scale, "-9. Refused".

What is one in a column of the file is one beside the words of every other: `codes_of_file`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from rundfrage.codebook import Missing
from rundfrage.dataset.cells import REASONS, Cells, parsed_number
from rundfrage.dataset.intake.label_reasons import coded_reasons
from rundfrage.dataset.intake.labelled_values import Value
from rundfrage.dataset.intake.missing_codes import ABOVE_ZERO, HIGH, is_below_zero, is_far
from rundfrage.dataset.intake.scales import worded, yes_or_no
from rundfrage.dataset.intake.stray_codes import stray_codes
from rundfrage.patterns import pattern

_NUMBER = pattern(r"-?\d+(?:\.0)?")
_MARKED = pattern(r"[-+]?\d+(?:[.,]\d+)+")
"""Numbers with marks, beside which 999 is a number, too."""
_NUMERIC = pattern(r"[-+]?\d+(?:[.,]\d+)?%?")
_LABELLED = pattern(
    r"[\[(<]?\s*(-?\d{1,5})\s*(?:(?:[\])>.:=–—-]\s*)+|\s(?![a-zß-ÿ]))\s*([^\d\s].*)", re.DOTALL
)
_MOST = 40
_MOST_LOOKED_AT = 400
"""Columns of more answers don't show by themselves which numbers are codes."""
_FARTHER = -7
"""Codes nearer to zero may be answers in other columns."""
_FAR_ABOVE = 2.5
"""How many times as high as all other numbers a code of the file is, at least."""
_MOST_CODES = 4
_FEWEST = 2


@dataclass(frozen=True)
class CodesOfFile:
    """The numbers that are no answer in some columns of a file, below zero and above."""

    below: frozenset[float] = frozenset()
    above: frozenset[float] = frozenset()


def codes_of_file(columns: Sequence[Cells]) -> CodesOfFile:
    """The codes of missing answers in the columns, as each of them shows by itself."""
    below: set[float] = set()
    above: set[float] = set()
    for column in columns:
        if len(column.words) > _MOST_LOOKED_AT or not any(map(_may_be_code, column.words)):
            continue
        found, _ = coded_words(column)
        numbers = {float(word) for word in found if _NUMBER.fullmatch(word)}
        if all(map(_NUMERIC.fullmatch, filter(None, column.answers))):
            values = {parsed_number(word, comma=False): n for word, n in column.answers.items()}
            codes, _ = stray_codes({one: n for one, n in values.items() if one is not None})
            numbers.update(codes)
        below.update(number for number in numbers if number <= _FARTHER)
        above.update(number for number in numbers if number in HIGH)
    return CodesOfFile(frozenset(below), frozenset(above))


def _may_be_code(word: str) -> bool:
    if not _NUMBER.fullmatch(word):
        return False
    number = float(word)
    return number in HIGH if number > 0 else is_below_zero(number)


def coded_words(
    column: Cells, known: CodesOfFile = CodesOfFile()
) -> tuple[dict[str, Missing], list[str]]:
    """The words that are codes of no answer, or begin with one: with reasons, and the doubtful.

    Doubtful are numbers that were taken for codes, and may be answers. `known` are those of other
    columns of the file.
    """
    words = [word for word in column.words if word and word not in REASONS]
    negative = _below_zero(words, known.below)
    high = _high_known(words, known.above)
    found = dict.fromkeys([*negative, *high], Missing.LEFT_BLANK)
    if high or len(words) > _MOST:
        return found, high
    bare = {word: float(word) for word in words if _NUMBER.fullmatch(word)}
    labels = [word for word in words if word not in bare]
    if len(labels) < _FEWEST or any(map(_MARKED.fullmatch, labels)):
        return found, []
    cut = {word: match for word in labels if (match := _LABELLED.fullmatch(word))}
    if not cut:
        high = [] if len(bare) > len(negative) + _MOST_CODES else _among(labels, bare)
        return found | dict.fromkeys(high, Missing.LEFT_BLANK), high
    if len(cut) < len(labels):
        return found, []
    values: dict[Value, str] = {float(match[1]): match[2] for match in cut.values()}
    if len(values) < len(cut):
        return found, []
    by_code = coded_reasons(values)
    reasons = {word: why for word, one in cut.items() if (why := by_code.get(float(one[1])))}
    stray = _stray(bare, cut, column.answers) if bare else []
    return found | reasons | dict.fromkeys(stray, Missing.LEFT_BLANK), stray


def _below_zero(words: Collection[str], known: Collection[float]) -> list[str]:
    """Negative numbers such as -99 in a column of words: they are no words that somebody gave.

    Beside numbers from 0 on, of which some have labels, it is the far ones and those `known`.
    """
    below = {word: float(word) for word in words if word[:1] == "-" and _NUMBER.fullmatch(word)}
    negative = [word for word, value in below.items() if is_below_zero(value)]
    if not negative or len(negative) > _MOST_CODES:
        return []
    others = [word for word in words if word not in negative]
    numbers = [word for word in others if _NUMERIC.fullmatch(word)]
    if numbers:
        sure = all(value in known or is_far(value) for value in below.values())
        return negative if sure and len(numbers) < len(others) else []
    all_known = known and all(value in known for value in below.values())
    return negative if all_known or len(words) > 2 * len(negative) else []


def _high_known(words: Collection[str], known: Collection[float]) -> list[str]:
    """The high codes of other columns, far above the other numbers that stand beside words."""
    if not known:
        return []
    numbers = {word: float(word) for word in words if _NUMBER.fullmatch(word)}
    codes = [word for word, value in numbers.items() if value in known]
    rest = [value for word, value in numbers.items() if word not in codes]
    labels = [word for word in words if not _NUMERIC.fullmatch(word)]
    if not codes or not labels or len(codes) > _MOST_CODES:
        return []
    highest = max(rest, default=0.0)
    return codes if all(numbers[word] >= _FAR_ABOVE * highest for word in codes) else []


def _among(labels: list[str], bare: Mapping[str, float]) -> list[str]:
    """The high codes among words without numbers; 7 to 9 only beside a scale, or yes and no."""
    above = {word: value for word, value in bare.items() if value > 0}
    if not above or len(above) >= len(labels):
        return []
    scale = worded(labels) is not None or yes_or_no(labels) is not None
    codes = ABOVE_ZERO if scale else HIGH
    return list(above) if all(value in codes for value in above.values()) else []


def _stray(
    bare: Mapping[str, float], cut: Mapping[str, re.Match[str]], counts: Mapping[str, int]
) -> list[str]:
    """The bare numbers that stand apart from those before the labels."""
    by_value = {float(match[1]): counts[word] for word, match in cut.items()}
    for word, value in bare.items():
        by_value[value] = by_value.get(value, 0) + counts[word]
    codes = {code for some in stray_codes(by_value) for code in some}
    return [word for word, value in bare.items() if value in codes]
