"""The Pen: what the drawing of every form of chart needs, places mirrored where that is due.

A text is a figure or a label as the deck printed it, never a number that is formatted here.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from rundfrage.look.box import Fit
from rundfrage.look.direction import isolated
from rundfrage.look.measure import Ruler
from rundfrage.look.printable import printable
from rundfrage.look.theme import Theme
from rundfrage.report.deck import Chart
from rundfrage.report.layout import ChartLayout
from rundfrage.report.outputs.drawing import Anchor, Drawing, PlacedText, Rectangle

Side = Literal["start", "middle", "end"]
"""Which end of a text stands at its place, in the direction of the language."""

MIDDLE = 0.35
"""From the middle of a capital letter down to its baseline, in multiples of the size."""
LINE = 1.25
"""How thick the line of an interval is, in points."""

_FROM_RIGHT, _END = "\u2067", "\u2069"
"""RIGHT-TO-LEFT ISOLATE and POP DIRECTIONAL ISOLATE (Unicode Standard Annex 9)."""


@dataclass(frozen=True)
class Pen(ABC):
    """Draws one chart; `mirrored` from the right."""

    chart: Chart
    layout: ChartLayout
    theme: Theme
    ruler: Ruler
    mirrored: bool

    @abstractmethod
    def drawing(self) -> Drawing:
        """The drawing, as large as the layout's box."""

    @property
    def extent(self) -> tuple[float, float]:
        """Width and height of the drawing."""
        return round(self.layout.box.width, 2), round(self.layout.box.height, 2)

    def number(self, text: str) -> str:
        """A figure, which says of itself no way to run: a range ends where the language ends."""
        words = printable(text)
        return f"{_FROM_RIGHT}{words}{_END}" if self.mirrored and words else words

    def fitted(
        self, fit: Fit, side: Side, colour: str, *, bold: bool = False
    ) -> Iterator[PlacedText]:
        """A text as it was fitted, line by line."""
        x = fit.box.x + {"start": 0.0, "middle": 0.5, "end": 1.0}[side] * fit.box.width
        for at, line in enumerate(fit.lines):
            y = fit.box.y + (at + 0.5) * fit.size * fit.leading + MIDDLE * fit.size
            words = isolated(printable(line))
            if words:
                yield self.text(words, x, y, fit.size, side, colour, bold=bold)

    def box(
        self, start: float, end: float, top: float, height: float, colour: str, edge: str = ""
    ) -> Rectangle:
        """A rectangle from one place on the slide to another, whichever comes first."""
        left, right = sorted((self.x(start), self.x(end)))
        return Rectangle(
            round(left, 2),
            round(top - self.layout.box.y, 2),
            round(right - left, 2),
            round(height, 2),
            colour,
            edge,
        )

    def text(
        self,
        words: str,
        x: float,
        y: float,
        size: float,
        side: Side,
        colour: str,
        *,
        bold: bool = False,
    ) -> PlacedText:
        """A line of text whose baseline is at a place on the slide."""
        place = round(self.x(x), 2), round(y - self.layout.box.y, 2)
        return PlacedText(words, *place, size, self._anchor(side), colour, bold)

    def x(self, place: float) -> float:
        """A place on the slide as one in the drawing."""
        inside = place - self.layout.box.x
        return self.layout.box.width - inside if self.mirrored else inside

    def _anchor(self, side: Side) -> Anchor:
        if side == "middle":
            return "center"
        return "left" if (side == "start") is not self.mirrored else "right"
