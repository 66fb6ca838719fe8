"""Numbers that somebody wrote at answers to count them up: "1. North", "(2) South", "East (3)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rundfrage.patterns import pattern

_BEFORE = pattern(
    r"\(?(?P<number>-?\d{1,3})\s*(?:\)|[-–—:=.)])[-–—:=.)\s]*(?P<words>[^\W\d].*)", re.DOTALL
)
_BEHIND = pattern(r"(?P<words>.*[^\W\d].*?)\s*[(\[](?P<number>-?\d{1,3})[)\]]", re.DOTALL)
_LONGEST = 200
"""Longer labels are texts."""
_ALONE = pattern(r"(?:\((?P<number>-?\d{1,3})\))(?P<words>)")


@dataclass(frozen=True)
class CountedUp:
    """Labels with the number of each, and without it."""

    numbers: tuple[int, ...]
    words: tuple[str, ...]


def counted_up(labels: Sequence[str]) -> CountedUp | None:
    """The numbers of the labels, each another, and their words; None if they aren't counted up."""
    if max(map(len, labels), default=0) > _LONGEST:
        return None
    for form in (_BEFORE, _BEHIND):
        found = [form.fullmatch(one.strip()) or _ALONE.fullmatch(one.strip()) for one in labels]
        matches = [match for match in found if match is not None]
        numbers = tuple(int(match["number"]) for match in matches)
        words = tuple(match["words"].strip() for match in matches)
        if len(matches) == len(labels) == len(set(numbers)) and any(words):
            return CountedUp(numbers, words)
    return None
