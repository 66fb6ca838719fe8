"""Draws a chart at the places that its layout gives, each form with a Pen of its own.

In a language that runs from the right the drawing is mirrored.
"""

from __future__ import annotations

from collections.abc import Mapping

from rundfrage.look.measure import ruler
from rundfrage.look.theme import Theme
from rundfrage.report.deck import Chart, ChartForm
from rundfrage.report.layout import ChartLayout
from rundfrage.report.outputs.draw_bars import BarsPen
from rundfrage.report.outputs.draw_columns import ColumnsPen
from rundfrage.report.outputs.draw_dots import DotsPen
from rundfrage.report.outputs.draw_lines import LinesPen
from rundfrage.report.outputs.draw_map import MapPen
from rundfrage.report.outputs.draw_share import SharePen
from rundfrage.report.outputs.drawing import Drawing
from rundfrage.report.outputs.pen import Pen
from rundfrage.text import direction

PENS: Mapping[ChartForm, type[Pen]] = {
    ChartForm.BARS: BarsPen,
    ChartForm.STACKED: BarsPen,
    ChartForm.MEANS: BarsPen,
    ChartForm.DOTS: DotsPen,
    ChartForm.COLUMNS: ColumnsPen,
    ChartForm.SHARE: SharePen,
    ChartForm.LINES: LinesPen,
    ChartForm.MAP: MapPen,
}
"""What draws each form."""


def draw(chart: Chart, layout: ChartLayout, theme: Theme, language: str) -> Drawing:
    """The drawing of a chart, as large as the layout's box."""
    mirrored = direction(language) == "rtl"
    return PENS[chart.form](chart, layout, theme, ruler(theme), mirrored).drawing()
