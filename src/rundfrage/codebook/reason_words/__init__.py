"""What people and programs write where there is no answer, by language, with the reason it gives.

`REASON_WORDS` lists the languages: a new one is a file and a line. Files of answers and
questionnaires are looked through for these words, which are compared folded.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from rundfrage.codebook.missing import Missing
from rundfrage.codebook.reason_words.arabic import ARABIC
from rundfrage.codebook.reason_words.chinese import CHINESE
from rundfrage.codebook.reason_words.czech import CZECH
from rundfrage.codebook.reason_words.danish import DANISH
from rundfrage.codebook.reason_words.dutch import DUTCH
from rundfrage.codebook.reason_words.english import ENGLISH
from rundfrage.codebook.reason_words.finnish import FINNISH
from rundfrage.codebook.reason_words.form import ReasonWords
from rundfrage.codebook.reason_words.french import FRENCH
from rundfrage.codebook.reason_words.german import GERMAN
from rundfrage.codebook.reason_words.greek import GREEK
from rundfrage.codebook.reason_words.hungarian import HUNGARIAN
from rundfrage.codebook.reason_words.italian import ITALIAN
from rundfrage.codebook.reason_words.korean import KOREAN
from rundfrage.codebook.reason_words.norwegian import NORWEGIAN
from rundfrage.codebook.reason_words.persian import PERSIAN
from rundfrage.codebook.reason_words.polish import POLISH
from rundfrage.codebook.reason_words.portuguese import PORTUGUESE
from rundfrage.codebook.reason_words.russian import RUSSIAN
from rundfrage.codebook.reason_words.spanish import SPANISH
from rundfrage.codebook.reason_words.swedish import SWEDISH
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
    DUTCH,
    SWEDISH,
    DANISH,
    NORWEGIAN,
    FINNISH,
    HUNGARIAN,
    CZECH,
    GREEK,
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
OPPOSITES = frozenset(word for one in REASON_WORDS for word in one.opposites)
"""Those of the answers that are such only beside one other word."""
BELOW_ZERO: Mapping[str, Missing] = {
    word: why for one in REASON_WORDS for word, why in one.below_zero.items()
}
"""Steps of scales, and so on, that give a reason where they label a code below zero."""

_WRITTEN = re.compile(r"[\w\s.,;:!?'*/()…–—-]*")
_SHORTEST = 6
"""Fewer letters are the same of several words: n/a and NA."""


def _letters(word: str) -> str:
    return "".join(filter(str.isalnum, word))


_LISTED: Mapping[str, str] = {
    letters: word for word in (*OFFERED, *TECHNICAL) if len(letters := _letters(word)) >= _SHORTEST
}


@lru_cache(1 << 14)
def as_listed(word: str) -> str:
    """The listed word that a folded one is but for blanks, strokes and marks: "no_answer".

    So do forms write codes, and exports lose the ends of lines. Any other word is itself.
    """
    if word in OFFERED or word in TECHNICAL or not _WRITTEN.fullmatch(word):
        return word
    letters = _letters(word)
    return _LISTED.get(letters, word) if len(letters) >= _SHORTEST else word


_EDGES = " .…*:-–—_<>[](){}|\"'“”„«»"
_GOES_ON = re.compile(r"\s*[;:,(\[/]|\s+[-–—]\s")
_MOST_WORDS = 6


def technical_reason(label: str) -> Missing | None:
    """Why a label always stands for a missing answer, None if it may be one.

    Programs put marks around it: "-- Select --", "[Not Displayed]", "Refusal*".
    """
    bare = label.strip(_EDGES)
    marked = f"{bare}…" if bare != label else bare
    found = TECHNICAL.get(label) or TECHNICAL.get(bare) or TECHNICAL.get(marked)
    return found or TECHNICAL.get(as_listed(label))


def technical_opening(label: str) -> Missing | None:
    """Why a label that says more stands for a missing answer: "Not asked in Spain"."""
    head = _GOES_ON.split(label, maxsplit=1)[0]
    if head != label and head not in ANSWERS and (why := technical_reason(head)) is not None:
        return why
    words = label.split()
    for count in range(2, min(len(words), _MOST_WORDS + 1)):
        opening = " ".join(words[:count])
        if TECHNICAL.get(opening) is Missing.NOT_ASKED and opening not in ANSWERS:
            return Missing.NOT_ASKED
    return None


__all__ = [
    "ANSWERS",
    "BELOW_ZERO",
    "OFFERED",
    "OPPOSITES",
    "REASON_WORDS",
    "STEPS",
    "TECHNICAL",
    "ReasonWords",
    "as_listed",
    "technical_opening",
    "technical_reason",
]
