"""How large the workbook's charts are, in pixels."""

from __future__ import annotations

from rundfrage.report.deck import Chart, ChartForm

WIDTH = 760
"""The width of a chart."""
LABELS = 0.4
"""The part of the width that the labels of lying bars take."""
_RING = 380, 200
"""The width and height of a share."""
_UPRIGHT = 300
"""The height of charts whose values go up."""
UPRIGHT = frozenset({ChartForm.COLUMNS, ChartForm.DOTS, ChartForm.LINES})
_LETTER = 6.4
"""The width of a letter of a label."""
_BAR_ROW, _LABEL_LINE = 32, 17


def chart_width(chart: Chart) -> int:
    """How wide a chart is."""
    return _RING[0] if chart.form is ChartForm.SHARE else WIDTH


def chart_height(chart: Chart) -> int:
    """How high a chart is: its legend, and its rows with their labels in lines."""
    if chart.form is ChartForm.SHARE:
        return _RING[1]
    if chart.form in UPRIGHT:
        return _UPRIGHT
    letters = WIDTH * LABELS / _LETTER
    lines = max((-(-len(one) // letters) for one in chart.categories), default=1)
    row = max(_BAR_ROW, int(lines * _LABEL_LINE) + 8)
    return legend_height(chart) + row * len(chart.categories) + 12


def legend_height(chart: Chart) -> int:
    """How high the legend is, with the edge above it."""
    if chart.form is not ChartForm.STACKED:
        return 8
    letters = sum(len(one.name) + 5 for one in chart.series)
    return 14 + 20 * int(-(-letters * _LETTER // (WIDTH * 0.95)))
