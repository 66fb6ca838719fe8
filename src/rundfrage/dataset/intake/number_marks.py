"""Which mark stands before decimals in a column's numbers, and which between thousands.

The column's cells tell together: 1.234,50 shows both, and "2,500" beside "999" holds no decimals,
whose last zero nobody writes. Where they don't, the file does; what may be read either way is said.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace

from rundfrage.locales import Message, message
from rundfrage.patterns import pattern

BLANKS = " \u00a0\u2009\u202f\u2007'’\u066c"
"""What may stand between thousands besides points and commas; the last is the Arabic mark."""
ARABIC_POINT = "\u066b"
"""Stands before decimals and nowhere else: ٣٫٥."""
_SPACED = pattern(rf"\d{{1,3}}(?:[{BLANKS}]\d{{3}})+")
_INDIAN = pattern(r"[1-9]\d?(?:,\d\d)+,\d{3}")
_GROUPED = pattern(r"[1-9]\d{0,2}(?:[.,]\d{3})+")
_MARKED = {
    ",": pattern(r"-?(?:\d+|\d{1,3}(?:\.\d{3})+),\d+"),
    ".": pattern(r"-?(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?"),
}
"""The cells of a column that may show which mark stands before decimals. 1,3 beside 2 doesn't: it
is two answers."""
_MONTH = pattern(r"(?:0?[1-9]|1[0-2])[.,](?:19|20)\d\d")
_CLOCK = pattern(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
_TELLING = 4
"""So many different cells that all have three digits behind a comma are rather no decimals."""
_THOUSAND = 1_000
_NEAR, _FAR = 10, 100
"""How many times as large as others numbers are that stand near them, and far from them."""


@dataclass(frozen=True)
class Style:
    """How a file writes numbers; None where it isn't known.

    `comma` is True where 1,5 is more likely one and a half; `decimal` is the mark that the user
    said, `shown` the one that the file's columns show. `pointed` is True where a codebook says that
    these are numbers: 1.234 is what it looks like unless the file shows commas. `typed` is True
    where all cells are text, and people may have written them.
    """

    comma: bool = False
    decimal: str | None = None
    shown: str | None = None
    pointed: bool = False
    typed: bool = False

    def said(self, decimal: str | None) -> Style:
        """The style of a column of which the mark before decimals was said, if it was."""
        return self if decimal is None else replace(self, comma=decimal == ",", decimal=decimal)


@dataclass(frozen=True)
class Marks:
    """The mark before decimals, those between thousands, and what may be read otherwise."""

    decimal: str
    thousands: str
    doubt: Message | None = None


def marks_of(cores: Sequence[str], style: Style) -> Marks | None:
    """The marks of the column whose cells hold these digits; None if cells disagree."""
    seen = _Seen()
    if not all(seen.take(core.strip(BLANKS)) for core in cores):
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
        as_thousands = bool(seen.decimals)
        sure = as_thousands and not _far_above(mark, cells, seen.bare | seen.whole)
        if not as_thousands:
            as_thousands, sure = _means_thousands(mark, cells, seen.bare, style)
        (seen.thousands if as_thousands else seen.decimals).add(mark)
        if not sure:
            doubt = either(mark, cells, thousands=as_thousands)
    if len(seen.decimals) > 1 or len(seen.thousands - {" "}) > 1:
        return None
    return Marks(next(iter(seen.decimals), "."), "".join(sorted(seen.thousands - {" "})), doubt)


@dataclass
class _Seen:
    """What the cells show of the marks; `open` are cells of a mark that may be either.

    `bare` are the numbers without a mark, `whole` what stands before decimals.
    """

    decimals: set[str] = field(default_factory=set)
    thousands: set[str] = field(default_factory=set)
    open: dict[str, set[str]] = field(default_factory=dict)
    bare: set[int] = field(default_factory=set)
    whole: set[int] = field(default_factory=set)

    def take(self, core: str) -> bool:
        """Take a cell in; False if it is no number."""
        if any(blank in core for blank in BLANKS):
            if not _SPACED.fullmatch(re.split(rf"[.,{ARABIC_POINT}]", core)[0]):
                return False
            self.thousands.add(" ")
        if ARABIC_POINT in core:
            self.decimals.add(ARABIC_POINT)
            return core.count(ARABIC_POINT) == 1 and not {".", ","} & set(core)
        points, commas = core.count("."), core.count(",")
        if points and commas:
            last = max(".,", key=core.rfind)
            self.decimals.add(last)
            self.thousands.add("." if last == "," else ",")
            return core.count(last) == 1
        if not points and not commas:
            self.bare.update([int(core)] if core.isdecimal() else [])
            return True
        mark = "." if points else ","
        if points + commas > 1:
            self.thousands.add(mark)
            return (_GROUPED.fullmatch(core) or _INDIAN.fullmatch(core)) is not None
        if _GROUPED.fullmatch(core):
            self.open.setdefault(mark, set()).add(core)
        else:
            self.decimals.add(mark)
            before = core.partition(mark)[0]
            self.whole.update([int(before)] if before.isdecimal() else [])
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


def _means_thousands(
    mark: str, cells: Collection[str], bare: Collection[int], style: Style
) -> tuple[bool, bool]:
    """If a mark means thousands behind which all cells have three digits, and if that is sure."""
    told = _told_by_column(mark, cells, bare, style)
    if style.shown is not None:
        by_file = mark != style.shown
        if told is None and by_file and _far_above(mark, cells, bare):
            return True, False
        return (by_file, True) if told in {None, by_file} else (not by_file, False)
    if told is not None:
        return told, False
    if mark == ",":
        return len(cells) >= _TELLING or not style.comma, False
    return style.comma, False


def _told_by_column(
    mark: str, cells: Collection[str], bare: Collection[int], style: Style
) -> bool | None:
    """If the mark means thousands as the numbers without one show; None if they don't tell.

    They do where none of them is over 999, and thousands would go on from them, or a cell ends with
    the zero that decimals don't have. Numbers far below are beside decimals.
    """
    numbers = [one for one in bare if one > 0]
    if not numbers:
        return None
    largest, smallest = max(numbers), min(numbers)
    values = [int(cell.replace(mark, "")) for cell in cells]
    if largest >= _THOUSAND:
        far = max(values) / _THOUSAND * _FAR < smallest
        return True if far else None
    usual = style.shown or ("," if style.comma else ".")
    if min(values) >= _FAR * largest:
        return False if mark == usual else None
    if any(cell.endswith("0") for cell in cells):
        return True
    # Programs write decimals with a point: 1.234 may be one of theirs.
    programs = mark == "." and usual == "."
    return True if min(values) < _NEAR * largest and not programs else None


def _far_above(mark: str, cells: Collection[str], bare: Collection[int]) -> bool:
    """True if cells are far above all numbers without a mark, and none is round: 4,597 beside 3."""
    values = [int(cell.replace(mark, "")) for cell in cells]
    round_one = any(cell.endswith("0") for cell in cells)
    return not round_one and min(values) >= _FAR * max(bare, default=min(values))


def either(mark: str, cells: Iterable[str], *, thousands: bool) -> Message:
    """The doubt of cells that may hold thousands or decimals."""
    sample = min(cells)
    read = sample.replace(mark, "" if thousands else ".")
    return message("“{sample}” was read as {number}.", sample=sample, number=read)


def perhaps_thousands(words: Iterable[str], style: Style) -> list[str]:
    """The plain numbers with a point that may be thousands: 1.234 between semicolons.

    None are where some cell shows that the point stands before decimals.
    """
    if style.decimal == "." or (style.shown == "." and not style.typed):
        return []
    if not style.comma and style.decimal != "," and (style.pointed or not style.typed):
        return []
    found = []
    for word in words:
        if "." in word:
            if not _GROUPED.fullmatch(word.lstrip("-")):
                return []
            found.append(word)
    return found
