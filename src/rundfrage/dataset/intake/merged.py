"""What the cells of a workbook's sheet don't say by themselves: merged cells, unknown values.

A *merged* cell stands over several rows or columns, and holds its word in the first of them alone.
An *uncomputed* cell holds a formula whose value no program has written beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

MOST_HEADINGS = 4
"""So many rows of headings, at most, are told by merged cells."""


@dataclass(frozen=True, order=True)
class Merged:
    """A merged cell by its first and last row and column, counted from 0."""

    top: int
    left: int
    bottom: int
    right: int

    def below(self, rows: int) -> Merged:
        """The cell in the sheet without so many rows above."""
        return Merged(self.top - rows, self.left, self.bottom - rows, self.right)


@dataclass(frozen=True)
class BesideCells:
    """The merged cells of a sheet, and its uncomputed ones by row and column."""

    merged: tuple[Merged, ...] = ()
    uncomputed: tuple[tuple[int, int], ...] = ()


def rows_of_headings(merged: Sequence[Merged]) -> int:
    """How many rows of headings merged cells tell of, 0 if they tell of none.

    Below a heading that stands over several columns stand those of each of them. Codes may stand
    above it, where no answers are merged so.
    """
    wide = [one.top for one in merged if one.right > one.left]
    above = min(wide) if wide and max(wide) < MOST_HEADINGS - 1 else 0
    rows = 0
    for one in sorted(merged):
        if one.top >= max(rows, above + 1):
            break
        if one.top == 0 or one.right > one.left:
            rows = max(rows, min(one.bottom + 1 + (one.right > one.left), MOST_HEADINGS))
    return rows


def is_stem(row: Sequence[str], merged: Sequence[Merged], top: int, width: int) -> bool:
    """True if all that a row holds are merged cells over some columns, and not the first.

    A title begins in the first one.
    """
    over = [one for one in merged if one.top == one.bottom == top and one.right > one.left > 0]
    starts = {one.left for one in over if one.right - one.left + 1 < width}
    return bool(starts) and all(at in starts for at, cell in enumerate(row) if cell)


def fill_downwards(rows: Sequence[list[str]], merged: Sequence[Merged], first: int) -> list[str]:
    """Write what merged cells hold into all their rows, from row `first` on.

    Those over several columns stand in the first of them. The words of all.
    """
    words = []
    for one in sorted(merged):
        row = rows[one.top] if first <= one.top < len(rows) else []
        word = row[one.left] if one.left < len(row) else ""
        if word:
            words.append(word)
            _write(rows[one.top + 1 : one.bottom + 1], word, one.left, one.left + 1)
    return words


def filled(heads: Sequence[Sequence[str]], merged: Sequence[Merged]) -> list[list[str]]:
    """The rows of headings with what merged cells hold in all their rows and columns."""
    rows = [list(row) for row in heads]
    width = max(map(len, rows), default=0)
    for one in sorted(merged):
        row = rows[one.top] if one.top < len(rows) else []
        word = row[one.left] if one.left < len(row) else ""
        if word:
            _write(rows[one.top : one.bottom + 1], word, one.left, min(one.right + 1, width))
    return rows


def _write(rows: Sequence[list[str]], word: str, first: int, end: int) -> None:
    for row in rows:
        row.extend([""] * (end - len(row)))
        row[first:end] = [word] * (end - first)
