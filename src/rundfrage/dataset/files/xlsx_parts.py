"""What the reader of .xlsx doesn't say of a sheet: its merged cells, and formulas without values.

Both are looked for in the XML of the sheet, which is read once more for it, a piece at a time.
"""

from __future__ import annotations

import re
from typing import IO

from rundfrage.dataset.intake.merged import BesideCells, Merged

_PIECE = 1 << 23
_OVERLAP = 1 << 16
"""A formula of Excel has at most 8,192 letters."""
_N = rb"(?:\w+:)?"
_MERGED = re.compile(
    rb"<" + _N + rb'mergeCell\s[^>]*?ref="\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})"'
)
_FORMULA = re.compile(
    rb"<" + _N + rb"c\s([^>]*)>\s*<" + _N + rb"f(?:\s[^>]*)?(?:/>|>[^<]*</" + _N + rb"f>)\s*"
    rb"(<" + _N + rb"v\s*/>|<" + _N + rb"v>\s*</" + _N + rb"v>)?\s*</" + _N + rb"c>"
)
_PLACE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_TEXT = b't="str"'
"""The result of such a formula is a text, which may be empty."""


def beside_cells(part: IO[bytes]) -> BesideCells:
    """The merged and the uncomputed cells of the sheet whose XML this is."""
    merged: set[Merged] = set()
    uncomputed: set[tuple[int, int]] = set()
    kept = b""
    while piece := part.read(_PIECE):
        text = kept + piece
        for left, top, right, bottom in _MERGED.findall(text):
            merged.add(Merged(int(top) - 1, _column(left), int(bottom) - 1, _column(right)))
        for attributes, value in _FORMULA.findall(text):
            place = _PLACE.search(attributes)
            if place and not (value and _TEXT in attributes):
                uncomputed.add((int(place[2]) - 1, _column(place[1])))
        kept = text[-_OVERLAP:]
    return BesideCells(tuple(sorted(merged)), tuple(sorted(uncomputed)))


def _column(letters: bytes) -> int:
    """The place of a column by its letters, from 0."""
    place = 0
    for letter in letters:
        place = place * 26 + letter - ord("A") + 1
    return place - 1
