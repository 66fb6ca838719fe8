"""Codes of missing answers among the words of a column: -99, 99 beside a scale, "-9. Refused"."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from rundfrage.codebook import Missing
from rundfrage.dataset.cells import REASONS, Cells
from rundfrage.dataset.intake.label_reasons import coded_reasons
from rundfrage.dataset.intake.labelled_values import Value
from rundfrage.dataset.intake.missing_codes import ABOVE_ZERO, HIGH, is_below_zero
from rundfrage.dataset.intake.scales import worded, yes_or_no
from rundfrage.dataset.intake.stray_codes import stray_codes

_NUMBER = re.compile(r"-?\d+(?:\.0)?")
_MARKED = re.compile(r"[-+]?\d+(?:[.,]\d+)+")
"""Numbers with marks, beside which 999 is a number, too."""
_NUMERIC = re.compile(r"[-+]?\d+(?:[.,]\d+)?%?")
_LABELLED = re.compile(
    r"[\[(<]?\s*(-?\d{1,5})\s*(?:(?:[\])>.:=–—-]\s*)+|\s(?![a-zß-ÿ]))\s*([^\d\s].*)", re.DOTALL
)
_MOST = 40
_MOST_CODES = 4
_FEWEST = 2


def coded_words(column: Cells) -> tuple[dict[str, Missing], list[str]]:
    """The words that are codes of no answer, or begin with one: with reasons, and the doubtful.

    Doubtful are numbers that were taken for codes, and may be answers.
    """
    words = [word for word in column.words if word and word not in REASONS]
    negative = _below_zero(words)
    found = dict.fromkeys(negative, Missing.LEFT_BLANK)
    if len(words) > _MOST:
        return found, []
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
    known = coded_reasons(values)
    reasons = {word: why for word, one in cut.items() if (why := known.get(float(one[1])))}
    stray = _stray(bare, cut, column.answers) if bare else []
    return found | reasons | dict.fromkeys(stray, Missing.LEFT_BLANK), stray


def _below_zero(words: Collection[str]) -> list[str]:
    """Negative numbers such as -99 in a column of words: they are no words that somebody gave."""
    negative = [word for word in words if word[:1] == "-" and _NUMBER.fullmatch(word)]
    negative = [word for word in negative if is_below_zero(float(word))]
    if not negative or len(negative) > _MOST_CODES:
        return []
    if any(_NUMERIC.fullmatch(word) for word in words if word not in negative):
        return []
    return negative if len(words) > 2 * len(negative) else []


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
