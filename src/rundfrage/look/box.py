"""A *box* is a rectangle in points; a *fit* is a text set in one: its size and its lines.

Boxes count from the left; an output in a language that runs from the right mirrors them.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Box:
    """A rectangle in points from the top left of what it stands on."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Fit:
    """Text in a box, from its top: `size` in points, `lines` as broken by the font's own widths.

    `leading` is the distance from one baseline to the next in multiples of `size`. `cut` says that
    the last line ends in an ellipsis because the text is longer than a slide can hold.
    """

    box: Box
    size: float
    lines: tuple[str, ...]
    leading: float = 1.25
    cut: bool = False
