"""Dots on a scale as a native chart: a scatter of means across and rows down.

A scatter has no categories of its own: a second series, unseen, stands at the start of the scale
and bears them as its labels. Intervals are the lines of a third series, broken after each row:
LibreOffice draws no error bars across whose ends differ from row to row. Both axes are hidden;
rows count from the top, their dots in halves.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from rundfrage.report.deck import Axis, Series
from rundfrage.report.layout import DOT
from rundfrage.report.outputs.pptx.bars import dot_labels, own_points
from rundfrage.report.outputs.pptx.drawing import Drawing, properties
from rundfrage.report.outputs.pptx.error_bars import literal_xml
from rundfrage.report.outputs.pptx.series_data import name_xml, numbers_xml
from rundfrage.report.outputs.pptx.workbook import INTERVALS, LABELS, ROWS, START, rows_of

_INTERVAL = 25400
"""How thick the line of an interval is, in English metric units: two points."""
_NOTHING = "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"


def dots_xml(drawing: Drawing) -> str:
    """The plot of the dots with its axes."""
    (series,) = drawing.chart.series
    plotted = tuple(None if bar is None else bar.plotted for bar in series.bars)
    rows = rows_of(plotted)
    dots = (
        f'<c:ser><c:idx val="1"/><c:order val="1"/>{name_xml(0, series.name)}{_NOTHING}'
        f"{marker_xml(drawing, series.colour)}{own_points(drawing, series)}"
        f"{dot_labels(drawing, series)}"
        f"{numbers_xml('xVal', 0, plotted)}{numbers_xml('yVal', ROWS, rows)}"
        '<c:smooth val="0"/></c:ser>'
    )
    start = (drawing.chart.axis.start,) * len(rows)
    names = (
        f'<c:ser><c:idx val="2"/><c:order val="2"/>{name_xml(START, LABELS)}{_NOTHING}'
        f'<c:marker><c:symbol val="none"/></c:marker>{category_labels(drawing)}'
        f"{numbers_xml('xVal', START, start)}{numbers_xml('yVal', ROWS, rows)}"
        '<c:smooth val="0"/></c:ser>'
    )
    return (
        '<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>'
        f"{intervals_xml(drawing, series)}{dots}{names}"
        '<c:axId val="111111111"/><c:axId val="222222222"/></c:scatterChart>'
        f"{_axes(drawing, len(rows))}"
    )


def intervals_xml(drawing: Drawing, series: Series) -> str:
    """The intervals, behind the dots, with ends that stand in the chart itself; or nothing."""
    reaches = [bar.reach if bar else None for bar in series.bars]
    if not any(reaches):
        return ""
    line = drawing.voice.palette.fill(drawing.theme.text)
    return (
        f'<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:v>{INTERVALS}</c:v></c:tx>'
        f'<c:spPr><a:ln w="{_INTERVAL}">{line}</a:ln></c:spPr>'
        '<c:marker><c:symbol val="none"/></c:marker>'
        f'{interval_data(reaches, drawing.chart.axis)}<c:smooth val="0"/></c:ser>'
    )


def interval_data(reaches: Sequence[tuple[float, float] | None], axis: Axis) -> str:
    """Three points a row: where the interval begins and ends, and a place without a height."""
    across: list[float | None] = []
    heights: list[float | None] = []
    for row, reach in enumerate(reaches):
        low, high = reach or (axis.start, axis.start)
        ends = (max(axis.start, low), min(axis.end, high))
        across += (*ends, ends[1])
        heights += (None,) * 3 if reach is None else (row + 0.5, row + 0.5, None)
    return f"<c:xVal>{literal_xml(across)}</c:xVal><c:yVal>{literal_xml(heights)}</c:yVal>"


def marker_xml(drawing: Drawing, colour: str) -> str:
    """The dot in a colour."""
    size = max(2, round(2 * min(DOT, drawing.layout.row / 4) * drawing.scale))
    return (
        f'<c:marker><c:symbol val="circle"/><c:size val="{size}"/><c:spPr>'
        f"{drawing.voice.palette.fill(colour)}<a:ln><a:noFill/></a:ln></c:spPr></c:marker>"
    )


def category_labels(drawing: Drawing) -> str:
    """The names of the rows before the start of the scale."""
    side = "r" if drawing.voice.rtl else "l"
    look = properties(drawing, "a:rPr", drawing.theme.text)
    shown = (
        f'<c:dLblPos val="{side}"/><c:showLegendKey val="0"/><c:showVal val="1"/>'
        '<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/>'
        '<c:showBubbleSize val="0"/>'
    )
    way = "l" if drawing.voice.rtl else "r"
    head = f'<a:pPr algn="{way}" rtl="{int(drawing.voice.rtl)}"/>'
    labels = "".join(
        f'<c:dLbl><c:idx val="{at}"/><c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/>'
        f"{_paragraphs(label.splitlines() or [''], head, look)}</c:rich></c:tx>{shown}</c:dLbl>"
        for at, label in enumerate(drawing.categories)
    )
    return f"<c:dLbls>{labels}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{shown}</c:dLbls>"


def _paragraphs(lines: Sequence[str], head: str, look: str) -> str:
    return "".join(f"<a:p>{head}<a:r>{look}<a:t>{escape(one)}</a:t></a:r></a:p>" for one in lines)


def _axes(drawing: Drawing, rows: int) -> str:
    axis = drawing.chart.axis
    backwards = drawing.voice.rtl
    return _axis(111111111, 222222222, axis.start, axis.end, "b", turned=backwards) + _axis(
        222222222, 111111111, 0, rows, "l", turned=True
    )


def _axis(own: int, other: int, low: float, high: float, side: str, *, turned: bool) -> str:
    way = "maxMin" if turned else "minMax"
    return (
        f'<c:valAx><c:axId val="{own}"/><c:scaling><c:orientation val="{way}"/>'
        f'<c:max val="{high:.12g}"/><c:min val="{low:.12g}"/></c:scaling><c:delete val="1"/>'
        f'<c:axPos val="{side}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>'
        f'<c:crossAx val="{other}"/><c:crosses val="min"/><c:crossBetween val="midCat"/></c:valAx>'
    )
