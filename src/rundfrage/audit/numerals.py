"""The grammar of numbers in reports: which stretches of a text are figures.

What says nothing about the survey was blotted out before (masking.py). The forms are looked for
from the most to the least telling.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from babel.dates import get_month_names

from rundfrage.audit.figure import Kind, Relation
from rundfrage.audit.number_words import (
    ABOUT,
    AT_LEAST,
    AT_MOST,
    CARDINALS,
    ORDINALS,
    OVER,
    PARTS,
    UNDER,
)

DIGITS = r"(?<![\d.,])\d{1,3}(?:[.,\u00a0\u202f']\d{3})+(?:[.,]\d+)?|(?<![\d.,])\d+(?:[.,]\d+)?"
"""A number with or without grouping and decimals."""

_MONTHS = {
    name.rstrip("."): number
    for language in ("de", "en")
    for width in ("wide", "abbreviated")
    for number, name in get_month_names(width, locale=language).items()
}
_MONTH = "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True))
_BY_NAME = {name.lower(): number for name, number in _MONTHS.items()}
_DAY = re.compile(r"(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_SPAN = re.compile(
    r"(?<!\d)(\d{1,2})\.(?:\s?(\d{1,2})\.)?\s?(?:–|—|-|bis)\s?(?=(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}))"
)
_NAMED = re.compile(rf"(?<!\d)(\d{{1,2}})\.?\s({_MONTH})\.?,?\s(\d{{4}})", re.IGNORECASE)
_NAMED_FIRST = re.compile(
    rf"\b({_MONTH})\.?\s(\d{{1,2}})(?:st|nd|rd|th)?,?\s(\d{{4}})", re.IGNORECASE
)
_SPAN_NAMED = re.compile(
    rf"(?<!\d)(\d{{1,2}})\.?(?:\s({_MONTH})\.?)?\s?[–—-]\s?"
    rf"(?=\d{{1,2}}\.?\s({_MONTH})\.?,?\s(\d{{4}}))",
    re.IGNORECASE,
)
_SPAN_NAMED_FIRST = re.compile(
    rf"\b({_MONTH})\.?\s(\d{{1,2}})\s?[–—-]\s?(?:({_MONTH})\.?\s)?(\d{{1,2}}),?\s(\d{{4}})",
    re.IGNORECASE,
)

_WORDS = "|".join(sorted(map(re.escape, CARDINALS), key=len, reverse=True))
_RATIO = re.compile(
    rf"\b(\d{{1,2}}|{_WORDS})\s+(?:von|aus|of|out of|in)\s+(\d{{1,3}}|{_WORDS})\b"
    r"(?!\s*[.,]\d|\s*%)",
    re.IGNORECASE,
)
_ONE_OF = re.compile(r"\b(ein(?:e[rs]?)?|one)\s+(?:von|of|aus)\s+(?=\d{2,})", re.IGNORECASE)
_EVERY = re.compile(
    rf"\b(?:jede[rsnm]?|every|each)\s+({'|'.join(ORDINALS)})\b|\b(?:one|1)\s+in\s+({_WORDS})\b",
    re.IGNORECASE,
)
_SAID = (
    r"(?:hält|halten|ist|sind|hat|haben|wünsch\w*|nenn\w*|bewert\w*|find\w*|fühl\w*|sieht|sehen|"
    r"are|is|feels?|finds?|says?|think|thinks|rate|rates|wants?)"
)
_PART = re.compile(
    rf"\b(?:({_WORDS}|a|\d)[\s-]+)?({'|'.join(sorted(PARTS, key=len, reverse=True))})\b"
    rf"(?=\s+(?:of|der|aller|des|von|{_SAID})\b)",
    re.IGNORECASE,
)
_HALF = re.compile(
    r"\b(?:die\s+)?Hälfte\s+(?=der\b|aller\b|von\b|des\b)|\bhalf\s+(?=of\b|the\b)"
    rf"|\bdie\s+Hälfte\s+(?={_SAID}\b)|\bhalf\s+(?={_SAID}\b)",
    re.IGNORECASE,
)
_WHOLES = range(2, 11)
"""Nine of ten is a share in words; nine of 283 are nine people."""
_GROUP = 3
_PERCENT = re.compile(
    rf"(?P<number>[+\-−]?(?:{DIGITS}))\s?"
    r"(?:%|Prozent\b(?!punkt)|per\s?cent\b(?!age point)|v\.\s?H\.)"
    rf"|%\s?(?P<after>{DIGITS})"
    rf"|\b(?P<word>{_WORDS})\s+(?:Prozent\b(?!punkt)|per\s?cent\b)",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    rf"(?P<number>{DIGITS})(?=\s?(?:–|—|-|bis|to|und|and|oder|or)\s?(?:{DIGITS})\s?%)"
)
_DECIMAL = re.compile(r"(?<![A-Za-z\d.,/_])[+\-−]?\d{1,3}[.,]\d{1,4}(?![\d.,]*\d)")
NUMBER = re.compile(rf"[+\-−]?(?:{DIGITS})")


@dataclass(frozen=True)
class Numeral:
    """A stretch of text that is a number: its kind, value, decimals and what is claimed."""

    start: int
    end: int
    kind: Kind
    value: float
    places: int
    relation: Relation = Relation.EQUAL
    day: datetime.date | None = None
    tolerance: float | None = None


def parsed(written: str, language: str) -> tuple[float, int]:
    """The value and the decimals of a number as the language writes it."""
    sign = -1.0 if written[:1] in "-−" else 1.0
    bare = written.lstrip("+-−").replace("\u00a0", "").replace("\u202f", "").replace("'", "")
    point, group = (",", ".") if language == "de" else (".", ",")
    if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(group)}\d{{3}})+(?:{re.escape(point)}\d+)?", bare):
        bare = bare.replace(group, "")
    bare = bare.replace(",", ".")
    if bare.count(".") > 1:
        bare = bare.replace(".", "", bare.count(".") - 1)
    return sign * float(bare), len(bare.partition(".")[2])


def dates(text: str) -> Iterator[Numeral]:
    """Days with their year; the first day of a span takes month and year from the last."""
    for found in _SPAN.finditer(text):
        month = int(found[2] or found[4])
        yield from _day(found.start(), found.start() + len(found[1]) + 1, found[5], month, found[1])
    for found in _DAY.finditer(text):
        yield from _day(*found.span(), found[3], int(found[2]), found[1])
    for found in _ISO.finditer(text):
        yield from _day(*found.span(), found[1], int(found[2]), found[3])
    for found in _SPAN_NAMED.finditer(text):
        month = _month(found[2] or found[3])
        yield from _day(found.start(), found.end(1), found[4], month, found[1])
    for found in _SPAN_NAMED_FIRST.finditer(text):
        first, last = _month(found[1]), _month(found[3] or found[1])
        yield from _day(found.start(), found.end(2), found[5], first, found[2])
        yield from _day(found.start(3 if found[3] else 4), found.end(), found[5], last, found[4])
    for found in _NAMED.finditer(text):
        yield from _day(*found.span(), found[3], _month(found[2]), found[1])
    for found in _NAMED_FIRST.finditer(text):
        yield from _day(*found.span(), found[3], _month(found[1]), found[2])


def _month(name: str) -> int:
    return int(_BY_NAME[name.lower()])


def _day(start: int, end: int, year: str, month: int, day: str) -> Iterator[Numeral]:
    try:
        value = datetime.date(int(year), month, int(day))
    except ValueError:
        return
    yield Numeral(start, end, Kind.DATE, float(value.toordinal()), 0, day=value)


def ratios(text: str) -> Iterator[Numeral]:
    """9 von 10, jeder Dritte, zwei Drittel, die Hälfte: shares in words, as percentages."""
    for found in _ONE_OF.finditer(text):
        yield Numeral(found.start(), found.end(1), Kind.COUNT, 1.0, 0)
    for found in _RATIO.finditer(text):
        part, whole = _cardinal(found[1]), _cardinal(found[2])
        if part is None or whole is None or not 0 < part <= whole or whole not in _WHOLES:
            continue
        yield _share(found, part / whole, 50 / whole)
    for found in _EVERY.finditer(text):
        whole = ORDINALS.get((found[1] or "").lower()) or _cardinal(found[2] or "")
        if whole:
            yield _share(found, 1 / whole, 4.0)
    for found in _PART.finditer(text):
        parts = PARTS[found[2].lower()]
        first = (found[1] or "a").lower()
        part = 1 if first == "a" else _cardinal(first)
        if part and part < parts:
            yield _share(found, part / parts, 4.0)
    for found in _HALF.finditer(text):
        yield _share(found, 0.5, 4.0)


def _cardinal(word: str) -> int | None:
    return int(word) if word.isdigit() else CARDINALS.get(word.lower())


def _share(found: re.Match[str], share: float, reach: float) -> Numeral:
    relation = relation_before(found.string[: found.start()])
    about = Relation.ABOUT if relation is Relation.EQUAL else relation
    end = found.start() + len(found[0].rstrip())
    return Numeral(found.start(), end, Kind.PERCENT, 100 * share, 0, about, tolerance=reach)


def percents(text: str, language: str) -> Iterator[Numeral]:
    """Numbers with a percent sign or word; in "20 bis 30 %" both."""
    for found in _PERCENT.finditer(text):
        if found["word"]:
            value, places = float(CARDINALS[found["word"].lower()]), 0
        else:
            value, places = parsed(found["number"] or found["after"], language)
        relation = relation_before(text[: found.start()])
        yield Numeral(*found.span(), Kind.PERCENT, value, places, relation)
    for found in _SPLIT.finditer(text):
        value, places = parsed(found["number"], language)
        yield Numeral(*found.span("number"), Kind.PERCENT, value, places)


def decimals(text: str, language: str) -> Iterator[Numeral]:
    """Numbers with decimals that carry no sign or unit."""
    for found in _DECIMAL.finditer(text):
        point = "," if language == "de" else "."
        bracketed = text[: found.start()].rstrip(" \u00a0\u202fØ=")[-1:] == "("
        if point in found[0] or bracketed:
            value, places = parsed(found[0], language)
            if places == _GROUP and point not in found[0]:
                continue
            yield Numeral(*found.span(), Kind.DECIMAL, value, places)


_BEFORE = tuple(
    (re.compile(rf"(?:^|[^\w])(?:{'|'.join(map(re.escape, words))})\s+$", re.IGNORECASE), relation)
    for words, relation in (
        (OVER, Relation.OVER),
        (AT_LEAST, Relation.AT_LEAST),
        (UNDER, Relation.UNDER),
        (AT_MOST, Relation.AT_MOST),
        (ABOUT, Relation.ABOUT),
    )
)


_GOOD = re.compile(r"(?:^|[^\w])Gut $|(?<!sehr)(?<!weniger)(?<!eher)\s\bgut $")
"""A good 80 %; but "sehr gut 80 %" is an answer with its share."""


def relation_before(before: str) -> Relation:
    """What the words before a number make of it ("über", "knapp", "rund")."""
    tail = re.sub(r"\s+", " ", before[-40:])
    tail = re.sub(r"\b(?:die|the|a|ein|eine|einem) $", "", tail)
    if _GOOD.search(tail):
        return Relation.OVER
    for pattern, relation in _BEFORE:
        if pattern.search(tail):
            return relation
    return Relation.EQUAL
