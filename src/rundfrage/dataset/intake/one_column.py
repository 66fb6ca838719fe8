"""A sheet of one column that holds whole rows: each line in quotation marks, or cut by blanks.

So come files whose lines were quoted as a whole, or opened in a spreadsheet without being cut, and
tables printed in columns of blanks. Rows that are cut evenly are cut; what only may be rows, or is
cut into two, is doubted. A codebook file that names the whole heading says that it is one column.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np

from rundfrage.dataset.account import Certainty, Ledger
from rundfrage.dataset.cells import Cells, clean, parsed_number
from rundfrage.dataset.intake.dialect import DELIMITERS, NAMES, RARE_DELIMITERS
from rundfrage.dataset.intake.sheet import Sheet, compact
from rundfrage.locales import Message, message
from rundfrage.patterns import pattern

_FIELD = pattern(r'"(?:[^"]|"")*"|\S+')
_WIDE = pattern(r"\S\s{2,}\S")
_SECOND = pattern(r"\S\s+\"[^\"]+\"$")
"""A heading that ends with a name in quotation marks: R writes them so."""
_BLANKS = " "
_BETWEEN = message("blanks")
_PAIR = 2
_FEWEST = 3
_SAMPLE = 1000
_MOSTLY = 0.8
_ONE = message("If it is one column, name its whole heading in the codebook, with a type.")


@dataclass(frozen=True)
class _Cut:
    """The mark that cuts the rows, the names, and the cells of each different row."""

    mark: str
    names: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def cut_open(sheet: Sheet, named: Collection[str], ledger: Ledger) -> Sheet:
    """The sheet with its only column cut into those it holds; `named` are headings of edits."""
    if len(sheet.columns) != 1 or sheet.n < _PAIR or sheet.names[0].strip() in named:
        return sheet
    (column,) = sheet.columns
    cut = next(
        (one for mark in (*DELIMITERS, *RARE_DELIMITERS, _BLANKS) if (one := _cut(column, mark))),
        None,
    )
    if cut is None:
        _doubt(column, ledger)
        return sheet
    between = NAMES.get(cut.mark, _BETWEEN)
    why = message("It cuts all rows of the only column evenly.")
    ledger.withdraw("delimiter")
    ledger.conclude("delimiter", between, why, Certainty.LIKELY)
    if len(cut.names) == _PAIR:
        found = message(
            "The only column was cut into two, at each {mark}: {names}.",
            mark=between,
            names=", ".join(cut.names)[:80],
        )
        ledger.doubt(found, _ONE)
    columns = tuple(
        _column(name, [row[at] for row in cut.rows], column) for at, name in enumerate(cut.names)
    )
    return replace(sheet, columns=columns, delimiter=cut.mark)


def _column(name: str, words: Sequence[str], whole: Cells) -> Cells:
    places: dict[str, int] = {}
    to = [places.setdefault(word, len(places)) for word in words]
    return compact(name, tuple(places), np.array(to or [0], np.int32)[whole.index])


def _cut(column: Cells, mark: str) -> _Cut | None:
    """The columns that the mark makes, None if it doesn't cut all rows alike."""
    split = _by_blanks if mark == _BLANKS else _by_mark(mark)
    names = split(column.name)
    if len(names) < _PAIR or len(set(names)) < len(names):
        return None
    filled = [word for word in column.words if word]
    width = len(split(filled[0])) if filled else 0
    if mark == _BLANKS and width == len(names) + 1:
        names = ("", *names)  # R writes no name above those of rows.
    if width != len(names) or any(len(split(word)) != width for word in filled[:_SAMPLE]):
        return None
    rows = [split(word) if word else ("",) * width for word in column.words]
    if any(len(row) != width for row in rows) or not _is_table(names, rows, mark):
        return None
    return _Cut(mark, tuple(map(clean, names)), tuple(rows))


def _is_table(names: Sequence[str], rows: Sequence[Sequence[str]], mark: str) -> bool:
    """True if what was cut can't be the words of a sentence, nor two answers beside each other."""
    numbers = any(
        all(parsed_number(clean(row[at])) is not None for row in rows if clean(row[at]))
        for at in range(len(names))
    )
    if mark == _BLANKS:
        return len(rows) >= _FEWEST and len(names) >= _PAIR + (not numbers)
    spaced = mark == "," and all(name[:1].isspace() for name in names[1:])
    return len(names) > _PAIR or numbers or not spaced


def _by_mark(mark: str) -> Callable[[str], tuple[str, ...]]:
    def split(line: str) -> tuple[str, ...]:
        rows = list(csv.reader([line], delimiter=mark)) if len(line.splitlines()) == 1 else []
        return tuple(rows[0]) if len(rows) == 1 else (line,)

    return split


def _by_blanks(line: str) -> tuple[str, ...]:
    return tuple(
        one[1:-1].replace('""', '"') if one[0] == '"' else one for one in _FIELD.findall(line)
    )


def _doubt(column: Cells, ledger: Ledger) -> None:
    """Doubt a column whose heading and most of whose cells hold a mark that may cut columns."""
    filled = [word for word in column.words if word][:_SAMPLE]
    for mark, within in _SUSPECT:
        often = sum(map(within, filled)) >= _MOSTLY * len(filled) > 0
        if (within(column.name) and often) or (mark is _BETWEEN and _SECOND.search(column.name)):
            found = message(
                "The heading of the only column holds {mark}, as most of its cells may do: its "
                "columns may not have been told apart.",
                mark=mark,
            )
            ledger.doubt(found, _ONE)
            return


def _holds(mark: str) -> Callable[[str], bool]:
    # A comma before a blank stands in sentences.
    pattern = re.compile(re.escape(mark) + (r"(?=\S)" if mark == "," else ""))
    return lambda words: pattern.search(words) is not None


_SUSPECT: Sequence[tuple[Message, Callable[[str], bool]]] = (
    *((NAMES[mark], _holds(mark)) for mark in (*DELIMITERS, *RARE_DELIMITERS)),
    (_BETWEEN, lambda words: _WIDE.search(words) is not None),
)
