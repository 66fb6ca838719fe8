"""How the words of one language for having no answer are said: the form of each file beside this.

They are compared folded; see `folding.py`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from rundfrage.codebook.missing import Missing
from rundfrage.folding import fold

_FEWEST_LETTERS = 5
"""Shorter words without their accents are other words: sé and se."""


def reasons(**rows: str) -> Mapping[str, Missing]:
    """The words by their reason, cut by bars; also as people write them without accents."""
    found = {}
    for reason, row in rows.items():
        for word in map(fold, row.split("|")):
            found[word] = Missing.from_word(reason)
            if len(word) >= _FEWEST_LETTERS:
                found.setdefault(_plain(word), Missing.from_word(reason))
    return found


def _plain(word: str) -> str:
    parts = unicodedata.normalize("NFD", word.replace("ł", "l"))
    bare = "".join(one for one in parts if not unicodedata.combining(one))
    return unicodedata.normalize("NFC", bare)


@dataclass(frozen=True)
class ReasonWords:
    """The words of one language, by the reason they give.

    `technical` are labels that no respondent chooses: they always stand for a missing answer.
    `offered` are options beside a scale that are no step of it, and answers where there is no
    scale. Of both some mean two things: `steps` are offered words that may be a step of a scale as
    well ("not sure"), `answers` technical ones that are answers where what they say is asked
    ("refused" of asylum). Of these `opposites` are answers only beside one other word: "skipped"
    and "done". With one of `begins`, as with the many words for "don't know", labels may begin that
    are no steps: "not applicable to me". Those of `whole`, all of them `offered`, begin none: "not
    familiar with it". Those of `below_zero` give a reason only as labels of negative codes.
    """

    offered: Mapping[str, Missing]
    technical: Mapping[str, Missing]
    steps: frozenset[str] = frozenset()
    answers: frozenset[str] = frozenset()
    opposites: frozenset[str] = frozenset()
    begins: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()
    below_zero: Mapping[str, Missing] = field(default_factory=dict)
