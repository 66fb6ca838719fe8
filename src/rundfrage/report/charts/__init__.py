"""The list of all charts: which of them are drawn for a table of which shape, in order."""

from collections.abc import Callable, Mapping

from rundfrage.report.charts import bars, distribution, means, ranking, scale, stacked
from rundfrage.report.deck import Chart
from rundfrage.report.theme import Theme
from rundfrage.tables.table import Table, TableKind

Draw = Callable[[Table, str, Theme], Chart]
"""Draws a table in a language and a theme."""

CHARTS: Mapping[TableKind, tuple[Draw, ...]] = {
    TableKind.SINGLE: (bars.draw,),
    TableKind.SCALE: (scale.draw,),
    TableKind.MULTIPLE: (bars.draw,),
    TableKind.GRID: (stacked.draw, means.draw),
    TableKind.RANKING: (ranking.draw,),
    TableKind.NUMERIC: (distribution.draw,),
    TableKind.DATE: (distribution.draw,),
    TableKind.TEXT: (),
}
