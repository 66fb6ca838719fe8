"""The series of a native chart: their bars, colours and labels."""

from __future__ import annotations

from xml.sax.saxutils import escape

from rundfrage.look.colour import ink
from rundfrage.report.deck import Bar, ChartForm, Series
from rundfrage.report.outputs.pptx.drawing import Drawing, properties, text
from rundfrage.report.outputs.pptx.error_bars import error_bars_xml
from rundfrage.report.outputs.pptx.labels import PointLabel, labels
from rundfrage.report.outputs.pptx.series_data import categories_xml, name_xml, values_xml
from rundfrage.report.outputs.pptx.words import clean
from rundfrage.report.outputs.pptx.workbook import OFFSET

_LEAST_LABEL = 0.6
"""A label in a narrow segment gets no smaller than this part of the chart's letters."""

_BEHIND = 6.0
"""Points between the end of an interval and its label, beside the viewer's own distance."""

UNLED = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"'
    ' xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">'
    '<c15:showLeaderLines val="0"/></c:ext></c:extLst>'
)
"""No line from a bar to a label that stands away from it; LibreOffice draws one unless told."""


def series_xml(drawing: Drawing, number: int) -> str:
    """The series of that number, with its cells in the workbook and the values they hold."""
    series = drawing.chart.series[number]
    number += drawing.chart.shift is not None
    plotted = tuple(None if bar is None else bar.plotted for bar in series.bars)
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/>{name_xml(number, series.name)}'
        f"{_bar_look(drawing, series.colour)}"
        f'<c:invertIfNegative val="0"/>{_own_colours(drawing, series)}{_labels(drawing, series)}'
        f"{error_bars_xml(drawing, series)}"
        f"{categories_xml(drawing.categories)}{values_xml(number, plotted)}</c:ser>"
    )


def offset_xml(drawing: Drawing) -> str:
    """The series without look or label that holds where shifted rows start; empty without one."""
    shift = drawing.chart.shift
    if shift is None:
        return ""
    return (
        f'<c:ser><c:idx val="0"/><c:order val="0"/>{name_xml(0, OFFSET)}'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        '<c:invertIfNegative val="0"/>'
        f"{categories_xml(drawing.categories)}{values_xml(0, shift.starts)}</c:ser>"
    )


def _bar_look(drawing: Drawing, colour: str) -> str:
    """The fill; segments are set apart by a line in the background's colour."""
    palette = drawing.voice.palette
    line = (
        f'<a:ln w="12700">{palette.fill(drawing.theme.background)}</a:ln>'
        if drawing.stacked
        else "<a:ln><a:noFill/></a:ln>"
    )
    return f"<c:spPr>{palette.fill(colour)}{line}</c:spPr>"


def colour_of(series: Series, bar: Bar | None) -> str:
    """The colour in which a bar is drawn."""
    return (bar.colour if bar is not None else "") or series.colour


def dot_labels(drawing: Drawing, series: Series) -> str:
    """The figures behind dots."""
    return _labels(drawing, series)


def _own_colours(drawing: Drawing, series: Series) -> str:
    return "".join(
        f'<c:dPt><c:idx val="{at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"{_bar_look(drawing, bar.colour)}</c:dPt>"
        for at, bar in enumerate(series.bars)
        if bar is not None and colour_of(series, bar) != series.colour
    )


def _labels(drawing: Drawing, series: Series) -> str:
    if drawing.chart.whole is not None:
        return ""
    sizes = [_segment_size(drawing, bar) for bar in series.bars]
    found = labels(series, sizes, stacked=drawing.stacked)
    far = {at: shift for at, bar in enumerate(series.bars) if (shift := _shift(drawing, bar))}
    shown = {point.index: point for point in found.points}
    every = [
        shown.get(at) or PointLabel(at, format=found.format)
        for at in range(len(series.bars))
        if at in shown or at in far
    ]
    colour = series.colour
    tone = ink(drawing.voice.palette.seen(colour)) if drawing.stacked else drawing.theme.text
    look = text(drawing, tone, bold=not drawing.stacked, wrap=False)
    points = "".join(
        point_label(drawing, one, tone, _moved(drawing, far.get(one.index, 0.0)), _side(drawing))
        for one in every
    )
    return (
        f'<c:dLbls>{points}<c:numFmt formatCode={label_format(found.format)} sourceLinked="0"/>'
        f"<c:spPr>{_ground(drawing)}<a:ln><a:noFill/></a:ln></c:spPr>{look}{shown_at(_side(drawing))}"
        f"{UNLED if far else ''}</c:dLbls>"
    )


