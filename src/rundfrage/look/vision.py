"""How far apart colours look, also to those who see fewer of them.

Colour blindness is simulated by Machado, Oliveira and Fernandes (2009), "A Physiologically-based
Model for Simulation of Color Vision Deficiency", at full severity; distances are those of CIE 1976
L*a*b* under D65, in which some 2.3 are just noticeable.
"""

from __future__ import annotations

from functools import lru_cache
from math import dist

STEPPED = 7.0
"""The least distance, in any vision, between neighbouring steps of a scale."""

_NORMAL = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
_VISIONS = (
    _NORMAL,
    ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216),
     (-0.003882, -0.048116, 1.051998)),
    ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413),
     (-0.011820, 0.042940, 0.968881)),
    ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602),
     (0.004733, 0.691367, 0.303900)),
)  # fmt: skip
"""Normal vision, protanopia, deuteranopia, tritanopia: linear red, green and blue."""

_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750),
        (0.0193339, 0.1191920, 0.9503041))  # fmt: skip
_WHITE = (0.95047, 1.0, 1.08883)


def distance(one: str, other: str) -> float:
    """The least distance between two colours in any vision."""
    return min(map(dist, _seen(one), _seen(other)))


def chroma(colour: str) -> float:
    """How far a colour is from grey, 0 to some 130."""
    _, a, b = _seen(colour)[0]
    return float((a * a + b * b) ** 0.5)


@lru_cache(maxsize=512)
def _seen(colour: str) -> tuple[tuple[float, float, float], ...]:
    """The colour in L*a*b* as each vision has it."""
    linear = tuple(_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return tuple(_lab(_times(vision, linear)) for vision in _VISIONS)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _times(matrix: tuple[tuple[float, ...], ...], vector: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(sum(one * other for one, other in zip(row, vector, strict=True)) for row in matrix)


def _lab(linear: tuple[float, ...]) -> tuple[float, float, float]:
    held = tuple(min(1.0, max(0.0, part)) for part in linear)
    x, y, z = (
        _root(value / white) for value, white in zip(_times(_XYZ, held), _WHITE, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(part: float) -> float:
    return float(part ** (1 / 3)) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116
