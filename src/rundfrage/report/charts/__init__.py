"""The list of all charts: in which forms a table of each shape is drawn, the usual one first."""

from collections.abc import Callable, Mapping

from rundfrage.look.theme import Theme
from rundfrage.report.charts import bars, distribution, diverging, means, ranking, scale, stacked
from rundfrage.report.deck import Chart
from rundfrage.tables.table import Table, TableKind

Draw = Callable[[Table, str, Theme], Chart]
"""Draws a table in a language and a theme."""

CHARTS: Mapping[TableKind, Mapping[str, Draw]] = {
    TableKind.SINGLE: {"bars": bars.draw},
    TableKind.SCALE: {"scale": scale.draw},
    TableKind.MULTIPLE: {"bars": bars.draw},
    TableKind.GRID: {"stacked": stacked.draw, "means": means.draw, "diverging": diverging.draw},
    TableKind.RANKING: {"ranking": ranking.draw},
    TableKind.NUMERIC: {"distribution": distribution.draw},
    TableKind.DATE: {"distribution": distribution.draw},
    TableKind.TEXT: {},
}
