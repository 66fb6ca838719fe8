"""From the text of a delimited file to its cells.

Found out are the delimiter (comma, semicolon, tab or bar; a line `sep=;` says it) and how many rows
of titles stand above the names.
"""

from __future__ import annotations

import csv
import io
import itertools
import re
from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

import numpy as np
import pyarrow as pa
from pyarrow import csv as arrow_csv

from rundfrage.dataset.account import Certainty, Ledger
from rundfrage.dataset.arrow import whole
from rundfrage.dataset.cells import Cells, clean
from rundfrage.dataset.intake.carriage_returns import blanked, without_lone_returns
from rundfrage.dataset.intake.encoding import in_utf8
from rundfrage.dataset.intake.footers import MOST_FOOTERS
from rundfrage.dataset.intake.options import ONE_COLUMN, TAB, Options
from rundfrage.dataset.intake.sheet import Sheet, title_rows
from rundfrage.dataset.intake.swallowed import note_swallowed
from rundfrage.dataset.intake.uses import purpose_of
from rundfrage.dataset.words.footers import is_note
from rundfrage.errors import Problem, Where
from rundfrage.locales import counted_message, message

DELIMITERS = (",", ";", "\t", "|")
RARE_DELIMITERS = ("~", "^")  # where no other cuts
_NONE = "\x1f"
"""A sign that separates units, and so stands in no text: each row is one cell."""
_WORDS = {TAB: "\t", ONE_COLUMN: _NONE}
NAMES = {
    _NONE: message("none"),
    ",": message("comma"),
    ";": message("semicolon"),
    "\t": message("tab"),
    "|": message("bar"),
    "~": message("tilde"),
    "^": message("caret"),
}
SAMPLE_ROWS = 50
SAMPLE = 1 << 20
"""Bytes whose rows are looked at."""
BLOCKS = (1 << 23, 1 << 25, np.iinfo(np.int32).max)
"""Bytes that are parsed at a time: small enough for a processor's cache, more for longer rows."""
LONGEST_CELL = 1 << 30
_SAID = re.compile(rb"sep=(.)\r?\n", re.IGNORECASE)
_MOSTLY = 0.8
_FEWEST_ROWS = 3
_FEWEST_CELLS = 3


def read_text(path: Path, options: Options, ledger: Ledger) -> Sheet:
    """The sheet that a delimited text file holds.

    Raises a Problem for an empty file, unreadable text and rows of different lengths.
    """
    text = _filled(in_utf8(path.read_bytes(), path, options, ledger), path)
    said = _SAID.match(text)
    if said:
        text = _filled(text[said.end() :], path)
    delimiter = _between_cells(blanked(text), said, options, ledger)
    text = without_lone_returns(text, delimiter, ledger)
    rows = _rows(text, delimiter)
    above = title_rows(rows) if options.skip is None else options.skip
    if above:
        _note_titles(rows[:above], options, ledger)
        text = _filled(_without(text, delimiter, above), path)
    text = _with_names_for_all(text, delimiter, ledger)
    names = next(iter(_rows(text, delimiter)), [])
    try:
        table = _table(text, delimiter, len(names), path)
    except Problem:
        whole_notes = _with_whole_notes(text, delimiter, len(names))
        if whole_notes == text:
            raise
        table = _table(whole_notes, delimiter, len(names), path)
    columns = tuple(
        _column(_as_typed(name), column) for name, column in zip(names, table.columns, strict=True)
    )
    if b'"' in text:
        if b'="' in text:
            columns = tuple(map(_all_as_typed, columns))
        note_swallowed(columns, delimiter, ledger)
    return Sheet(columns, delimiter, text.isascii())


def _between_cells(
    text: bytes, said: re.Match[bytes] | None, options: Options, ledger: Ledger
) -> str:
    """The delimiter, as the user or the first line says, or as it cuts the rows; entered."""
    if options.delimiter is not None:
        delimiter = _WORDS.get(options.delimiter, options.delimiter)
        evidence, certainty = message("The user said so."), Certainty.SAID
    else:
        delimiter = said[1].decode() if said else _delimiter(text)
        evidence, certainty = message("It cuts the first rows evenly."), Certainty.SURE
        if said:
            evidence = message("The first line says so.")
        elif mark := _cutting_cells(text, delimiter):
            ledger.doubt(
                message(
                    "Its heading isn't cut by the {mark} that stands in its cells: it was read as "
                    "one column.",
                    mark=NAMES[mark],
                ),
                message("If it has several, name the delimiter."),
            )
            delimiter, evidence = _NONE, message("Nothing cuts its rows evenly.")
    ledger.conclude("delimiter", NAMES.get(delimiter, delimiter), evidence, certainty)
    return delimiter


def _cutting_cells(text: bytes, delimiter: str) -> str | None:
    """The mark that stands in the cells of a single column; None if none does, or there are more.

    It is the delimiter that cuts most rows, or another by which all of one row or two are cut.
    """
    if _is_one_column(_rows(text, delimiter)):
        return delimiter
    for mark in DELIMITERS:
        lengths = [len(row) for row in _rows(text, mark) if any(row)]
        heading, *below = lengths or [0]
        few = heading == 1 and 0 < len(below) < _FEWEST_ROWS
        if few and len(set(below)) == 1 and below[0] >= _FEWEST_CELLS:
            return mark
    return None


