"""Cuts texts into tokens (words, spaces, figures) and finds which of them stayed.

A *token* is a stretch of a text that is kept or replaced as a whole. Figures are tokens of their
own, told by their binding: 62 % and 58 % of the same binding are the same token in two printings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from rundfrage.report.outputs.pptx.bodies import same_words
from rundfrage.report.outputs.pptx.snapshot import PrintedText, Span

_PIECES = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True)
class Token:
    """A stretch of a text; `key` is equal for what is the same in two texts."""

    start: int
    end: int
    key: str
    figure: bool = False


def tokens(words: PrintedText) -> tuple[Token, ...]:
    """The text without a gap as tokens."""
    return tuple(_tokens(words))


def _tokens(words: PrintedText) -> Iterator[Token]:
    at = 0
    for span in (*words.spans, None):
        end = len(words.text) if span is None else span.start
        for piece in _PIECES.finditer(words.text, at, end):
            key = " " if piece[0].isspace() else piece[0]
            yield Token(piece.start(), piece.end(), key)
        if span is not None:
            yield Token(span.start, span.end, f"figure {span.binding}", figure=True)
            at = span.end


def located(words: PrintedText, text: str) -> PrintedText | None:
    """The same words in a text whose spaces and line ends may differ, with its figures' places.

    None if the words aren't the same.
    """
    if _packed(words.text) != _packed(text):
        return None
    places = [at for at, letter in enumerate(text) if not letter.isspace()]
    before = [0]
    for letter in words.text:
        before.append(before[-1] + (not letter.isspace()))
    spans = tuple(
        Span(places[before[span.start]], places[before[span.end] - 1] + 1, span.binding)
        for span in words.spans
        if before[span.end] > before[span.start]
    )
    emphases = tuple(
        replace(one, start=places[before[one.start]], end=places[before[one.end] - 1] + 1)
        for one in words.emphases or ()
        if before[one.end] > before[one.start]
    )
    return PrintedText(text, spans, words.size, words.spacing, emphases)


def _packed(text: str) -> str:
    return "".join(text.split())


def matched(old: Sequence[Token], new: Sequence[Token]) -> list[tuple[str, range, range]]:
    """Stretches of two texts: "equal", "replace", "insert" or "delete", as difflib names them."""
    keys = [token.key for token in old], [token.key for token in new]
    codes = SequenceMatcher(None, *keys, autojunk=False).get_opcodes()
    return [(tag, range(a, b), range(c, d)) for tag, a, b, c, d in codes]


_NUMBER = r"\[?[+\-\u2212\u200e\u200f\u061c]*\d[\d.,\u066b\u066c\u00a0\u202f’]*\s*[%\u066a]?\]?"


def as_printed_before(new: PrintedText, text: str) -> PrintedText | None:
    """The text as an earlier printing of `new`: the same words around other figures, or None."""
    pattern, at = "", 0
    for span in (*new.spans, None):
        end = len(new.text) if span is None else span.start
        pattern += r"\s+".join(re.escape(part) for part in re.split(r"\s+", new.text[at:end]))
        if span is not None:
            plain = re.fullmatch(_NUMBER, new.figure(span)) is not None
            pattern += f"({_NUMBER if plain else '.+?'})"
            at = span.end
    found = re.fullmatch(pattern, text.strip())
    if found is None:
        return None
    lead = len(text) - len(text.lstrip())
    spans = []
    for number, span in enumerate(new.spans, start=1):
        start, end = found.span(number)
        kept = text.strip()[start:end].rstrip()
        spans.append(Span(lead + start, lead + start + len(kept), span.binding))
    return PrintedText(text, tuple(spans))


_NUMBERS = re.compile(r"\[?[+\-\u2212]?\d[\d.,\u066b\u066c\u00a0\u202f’]*(?:\s?[%\u066a])?\]?")


def without_numbers(text: str) -> str:
    """The words of a line with a sign in place of every number."""
    return _NUMBERS.sub("#", same_words(text))
