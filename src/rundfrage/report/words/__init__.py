"""The wordings of a deck, one file a language; English where a language has none of its own."""

from rundfrage.report.words.catalogue import Plural, Words
from rundfrage.report.words.compose import Place, cited, compose, isolated, joined, listed, quoted
from rundfrage.report.words.de import DE
from rundfrage.report.words.en import EN

CATALOGUES = (DE, EN)

__all__ = [
    "CATALOGUES",
    "DE",
    "EN",
    "Place",
    "Plural",
    "Words",
    "cited",
    "compose",
    "isolated",
    "joined",
    "listed",
    "quoted",
    "words_in",
]


def words_in(language: str) -> Words:
    """The catalogue of the language ("de" serves "de-AT"), else the English one."""
    base = language.replace("_", "-").split("-")[0].lower()
    return next((words for words in CATALOGUES if words.language == base), EN)
