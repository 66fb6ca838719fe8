"""The list of all charts: in which forms a table of each shape is drawn, the usual one first."""

from collections.abc import Callable, Mapping

from rundfrage.codebook import shapes
from rundfrage.codebook.shapes import ByShape
from rundfrage.look.theme import Theme
from rundfrage.report.charts import (
    bars,
    columns,
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
        shapes.CATEGORIES: {"bars": bars.draw, "columns": columns.draw},
        shapes.STEPS: {"scale": scale.draw, "columns": columns.draw},
        shapes.MARKS: {"bars": bars.draw},
        shapes.RATINGS: {"stacked": stacked.draw, "means": means.draw, "diverging": diverging.draw},
        shapes.RANKS: {"ranking": ranking.draw},
        shapes.PARTS: {"parts": parts.draw},
        shapes.NUMBERS: {"distribution": distribution.draw, "bars": distribution.draw_lying},
        shapes.DAYS: {"distribution": distribution.draw, "bars": distribution.draw_lying},
        shapes.WORDS: {},
    }
)
