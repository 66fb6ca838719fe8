"""Short texts without bindings that are printed or read aloud: kicker, source, alternative text.

Numbers may not stand free in them, as in sentences, unless quoted on purpose (`{{"45"}}`). What
only counts off a part ("Question 4", "Teil 1") and a year at an end ("Office, 2020") may stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rundfrage.errors import Problem
from rundfrage.locales import message
from rundfrage.report.claims.numerals import free_numbers
from rundfrage.report.claims.passage import Passage, where
from rundfrage.report.claims.read import ESCAPE, QUOTED

_PARTS = (
    "question part section chapter wave round frage teil abschnitt kapitel welle runde partie "
    "chapitre vague pytanie część rozdział soru bölüm вопрос часть раздел глава питання частина "
    "розділ سؤال جزء پرسش بخش"
)
_COUNTED = re.compile(
    rf"\b(?:{'|'.join(_PARTS.split())}) \d{{1,3}}[a-z]?(?![\w%])(?! ?%)(?![.,]\d)"
    r"|\b(?:19|20)\d\d(?=\s*(?:$|[,;:)·–—/]))",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"\d+(?:[.,]\d+)?\s*(?:[%٪]|(?:Prozent|percent|per cent|pour cent|procent|yüzde)\b)|\d[.,]\d"
)


def check_label(passage: Passage, language: str) -> Iterator[Problem]:
    """A Problem for each number that stands free, and for braces that aren't those of a quote."""
    words = _without_parts(passage.words)
    for start, end in _unquoted(words):
        brace = words.find("{", start, end)
        end = end if brace < 0 else brace  # noqa: PLW2901
        characters = [(words[at], at) for at in range(start, end)]
        yield from free_numbers(characters, passage, language, bindings=False)
        if brace >= 0:
            yield Problem(
                "claim-braces",
                where=where(passage.spot(brace)),
                found=message(
                    "{words} stands in a text without bindings.", words=words[brace:][:30]
                ),
                expected=message("words; a kicker, a source or a picture's words hold no numbers."),
                mend=message("Put the number into the title, a sentence or footer=."),
            )


def check_title(passage: Passage, language: str) -> Iterator[Problem]:
    """A Problem for each share in the title of a report, which may count otherwise."""
    words = passage.words
    for start, end in _unquoted(words):
        for match in _SHARE.finditer(words, start, end):
            characters = [(words[at], at) for at in range(*match.span())]
            yield from free_numbers(characters, passage, language, bindings=False)


def label_words(words: str) -> str:
    """The words as they are printed: what is quoted on purpose without its braces."""
    return QUOTED.sub(lambda found: ESCAPE.sub(r"\1", found[1]), words)


def _without_parts(words: str) -> str:
    """The words with lines in the place of the digits that may stand."""
    return _COUNTED.sub(lambda found: re.sub(r"\d", "_", found[0]), words)


def _unquoted(words: str) -> Iterator[tuple[int, int]]:
    at = 0
    for found in QUOTED.finditer(words):
        yield at, found.start()
        at = found.end()
    yield at, len(words)
