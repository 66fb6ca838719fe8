"""Finds the figures of a document: every number that says something about the survey."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rundfrage.audit.document import Document, Passage, Role
from rundfrage.audit.figure import Figure, Kind, Relation
from rundfrage.audit.masking import LEVELLED, LEVELS, masked
from rundfrage.audit.number_words import (
    ABOUT,
    AT_LEAST,
    AT_MOST,
    CARDINALS,
    MEAN,
    MEDIAN,
    NPS,
    OVER,
    PEOPLE,
    ROLES,
    TIME,
    UNDER,
)
from rundfrage.audit.numerals import (
    DIGITS,
    Numeral,
    dates,
    decimals,
    parsed,
    percents,
    ratios,
    relation_before,
)
from rundfrage.audit.words import folded

_BARE = re.compile(rf"\[?\s*([+\-−]?(?:{DIGITS}))\s*\]?")
_LED = re.compile(
    rf"(?:\b[nN]\s*(?:=|:|von|of)\s*|\b(?:Basis|Base|Fallzahl|Sample)\s*:?\s*)({DIGITS})",
    re.IGNORECASE,
)
_STATED = re.compile(
    rf"(?:{'|'.join(map(re.escape, (*MEAN, *MEDIAN)))})\s*(?:=|:|von|of|liegt bei|is)?\s*"
    rf"({DIGITS})",
    re.IGNORECASE,
)
_SCORED = re.compile(
    rf"(?:{'|'.join(map(re.escape, NPS))})\s*(?:\(.{{0,10}}\))?\s*(?:=|:|von|of|liegt bei|is)?\s*"
    rf"([+\-−]?(?:{DIGITS}))",
    re.IGNORECASE,
)
_ON = re.compile(rf"\s*(?:bis|to|–|—|-|/|von|of)\s*({DIGITS})(?!\s?%)")
_BOUND = re.compile(
    rf"(?<![\w.])([^\W\d]\w*(?:\.\w+)+)\s*=\s*({DIGITS})(?![\w.]*\d)|({DIGITS})\s*·\s*(?=[^\W\d]\w*\.\w)"
)
_COUNTED = re.compile(
    rf"({DIGITS})\s+(?:der\s+|of\s+|of the\s+)?([^\W\d_][\w*’'-]*)(?=((?:\s+[\w’'-]+){{0,3}}))"
)
_SPELLED = re.compile(
    rf"\b({'|'.join(word for word, value in CARDINALS.items() if value > 1)})\s+([^\W\d_][\w-]*)",
    re.IGNORECASE,
)
_OF_WHOM = re.compile(rf"\b(?:von|of)\s+({DIGITS}),\s+(?:denen|die|who)\b", re.IGNORECASE)
_YEARS = range(1900, 2101)
_LONGEST_BARE = 24


def figures_of(document: Document, language: str) -> tuple[Figure, ...]:
    """All figures in reading order."""
    found: list[Figure] = []
    places = {passage: at for at, passage in enumerate(document.passages)}
    last: Passage | None = None
    for passage in document.passages:
        found.extend(_continued(figure, last) for figure in figures_in(passage, language))
        last = passage
    every = (_with_neighbours(one, places, document.passages) for one in found)
    return tuple(one for one in every if not _is_level(one))


def _is_level(figure: Figure) -> bool:
    """True for the level of an interval that is set in lines of its own: 95% / interval."""
    return (
        figure.kind is Kind.PERCENT
        and figure.value in LEVELS
        and LEVELLED.match(figure.beside[1]) is not None
    )


def _with_neighbours(
    figure: Figure, places: Mapping[Passage, int], passages: Sequence[Passage]
) -> Figure:
    """A figure that stands alone with the passages beside it on its page."""
    if figure.passage.row or not is_bare(figure):
        return figure
    at = places[figure.passage]
    before, behind = (
        passages[one].text if 0 <= one < len(passages) and passages[one].page == figure.page else ""
        for one in (at - 1, at + 1)
    )
    return replace(figure, beside=(before, behind))


def _continued(figure: Figure, last: Passage | None) -> Figure:
    """A figure set in large type below its "over" still is an "over"."""
    stands_first = not figure.passage.text[: figure.start].strip()
    if not stands_first or last is None or last.page != figure.page:
        return figure
    if figure.relation is not Relation.EQUAL or last.role is not figure.passage.role:
        return figure
    return replace(figure, relation=relation_before(f"{last.text} "))


def figures_in(passage: Passage, language: str) -> Iterator[Figure]:
    """The figures of one passage in order, none overlapping another."""
    if passage.role is Role.QUOTE:
        return
    spoken = "en" if passage.role is Role.CHART else language
    taken: list[tuple[int, int]] = []
    found: list[Numeral] = []
    for one in _numerals(passage, spoken):
        if all(one.end <= start or one.start >= end for start, end in taken):
            taken.append((one.start, one.end))
            found.append(one)
    for one in sorted(found, key=lambda numeral: numeral.start):
        yield Figure(
            text=" ".join(passage.text[one.start : one.end].split()),
            kind=one.kind,
            value=one.value,
            places=one.places,
            relation=one.relation,
            passage=passage,
            start=one.start,
            end=one.end,
            day=one.day,
            tolerance=one.tolerance,
        )


def _numerals(passage: Passage, language: str) -> Iterator[Numeral]:
    """Candidates, those of the most telling form first."""
    text = masked(passage.text)
    yield from dates(text)
    if passage.role in {Role.CELL, Role.CHART}:
        yield from _cell(text, passage, language)
    if passage.role is Role.LABEL:
        yield from percents(text, language)
        return
    yield from ratios(text)
    yield from _named(passage.text, language)
    yield from _after_words(_SCORED, text, language, Kind.SCORE)
    yield from percents(text, language)
    yield from _led(text, language)
    yield from _after_words(_STATED, text, language, Kind.DECIMAL)
    yield from decimals(text, language)
    yield from _counted(text, language)


def _cell(text: str, passage: Passage, language: str) -> Iterator[Numeral]:
    """A cell that is nothing but a number."""
    found = _BARE.fullmatch(text.strip())
    if found and len(text) < _LONGEST_BARE and not _year(found[1], passage):
        offset = len(text) - len(text.lstrip())
        value, places = parsed(found[1], language)
        start = found.start(1) + offset
        kind = Kind.DECIMAL if places and passage.role is Role.CELL else Kind.NUMBER
        yield Numeral(start, start + len(found[1]), kind, value, places)


def _year(number: str, passage: Passage) -> bool:
    """True for a year in a column that isn't one of counts."""
    return (
        number.isdigit()
        and int(number) in _YEARS
        and folded(passage.column) in {"", "jahr", "year"}
    )


