"""Numbers as people and programs write them: 1,234.50 and 1.234,50, 81 749, $5, (12), 20k, 5 km.

The marks of one column agree: what stands between thousands and what before decimals is concluded
from all its cells together, and where these don't tell, from the file.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from math import isfinite

import numpy as np
import pyarrow as pa

from rundfrage.dataset.cells import NUMBER
from rundfrage.dataset.intake.band_words import SPANS
from rundfrage.dataset.words.units import DIMENSIONS, MULTIPLES
from rundfrage.dataset.words.vocabulary import fold
from rundfrage.locales import Message, message

_BLANKS = " \u00a0\u2009\u202f\u2007'’"
_UNIT = r"%|‰|[$€£¥₹₽₺]|[A-Z]{1,2}\$|EUR|USD|GBP|CHF|Euro|euro|PLN|zł|TL|kr|Rs\.?"
_MULTIPLE = "|".join(
    sorted((word for word in (*MULTIPLES, "K", "Tsd", "Mio", "M") if word.isascii()), key=len)[::-1]
)
_MEASURE = r"(?!\d)[^\W\d_]{1,14}\.?"
"""A word behind a number, which is a unit only if a table knows it: km, years, Stunden."""
_CELL = re.compile(
    rf"(?P<open>\()?\s*(?P<sign>[-+−–])?\s*(?P<before>{_UNIT})?\s*(?P<sign2>[-−–])?"
    rf"(?P<core>\d[\d.,{_BLANKS}]*|[.,]\d+)(?P<power>[eE][+-]?\d+)?\s*"
    rf"(?:(?P<multiple>{_MULTIPLE})(?![^\W\d_])\.?\s*)?"
    rf"(?P<after>{_UNIT}|{_MEASURE})?\s*(?P<close>\))?"
)
_SPACED = re.compile(rf"\d{{1,3}}(?:[{_BLANKS}]\d{{3}})+")
_POSTAL = re.compile(r"[+-]?0\d|\+\d{4,}|\+\d+[ ()/-]|\+$")
_INDIAN = re.compile(r"[1-9]\d?(?:,\d\d)+,\d{3}")
_FRACTIONS = {"½": ".5", "¼": ".25", "¾": ".75"}
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+")
_MARKED = {
    ",": re.compile(r"-?\d+,\d+"),
    ".": re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?"),
}
"""The cells of a column that may show which mark stands before decimals. 1,3 beside 2 doesn't: it
is two answers."""
_MONTH = re.compile(r"(?:0?[1-9]|1[0-2])[.,](?:19|20)\d\d")
_MANY = 20_000
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
_TELLING = 4
"""So many different cells that all have three digits behind a comma are rather no decimals."""
LARGEST = 1e15
"""From here on digits would be made up; such a number is a slip of the hand."""


@dataclass(frozen=True)
class Style:
    """How a file writes numbers; None where it isn't known.

    `comma` is True where 1,5 is more likely one and a half; `decimal` is the mark that the user
    said, `shown` the one that the file's columns show. `pointed` is True where a codebook says that
    these are numbers: 1.234 is what it looks like unless the file shows commas.
    """

    comma: bool = False
    decimal: str | None = None
    shown: str | None = None
    pointed: bool = False


@dataclass(frozen=True)
class Numbers:
    """The numbers of a column by their cells; `unit` is what stood beside them.

    `measured` is True if that is a word such as years or km. `absurd` are cells whose number is too
    large to be one. `doubt` says what may be read otherwise.
    """

    values: Mapping[str, float]
    unit: str = ""
    absurd: tuple[str, ...] = ()
    doubt: Message | None = None
    measured: bool = False


def read_numbers(words: Sequence[str], style: Style) -> Numbers | None:
    """The numbers that these cells hold, None if one of them is none or there are none."""
    if not words or any(_POSTAL.match(word) for word in words):
        # 01067 is a postal code, +49 30 a telephone number; neither is a quantity.
        return None
    plain = _plain(words)
    if plain is not None:
        open_ones = _thousands_at_heart(words, style)
        if not open_ones or (style.pointed and "," not in {style.shown, style.decimal}):
            doubt = _doubt(".", open_ones, thousands=False) if open_ones else None
            return _finished(dict(zip(words, plain, strict=True)), "", doubt)
    matches = {word: _CELL.fullmatch(_in_decimals(word)) for word in words}
    found = {word: match for word, match in matches.items() if match}
    if len(found) < len(words):
        return None
    units = _units({(match["before"] or match["after"] or "") for match in found.values()} - {""})
    if units is None:
        return None
    marks = _marks([match["core"].strip() for match in found.values()], style)
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
    return replace(_finished(told, unit, doubt), measured=measured)


def _in_decimals(word: str) -> str:
    """The cell with decimals for a fraction that stands in one sign: 4½."""
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


@cache
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
    absurd = tuple(
        word for word, value in values.items() if not np.isfinite(value) or abs(value) >= LARGEST
    )
    kept = {word: value for word, value in values.items() if word not in absurd}
    return Numbers(kept, unit, absurd, doubt)


@dataclass(frozen=True)
class _Marks:
    decimal: str
    thousands: str
    doubt: Message | None = None


def _marks(cores: Sequence[str], style: Style) -> _Marks | None:
    """Which mark stands before decimals and which between thousands; None if cells disagree."""
    seen = _Seen()
    if not all(seen.take(core.strip(_BLANKS)) for core in cores):
        return None
    if style.decimal is not None:
        seen.decimals.add(style.decimal)
        seen.thousands |= {mark for mark in seen.open if mark != style.decimal}
    if len(seen.decimals) > 1 or seen.decimals & seen.thousands:
        return None
    doubt = None
    for mark, cells in seen.open.items():
        if mark in seen.thousands | seen.decimals:
            continue
        as_thousands = bool(seen.decimals) or _means_thousands(mark, cells, style)
        sure = bool(seen.decimals) or style.shown is not None
        (seen.thousands if as_thousands else seen.decimals).add(mark)
        if not sure:
            doubt = _doubt(mark, cells, thousands=as_thousands)
    if len(seen.decimals) > 1 or len(seen.thousands - {" "}) > 1:
        return None
    return _Marks(next(iter(seen.decimals), "."), "".join(sorted(seen.thousands - {" "})), doubt)


@dataclass
class _Seen:
    """What the cells show of the marks; `open` are cells of a mark that may be either."""

    decimals: set[str] = field(default_factory=set)
    thousands: set[str] = field(default_factory=set)
    open: dict[str, set[str]] = field(default_factory=dict)

    def take(self, core: str) -> bool:
        """Take a cell in; False if it is no number."""
        if any(blank in core for blank in _BLANKS):
            if not _SPACED.fullmatch(re.split(r"[.,]", core)[0]):
                return False
            self.thousands.add(" ")
        points, commas = core.count("."), core.count(",")
        if points and commas:
            last = max(".,", key=core.rfind)
            self.decimals.add(last)
            self.thousands.add("." if last == "," else ",")
            return core.count(last) == 1
        if not points and not commas:
            return True
        mark = "." if points else ","
        if points + commas > 1:
            self.thousands.add(mark)
            return (_GROUPED.fullmatch(core) or _INDIAN.fullmatch(core)) is not None
        if _GROUPED.fullmatch(core):
            self.open.setdefault(mark, set()).add(core)
        else:
            self.decimals.add(mark)
        return True


def mark_shown(columns: Iterable[Sequence[str]]) -> str | None:
    """The mark before decimals that some column shows, as 18.6 or 0,333 do, and none denies."""
    shown = set()
    for words in columns:
        if all(map(_CLOCK.fullmatch, words)):
            continue  # 14.30 and 9.05 may be times of day.
        for mark, marked in _MARKED.items():
            if all(map(marked.fullmatch, words)) and any(_shows(word, mark) for word in words):
                shown.add(mark)
    return shown.pop() if len(shown) == 1 else None


def _shows(word: str, mark: str) -> bool:
    return mark in word and not _GROUPED.fullmatch(word.lstrip("-")) and not _MONTH.fullmatch(word)


def _means_thousands(mark: str, cells: Collection[str], style: Style) -> bool:
    """What a mark means behind which all cells of a column have three digits: the file tells."""
    if style.shown is not None:
        return mark != style.shown
    if mark == ",":
        return len(cells) >= _TELLING or not style.comma
    return style.comma


def _doubt(mark: str, cells: Iterable[str], *, thousands: bool) -> Message:
    sample = min(cells)
    read = sample.replace(mark, "" if thousands else ".")
    return message("“{sample}” was read as {number}.", sample=sample, number=read)


def _thousands_at_heart(words: Sequence[str], style: Style) -> list[str]:
    """The plain numbers with a point that may be thousands: 1.234 between semicolons."""
    if style.decimal == "." or not (style.comma or style.decimal == ","):
        return []
    pointed = [word for word in words if "." in word]
    return pointed if all(_GROUPED.fullmatch(word.lstrip("-")) for word in pointed) else []


def _multiple(word: str | None) -> float:
    if not word:
        return 1.0
    return 1e6 if word == "M" else MULTIPLES[fold(word)]


def _value(match: re.Match[str], marks: _Marks, *, owed: bool) -> float | None:
    core = re.sub(f"[{_BLANKS}]", "", match["core"])
    for mark in marks.thousands:
        core = core.replace(mark, "")
    core = core.replace(marks.decimal, ".")
    if not NUMBER.fullmatch(core):
        return None
    negative = (match["sign"] or "") in {"-", "−", "–"} or bool(match["sign2"])
    negative = negative or (owed and bool(match["open"]))
    if bool(match["open"]) != bool(match["close"]):
        return None
    value = float(core + (match["power"] or "")) * _multiple(match["multiple"])
    return -value if negative else value
