"""Strips: one bar without a label, its segments' values side by side, its ends named below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rundfrage.audit.reading.piece import Piece, lines

_NEAR = 4.0
"""Its ends are named at most so many letter heights below its values."""
_FEWEST = 2


@dataclass(frozen=True)
class Strip:
    """The values from left to right, and the labels below both ends."""

    values: tuple[Piece, ...]
    ends: tuple[Piece, Piece]


def strips(values: Sequence[Piece], labels: Sequence[Piece]) -> Iterator[Strip]:
    """The strips among values that no label stands beside, from top to bottom."""
    for line in lines(values, _middle):
        ends = _ends(line, labels)
        if len(line) >= _FEWEST and ends is not None:
            yield Strip(tuple(line), ends)


def _middle(piece: Piece) -> float:
    return piece.middle


def _ends(values: Sequence[Piece], labels: Sequence[Piece]) -> tuple[Piece, Piece] | None:
    """The two labels of the line below, if they reach as far as the values do."""
    first, last = values[0], values[-1]
    below = [
        one
        for one in labels
        if one.top >= first.bottom - first.size / 3 and one.top - first.bottom <= _NEAR * first.size
    ]
    for line in lines(below, _middle)[:1]:
        if len(line) == _FEWEST and line[0].left <= first.left and line[1].right >= last.right:
            return line[0], line[1]
    return None