def _ground(drawing: Drawing) -> str:
    """What lies behind a label: the background where a line would cross it, else nothing."""
    if drawing.chart.form is not ChartForm.DOTS:
        return "<a:noFill/>"
    return drawing.voice.palette.fill(drawing.theme.background)


def label_format(code: str) -> str:
    """A number format as an attribute of XML."""
    return '"' + escape(clean(code), {'"': "&quot;"}) + '"'


def _side(drawing: Drawing) -> str:
    """Where a label stands: in the middle of a segment, after the end of a bar."""
    place = "ctr" if drawing.stacked else "outEnd"
    if drawing.chart.form is ChartForm.DOTS:
        place = "l" if drawing.voice.rtl else "r"
    return place


def shown_at(place: str) -> str:
    """That a label shows its value, at a place by its point."""
    return (
        f'<c:dLblPos val="{place}"/><c:showLegendKey val="0"/>'
        '<c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )


def _segment_size(drawing: Drawing, bar: Bar | None) -> float:
    """The smaller size at which a segment's text stays inside it, or zero if the chart's does."""
    if bar is None or not drawing.stacked:
        return 0
    size, axis = drawing.layout.size, drawing.chart.axis
    needed = drawing.ruler.width(bar.figure.text, size)
    room = bar.plotted / (axis.end - axis.start) * drawing.layout.plot.width - 2
    return 0 if needed <= room else max(_LEAST_LABEL * size, size * room / needed)


def _shift(drawing: Drawing, bar: Bar | None) -> float:
    """How far a label goes beyond its bar's end, past its interval, in parts of the frame.

    Beyond columns it goes up, which is less than nothing.
    """
    span = None if bar is None else drawing.chart.axis.span(bar)
    if bar is None or span is None:
        return 0.0
    plot, frame = drawing.layout.plot, drawing.frame
    behind = 0.0 if drawing.chart.form is ChartForm.DOTS else _BEHIND
    beyond = max(0.0, span[1] - drawing.chart.axis.part(bar.plotted))
    if drawing.upright:
        return -beyond * plot.height / frame.height
    part = (beyond * plot.width + behind) / frame.width
    return -part if drawing.voice.rtl else part


def _moved(drawing: Drawing, shift: float) -> tuple[float, float]:
    return (0.0, shift) if drawing.upright else (shift, 0.0)


def point_label(
    drawing: Drawing, point: PointLabel, tone: str, shift: tuple[float, float], side: str
) -> str:
    """A label of its own at its `side`, moved by `shift` (across, down) in parts of the frame."""
    x, y = shift
    place = (
        f'<c:layout><c:manualLayout><c:x val="{x:.6g}"/><c:y val="{y:.6g}"/>'
        "</c:manualLayout></c:layout>"
        if any(shift)
        else ""
    )
    look = text(drawing, tone, bold=not drawing.stacked, size=point.size, wrap=False)
    index = f'<c:idx val="{point.index}"/>'
    if point.text is not None:
        body = (
            f"{place}"
            '<c:tx><c:rich><a:bodyPr wrap="none"/>'
            f"<a:lstStyle/><a:p><a:r>"
            f"{properties(drawing, 'a:rPr', tone, bold=not drawing.stacked, size=point.size)}"
            f"<a:t>{escape(clean(point.text))}</a:t></a:r></a:p></c:rich></c:tx>"
            f"<c:spPr>{_ground(drawing)}<a:ln><a:noFill/></a:ln></c:spPr>{shown_at(side)}"
        )
    elif point.format is not None:
        body = (
            f'{place}<c:numFmt formatCode={label_format(point.format)} sourceLinked="0"/>'
            f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{look}{shown_at(side)}"
        )
    else:
        body = '<c:delete val="1"/>'
    return f"<c:dLbl>{index}{body}</c:dLbl>"
