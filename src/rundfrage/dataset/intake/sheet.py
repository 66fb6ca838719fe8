"""A sheet: the rows of a text file or workbook as they stand, under a first row of names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import compress

import numpy as np
import numpy.typing as npt

from rundfrage.dataset.cells import Cells, clean

MOST_TITLES = 20
"""So many rows, at most, are looked at for titles above the names."""


@dataclass(frozen=True, eq=False)
class Sheet:
    """Columns of cells; `rows` of them below the names. All columns have the same length.

    `delimiter` is what stands between its cells, empty in a workbook. `ascii` is True where it is
    known that all its letters are of ASCII. `heads` are its rows of headings, the names among them,
    where merged cells or people say how many there are: a merged cell stands in each of its places.
    Of its first `odd_first` and its last `odd_last` rows it is doubted that they are respondents.
    """

    columns: tuple[Cells, ...]
    delimiter: str = ""
    ascii: bool = False
    heads: tuple[tuple[str, ...], ...] = ()
    odd_first: int = 0
    odd_last: int = 0

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The first row, as it stands."""
        return tuple(column.name for column in self.columns)

    @property
    def n(self) -> int:
        """How many rows stand below the names."""
        return len(self.columns[0].index) if self.columns else 0

    def row(self, place: int) -> tuple[str, ...]:
        """The cells of a row below the names, counted from 0."""
        return tuple(column.distinct[column.index[place]] for column in self.columns)

    def kept(self, rows: npt.NDArray[np.bool_]) -> Sheet:
        """The sheet with those rows only; `rows` has the shape (n,)."""
        return replace(self, columns=tuple(some_rows(column, rows) for column in self.columns))

    def below(self, count: int) -> Sheet:
        """The sheet without its first `count` rows below the names."""
        return self.kept(np.arange(self.n) >= count) if count else self

    def above(self, count: int) -> Sheet:
        """The sheet without its last `count` rows."""
        return self.kept(np.arange(self.n) < self.n - count) if count else self

    def named(self, names: Sequence[str]) -> Sheet:
        """The sheet under other names, one a column."""
        return replace(
            self,
            columns=tuple(
                column if column.name == name else replace(column, name=name)
                for column, name in zip(self.columns, names, strict=True)
            ),
        )

    def filled(self) -> npt.NDArray[np.bool_]:
        """True for the rows that hold anything but blanks; shape (n,)."""
        found = np.zeros(self.n, np.bool_)
        for column in self.columns:
            words = np.array([bool(clean(cell)) for cell in column.distinct] or [False])
            found |= words[column.index]
            if found.all():
                break
        return found


def some_rows(column: Cells, rows: npt.NDArray[np.bool_]) -> Cells:
    """The column with those rows only, and of its different cells those that are left."""
    return compact(column.name, column.distinct, column.index[rows])


def stands_once(column: Cells) -> bool:
    """True if the first cell of the column stands in no other row."""
    return int((column.index == column.index[0]).sum()) == 1


def compact(name: str, words: Sequence[str], index: npt.NDArray[np.integer]) -> Cells:
    """The column whose rows hold the words at `index`; words of no row are dropped."""
    used = np.zeros(len(words), np.bool_)
    used[index] = True
    if used.all():
        return Cells(name, tuple(words), index.astype(np.int32, copy=False))
    places = (np.cumsum(used) - 1).astype(np.int32)
    return Cells(name, tuple(compress(words, used.tolist())), places[index])


def merged_words(column: Cells, word: Callable[[str], str]) -> Cells:
    """The column with each cell turned by `word`; cells that become alike are one."""
    places: dict[str, int] = {}
    to = [places.setdefault(word(cell), len(places)) for cell in column.distinct]
    index = np.array(to or [0], np.int32)[column.index]
    return Cells(column.name, tuple(places), index)


def title_rows(rows: Sequence[Sequence[str]]) -> int:
    """How many of these first rows are titles and blanks above the row of names.

    A title is a row with a single cell, or cut off long before the others, above the first row
    that is as wide as most; a row of a single cell with an empty row below it is one, too. So are
    all rows above an empty one that are less than half as wide as those below it.
    """
    widths = [_width(row) for row in rows]
    headed = _heads(widths)
    if headed:
        return headed
    full = max(widths, default=0)
    if full < 2:  # noqa: PLR2004  in a file of one column all rows look like titles
        return 0
    usual = int(np.median([width for width in widths if width] or [0]))
    for place, (row, width) in enumerate(zip(rows[:MOST_TITLES], widths, strict=False)):
        said = sum(bool(clean(cell)) for cell in row)
        alone = said <= 1 and (full > 2 or width < 2)  # noqa: PLR2004  two names are no title
        if width == 0 or (alone and width < usual) or (alone and _blank_below(widths, place)):
            continue
        return place
    return 0


def _width(row: Sequence[str]) -> int:
    """The number of cells up to the last that holds anything."""
    for place in range(len(row), 0, -1):
        if clean(row[place - 1]):
            return place
    return 0


def _heads(widths: Sequence[int]) -> int:
    """How many rows stand above the first wide one, if they are narrow and an empty one ends them.

    They say what the sheet is: a word and its value in each of them.
    """
    usual = int(np.median([width for width in widths if width] or [0]))
    above = next((place for place, width in enumerate(widths) if 2 * width > usual), 0)
    if 0 < above <= MOST_TITLES and widths[above - 1] == 0 and any(widths[:above]):
        return above
    return 0


def _blank_below(widths: Sequence[int], place: int) -> bool:
    return place + 1 < len(widths) and widths[place + 1] == 0
