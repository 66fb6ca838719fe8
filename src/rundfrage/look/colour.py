"""Colours as "#rrggbb": their contrast, the ink that can be read on them, and ramps between them.

Luminance and contrast are those of WCAG 2.2 (W3C 2023, "relative luminance", "contrast ratio").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

LEGIBLE = 4.5
"""The least contrast of text with its ground: WCAG 2.2, success criterion 1.4.3."""

BLACK = "#000000"
WHITE = "#ffffff"

_HEX = re.compile(r"#[0-9a-fA-F]{6}")


def is_colour(words: str) -> bool:
    """True for "#rrggbb"."""
    return _HEX.fullmatch(words) is not None


def luminance(colour: str) -> float:
    """The relative luminance, 0 (black) to 1 (white)."""
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def ink(ground: str) -> str:
    """Black or white, whichever can be read better on the ground; at least 4.58:1 on any."""
    return max((WHITE, BLACK), key=lambda tone: contrast(tone, ground))


def ramp(colours: Sequence[str], steps: int) -> tuple[str, ...]:
    """`steps` colours from the first to the last of `colours`, evenly spaced along them.

    The ends stay what they are; one step alone is the first colour.
    """
    return tuple(on_ramp(colours, steps, step) for step in range(steps))


def on_ramp(colours: Sequence[str], steps: int, step: int) -> str:
    """One colour of such a ramp, counted from 0."""
    return colours[0] if steps == 1 else _along(colours, step * (len(colours) - 1) / (steps - 1))


def faint(colour: str, ground: str) -> str:
    """A tone of the colour for lines that only guide the eye over the ground."""
    return on_ramp((colour, ground), 9, 6)


def _along(colours: Sequence[str], place: float) -> str:
    for index, (start, end) in enumerate(pairwise(colours)):
        if place <= index + 1:
            return _between(start, end, place - index)
    return colours[-1]


def _between(start: str, end: str, way: float) -> str:
    mixed = (
        round(one + (other - one) * way)
        for one, other in zip(_parts(start), _parts(end), strict=True)
    )
    return "#" + "".join(f"{part:02x}" for part in mixed)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
