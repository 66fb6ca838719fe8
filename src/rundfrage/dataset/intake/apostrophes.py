"""Numbers with the apostrophe by which spreadsheets keep them as text: '183 is 183."""

from __future__ import annotations

from dataclasses import replace

from rundfrage.dataset.cells import Cells, clean, parsed_number
from rundfrage.dataset.intake.sheet import Sheet, merged_words
from rundfrage.patterns import pattern

_KEPT = pattern(r"'[+-]?\d[\d.,]*")
_APOSTROPHE = "'"


def without_apostrophes(sheet: Sheet) -> Sheet:
    """The sheet without these, in columns of which most different cells are numbers."""
    columns = tuple(map(_plain, sheet.columns))
    if all(one is other for one, other in zip(columns, sheet.columns, strict=True)):
        return sheet
    return replace(sheet, columns=columns)


def _plain(column: Cells) -> Cells:
    if _APOSTROPHE not in "".join(column.distinct):
        return column
    words = [word for word in map(clean, column.distinct) if word]
    kept = sum(map(bool, map(_KEPT.fullmatch, words)))
    if not kept:
        return column
    numbers = kept + sum(parsed_number(word) is not None for word in words)
    return merged_words(column, _without) if 2 * numbers > len(words) else column


def _without(cell: str) -> str:
    word = clean(cell)
    return word.removeprefix(_APOSTROPHE) if _KEPT.fullmatch(word) else cell
