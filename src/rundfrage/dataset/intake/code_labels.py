"""Labels that repeat their codes: "1. Male" is "Male", and "18" for 18 is no label at all.

A code counts as written in front of a label if a mark stands behind it ("1.- Very good"), or a
blank and no small letter ("1 Male"): "1 person", "1st" and "18-24" are whole labels.
"""

from __future__ import annotations

from collections.abc import Mapping

from rundfrage.dataset.cells import clean, number_cell
from rundfrage.dataset.intake.band_words import number_in_words
from rundfrage.dataset.intake.labelled_values import Value
from rundfrage.patterns import pattern

_CODED = pattern(r"\s*[\[(<]?\s*(-?\d+)\s*(?:(?:[\])>.:=–—-]\s*)+|\s(?![a-zß-ÿ]))\s*(?=[^\d\s])")
_REPEATED = pattern(r"\s*[\[(<]?\s*(-?\d+)\s*[\])>.:=–—\s-]*")
_MOST_WORDS = 2


def without_codes(labels: Mapping[Value, str]) -> dict[Value, str]:
    """The labels without their codes in front, if each has its own there or is nothing but it."""
    cut = {value: _cut(value, label) for value, label in labels.items()}
    if any(label is None for label in cut.values()) or not any(cut.values()):
        return dict(labels)
    new = {value: label or _digits(value) for value, label in cut.items()}
    return new if len(set(new.values())) == len(set(labels.values())) else dict(labels)


def _cut(value: Value, label: str) -> str | None:
    """The label without its code, "" if it is nothing else, None if it doesn't begin with it."""
    label = " ".join(label.split())  # runs of blanks would be tried in every way
    if repeats(value, label):
        return ""
    match = _CODED.match(label)
    if match is None or isinstance(value, str) or float(match[1]) != value:
        return None
    return clean(label[match.end() :])


def repeats(value: Value, label: str) -> bool:
    """True if the label says nothing but the code: "7", "(07)", "7.-"."""
    match = _REPEATED.fullmatch(" ".join(label.split()))
    return match is not None and isinstance(value, float) and float(match[1]) == value


def contradicts(value: Value, label: str) -> bool:
    """True if the label begins with the number of another code: "0.- None" for 100."""
    match = _REPEATED.fullmatch(label) or _CODED.match(label)
    return match is not None and isinstance(value, float) and float(match[1]) != value


def _digits(value: Value) -> str:
    return value if isinstance(value, str) else number_cell(value)


def spelled(labels: Mapping[Value, str]) -> dict[Value, str] | None:
    """The labels that say something, where the others only repeat their codes, also in words.

    None if not most of them do so: then they are the labels of a list.
    """
    words = {
        value: label
        for value, label in labels.items()
        if not repeats(value, label) and number_in_words(label) != _digits(value)
    }
    repeated = len(labels) - len(words)
    return words if repeated > max(_MOST_WORDS, len(words)) else None
