"""The vocabulary of a language for questions that ask who somebody is.

Its lists are words cut by bars, in any case; hyphens and apostrophes are blanks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from rundfrage.folding import fold

_JOINTS = re.compile("[-‐‑'\u200c]")
_TOKENS = re.compile(r"[^\W_]+|[^\w\s]")

Token = str
Phrases = frozenset[tuple[Token, ...]]


class Identifier(StrEnum):
    """What tells by itself who somebody is, or where they are found."""

    NAME = "name"
    ADDRESS = "address"
    EMAIL = "email"
    PHONE = "phone"
    BIRTH_DATE = "birth date"
    NUMBER = "number"
    """A number that an office, school, firm or state gave one person."""
    ACCOUNT = "account"
    INSURANCE = "insurance"
    PLATE = "plate"


def tokens(words: str) -> list[Token]:
    """Words and marks, folded."""
    return _TOKENS.findall(_JOINTS.sub(" ", fold(words)))


@dataclass(frozen=True)
class Vocabulary:
    """What one language says.

    `own` are possessives, `owned` identifiers that are possessives themselves (a suffix);
    `asking` are words that ask for something to be written down; `which` and `reaching` do so
    together ("under which number can we reach you"). `around` stands around a bare label. `phrases`
    ask without a noun ("what are you called"). A sentence with a word of `opinion` asks what
    somebody thinks; a clause with one of `negation`, or that begins with one of `subordinate`, asks
    for nothing. `you` addresses the respondent. `attributes` are properties of people, which
    `attribute_phrases` ask for without a noun ("how old are you").
    """

    own: str
    nouns: Mapping[Identifier, str]
    asking: str
    around: str
    opinion: str
    negation: str
    subordinate: str
    you: str
    attributes: str
    attribute_phrases: str
    which: str = ""
    reaching: str = ""
    owned: Mapping[Identifier, str] | None = None
    phrases: Mapping[Identifier, str] | None = None

    @cached_property
    def possessives(self) -> Phrases:
        """`own` as tokens."""
        return _phrases(self.own)

    @cached_property
    def identifiers(self) -> Mapping[tuple[Token, ...], Identifier]:
        """The nouns by their tokens."""
        return _by_tokens(self.nouns) | _by_tokens(self.owned or {})

    @cached_property
    def own_identifiers(self) -> Mapping[tuple[Token, ...], Identifier]:
        """Those that need no possessive before them."""
        return _by_tokens(self.owned or {})

    @cached_property
    def whole_phrases(self) -> Mapping[tuple[Token, ...], Identifier]:
        """`phrases` by their tokens."""
        return _by_tokens(self.phrases or {})

    @cached_property
    def lists(self) -> Mapping[str, Phrases]:
        """All other lists as tokens, by their names."""
        names = (
            "asking", "around", "opinion", "negation", "subordinate", "you", "attributes",
            "attribute_phrases", "which", "reaching",
        )  # fmt: skip
        return {name: _phrases(getattr(self, name)) for name in names}


def _phrases(words: str) -> Phrases:
    return frozenset(tuple(tokens(one)) for one in words.split("|") if one.strip())


def _by_tokens(nouns: Mapping[Identifier, str]) -> dict[tuple[Token, ...], Identifier]:
    return {phrase: which for which, words in nouns.items() for phrase in _phrases(words)}
