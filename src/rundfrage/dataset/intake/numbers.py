"""Numbers as people and programs write them: 1,234.50 and 1.234,50, 81 749, $5, (12), 20k, ٥٬١٢٣.

What stands between thousands and what before decimals is told in number_marks.py.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import isfinite

import pyarrow as pa

from rundfrage.dataset.cells import NUMBER
from rundfrage.dataset.intake.band_words import SPANS
from rundfrage.dataset.intake.number_marks import (
    ARABIC_POINT,
    BLANKS,
    Marks,
    Style,
    either,
    marks_of,
    perhaps_thousands,
)
from rundfrage.dataset.intake.number_tails import said_aged, without_tails
from rundfrage.dataset.words.units import DIMENSIONS, MULTIPLES
from rundfrage.dataset.words.vocabulary import fold
from rundfrage.locales import Message, message
from rundfrage.patterns import pattern

_UNIT = r"%|٪|‰|[$€£¥₹₽₺]|[A-Z]{1,2}\$|EUR|USD|GBP|CHF|Euro|euro|PLN|zł|TL|kr|Rs\.?"
_UNIT += "|ريال|درهم|دينار|جنيه|ليرة|تومان"
_MULTIPLE = "|".join(
    sorted((word for word in (*MULTIPLES, "K", "Tsd", "Mio", "M") if word.isascii()), key=len)[::-1]
)
_MEASURE = r"(?!\d)[^\W\d_]{1,14}\.?"
"""A word behind a number, which is a unit only if a table knows it: km, years, Stunden."""
_CELL = pattern(
    rf"(?P<open>\()?\s*(?P<sign>[-+−–])?\s*(?P<before>{_UNIT})?\s*(?P<sign2>[-−–])?"
    rf"(?P<core>\d[\d.,{ARABIC_POINT}{BLANKS}]*|[.,]\d+)(?P<power>[eE][+-]?\d+)?\s*"
    rf"(?:(?P<multiple>{_MULTIPLE})(?![^\W\d_])\.?\s*)?"
    rf"(?P<behind>[-−])?\s*(?P<after>{_UNIT}|{_MEASURE})?\s*(?P<close>\))?"
)
_POSTAL = pattern(r"[+-]?0\d|\+\d{4,}|\+\d+[ ()/-]|\+$")
_SIGNED_BEHIND = pattern(r"[.,]\d\d\s*[-−]|(?<!\d)(?!(?:19|20)\d\d(?!\d))\d{3,}\s*[-−]")
"""A sum with its minus behind, as of SAP, and no year or mark of a school: 2020-, 2-."""
_FRACTIONS = {"½": ".5", "¼": ".25", "¾": ".75"}
_DASHES = "−–—-"
_NO_CENTS = pattern(rf"(\d)([.,])\s?[{_DASHES}]{{1,2}}(?!\d|[{_DASHES}])")
_MANY = 20_000
LARGEST = 1e15
"""From here on digits would be made up; such a number is a slip of the hand."""


@dataclass(frozen=True)
class Numbers:
    """The numbers of a column by their cells; `unit` is what stood beside them.

    `measured` is True if that is a word such as years or km. `absurd` are cells whose number is too
    large to be one. `doubt` says what may be read otherwise. `odd` is a cell whose number is
    written otherwise than most are: with its minus or more words behind.
    """

    values: Mapping[str, float]
    unit: str = ""
    absurd: tuple[str, ...] = ()
    doubt: Message | None = None
    measured: bool = False
    odd: str = ""


def read_numbers(words: Sequence[str], style: Style) -> Numbers | None:
    """The numbers that these cells hold, None if one of them is none or there are none.

    What all of them have behind their numbers is left away: 12,5/20, 1200/month.
    """
    found = _read(words, style)
    if found is not None or (bodies := without_tails(words)) is None:
        return found
    found = _read(list(dict.fromkeys(bodies.values())), style)
    if found is None or found.absurd:
        return None
    values = {word: found.values[body] for word, body in bodies.items()}
    return replace(found, values=values, measured=True, odd=words[0])


def _read(words: Sequence[str], style: Style) -> Numbers | None:
    if not words or any(map(_POSTAL.match, words)):
        # 01067 is a postal code, +49 30 a telephone number; neither is a quantity.
        return None
    plain = _plain(words)
    if plain is not None:
        open_ones = perhaps_thousands(words, style)
        if not open_ones or (style.pointed and "," not in {style.shown, style.decimal}):
            doubt = either(".", open_ones, thousands=False) if open_ones else None
            return _finished(dict(zip(words, plain, strict=True)), "", doubt)
    plainly = {word: said_aged(word) for word in words}
    aged = next((word for word in words if plainly[word] != word), "")
    matches = {word: _CELL.fullmatch(_in_decimals(said)) for word, said in plainly.items()}
    found = {word: match for word, match in matches.items() if match}
    if len(found) < len(words):
        return None
    behind = [word for word, match in found.items() if match["behind"]]
    if behind and not any(map(_SIGNED_BEHIND.search, behind)):
        return None
    units = _units({(match["before"] or match["after"] or "") for match in found.values()} - {""})
    if units is None:
        return None
    marks = marks_of([match["core"].strip() for match in found.values()], style)
    if marks is None:
        return None
    # In accounts (12) is less than nothing; where all cells have brackets they say nothing.
    owed = any(not match["open"] for match in found.values())
    values = {word: _value(match, marks, owed=owed) for word, match in found.items()}
    if any(value is None for value in values.values()):
        return None
    told = {word: value for word, value in values.items() if value is not None}
    bare = [word for word in told if "%" not in word and 0 < abs(told[word]) < 1]
    doubt = _bare_doubt(bare[0]) if "%" in units and bare else marks.doubt
    unit = max(sorted(units), key=len, default="")
    measured = bool(unit) and re.fullmatch(_UNIT, unit) is None
    return replace(
        _finished(told, unit, doubt), measured=measured, odd=behind[0] if behind else aged
    )


def _in_decimals(word: str) -> str:
    """The cell with decimals for a fraction in one sign, and for a dash: 4½; 950,- and 950.--."""
    if word[-1:] in _DASHES or "-" in word[1:] or not word.isascii():
        word = _NO_CENTS.sub(r"\1\g<2>00", word)
    if word.isascii():
        return word
    for sign, digits in _FRACTIONS.items():
        if sign in word:
            word = re.sub(rf"(?<!\d){sign}", f"0{digits}", word).replace(sign, digits)
    return word


def _units(said: Collection[str]) -> Collection[str] | None:
    """The units of a column, if they are one: year and years; None if they are several, or none."""
    if len(said) <= 1 and all(re.fullmatch(_UNIT, unit) for unit in said):
        return said
    known = {_measure(fold(unit).rstrip(".")) for unit in said}
    return said if len(known) == 1 and None not in known else None


@lru_cache(1 << 12)
def _measure(unit: str) -> tuple[int, float] | None:
    """Of which table a unit is, and how large; None for a word that is no unit."""
    tables = (SPANS, *DIMENSIONS)
    return next(((at, one[unit]) for at, one in enumerate(tables) if unit in one), None)


def _bare_doubt(sample: str) -> Message:
    """The doubt of a share without its mark: spreadsheets hold 50 % as 0.5."""
    return message("“{sample}” stands among cells with %, and was read without.", sample=sample)


def _plain(words: Sequence[str]) -> list[float] | None:
    """The numbers where all cells are plain ones, 12, -1.5 or 1e3; None if one isn't."""
    if not NUMBER.fullmatch(words[0]):
        return None
    if len(words) < _MANY:
        return list(map(float, words)) if all(map(NUMBER.fullmatch, words)) else None
    try:
        read: list[float] = pa.array(words, pa.string()).cast(pa.float64()).to_pylist()
    except (pa.ArrowInvalid, UnicodeError):
        read = []
    if read and all(map(isfinite, read)):
        return read
    # Arrow knows no +5 and no digits but these; it reads nan, and more than fits as inf.
    return list(map(float, words)) if all(map(NUMBER.fullmatch, words)) else None


