"""Ratings by signs: ++, +, 0, - and --, the best first."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from rundfrage.patterns import pattern

_SIGN = pattern(r"[+＋]{1,4}|[-−–—]{1,4}|0|o|±|\+/-|\+-|-/\+|=", re.IGNORECASE)
_MINUS = frozenset("-−–—")
_FEWEST = 3


def are_signs(words: Collection[str]) -> bool:
    """True if each of the words, which are clean, is a sign of a rating."""
    return bool(words) and all(_SIGN.fullmatch(word) for word in words)


def signed(labels: Sequence[str]) -> list[int] | None:
    """Where each sign stands, the best first; None if they are no rating, which has both poles."""
    if len(labels) < _FEWEST or not are_signs(labels):
        return None
    short = any(set(label) <= _MINUS - {"—", "–"} and len(label) == 1 for label in labels)
    values = [_value(label, long=2 if short else 1) for label in labels]
    if len(set(values)) < len(values) or not min(values) < 0 < max(values):
        return None
    order = sorted(values, reverse=True)
    return [order.index(value) for value in values]


def doubtful_signs(labels: Collection[str]) -> list[str]:
    """A dash that may stand for no answer: beside no 0, and no other dashes."""
    dashes = [label for label in labels if set(label) <= _MINUS]
    middle = any(_value(label, 1) == 0 for label in labels)
    return [] if (middle and len(labels) >= _FEWEST) or len(dashes) > 1 else dashes


def _value(label: str, long: int) -> int:
    """How good the sign is; a `long` dash may be what programs make of two hyphens."""
    if set(label) <= {"+", "＋"}:
        return len(label)
    if set(label) <= _MINUS:
        return -sum(long if one in "–—" else 1 for one in label)
    return 0