def _is_one_column(rows: Sequence[Sequence[str]]) -> bool:
    """True if the heading is a single cell, and so are the rows below, each with several answers.

    What a mark cuts them into stands alone in other rows, or in every place.
    """
    heading, *below = [[clean(cell) for cell in row] for row in rows if any(row)] or [[]]
    together = [row for row in below if len(row) > 1]
    if len(heading) != 1 or len(together) < _FEWEST_ROWS:
        return False
    moved = {row[0] for row in together} & {cell for row in together for cell in row[1:]}
    alone = {row[0] for row in below if len(row) == 1}
    again = {*chain.from_iterable(together[1:])} - {""}
    return len(moved) > 1 and set(together[0]) | alone <= again


def _with_names_for_all(text: bytes, delimiter: str, ledger: Ledger) -> bytes:
    """The text with as many names as cells where all rows have one more or one less.

    A delimiter behind the last name or behind each row's last cell is one too many; R writes no
    name above those of its rows.
    """
    names, *rows = [row for row in _rows(text, delimiter) if row] or [[]]
    widths = {len(row) for row in rows}
    if widths == {len(names) - 1} and not clean(names[-1]):
        names = names[:-1]
    elif widths == {len(names) + 1} and not any(clean(row[-1]) for row in rows):
        names = [*names, ""]
    elif widths == {len(names) + 1} and _are_rows_names([row[0] for row in rows], names):
        names = ["", *names]
        ledger.doubt(
            message(
                "Each row has a cell more than there are names; the first was taken for the row's."
            ),
            message("If it is an answer, give each column its name in the file's first row."),
        )
    else:
        return text
    line = io.StringIO()
    csv.writer(line, delimiter=delimiter, lineterminator="\n").writerow(names)
    return line.getvalue().encode() + _without(text, delimiter, 1)


def _are_rows_names(cells: list[str], names: Sequence[str]) -> bool:
    """True if the cells count the rows, as R writes them, and no name is that of such a column."""
    counts = [[str(at + first) for at in range(len(cells))] for first in (0, 1)]
    return cells in counts and len(cells) > 1 and purpose_of(names[0], "", {}) is None


def _as_typed(cell: str) -> str:
    """What a cell holds that spreadsheets are to leave as it is: 007 for ="007"."""
    inner = cell[2:-1]
    return inner if cell[:2] == '="' and cell[-1:] == '"' and '"' not in inner else cell


def _all_as_typed(cells: Cells) -> Cells:
    if not any(cell[:2] == '="' for cell in cells.distinct):
        return cells
    places: dict[str, int] = {}
    moved = [places.setdefault(_as_typed(cell), len(places)) for cell in cells.distinct]
    index = np.array([*moved, 0], np.int32)[cells.index]
    return replace(cells, distinct=tuple(places), index=index)


def _with_whole_notes(text: bytes, delimiter: str, width: int) -> bytes:
    """The text with notes below the answers as rows of their own, where each is a single cell."""
    *above, last = text.rstrip().rsplit(b"\n", MOST_FOOTERS)
    lines = [*above[1:], last]
    for place in range(len(lines) - 1, -1, -1):
        word = lines[place].decode().strip()
        try:
            rows = list(csv.reader(io.StringIO(word, newline=""), delimiter=delimiter))
        except csv.Error:
            break
        cells = rows[0] if len(rows) == 1 else [word, word]
        if word and len(cells) > 1:
            break
        if word and (is_note(cells[0]) or (place and not lines[place - 1].strip())):
            lines[place] = (word + delimiter * (width - 1)).encode()
    return b"\n".join([*above[:1], *lines])


def _filled(text: bytes, path: Path) -> bytes:
    """The text from its first row on; raises a Problem if there is none."""
    if text and not text.isspace():
        return text.removeprefix(BOM_UTF8).lstrip(b"\r\n")
    raise Problem(
        "file-empty",
        where=Where(str(path)),
        found=message("The file is empty."),
        expected=message("a row of column names and a row for each respondent."),
        mend=message("Export the answers again."),
    )


def _note_titles(rows: list[list[str]], options: Options, ledger: Ledger) -> None:
    words = " / ".join(cell for row in rows for cell in row if clean(cell))[:80]
    count = counted_message(
        "{count} row above the names", "{count} rows above the names", len(rows)
    )
    if options.skip is not None:
        ledger.conclude("headings", count, message("The user said so."), Certainty.SAID)
        return
    ledger.conclude("headings", count, message("They are no table."), Certainty.LIKELY)
    ledger.doubt(
        message("What stands above the names was left out: “{words}”.", words=words),
        message("If it is no title, say how many rows are to be skipped."),
    )


