"""Words as they are compared: without what people and programs write differently."""

from __future__ import annotations

import re
import unicodedata

_MARKS = re.compile("[\u0307\u0640\u064b-\u0652\u0670]")
_LETTERS = str.maketrans(
    {"ı": "i", "أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ё": "е", "\u200c": " "}
    | dict.fromkeys("’‘ʼ´`", "'")
)


def fold(words: str) -> str:
    """The words without case, doubled blanks, vowel signs, dots of capitals, bent strokes."""
    plain = unicodedata.normalize("NFC", words.casefold())
    return " ".join(_MARKS.sub("", plain).translate(_LETTERS).split())


def listed(*rows: str) -> frozenset[str]:
    """The words of rows, cut by bars."""
    return frozenset(fold(word) for row in rows for word in row.split("|"))
