"""Finds numbers, number words and words such as "most" that stand free in a sentence.

Only bindings and checked wordings may say how many. Ordinals and articles are no numbers ("ein",
"one", "der zweite"), for they seldom count anything.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from rundfrage.errors import Problem
from rundfrage.locales import Message, message
from rundfrage.report.claims.passage import Passage, where
from rundfrage.report.claims.quantifiers import quantifiers
from rundfrage.text import main_part

_GERMAN_UNITS = "zwei drei vier fünf sechs sieben acht neun"
_GERMAN_TEENS = "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"
_GERMAN_TENS = "zwanzig dreißig dreissig vierzig fünfzig sechzig siebzig achtzig neunzig"
_GERMAN = (
    f"null {_GERMAN_UNITS} {_GERMAN_TEENS} {_GERMAN_TENS} hundert hunderte tausend tausende "
    "dutzend dutzende million millionen milliarde milliarden hälfte halb halbe halben drittel "
    "viertel fünftel sechstel siebtel achtel neuntel zehntel hundertstel mehrheit minderheit "
    "doppelt doppelte dreifach vierfach zweimal dreimal viermal zehnmal"
)
_ENGLISH_UNITS = "two three four five six seven eight nine"
_ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ENGLISH = (
    f"zero {_ENGLISH_UNITS} ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    f"eighteen nineteen {_ENGLISH_TENS} hundred hundreds thousand thousands million millions "
    "billion billions dozen dozens half halves third thirds quarter quarters fifths tenths "
    "majority minority twice thrice twofold threefold"
)
NUMBER_WORDS: Mapping[str, frozenset[str]] = {
    "de": frozenset(_GERMAN.split()),
    "en": frozenset(_ENGLISH.split()),
}
"""Words that count, by language; in other languages only digits are looked for."""

_COMPOUND: Mapping[str, re.Pattern[str]] = {
    "de": re.compile(
        rf"(?:ein|{'|'.join(_GERMAN_UNITS.split())})?"
        rf"(?:hundert|tausend|und(?:{'|'.join(_GERMAN_TENS.split())}))\w*"
    ),
    "en": re.compile(
        rf"(?:{'|'.join(_ENGLISH_TENS.split())})-(?:one|{'|'.join(_ENGLISH_UNITS.split())})"
    ),
}
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def free_numbers(
    characters: Sequence[tuple[str, int]],
    passage: Passage,
    language: str,
    *,
    bindings: bool = True,
) -> Iterator[Problem]:
    """A Problem for each number among the characters, which come with their offsets.

    `bindings` says whether they may stand in the text.
    """
    words = "".join(one for one, _ in characters)
    numbers = list(_spans(words, language))
    for start, end in quantifiers(words, language):
        if not any(first < end and start < last for first, last in numbers):
            yield Problem(
                "free-number",
                where=where(passage.spot(characters[start][1])),
                found=message(
                    "{words} says how many people, without a binding.", words=words[start:end]
                ),
                expected=message("a wording in braces that is checked against the data."),
                mend=_elsewhere(words[start:end])
                if not bindings
                else message(
                    "Write for example {{majority: q2.top2}} or {{q2.top2}}; words that are none "
                    'of the survey\'s go in quotes: {{{{"{words}"}}}}.',
                    words=words[start:end],
                ),
            )
    for start, end in numbers:
        yield Problem(
            "free-number",
            where=where(passage.spot(characters[start][1])),
            found=message(
                "{words} stands in a sentence without a binding.", words=words[start:end]
            ),
            expected=message("numbers in braces, bound to the data."),
            mend=_elsewhere(words[start:end])
            if not bindings
            else message(
                "Write for example {{q2.top2}} or {{half: q2.top2}}; a number that is none "
                'of the survey\'s goes in quotes: {{{{"{words}"}}}}.',
                words=words[start:end],
            ),
        )


def _elsewhere(words: str) -> Message:
    return message(
        "Say it in the title of a slide, a sentence or footer=, with a binding; what isn't the "
        'survey\'s goes in quotes: {{{{"{words}"}}}}.',
        words=words,
    )


def has_number(words: str, language: str) -> bool:
    """True if the words say how many: in digits, as a number word, or as "most"."""
    return any(True for _ in chain(_spans(words, language), quantifiers(words, language)))


def _spans(words: str, language: str) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(words):
        if _numeric(words[at]):
            end = at + 1
            while end < len(words) and (
                _numeric(words[end]) or (words[end] in ".,:" and _numeric(words[end + 1 : end + 2]))
            ):
                end += 1
            yield at, end
            at = end
        else:
            at += 1
    language = main_part(language)
    known, compound = NUMBER_WORDS.get(language), _COMPOUND.get(language)
    if known is None or compound is None:
        return
    for match in _WORD.finditer(words):
        word = match[0].lower()
        parts = word.split("-")
        if compound.fullmatch(word) or any(
            one in known or compound.fullmatch(one) for one in parts
        ):
            yield match.span()


def _numeric(sign: str) -> bool:
    return bool(sign) and unicodedata.category(sign) in {"Nd", "Nl", "No"}