def _named(text: str, language: str) -> Iterator[Numeral]:
    """Numbers beside the name of a variable: q4.info.n = 452, 452 · q4.info.n."""
    for found in _BOUND.finditer(text):
        # Of an interval both ends stand there.
        if text[found.end() : found.end() + 2].lstrip()[:1] in set("%-–—"):
            continue
        group = 2 if found[2] else 3
        value, places = parsed(found[group], language)
        yield Numeral(*found.span(group), Kind.NUMBER, value, places)


def _after_words(
    pattern: re.Pattern[str], text: str, language: str, kind: Kind
) -> Iterator[Numeral]:
    for found in pattern.finditer(text):
        if text[found.end() : found.end() + 2].lstrip()[:1] == "%":
            continue
        value, places = parsed(found[1], language)
        yield Numeral(*found.span(1), kind, value, places)
        if kind is Kind.DECIMAL and (on := _ON.match(text, found.end())):
            value, places = parsed(on[1], language)
            yield Numeral(*on.span(1), kind, value, places)


def _led(text: str, language: str) -> Iterator[Numeral]:
    """N = 431 bis 455, Basis: 484, von 399, denen …."""
    for found in _LED.finditer(text):
        for span in (found, _ON.match(text, found.end())):
            if span is None:
                continue
            value, places = parsed(span[1], language)
            if not places and text[span.end() : span.end() + 2].lstrip()[:1] != "%":
                yield Numeral(*span.span(1), Kind.COUNT, value, 0)
    for found in _OF_WHOM.finditer(text):
        value, places = parsed(found[1], language)
        yield Numeral(*found.span(1), Kind.COUNT, value, places)


_ROLE_WORDS = tuple(
    sorted(
        {folded(phrase) for phrases in ROLES.values() for phrase in phrases}, key=len, reverse=True
    )
)


def _counted(text: str, language: str) -> Iterator[Numeral]:
    """Whole numbers before people, answers and the words of a ledger."""
    for found in _COUNTED.finditer(text):
        value, places = parsed(found[1], language)
        noun = found[2].casefold()
        if places or noun in TIME:
            continue
        after = folded(found[2] + found[3])
        known = noun in PEOPLE or any(
            after == phrase or after.startswith((f"{phrase} ", f"{phrase},"))
            for phrase in _ROLE_WORDS
        )
        adjective = noun.endswith(("e", "en", "er")) and noun[:1] == found[2][:1]
        behind = found[3].split()
        if known or (adjective and behind and behind[0].casefold() in PEOPLE):
            relation = relation_before(text[: found.start()])
            yield Numeral(*found.span(1), Kind.COUNT, value, 0, relation)
    for found in _SPELLED.finditer(text):
        if found[2].casefold() in PEOPLE and found[2][:1].isupper() == (language == "de"):
            yield Numeral(*found.span(1), Kind.COUNT, float(CARDINALS[found[1].lower()]), 0)


def is_bare(figure: Figure) -> bool:
    """True if the passage is nothing but the figure and words such as "über" or "rund"."""
    text = figure.passage.text
    rest = f"{text[: figure.start]} {text[figure.end :]}"
    words = re.findall(r"[^\W\d_]+|\d", folded(rest))
    # "average 31%" is a share with the label of an answer, not an average.
    leading = _LEADING if figure.kind is Kind.PERCENT else _LEADING | _AVERAGE
    return all(word in leading for word in words)


_AVERAGE = frozenset(word for phrase in MEAN for word in phrase.split())
_LEADING = frozenset(
    word
    for phrase in (
        *OVER,
        *AT_LEAST,
        *UNDER,
        *AT_MOST,
        *ABOUT,
        "für",
        "for",
        "n",
        "m",
        "nur",
        "only",
    )
    for word in phrase.split()
    if word != "well"  # an answer ("well 30%") as often as a "well over"
)
