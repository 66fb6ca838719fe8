"""The list of all charts: in which forms a table of each shape is drawn, the usual one first."""

from collections.abc import Callable, Mapping

from rundfrage.codebook.shapes import (
    CATEGORIES,
    DAYS,
    MARKS,
    NUMBERS,
    PARTS,
    RANKS,
    RATINGS,
    STEPS,
    WORDS,
    ByShape,
)
from rundfrage.look.theme import Theme
from rundfrage.report.charts import (
    bars,
    distribution,
    diverging,
    means,
    parts,
    ranking,
    scale,
    stacked,
)
from rundfrage.report.deck import Chart
from rundfrage.tables.table import Table

Draw = Callable[[Table, str, Theme], Chart]
"""Draws a table in a language and a theme."""

CHARTS: ByShape[Mapping[str, Draw]] = ByShape(
    {
        CATEGORIES: {"bars": bars.draw},
        STEPS: {"scale": scale.draw},
        MARKS: {"bars": bars.draw},
        RATINGS: {"stacked": stacked.draw, "means": means.draw, "diverging": diverging.draw},
        RANKS: {"ranking": ranking.draw},
        PARTS: {"parts": parts.draw},
        NUMBERS: {"distribution": distribution.draw},
        DAYS: {"distribution": distribution.draw},
        WORDS: {},
    }
)
