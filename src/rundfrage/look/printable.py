"""Leaves out of a text what no document can show."""

from __future__ import annotations

import unicodedata

_KEPT_SPACES = frozenset("\u00a0\u202f")


def printable(words: str) -> str:
    """The words without control characters and what XML forbids; line ends and tabs as spaces."""
    # For Python blanks that don't break are no more printable than line ends.
    if words.replace("\u00a0", "").replace("\u202f", "").isprintable():
        return words
    return "".join(_printable(character) for character in words)


def _printable(character: str) -> str:
    if character.isspace():
        return character if character in _KEPT_SPACES else " "
    if unicodedata.category(character) in {"Cc", "Cs"} or character in "\ufffe\uffff":
        return ""
    return character
