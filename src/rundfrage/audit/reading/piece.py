"""A piece of text with its place on a page."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
DIRECTIONS = dict.fromkeys(map(ord, _DIRECTIONS))
"""What takes the marks from a text that only tell the direction of writing."""
_VALUE = re.compile(r"\[?[+\-−]?\d{1,3}(?:[.,\s]?\d{3})*(?:[.,]\d+)?\s*(?:%|Prozent)?\]?")


@dataclass(frozen=True)
class Piece:
    """A run of text in a box; y grows downwards, `size` is the height of a line of it."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.top + self.bottom) / 2

    @property
    def is_value(self) -> bool:
        """True if it is nothing but a number."""
        return bool(_VALUE.fullmatch(self.text.strip()))


def lines(pieces: Sequence[Piece], height: Callable[[Piece], float]) -> list[list[Piece]]:
    """Pieces on one height together, each line from left to right, the lines from top to bottom."""
    found: list[list[Piece]] = []
    for one in sorted(pieces, key=height):
        if found and abs(height(found[-1][0]) - height(one)) <= _LINE * one.size:
            found[-1].append(one)
        else:
            found.append([one])
    return [sorted(line, key=lambda piece: piece.left) for line in found]


_LINE = 0.35
"""What stands on one height differs by at most so many letter heights in it."""
