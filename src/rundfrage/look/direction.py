"""The way a text runs, and how it stands among text that runs the other way (UAX 9)."""

from __future__ import annotations

import unicodedata

from rundfrage.text import Direction

_ISOLATE, _END = "\u2068", "\u2069"
"""FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE (Unicode Standard Annex 9)."""


def way_of(words: str) -> Direction | None:
    """The way the words run, told by their first letter; None without one (UAX 9, P2 and P3).

    A deck in Arabic may quote an answer in German; its full stop then belongs at the right. What
    stands in isolates doesn't count, nor do marks: an Arabic 62 % holds left-to-right ones.
    """
    depth = 0
    for character in words:
        kind = unicodedata.bidirectional(character)
        depth += (character == _ISOLATE) - (character == _END)
        if depth <= 0 and character.isalpha() and kind in {"L", "R", "AL"}:
            return "ltr" if kind == "L" else "rtl"
    return None


def isolated(words: str) -> str:
    """The words so that they leave the order of those around them alone.

    An Arabic date holds right-to-left marks, which would pull apart an English sentence.
    """
    if any(unicodedata.bidirectional(character) in {"R", "AL"} for character in words):
        return f"{_ISOLATE}{words}{_END}"
    return words
