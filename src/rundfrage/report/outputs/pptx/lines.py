"""Lines over moments as a native line chart: markers, figures at their ends, intervals.

Where moments lie further apart than others the workbook has rows without a name or a number, over
which the lines go straight. What stands behind the ends is drawn beside the chart.
"""

from __future__ import annotations

from rundfrage.report.deck import Bar, Series
from rundfrage.report.layout import LINE_WIDTH, LinePlace
from rundfrage.report.outputs.moments import legible_ink
from rundfrage.report.outputs.pptx.bars import UNLED, label_format, point_label, shown_at
from rundfrage.report.outputs.pptx.drawing import Drawing, text
from rundfrage.report.outputs.pptx.error_bars import error_bars_xml
from rundfrage.report.outputs.pptx.labels import PointLabel, labels
from rundfrage.report.outputs.pptx.series_data import categories_xml, name_xml, values_xml
from rundfrage.report.outputs.pptx.words import EMU

_POINT = 9
"""The size of a marker, in points."""


def lines_xml(drawing: Drawing) -> str:
    """The plot of the lines with its axes."""
    numbers = range(len(drawing.chart.series))
    series = "".join(_series(drawing, number) for number in numbers)
    return (
        '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>'
        f'{series}<c:marker val="1"/>'
        '<c:axId val="111111111"/><c:axId val="222222222"/></c:lineChart>'
        f"{_moments(drawing)}{_values(drawing)}"
    )


def _series(drawing: Drawing, number: int) -> str:
    series = drawing.chart.series[number]
    palette = drawing.voice.palette
    colour = palette.fill(series.colour)
    edge = f'<a:ln w="9525">{palette.fill(drawing.theme.background)}</a:ln>'
    size = max(4, round(_POINT * drawing.scale))
    plotted = tuple(None if bar is None else bar.plotted for bar in series.bars)
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/>{name_xml(number, series.name)}'
        f'<c:spPr><a:ln w="{round(LINE_WIDTH * drawing.scale * EMU)}" cap="rnd">{colour}'
        "<a:round/></a:ln></c:spPr>"
        f'<c:marker><c:symbol val="circle"/><c:size val="{size}"/><c:spPr>{colour}{edge}</c:spPr>'
        f"</c:marker>{_labels(drawing, series, drawing.layout.lines[number])}"
        f"{error_bars_xml(drawing, series)}"
        f"{categories_xml(drawing.categories)}{values_xml(number, plotted)}"
        '<c:smooth val="0"/></c:ser>'
    )


def _labels(drawing: Drawing, series: Series, place: LinePlace) -> str:
    """The figures at the points that bear one, moved apart where lines meet."""
    found = labels(series, [0.0] * len(series.bars), stacked=False)
    own = {point.index: point for point in found.points}
    ink = legible_ink(series.colour, drawing.theme)
    points = "".join(
        point_label(
            drawing,
            own.get(at) or PointLabel(at, format=found.format),
            ink,
            _moved(drawing, at, bar, place),
            _side(drawing, at),
        )
        for at, bar in enumerate(series.bars)
        if bar is not None
    )
    look = text(drawing, ink, bold=True, wrap=False)
    return (
        f"<c:dLbls>{points}<c:numFmt formatCode={label_format(found.format)}"
        ' sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
        f"{look}{shown_at('t')}{UNLED}</c:dLbls>"
    )


def _side(drawing: Drawing, at: int) -> str:
    """Where a figure stands by its point: before the first, behind the last, else above."""
    last = len(drawing.categories) - 1
    sides = ("r", "l") if drawing.voice.rtl else ("l", "r")
    return sides[0] if at == 0 else sides[1] if at == last else "t"


def _moved(drawing: Drawing, at: int, bar: Bar, place: LinePlace) -> tuple[float, float]:
    """How far a figure is moved down from its point, in parts of the frame."""
    plot, frame = drawing.layout.plot, drawing.frame
    last = len(drawing.categories) - 1
    wanted = place.first if at == 0 else place.last if at == last else None
    if wanted is None:
        axis = drawing.chart.axis
        beyond = 0.0 if bar.reach is None else max(map(axis.part, bar.reach))
        return 0.0, -max(0.0, beyond - axis.part(bar.plotted)) * plot.height / frame.height
    there = plot.y + plot.height * (1 - drawing.chart.axis.part(bar.plotted))
    shift = (wanted - there) / frame.height
    return 0.0, shift if abs(shift) * frame.height > 1 else 0.0


def _moments(drawing: Drawing) -> str:
    """The axis of moments, under the plot whichever way its values run."""
    axis = drawing.chart.axis
    way = "maxMin" if drawing.voice.rtl else "minMax"
    down = axis.start > axis.end
    floor = drawing.voice.palette.fill(drawing.theme.muted)
    return (
        f'<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="{way}"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General"'
        ' sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="{"high" if down else "low"}"/>'
        f'<c:spPr><a:ln w="12700">{floor}</a:ln></c:spPr>'
        f"{text(drawing, drawing.theme.text)}"
        f'<c:crossAx val="222222222"/><c:crosses val="{"max" if down else "min"}"/>'
        '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="60"/>'
        '<c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _values(drawing: Drawing) -> str:
    """The axis of values, hidden."""
    axis = drawing.chart.axis
    low, high = sorted((axis.start, axis.end))
    way = "maxMin" if axis.start > axis.end else "minMax"
    return (
        '<c:valAx><c:axId val="222222222"/><c:scaling>'
        f'<c:orientation val="{way}"/><c:max val="{high:.12g}"/><c:min val="{low:.12g}"/>'
        '</c:scaling><c:delete val="1"/><c:axPos val="l"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>'
        '<c:crossAx val="111111111"/><c:crosses val="autoZero"/><c:crossBetween val="midCat"/>'
        "</c:valAx>"
    )
