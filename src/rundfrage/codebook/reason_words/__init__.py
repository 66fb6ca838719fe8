"""What people and programs write where there is no answer, by language, with the reason it gives.

`REASON_WORDS` lists the languages: a new one is a file and a line. Files of answers and
questionnaires are looked through for these words.
"""

from collections.abc import Mapping, Sequence

from rundfrage.codebook.missing import Missing
from rundfrage.codebook.reason_words.arabic import ARABIC
from rundfrage.codebook.reason_words.chinese import CHINESE
from rundfrage.codebook.reason_words.english import ENGLISH
from rundfrage.codebook.reason_words.form import ReasonWords
from rundfrage.codebook.reason_words.french import FRENCH
from rundfrage.codebook.reason_words.german import GERMAN
from rundfrage.codebook.reason_words.italian import ITALIAN
from rundfrage.codebook.reason_words.korean import KOREAN
from rundfrage.codebook.reason_words.persian import PERSIAN
from rundfrage.codebook.reason_words.polish import POLISH
from rundfrage.codebook.reason_words.portuguese import PORTUGUESE
from rundfrage.codebook.reason_words.russian import RUSSIAN
from rundfrage.codebook.reason_words.spanish import SPANISH
from rundfrage.codebook.reason_words.turkish import TURKISH
from rundfrage.codebook.reason_words.ukrainian import UKRAINIAN

REASON_WORDS: Sequence[ReasonWords] = (
    ENGLISH,
    GERMAN,
    FRENCH,
    SPANISH,
    PORTUGUESE,
    ITALIAN,
    POLISH,
    TURKISH,
    ARABIC,
    RUSSIAN,
    UKRAINIAN,
    CHINESE,
    KOREAN,
    PERSIAN,
)

TECHNICAL: Mapping[str, Missing] = {
    word: why for one in REASON_WORDS for word, why in one.technical.items()
}
"""Labels that always stand for a missing answer."""
OFFERED: Mapping[str, Missing] = {
    word: why for one in REASON_WORDS for word, why in one.offered.items()
}
"""Labels that are no step of a scale beside which they stand."""
STEPS = frozenset(word for one in REASON_WORDS for word in one.steps)
"""Those of the offered that may be a step as well."""
ANSWERS = frozenset(word for one in REASON_WORDS for word in one.answers)
"""Those of the technical that are answers where what they say is asked."""
BELOW_ZERO: Mapping[str, Missing] = {
    word: why for one in REASON_WORDS for word, why in one.below_zero.items()
}
"""Steps of scales, and so on, that give a reason where they label a code below zero."""

__all__ = ["ANSWERS", "BELOW_ZERO", "OFFERED", "REASON_WORDS", "STEPS", "TECHNICAL", "ReasonWords"]
