"""The wordings of a deck: phrases of the catalogue, and how figures and labels come into them.

The grammar of a wording must hold for whatever label or question comes into its places: labels
stand in quotation marks or after a colon, never as a part of the sentence that would have to agree
with it.
"""

from rundfrage.locales.phrases import Phrasebook
from rundfrage.report.words.compose import (
    Place,
    cited,
    comma,
    compose,
    isolated,
    joined,
    listed,
    quoted,
    stated,
)

__all__ = [
    "Phrasebook",
    "Place",
    "cited",
    "comma",
    "compose",
    "isolated",
    "joined",
    "listed",
    "quoted",
    "stated",
    "words_in",
]


def words_in(language: str) -> Phrasebook:
    """The wordings of a deck in the language."""
    return Phrasebook(language, "deck")
