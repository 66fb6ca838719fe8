"""What all outputs of lines share: the ink of their words, and categories at equal distances.

Charts of Office set categories at equal distances: where moments lie further apart, categories
without a name and without points stand between them, and lines go straight over these.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from math import lcm

from rundfrage.look.colour import LEGIBLE, contrast
from rundfrage.look.theme import Theme
from rundfrage.report.deck import Chart

_FINEST = 60


def legible_ink(colour: str, theme: Theme) -> str:
    """The colour of a line, or the theme's muted one where letters in it couldn't be read."""
    return colour if contrast(colour, theme.background) >= LEGIBLE else theme.muted


def slots_of(places: Sequence[float]) -> tuple[int, ...]:
    """The places from 0 to 1 as whole steps, as few as there can be."""
    parts = [Fraction(place).limit_denominator(_FINEST) for place in places]
    steps = lcm(*(part.denominator for part in parts)) if parts else 1
    return tuple(int(part * steps) for part in parts)


def spaced(chart: Chart) -> Chart:
    """The lines with empty categories between moments that lie further apart than others."""
    slots = slots_of(chart.places)
    count = slots[-1] + 1 if slots else 0
    at = {slot: number for number, slot in enumerate(slots)}
    return replace(
        chart,
        categories=tuple(chart.categories[at[slot]] if slot in at else "" for slot in range(count)),
        series=tuple(
            replace(
                one, bars=tuple(one.bars[at[slot]] if slot in at else None for slot in range(count))
            )
            for one in chart.series
        ),
        places=tuple(slot / max(1, count - 1) for slot in range(count)),
    )
