"""The program's own words on paper: phrases of the catalogue."""

from __future__ import annotations

from rundfrage.locales.phrases import Phrasebook
from rundfrage.rules.expression import Operator

SAYS: dict[Operator, str] = {
    "<": "says-less",
    "<=": "says-at-most",
    ">": "says-more",
    ">=": "says-at-least",
    "==": "says-equal",
    "!=": "says-unequal",
}
"""The phrases that compare what stands in an answer with a number or a day."""


def words_in(language: str) -> Phrasebook:
    """The words on paper in the language."""
    return Phrasebook(language, "paper")


def between(words: Phrasebook, key: str) -> str:
    """What a phrase of two places says between them: " and ", " or "."""
    return words(key, first="\0", last="\0").split("\0")[1]
