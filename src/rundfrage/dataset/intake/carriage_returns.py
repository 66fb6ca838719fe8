"""Line breaks within cells that no quotation marks hold, in a text whose rows end otherwise.

Databases and old spreadsheets write them as a lone carriage return. Readers take it for the end of
a row; where the rows end in a line feed, and only with it have as many cells as all others, it
stands within a cell.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

from rundfrage.dataset.account import Ledger
from rundfrage.locales import counted_message, message

_FEWEST = 2
_LONE = re.compile(rb"\r(?!\n)")
_MARK = b"\x1f"
"""Stands for them while rows are counted: no reader takes it for the end of one."""


def blanked(text: bytes) -> bytes:
    """The text with blanks for lone carriage returns outside of quotation marks."""
    return _marked(text).replace(_MARK, b" ")


def without_lone_returns(text: bytes, delimiter: str, ledger: Ledger) -> bytes:
    """The text with blanks for carriage returns within its rows; doubted."""
    marked = _marked(text)
    if marked == text:
        return text
    mark = _MARK.decode()
    broken: list[int] = []
    whole: Counter[int] = Counter()
    for row in _rows(marked, delimiter):
        if any(mark in cell for cell in row):
            broken.append(len(row))
        else:
            whole[len(row)] += 1
    ((width, often),) = (whole or Counter(broken)).most_common(1) or [(0, 0)]
    if width < _FEWEST or set(broken) != {width} or len(broken) > often:
        return text
    # A file whose every row is broken has its rows end there, if they are as long as each other.
    if not whole and len({len(row) for row in _rows(text, delimiter)}) == 1:
        return text
    ledger.doubt(
        counted_message(
            "{count} row holds a line break outside quotation marks; it was read as a blank.",
            "{count} rows hold a line break outside quotation marks; it was read as a blank.",
            len(broken),
        ),
        message("If a row ends there, end it as the others, or export the answers again."),
    )
    return marked.replace(_MARK, b" ")


def _marked(text: bytes) -> bytes:
    """The text with marks for them, where other rows end in a line feed."""
    if text.count(b"\r") == text.count(b"\r\n") or b"\n" not in text or _MARK in text:
        return text
    # What stands between the second quotation mark and the third isn't quoted.
    parts = text.split(b'"')
    parts[::2] = [_LONE.sub(_MARK, part) for part in parts[::2]]
    return b'"'.join(parts)


def _rows(text: bytes, delimiter: str) -> list[list[str]]:
    """All rows that hold anything; none where they can't be told apart."""
    try:
        return [
            row
            for row in csv.reader(io.StringIO(text.decode(), newline=""), delimiter=delimiter)
            if row
        ]
    except csv.Error:
        return []
