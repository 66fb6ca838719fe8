"""The intervals of a native chart's bars: error bars with ends of their own for each bar.

Their lengths stand in the chart itself, as PowerPoint keeps those that are typed in; in the menu
of the chart they are "custom" error bars.
"""

from __future__ import annotations

from collections.abc import Sequence

from rundfrage.report.deck import ChartForm, Series
from rundfrage.report.outputs.pptx.drawing import Drawing

_WIDTH = 15875
"""Of the line, in English metric units: 1.25 points."""


def error_bars_xml(drawing: Drawing, series: Series) -> str:
    """The error bars of a series; empty if none of its bars has an interval."""
    low, high = sorted((drawing.chart.axis.start, drawing.chart.axis.end))
    ends = [
        (0.0, 0.0)
        if bar is None or bar.reach is None
        else (
            max(0.0, bar.plotted - max(low, bar.reach[0])),
            max(0.0, min(high, bar.reach[1]) - bar.plotted),
        )
        for bar in series.bars
    ]
    if not any(bar is not None and bar.reach for bar in series.bars):
        return ""
    lined = drawing.chart.form is ChartForm.LINES
    line = drawing.voice.palette.fill(series.colour if lined else drawing.theme.text)
    way = '<c:errDir val="y"/>' if lined else ""
    return (
        f'<c:errBars>{way}<c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/>'
        f"<c:plus>{literal_xml([after for _, after in ends])}</c:plus>"
        f"<c:minus>{literal_xml([before for before, _ in ends])}</c:minus>"
        f'<c:spPr><a:ln w="{_WIDTH}">{line}</a:ln></c:spPr></c:errBars>'
    )


def literal_xml(values: Sequence[float | None]) -> str:
    """Numbers that stand in the chart and not in its workbook; None leaves a gap."""
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{value:.12g}</c:v></c:pt>'
        for at, value in enumerate(values)
        if value is not None
    )
    return (
        f"<c:numLit><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(values)}"/>{points}</c:numLit>'
    )
