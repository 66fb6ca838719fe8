"""Quotations in columns of panels, each panel under the shortest column so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rundfrage.look.box import Box, Fit
from rundfrage.look.fit import Sizing, fit
from rundfrage.look.measure import Ruler

_COLUMNS = 3
_GAP = 14.0
_PAD = 12.0
_SIZES = (16.0, 15.0, 14.0, 13.0)
_NARROW = (12.5, 12.0, 11.5)
"""Letters of other fonts are wider: in these sizes they take the room of 13 points of their own."""
_SMALLEST = 11.0
_LEADING = 1.3


@dataclass(frozen=True)
class Packed:
    """The quotations that found room, in order, and the panels they stand on."""

    texts: tuple[Fit, ...]
    panels: tuple[Box, ...]


def pack(texts: Sequence[str], area: Box, ruler: Ruler) -> Packed:
    """As many of the texts as fit the area, from the first on; fewer than given if it is full.

    The letters are as large as they may be for all texts to fit, 16 to 13 points, and where other
    fonts may stand in 11.5. The first text
    is always placed: a quotation longer than a whole column is set in a wider one, at last across
    the slide and as small as 11 points.
    """
    columns = min(_COLUMNS, max(len(texts), 1))
    for size in (*_SIZES, *_NARROW) if ruler.anywhere else _SIZES:
        packed = _pack(texts, area, columns, ruler, size)
        if len(packed.texts) == len(texts) and not any(text.cut for text in packed.texts):
            return packed
    while True:
        packed = _pack(texts, area, columns, ruler, _SIZES[-1])
        whole = packed.texts and not any(text.cut for text in packed.texts)
        if whole or columns == 1:
            return packed
        columns -= 1


def _pack(texts: Sequence[str], area: Box, columns: int, ruler: Ruler, size: float) -> Packed:
    width = (area.width - _GAP * (columns - 1)) / columns
    ends = [area.y] * columns
    fits: list[Fit] = []
    panels: list[Box] = []
    for text in texts:
        column = min(range(columns), key=lambda place: ends[place])
        x, y = area.x + column * (width + _GAP), ends[column]
        box = Box(x + _PAD, y + _PAD, width - 2 * _PAD, area.y + area.height - y - 2 * _PAD)
        smallest = size if fits or size > _SIZES[-1] else _SMALLEST
        one = fit(text, box, Sizing(size, smallest, leading=_LEADING), ruler)
        if fits and (one.cut or box.height < one.box.height):
            break
        fits.append(one)
        panels.append(Box(x, y, width, one.box.height + 2 * _PAD))
        ends[column] = y + one.box.height + 2 * _PAD + _GAP
    return Packed(tuple(fits), tuple(panels))
