"""Answers of which words are left out visibly, such as "It helps […] everybody here".

What is left must be whole words of one answer in their order, and "[…]" stand wherever words are
missing: between others, at the beginning, at the end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rundfrage.report.masking import MASK

_CUT = re.compile(r"\[\s*(?:…|\.\.\.)\s*\]")
_WORD = re.compile(r"\w+(?:[-'’*:_]\w+)*|[^\w\s]")
"""A word, whose hyphens and gender signs belong to it, or a sign of punctuation."""


def has_cuts(text: str) -> bool:
    """True if words of the text are left out visibly."""
    return _CUT.search(text) is not None


def with_cuts(text: str) -> str:
    """The text with each cut written as one, and with a space around it."""
    return " ".join(_CUT.sub(f" {MASK} ", text).split()) if has_cuts(text) else text


def is_cut_from(text: str, answer: str) -> bool:
    """True if the text is the answer without some of its words, each gap being marked."""
    pieces = [_WORD.findall(piece) for piece in _CUT.split(text)]
    words = _WORD.findall(answer)
    if not any(re.search(r"\w", word) for piece in pieces for word in piece):
        return False
    if not all(pieces[1:-1]):
        return False
    at = 0
    for number, piece in enumerate(pieces):
        last = number == len(pieces) - 1
        if not piece:
            continue
        if number == 0:
            found = 0 if words[: len(piece)] == piece else None
        elif last:
            found = len(words) - len(piece)
            found = found if found > at and words[found:] == piece else None
        else:
            found = _place(piece, words, at + 1)
        if found is None:
            return False
        at = found + len(piece)
    # Something is left out at the end, if a cut stands there.
    return bool(pieces[-1]) or at < len(words)


def _place(piece: Sequence[str], words: Sequence[str], start: int) -> int | None:
    """The first place from `start` on at which the words of the piece stand."""
    return next(
        (
            at
            for at in range(start, len(words) - len(piece) + 1)
            if list(words[at : at + len(piece)]) == list(piece)
        ),
        None,
    )
