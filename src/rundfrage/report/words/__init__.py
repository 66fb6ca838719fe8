"""The wordings of a deck, one file a language; English where a language has none of its own."""

from rundfrage.report.words.ar import AR
from rundfrage.report.words.catalogue import Plural, Words
from rundfrage.report.words.compose import Place, cited, compose, isolated, joined, listed, quoted
from rundfrage.report.words.de import DE
from rundfrage.report.words.en import EN
from rundfrage.text import main_part

CATALOGUES = (DE, EN, AR)

__all__ = [
    "AR",
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
    return next((one for one in CATALOGUES if one.language == main_part(language)), EN)
