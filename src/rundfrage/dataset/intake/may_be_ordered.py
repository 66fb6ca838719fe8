"""Choices that may be scales by the words of their answers, though no list has them.

Most answers hold a word that says how much, how often, how good or how far: "Gute Kenntnisse",
"Master's degree", "ثلاث أفراد فأقل". Or two of them are bands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain

from rundfrage.dataset.intake.scales import beside_reason, is_other, yes_or_no
from rundfrage.dataset.words import VOCABULARIES
from rundfrage.dataset.words.bounds import GRADES, NUMBERS
from rundfrage.dataset.words.chinese import CHINESE
from rundfrage.dataset.words.korean import KOREAN
from rundfrage.dataset.words.ordering import NAMING, NEGATING, ORDERING, PLACES_TOO, WITHIN
from rundfrage.dataset.words.vocabulary import fold
from rundfrage.locales import message
from rundfrage.patterns import pattern

MAY_BE_SCALE = (
    message("A choice may be a scale whose steps are not known by their words."),
    message("If it is one, give the type “scale” in the codebook."),
)
"""The doubt of a choice that `may_be_scale`."""
_FEWEST = 3
_MOST = 20
_PAIR = 2
_SHORT = 3
_WORDS = frozenset(
    word
    for one in VOCABULARIES
    for label in (
        *one.grading.degrees,
        *(way for scale in one.scales for step in scale for way in step),
        *chain.from_iterable(one.grading.opposites),
    )
    for word in re.findall(r"[^\W\d_]{4,}", label)
)
"""Words that say how much, how often or how good, in any language."""
_UNSPACED = tuple(
    word
    for one in (CHINESE, KOREAN)
    for degree in one.grading.degrees
    if len(word := degree.strip("~*")) > 1
)
"""Such words of languages that write them without blanks between."""
_SPANS = frozenset(chain.from_iterable(one.spans for one in VOCABULARIES))
_NUMBERS = frozenset(word for table in NUMBERS for word, number in table.items() if number > 1)
_NUMBERED = pattern(r"([^\W\d]{1,40})[ _-]?\d{1,5}")
"""A name and a number, as places and versions have: off_site_1, MW302, Line 7."""
_COUNTING = GRADES | _SPANS | PLACES_TOO | ORDERING
"""Words before a number that counts on: year 2, grade 9, level 3."""
_JOINED = pattern(r"(?<=[a-zß-öø-ÿа-яё])(?=[A-ZÀ-ÖØ-ÞА-ЯЁ])|_+")
_BAND = pattern(r"\d\s*(?:-|–|to|bis|à|a|до)\s*\d")


def may_be_scale(labels: Iterable[str]) -> bool:
    """True if most labels hold words or numbers that steps of scales have, though they are none."""
    answers = [label for label in labels if beside_reason(label) is None]
    given = [one for one in answers if not is_other(one)]
    words = [_spaced(one) for one in given]
    if len(words) > _MOST or yes_or_no(given) is not None:
        return False
    if are_names(given):
        return False
    if len(words) == _PAIR == len(answers):
        return all(map(_is_band, words))
    if len(given) < len(answers):
        # What people are or do stands beside "other" as well.
        return sum(map(_is_levelled, words)) > max(_PAIR, len(words) / 2)
    levels = any(map(_is_levelled, words))
    told = sum(_tells(word) or (levels and _is_place(word)) for word in words)
    return len(words) >= _FEWEST and told > len(words) / 2


def are_names(labels: Sequence[str]) -> bool:
    """True if answers say what people are, or are names or codes: Male, site_3, 0110."""
    if all(map(str.isdecimal, labels)) and any(one[0] == "0" and len(one) > 1 for one in labels):
        return True
    known = sum(not NAMING.isdisjoint(_tokens(_spaced(label))) for label in labels)
    return known >= _PAIR or all(_is_numbered(fold(label)) for label in labels)


@lru_cache(1 << 14)
def _spaced(label: str) -> str:
    """The label, folded, with blanks where words were joined: KeineKenntnisse, no_difficulty."""
    return fold(_JOINED.sub(" ", label))


@lru_cache(1 << 14)
def _tells(answer: str) -> bool:
    """True if the answer holds a word or a number that steps of scales have."""
    if _is_numbered(answer):
        return False
    if re.search(r"\d", answer) or _WORDS & set(re.findall(r"[^\W\d_]{4,}", answer)):
        return True
    if not answer.isascii() and any(word in answer for word in _UNSPACED):
        return True
    return _is_levelled(answer) or _is_negated(_tokens(answer))


@lru_cache(1 << 14)
def _is_levelled(answer: str) -> bool:
    words = _tokens(answer)
    levels = not ORDERING.isdisjoint(words) or not _NUMBERS.isdisjoint(words)
    return levels or any(word in answer for word in WITHIN)


def _is_numbered(answer: str) -> bool:
    """True for a name with a number behind it that only tells it from others of that name."""
    match = _NUMBERED.fullmatch(answer)
    return match is not None and match[1].strip("_") not in _COUNTING


def _is_negated(words: Sequence[str]) -> bool:
    """True for the last of steps such as "no difficulty"; longer answers only begin so."""
    return 1 < len(words) <= _SHORT and words[0] in NEGATING


def _is_place(answer: str) -> bool:
    return not PLACES_TOO.isdisjoint(_tokens(answer))


def _is_band(answer: str) -> bool:
    """True if the answer is one of bands: "18-25 years", "six months to one year"."""
    return _BAND.search(answer) is not None or not _SPANS.isdisjoint(_tokens(answer))


def _tokens(answer: str) -> Sequence[str]:
    return re.findall(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*", answer)
