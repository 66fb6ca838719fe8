"""Circles and their arcs as the steps of an outline."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, pi, sin, tan

Step = tuple[str, tuple[float, ...]]
"""A step of a Path with its points."""


def circle(x: float, y: float, radius: float) -> tuple[Step, ...]:
    """A whole circle."""
    return (("M", on_circle(x, y, radius, 0)), *arc(x, y, radius, 0, 1), ("Z", ()))


def arc(x: float, y: float, radius: float, start: float, end: float) -> Iterator[Step]:
    """An arc as curves of at most an eighth of a turn, which leave the circle by nothing seen."""
    pieces = max(1, int(abs(end - start) * 8 + 0.999))
    step = (end - start) / pieces
    reach = 4 / 3 * tan(2 * pi * step / 4) * radius
    for piece in range(pieces):
        first, last = start + piece * step, start + (piece + 1) * step
        (x0, y0), (x3, y3) = on_circle(x, y, radius, first), on_circle(x, y, radius, last)
        turn0, turn3 = 2 * pi * first, 2 * pi * last
        bend = (
            x0 + reach * cos(turn0), y0 + reach * sin(turn0),
            x3 - reach * cos(turn3), y3 - reach * sin(turn3),
        )  # fmt: skip
        yield "C", (*(round(one, 2) for one in bend), x3, y3)


def on_circle(x: float, y: float, radius: float, turn: float) -> tuple[float, float]:
    """The point that lies so many turns from the top, clockwise."""
    angle = 2 * pi * turn
    return round(x + radius * sin(angle), 2), round(y - radius * cos(angle), 2)
