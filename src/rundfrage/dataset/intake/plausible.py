"""Which reading of bytes is most like words that people write.

Read in a wrong encoding, words hold letters of two scripts (Opiniσn), signs that stand between
letters (gr├Âßer), capitals behind small letters, and letters that no one language has together.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import fields
from functools import cache
from itertools import pairwise

from rundfrage.dataset.words import VOCABULARIES, Grading
from rundfrage.dataset.words.vocabulary import fold
from rundfrage.patterns import pattern

_ALPHABETS: Sequence[str] = (
    "äöüß", "éèêëàâîïôùûçœæ«»", "áéíóúüñ¿¡ªº", "ãõáéíóúâêôçà", "àèéìíòóùî", "ąćęłńóśźż",
    "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "çğıöşüâîİ", "åäöæøé", "ăâîșțşţ",
    "áðéíóúýþæö", "čćžšđ", "ëïéèöüáóç", "āčēģīķļņšūž", "ąčęėįšųūž", "äöõüšž",
)  # fmt: skip
"""The letters beyond ASCII of languages with the Latin script."""
_SIGNS = frozenset("€£°§–—„“”‘’…·²³½¼%‰№×©®™\u00a0\u00ad")
_WORD = pattern(r"\S*[^\x00-\x7f]\S*")
_TOKEN = pattern(r"[^\W\d_]+")
_SAMPLE = 2_000
_LETTERED = 0.95
_MOST_SCRIPTS = 4
_FEWEST_LINES = 2


def words_beyond_ascii(text: str) -> list[str]:
    """The different words of the text that hold letters beyond ASCII, the first of them."""
    found: dict[str, None] = {}
    for match in _WORD.finditer(text):
        found.setdefault(match[0])
        if len(found) >= _SAMPLE:
            break
    return list(found)


def faults(words: Sequence[str]) -> float:
    """The share of words that nobody writes so."""
    return sum(map(_is_faulty, words)) / len(words) if words else 0.0


def of_one_language(words: Sequence[str]) -> bool:
    """True if some language with the Latin script has all the letters, or they are of another."""
    letters = {letter for word in words for letter in word if not letter.isascii()} - _SIGNS
    small = {
        one
        for letter in letters
        for one in letter.lower()
        if not one.isascii() and unicodedata.category(one) != "Mn"
    }
    if any(small <= set(alphabet) for alphabet in _ALPHABETS):
        return True
    return bool(small) and all(
        unicodedata.category(letter)[0] not in "LM" or script_of(letter) != "LATIN"
        for letter in small
    )


def known(words: Sequence[str]) -> int:
    """How many of the words are in the vocabulary of a language."""
    tokens = {fold(token) for word in words for token in _TOKEN.findall(word)}
    return len(tokens & _vocabulary())


def is_lettered(text: str) -> bool:
    """True for lines of letters, digits and usual signs, of a few scripts at most."""
    if max(text.count("\n"), text.count("\r")) < _FEWEST_LINES:
        return False
    usual = sum(
        one in "\t\r\n" or (one.isascii() and one.isprintable()) or one.isalpha() or one in _SIGNS
        for one in text
    )
    scripts = {script_of(one) for one in text if one.isalpha()}
    return usual >= _LETTERED * len(text) and len(scripts) <= _MOST_SCRIPTS


def _is_faulty(word: str) -> bool:
    for token in _TOKEN.findall(word):
        if token.isascii():
            continue
        if len({script_of(letter) for letter in token}) > 1:
            return True
        if any(one.islower() and two.isupper() and two > "\x7f" for one, two in pairwise(token)):
            return True
    inner = word.strip("\"'()[],;:.!?“”„‘’«»¿¡…–—").replace("’", "")
    foreign = [sign for sign in inner if not sign.isascii() and not sign.isalnum()]
    if any(unicodedata.category(sign)[0] not in "ML" and sign not in _SIGNS for sign in foreign):
        return True
    within = re.findall(r"(?<=[^\W\d_])[^\w\s](?=[^\W\d_])", inner)
    alone = word[:1] in "“”„" and len(word) > 1 and not re.search("[“”]", word[1:])
    return any(not one.isascii() and one not in "’·" for one in within) or alone


@cache
def script_of(letter: str) -> str:
    """The script of a letter, by the first word of its name: LATIN, CYRILLIC, CJK."""
    return unicodedata.name(letter, "NONE").split()[0]


@cache
def _vocabulary() -> frozenset[str]:
    """The words of the vocabularies that hold letters beyond ASCII."""
    return frozenset(
        token
        for one in VOCABULARIES
        for name in fields(one)
        for words in _words(getattr(one, name.name))
        for token in _TOKEN.findall(words)
        if not token.isascii()
    )


def _words(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Grading):
        yield from _words((value.degrees, value.opposites, value.middles))
    elif isinstance(value, dict | tuple | frozenset):
        for one in value:
            yield from _words(one)
