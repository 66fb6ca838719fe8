"""Rows of a text that one cell holds, since a quotation mark stands alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from rundfrage.dataset.account import Ledger
from rundfrage.dataset.cells import Cells, clean
from rundfrage.locales import message


def note_swallowed(columns: tuple[Cells, ...], delimiter: str, ledger: Ledger) -> None:
    """Doubt a cell that holds whole rows: two lone quotation marks stand at its ends.

    In a text of several lines commas may fall so by chance, but no words of other columns.
    """
    suspects = [
        (cells, at, rows)
        for place, cells in enumerate(columns)
        for at, cell in enumerate(cells.distinct)
        if "\n" in cell and (rows := _rows_within(cell, place, len(columns), delimiter))
    ]
    if not suspects:
        return
    known = [frozenset(filter(None, one.words)) for one in columns]
    doubted = set()
    for cells, at, rows in suspects:
        # One is enough to look for the others.
        if cells.name not in doubted and any(map(partial(_known, known), rows)):
            doubted.add(cells.name)
            ledger.doubt(
                message(
                    "A cell of {name}, in row {row} of the answers, holds lines that look like "
                    "rows of their own.",
                    name=cells.name,
                    row=str(cells.row(at)),
                ),
                message("Look for a lone quotation mark there, and take it out."),
            )


def _known(known: Sequence[frozenset[str]], row: Sequence[str]) -> bool:
    """True if some cell of the row stands in its column elsewhere, too."""
    return any(clean(word) in words for word, words in zip(row, known, strict=False))


def _rows_within(cell: str, place: int, width: int, delimiter: str) -> list[list[str]]:
    """What may be rows in a cell of several lines: the first ends one, the last begins one."""
    if cell.count(delimiter) < width - 1:
        return []
    first, *inner, last = cell.split("\n")
    if first.count(delimiter) != width - 1 - place:
        return []
    if not inner:
        begun = last.split(delimiter)
        return [begun[:place]] if len(begun) == place + 1 else []
    return [row for row in (line.split(delimiter) for line in inner) if len(row) == width > 1]