def _column(name: str, column: pa.ChunkedArray) -> Cells:
    encoded = column.combine_chunks() if column.num_chunks else None
    if encoded is None:
        return Cells(name, (), np.empty(0, np.int32))
    words, index = encoded.dictionary.to_pylist(), whole(encoded.indices)
    # The first row is that of the names, whose cell may be that of no respondent.
    names, rows = index[0], index[1:]
    if not (rows == names).any():
        return Cells(name, (*words[:names], *words[names + 1 :]), rows - (rows > names))
    return Cells(name, tuple(words), rows)


def _delimiter(text: bytes) -> str:
    """The delimiter that cuts the first rows into equally many and the most cells."""

    def score(delimiter: str) -> tuple[bool, bool, int]:
        lengths = [len(row) for row in _rows(text, delimiter, SAMPLE_ROWS) if any(row)]
        usual, often = next(iter(Counter(lengths).most_common(1)), (0, 0))
        even = len(set(lengths)) == 1 and usual > 1
        return even, usual > 1 and often >= _MOSTLY * len(lengths), usual

    best = max(DELIMITERS, key=score)
    rare = max(RARE_DELIMITERS, key=score)
    even, mostly, width = score(rare)
    # A heading that isn't cut is that of one column, in whose cells the sign stands.
    headed = even or (mostly and len(next(iter(_rows(text, rare, 1)), [])) == width)
    return rare if score(best)[-1] <= 1 and headed else best


def _rows(text: bytes, delimiter: str, count: int = SAMPLE_ROWS) -> list[list[str]]:
    """The first rows, empty ones too."""
    csv.field_size_limit(LONGEST_CELL)
    sample = text[:SAMPLE].decode(errors="ignore")
    rows = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
    found = list(itertools.islice(rows, count + 1))
    # The last row of a sample that was cut off is cut off too.
    return found[:count] if len(text) <= SAMPLE else found[: max(len(found) - 1, 1)]


def _without(text: bytes, delimiter: str, count: int) -> bytes:
    """The text without its first `count` rows."""
    lines = io.StringIO(text.decode(), newline="")
    rows = csv.reader(lines, delimiter=delimiter)
    for _ in range(count):
        next(rows, None)
    return lines.read().lstrip("\r\n").encode()


def _table(text: bytes, delimiter: str, width: int, path: Path) -> pa.Table:
    for block in BLOCKS:
        try:
            table = _parsed(text, delimiter, width, block)
            break
        except (pa.ArrowException, OSError, ValueError) as error:
            # A row longer than two blocks can't be told from a broken one.
            if block >= len(text) or block == BLOCKS[-1]:
                raise _ragged(text.decode(), delimiter, width, path, error) from None
    if width and table.num_rows and _unclosed(text, table):
        raise Problem(
            "quote-unclosed",
            where=Where(str(path)),
            found=message(
                "A quotation mark is opened and never closed, so the last cell runs to the end."
            ),
            expected=message("quoted cells that end with a quotation mark."),
            mend=message("Find the lone quotation mark, or export the answers again."),
        )
    return table.unify_dictionaries()


def _parsed(text: bytes, delimiter: str, width: int, block: int) -> pa.Table:
    names = [str(number) for number in range(width)]
    cell = pa.dictionary(pa.int32(), pa.string())
    return arrow_csv.read_csv(
        pa.BufferReader(text),
        read_options=arrow_csv.ReadOptions(column_names=names, block_size=block),
        # In a file of one column an empty line is an answer left blank.
        parse_options=arrow_csv.ParseOptions(
            delimiter=delimiter, newlines_in_values=True, ignore_empty_lines=width > 1
        ),
        convert_options=arrow_csv.ConvertOptions(
            column_types=dict.fromkeys(names, cell), strings_can_be_null=False, null_values=[]
        ),
    )


def _unclosed(text: bytes, table: pa.Table) -> bool:
    if text.count(b'"') % 2 == 0:
        return False
    last = table.column(table.num_columns - 1)[-1].as_py()
    return "\n" in last and last.count('"') % 2 == 0


def _ragged(text: str, delimiter: str, width: int, path: Path, error: Exception) -> Problem:
    """Which row could not be read: found again slowly, for the line."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for row in rows:
            if row and len(row) != width:
                return Problem(
                    "row-ragged",
                    where=Where(str(path), rows.line_num),
                    found=message(
                        "The row ends here with {count}; there are {width}.",
                        count=counted_message("{count} cell", "{count} cells", len(row)),
                        width=counted_message("{count} name", "{count} names", width),
                    ),
                    expected=message("as many cells in each row as there are column names."),
                    mend=message(
                        "Put cells that hold the delimiter or a line break in quotation marks, or"
                        " name another delimiter."
                    ),
                )
    except csv.Error as broken:
        error = broken
    return Problem(
        "file-damaged",
        where=Where(str(path), rows.line_num or None),
        found=message("The rows can't be told apart ({error}).", error=str(error)[:200]),
        expected=message("rows of cells, cut by commas, semicolons or tabs."),
        mend=message("Export the answers again."),
    )
