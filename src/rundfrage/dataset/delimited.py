"""The rows of a delimited text file (CSV, TSV) as columns of cells, whatever wrote it.

Found out are the encoding (UTF-8, UTF-16 with a byte-order mark, else Windows-1252, which
spreadsheets still write in Western Europe) and the delimiter (comma, semicolon or tab).
"""

from __future__ import annotations

import codecs
import csv
import io
import itertools
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from pyarrow import csv as arrow_csv

from rundfrage.dataset.cells import Cells
from rundfrage.errors import Problem, Where
from rundfrage.locales import counted_message, message

DELIMITERS = (",", ";", "\t")
SAMPLE_ROWS = 50
SAMPLE_CHARACTERS = 1_000_000
BLOCK = 1 << 24
LONGEST_CELL = 1 << 30


def header(path: Path) -> list[str]:
    """The first row of the file, [] if there is none or it can't be read as text."""
    with path.open("rb") as stream:
        sample = stream.read(SAMPLE_CHARACTERS)
    cut = sample.rfind(b"\n")
    try:
        text = _decoded(sample[:cut] if cut > 0 else sample, path)
    except Problem:
        return []
    return next(iter(_sample(text, _delimiter(text), 1)), [])


def read_delimited(path: Path) -> tuple[list[Cells], str]:
    """The columns of the file and its delimiter.

    Raises a Problem for an empty file, unknown encodings and rows of different lengths.
    """
    text = _decoded(path.read_bytes(), path)
    if not text.strip():
        raise Problem(
            "file-empty",
            where=Where(str(path)),
            found=message("The file is empty."),
            expected=message("a row of column names and a row for each respondent."),
            mend=message("Export the answers again."),
        )
    text = text.lstrip("\r\n")
    delimiter = _delimiter(text)
    names = next(iter(_sample(text, delimiter, 1)), [])
    table = _table(text, delimiter, len(names), path)
    columns = []
    for name, column in zip(names, table.columns, strict=True):
        encoded = column.combine_chunks() if column.num_chunks else None
        if encoded is None:
            columns.append(Cells(name, (), np.empty(0, np.int32)))
            continue
        # The first row is the header, which can be a cell of its own in the dictionary.
        index = _numbers(encoded.indices)[1:]
        used, index = np.unique(index, return_inverse=True)
        words = encoded.dictionary.to_pylist()
        distinct = tuple(words[place] for place in used)
        columns.append(Cells(name, distinct, index.astype(np.int32)))
    return columns, delimiter


def _numbers(indices: pa.Array) -> npt.NDArray[Any]:
    """The numbers of an array of whole numbers without gaps.

    Its own to_numpy imports pandas, which takes longer than the rest of a small file.
    """
    numbers = np.frombuffer(indices.buffers()[1], np.int32)
    return numbers[indices.offset : indices.offset + len(indices)]


def _decoded(data: bytes, path: Path) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode(data, encoding, path)
    if b"\0" in data:
        raise Problem(
            "file-not-text",
            where=Where(str(path), data.count(b"\n", 0, data.index(b"\0")) + 1),
            found=message("The file holds NUL bytes."),
            expected=message("text in UTF-8 or UTF-16."),
            mend=message("Export the answers as CSV in UTF-8."),
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode(data, "cp1252", path)


_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def _decode(data: bytes, encoding: str, path: Path) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        found = message(
            "The bytes are not {encoding} ({reason}).", encoding=encoding, reason=error.reason
        )
        at = error.start
    else:
        # Any byte is a character of Windows-1252; what is no text shows by its control characters.
        unwanted = _CONTROLS if encoding == "cp1252" else {"\0"}
        at = min((place for one in unwanted if (place := text.find(one)) >= 0), default=-1)
        if at < 0:
            return text
        found = message("The text holds control characters.")
        data = text[:at].encode("utf-8")
    raise Problem(
        "file-not-text",
        where=Where(str(path), data.count(b"\n", 0, at) + 1),
        found=found,
        expected=message("text in UTF-8, UTF-16 with a byte-order mark, or Windows-1252."),
        mend=message("Export the answers as CSV in UTF-8."),
    )


_CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f\v")


def _delimiter(text: str) -> str:
    """The delimiter that cuts the first rows into equally many and the most cells."""

    def score(delimiter: str) -> tuple[bool, int]:
        lengths = [len(row) for row in _sample(text, delimiter, SAMPLE_ROWS)]
        return len(set(lengths)) == 1 and lengths[0] > 1, lengths[0] if lengths else 0

    return max(DELIMITERS, key=score)


def _sample(text: str, delimiter: str, count: int) -> list[list[str]]:
    csv.field_size_limit(LONGEST_CELL)
    rows = csv.reader(io.StringIO(text[:SAMPLE_CHARACTERS], newline=""), delimiter=delimiter)
    found = [row for row in itertools.islice(rows, count + 1) if row]
    # The last row of a sample that was cut off is cut off too.
    return found[:count] if len(text) <= SAMPLE_CHARACTERS else found[: max(len(found) - 1, 1)]


def _table(text: str, delimiter: str, width: int, path: Path) -> pa.Table:
    names = [str(number) for number in range(width)]
    data = text.encode("utf-8", "surrogatepass")
    cell = pa.dictionary(pa.int32(), pa.string())
    try:
        table = arrow_csv.read_csv(
            pa.BufferReader(data),
            read_options=arrow_csv.ReadOptions(
                column_names=names, block_size=max(BLOCK, _longest_row(data))
            ),
            # In a file of one column an empty line is an answer left blank.
            parse_options=arrow_csv.ParseOptions(
                delimiter=delimiter, newlines_in_values=True, ignore_empty_lines=width > 1
            ),
            convert_options=arrow_csv.ConvertOptions(
                column_types=dict.fromkeys(names, cell), strings_can_be_null=False, null_values=[]
            ),
        )
    except (pa.ArrowException, OSError, ValueError) as error:
        raise _ragged(text, delimiter, width, path, error) from None
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


def _longest_row(data: bytes) -> int:
    """Room for the longest row; only looked for where a block may be too small."""
    if len(data) <= BLOCK:
        return len(data) + 1
    breaks = np.flatnonzero(np.frombuffer(data, np.uint8) == ord("\n"))
    gaps = np.diff(breaks, prepend=-1, append=len(data))
    return min(int(gaps.max()) * 2, np.iinfo(np.int32).max)


def _unclosed(text: str, table: pa.Table) -> bool:
    if text.count('"') % 2 == 0:
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
                        "Put cells that hold the delimiter or a line break in quotation marks."
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
