"""The texts of a deck as a document may hold them: without what no document can show."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from rundfrage.report.deck import Claim, Deck, Slide
from rundfrage.text import Direction

_ISOLATE, _END = "\u2068", "\u2069"
"""FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE (Unicode Standard Annex 9)."""
_KEPT_SPACES = frozenset("\u00a0\u202f")


def printable(words: str) -> str:
    """The words without control characters and what XML forbids; line ends and tabs as spaces."""
    if words.isprintable():
        return words
    return "".join(_printable(character) for character in words)


def _printable(character: str) -> str:
    if character.isspace():
        return character if character in _KEPT_SPACES else " "
    if unicodedata.category(character) in {"Cc", "Cs"} or character in "\ufffe\uffff":
        return ""
    return character


def way_of(words: str) -> Direction | None:
    """The way the words run, told by their first letter; None without one (UAX 9, P2 and P3).

    A deck in Arabic may quote an answer in German; its full stop then belongs at the right. What
    stands in isolates doesn't count, nor do marks: an Arabic 62 % holds left-to-right ones.
    """
    depth = 0
    for character in words:
        kind = unicodedata.bidirectional(character)
        depth += (character == _ISOLATE) - (character == _END)
        if depth <= 0 and character.isalpha() and kind in {"L", "R", "AL"}:
            return "ltr" if kind == "L" else "rtl"
    return None


def isolated(words: str) -> str:
    """The words so that they leave the order of those around them alone.

    An Arabic date holds right-to-left marks, which would pull apart an English sentence.
    """
    if any(unicodedata.bidirectional(character) in {"R", "AL"} for character in words):
        return f"{_ISOLATE}{words}{_END}"
    return words


def document_title(deck: Deck) -> str:
    """The title of the file itself, which must not be empty for those who hear it."""
    first = (slide.title.text for slide in deck.slides)
    return _first_said(deck.title, *first, deck.organisation, "rundfrage")


def alternative(slide: Slide) -> str:
    """The words that stand for the slide's chart."""
    chart = slide.chart
    return _first_said(chart.alt if chart else "", slide.title.text, slide.kicker, slide.kind)


def slide_texts(deck: Deck, slide: Slide) -> Iterator[str]:
    """Every text that is printed on the slide."""
    yield from (deck.organisation, deck.title, deck.ribbon, slide.kicker)
    yield from (claim.text for claim in _claims(slide))
    yield from (quotation.text for quotation in slide.quotations)
    if slide.big is not None:
        yield slide.big.text
    if slide.table is not None:
        yield from slide.table.headings
    if slide.chart is not None:
        chart = slide.chart
        yield from chart.categories
        yield from (series.name for series in chart.series)
        yield from (figure.text for figure in chart.figures)
        yield from (column.heading for column in chart.side)
        yield from (chart.axis.start_label, chart.axis.end_label)


def _claims(slide: Slide) -> Iterator[Claim]:
    yield slide.title
    yield from slide.claims
    yield from slide.footer
    if slide.table is not None:
        for row in slide.table.rows:
            yield from row


def _first_said(*texts: str) -> str:
    """The first of the texts that has something to read."""
    said = (" ".join(printable(text).split()) for text in texts)
    return next((text for text in said if text), "")
