"""A piece of text with its place on a page."""

from __future__ import annotations

import re
from dataclasses import dataclass

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
