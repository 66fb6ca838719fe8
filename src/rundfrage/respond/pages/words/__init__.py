"""Words of the public door: what the program itself says to respondents, in their language.

German, English and Arabic are spoken; in any other language these words are the English ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rundfrage.respond.pages.words.ar import ARABIC
from rundfrage.respond.pages.words.de import GERMAN
from rundfrage.respond.pages.words.en import ENGLISH
from rundfrage.text import Direction, direction

SHIPPED: Mapping[str, Mapping[str, str]] = {"de": GERMAN, "en": ENGLISH, "ar": ARABIC}
"""The words by language and key; every language has the keys of the English ones."""


@dataclass(frozen=True)
class Words:
    """The words of one language, by key."""

    language: str

    def __call__(self, key: str, /, **values: object) -> str:
        """The words with the values put in; raises KeyError for an unknown key."""
        shipped = SHIPPED.get(self.language) or SHIPPED.get(self.language.split("-")[0], ENGLISH)
        return shipped[key].format_map(values) if values else shipped[key]

    @property
    def direction(self) -> Direction:
        """The way the language is written."""
        return direction(self.language)
