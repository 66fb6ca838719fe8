"""The words of answers by language. `VOCABULARIES` lists them: a new one is a file and a line."""

from collections.abc import Sequence

from rundfrage.dataset.words.arabic import ARABIC
from rundfrage.dataset.words.chinese import CHINESE
from rundfrage.dataset.words.dutch import DUTCH
from rundfrage.dataset.words.english import ENGLISH
from rundfrage.dataset.words.french import FRENCH
from rundfrage.dataset.words.german import GERMAN
from rundfrage.dataset.words.italian import ITALIAN
from rundfrage.dataset.words.korean import KOREAN
from rundfrage.dataset.words.persian import PERSIAN
from rundfrage.dataset.words.polish import POLISH
from rundfrage.dataset.words.portuguese import PORTUGUESE
from rundfrage.dataset.words.russian import RUSSIAN
from rundfrage.dataset.words.spanish import SPANISH
from rundfrage.dataset.words.turkish import TURKISH
from rundfrage.dataset.words.ukrainian import UKRAINIAN
from rundfrage.dataset.words.vocabulary import Grading, Vocabulary

VOCABULARIES: Sequence[Vocabulary] = (
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
    DUTCH,
)

YES = frozenset(word for one in VOCABULARIES for word in one.yes | one.chosen)
"""What says yes: people's own words, and what programs write for what was chosen."""
NO = frozenset(word for one in VOCABULARIES for word in one.no | one.unchosen)
SAID_NO = frozenset(word for one in VOCABULARIES for word in one.no)
"""What people say themselves: who says so has answered."""
_TRUE = (
    "true on vrai wahr vero verdadero cierto verdadeiro prawda waar doğru верно истина правда істина "
    "правильно صحيح صح درست"
)
MENTIONED = frozenset(word for one in VOCABULARIES for word in one.chosen) - set(_TRUE.split())
"""What only programs write, that an option was mentioned or ticked; what is true may be more."""
NOT_NOTED = frozenset(word for one in VOCABULARIES for word in one.unchosen)

__all__ = [
    "MENTIONED",
    "NO",
    "NOT_NOTED",
    "SAID_NO",
    "VOCABULARIES",
    "YES",
    "Grading",
    "Vocabulary",
]
