"""Words as the audit compares them: folded, without endings, without the words that say nothing.

A *token* is a word in small letters with its ending cut off, so that "regionale" and "Regionen"
are one. Two tokens are *akin* if they are equal or share a long beginning ("Fördermittel",
"Fördermöglichkeiten"), as German joins words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+")
_BREAK = re.compile(r"(?<=\w)-[ \t]*\n\s*(?=[a-zäöüß])")
_SPACES = re.compile(r"\s+")
_SLASH = re.compile(r"(?<=\w)\s*/\s*(?=\w)")
_QUOTES = str.maketrans(
    {
        **dict.fromkeys('„“”‟«»‹›"', '"'),
        **dict.fromkeys("’‘‚‛'`´", "'"),
        **dict.fromkeys("–—‒−‑‐", "-"),
        "\u00ad": None,
        "\u200b": None,
        "\ufeff": None,
    }
)
_ENDINGS = (
    "ungen", "ieren", "lichen", "iches", "ischen", "heiten", "keiten", "ende", "enden", "erin",
    "innen", "ing", "ung", "tion", "isch", "lich", "heit", "keit", "end", "ern", "em", "en", "er",
    "es", "ed", "ly", "e", "n", "s",
)  # fmt: skip
_SHORTEST = 4
_BEGINNING = 6

_STOPWORDS_WORDS = """
    der die das den dem des ein eine einer eines einem einen und oder aber auch als am an auf
    aus bei beim bis bzw da damit dann dass daß dazu denn dies diese dieser dieses diesem diesen
    doch durch er es etwa etwas für gegen hat haben hatte ihr ihre ihren ihrer ihnen im in ist
    ja je jede jeder jedes man mehr mit nach nicht noch nur ob ohne sehr sein seine sich sie
    sind so sowie über um unter uns unser vom von vor war waren was weil welche welcher welches
    welchen wenn wer werden wie wir wird wurde wurden zu zum zur a about also an and any are as
    at be been but by for from had has have he her his how i if in into is it its me my no not
    of on only or our out she so than that the their them then there these they this those to us
    very was we were what when which who will with you your
"""
STOPWORDS = frozenset(_STOPWORDS_WORDS.split())


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """The text in small letters with one kind of quotes, dashes and spaces; lengths may change."""
    joined = _BREAK.sub("", text.translate(_QUOTES))
    # A line may break behind a slash.
    return _SPACES.sub(" ", _SLASH.sub("/", joined)).strip().casefold()


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The word without its ending, at least four letters long."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=16384)
def tokens(text: str) -> tuple[str, ...]:
    """The tokens of a text in order; numbers are left out."""
    return tuple(
        stem(part)
        for word in _WORD.findall(folded(text))
        for part in word.split("-")
        if part and not part.isdigit() and part not in STOPWORDS and len(part) > 1
    )


@lru_cache(maxsize=262144)
def akin(one: str, other: str) -> bool:
    """True if two tokens are one word, or two that begin alike."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < _SHORTEST + 1:
        return False
    if long.startswith(short) or (len(short) > _BEGINNING and long.endswith(short)):
        return True
    return len(short) > _BEGINNING and one[:_BEGINNING] == other[:_BEGINNING]


def covered(label: Iterable[str], text: Iterable[str]) -> float:
    """The share (0 to 1) of the label's tokens that have kin among the text's."""
    wanted, there = tuple(dict.fromkeys(label)), frozenset(text)
    if not wanted:
        return 0.0
    found = sum(one in there or any(akin(one, other) for other in there) for one in wanted)
    return found / len(wanted)


def alike(one: Iterable[str], other: Iterable[str]) -> float:
    """How alike two sets of tokens are (0 to 1): the smaller of the two coverings."""
    first, second = tuple(one), tuple(other)
    return min(covered(first, second), covered(second, first))


_GERMAN_WORDS = "der die das und ist nicht von mit für auf eine wird sind den des dem im oder sagen"
_ENGLISH_WORDS = "the and is of to for with are were that this by from or say"
_GERMAN = frozenset(_GERMAN_WORDS.split())
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
_UMLAUTS = frozenset("äöüß")


_COMMAS = re.compile(r"(?<![\d.,])\d+,\d{1,2}(?![\d.,])")
_POINTS = re.compile(r"(?<![\d.,])\d+\.\d{1,2}(?![\d.,])")


def language_of(texts: Iterable[str], said: str = "") -> str | None:
    """`de` or `en`, by small words and umlauts; None if nothing tells.

    Where the file itself says another (`said`), its numbers decide: a report may quote questions
    in a language that isn't its own.
    """
    german = english = commas = points = 0
    for text in texts:
        commas += len(_COMMAS.findall(text))
        points += len(_POINTS.findall(text))
        for word in text.lower().split():
            german += word in _GERMAN or not _UMLAUTS.isdisjoint(word)
            english += word in _ENGLISH
    told = None if german == english else "de" if german > english else "en"
    if said not in {"de", "en"} or said == told:
        return told
    if told is None:
        return said
    return told if commas == points else "de" if commas > points else "en"
