"""A *drawing* is a chart as rectangles and texts at their places, before any format is chosen.

Places are points from the drawing's top left; what comes later lies above what came before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Anchor = Literal["left", "center", "right"]
"""Which end of a text stands at its place."""


@dataclass(frozen=True)
class Rectangle:
    """A filled rectangle; `edge` is the colour of the line of one point around it, if any."""

    x: float
    y: float
    width: float
    height: float
    colour: str
    edge: str = ""


@dataclass(frozen=True)
class Path:
    """A filled outline of lines and curves, and the line of `width` points around it, if any.

    `steps` are those of SVG with their points: "M" to begin, "L" for a line, "C" for a curve with
    two points that bend it, "Z" to close.
    """

    steps: tuple[tuple[str, tuple[float, ...]], ...]
    colour: str
    edge: str = ""
    width: float = 1.0


@dataclass(frozen=True)
class PlacedText:
    """One line of text: the place of its baseline in points, and which end is there."""

    text: str
    x: float
    y: float
    size: float
    anchor: Anchor
    colour: str
    bold: bool = False


@dataclass(frozen=True)
class Drawing:
    """What a chart's picture is made of; `grounds` lie behind the bars, `whiskers` before them."""

    width: float
    height: float
    grounds: tuple[Rectangle, ...]
    bars: tuple[Rectangle, ...]
    whiskers: tuple[Rectangle, ...]
    swatches: tuple[Rectangle, ...]
    """The squares of the legend, whose names are among the texts."""
    texts: tuple[PlacedText, ...]
    paths: tuple[Path, ...] = ()
    """Lie before the rectangles."""

    @property
    def rectangles(self) -> tuple[Rectangle, ...]:
        """All rectangles, from those behind to those in front."""
        return (*self.grounds, *self.bars, *self.whiskers, *self.swatches)
