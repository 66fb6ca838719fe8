"""Cuts a text to a number of characters, and never inside one that is built of several."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

ELLIPSIS = "…"

_JOINER = "\u200d"
_FIRST_MARK = "\u0300"
"""No character before this one belongs to another."""


def clip(text: str, most: int) -> str:
    """A text of at most `most` characters: cut at a word's end, with an ellipsis, if longer."""
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    end = flat.rfind(" ", most // 2, most)
    end = most - 1 if end < 0 else end
    while end > 1 and glued(flat, end):
        end -= 1
    return flat[:end].rstrip(" ,;:.–-") + ELLIPSIS


def built_characters(text: str) -> Iterator[str]:
    """The text taken apart into what a reader takes for one character."""
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or not glued(text, end):
            yield text[start:end]
            start = end


def glued(text: str, index: int) -> bool:
    """True if text[index] belongs to the character before it."""
    here, before = text[index : index + 1], text[index - 1 : index]
    if not here or not before:
        return False
    if here < _FIRST_MARK:
        return before == _JOINER
    if _JOINER in (here, before):
        return True
    return (
        unicodedata.category(here) in {"Mn", "Me", "Mc"}
        or "\ufe00" <= here <= "\ufe0f"
        or "\U0001f3fb" <= here <= "\U0001f3ff"
        or ("\U0001f1e6" <= here <= "\U0001f1ff" and "\U0001f1e6" <= before <= "\U0001f1ff")
    )