def _finished(values: Mapping[str, float], unit: str, doubt: Message | None = None) -> Numbers:
    # What is no number isn't between them either.
    absurd = tuple(word for word, value in values.items() if not -LARGEST < value < LARGEST)
    kept = {word: value for word, value in values.items() if word not in absurd}
    return Numbers(kept if absurd else values, unit, absurd, doubt)


def _multiple(word: str | None) -> float:
    if not word:
        return 1.0
    return 1e6 if word == "M" else MULTIPLES[fold(word)]


def _value(match: re.Match[str], marks: Marks, *, owed: bool) -> float | None:
    core = re.sub(f"[{BLANKS}]", "", match["core"])
    for mark in marks.thousands:
        core = core.replace(mark, "")
    core = core.replace(marks.decimal, ".")
    if not NUMBER.fullmatch(core):
        return None
    negative = (match["sign"] or "") in {"-", "−", "–"} or bool(match["sign2"] or match["behind"])
    negative = negative or (owed and bool(match["open"]))
    if bool(match["open"]) != bool(match["close"]):
        return None
    value = float(core + (match["power"] or "")) * _multiple(match["multiple"])
    return -value if negative else value


def absurd_doubt(cell: str) -> tuple[Message, Message]:
    """The doubt of a number that is too large."""
    found = message(
        "“{cell}” is too large to be a number that somebody gave, and was left out.", cell=cell[:40]
    )
    return found, message("Mend the cell if it is one.")
