"""Native charts, editable in PowerPoint: DrawingML's bar charts with their workbook.

The inner plot area is fixed, so that rows stand where the ChartLayout puts them and a table of
means beside the chart meets its rows. Category labels are the chart's own, so that a chart copied
into another document keeps them; they are broken into the lines that the layout measured. Charts
of Office draw categories upwards, so the axis is turned round.
"""

from __future__ import annotations

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.parts.chart import ChartPart

from rundfrage.look.box import Box
from rundfrage.look.measure import ruler
from rundfrage.look.theme import Theme
from rundfrage.report.deck import Chart, ChartForm
from rundfrage.report.layout import COLUMN, ChartLayout
from rundfrage.report.outputs.moments import spaced
from rundfrage.report.outputs.pptx.bars import offset_xml, series_xml
from rundfrage.report.outputs.pptx.canvas import Canvas
from rundfrage.report.outputs.pptx.dots import dots_xml
from rundfrage.report.outputs.pptx.drawing import Drawing, place, text
from rundfrage.report.outputs.pptx.lines import lines_xml
from rundfrage.report.outputs.pptx.rings import is_ring, ring_xml
from rundfrage.report.outputs.pptx.words import Voice
from rundfrage.report.outputs.pptx.workbook import chart_workbook

_SPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_EDGE = 8.0
"""Points of the frame before what it holds, for rounding in the viewer."""
_LEGEND_KEY = 30.0
"""Points that a viewer takes for a legend's square and the room around a name."""


def add_chart(canvas: Canvas, chart: Chart, layout: ChartLayout, theme: Theme, alt: str) -> None:
    """Put the chart on the slide, with its alternative text and its workbook."""
    stage = canvas.stage
    measure = ruler(theme, anywhere=True)
    if chart.form is ChartForm.LINES:
        chart = spaced(chart)
    frame = _FRAMES.get(chart.form, _frame)(layout)
    drawing = Drawing(chart, layout, frame, theme, measure, stage.voice, stage.scale)
    package = canvas.slide.part.package
    part = ChartPart.load(
        package.next_partname(ChartPart.partname_template),
        CONTENT_TYPE.DML_CHART,
        package,
        _chart_space(drawing).encode(),
    )
    part.chart_workbook.update_from_xlsx_blob(chart_workbook(chart, drawing.categories))
    relation = canvas.slide.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    canvas.add(
        "graphicFrame",
        f"<p:nvGraphicFramePr><p:cNvPr {canvas.naming('Chart', alt)}/>"
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
        f"<p:nvPr>{canvas.chart_mark()}</p:nvPr>"
        f"</p:nvGraphicFramePr><p:xfrm>{stage.place(drawing.frame).xml}</p:xfrm><a:graphic>"
        f'<a:graphicData uri="{_CHART}"><c:chart xmlns:c="{_CHART}" r:id="{relation}"/>'
        "</a:graphicData></a:graphic>",
    )


def native_legend(chart: Chart, layout: ChartLayout, voice: Voice) -> bool:
    """True if the chart's own legend can be relied on; else it is drawn beside the chart.

    Viewers set the names in columns of one width, leave out what finds no room, and start from
    the left in every language. LibreOffice lists the unseen series of shifts there and leaves out
    another.
    """
    if chart.shift is not None:
        return False
    widest = max((entry.name.box.width for entry in layout.legend), default=0.0)
    needed = len(layout.legend) * (widest + _LEGEND_KEY)
    return bool(layout.legend) and needed <= layout.plot.width and not voice.rtl


def _frame(layout: ChartLayout) -> Box:
    """What the chart itself covers: labels, plot, room for labels after it, and the legend."""
    left = layout.labels.x - _EDGE
    right = min((box.x for box in layout.side), default=layout.box.x + layout.box.width)
    top = min((entry.name.box.y for entry in layout.legend), default=layout.plot.y)
    return Box(left, top, right - left, layout.plot.y + layout.plot.height - top)


def _upright_frame(layout: ChartLayout) -> Box:
    """What a chart of columns covers: the figures above them, the plot, and the labels below."""
    plot, labels = layout.plot, layout.labels
    top = plot.y - layout.size * 1.2 - _EDGE
    bottom = labels.y + labels.height
    return Box(plot.x - _EDGE, top, plot.width + 2 * _EDGE, bottom - top)


def _plot_frame(layout: ChartLayout) -> Box:
    """What a chart without labels covers."""
    return layout.plot


def _lines_frame(layout: ChartLayout) -> Box:
    """What a chart of lines covers: from the figures before them to those behind, and moments."""
    plot, labels, box = layout.plot, layout.labels, layout.box
    end = min(one.name.box.x for one in layout.lines)
    top = plot.y - layout.size * 1.2 - _EDGE
    bottom = labels.y + labels.height
    return Box(box.x, top, end - box.x, bottom - top)


_FRAMES = {
    ChartForm.COLUMNS: _upright_frame,
    ChartForm.SHARE: _plot_frame,
    ChartForm.LINES: _lines_frame,
}


def _chart_space(drawing: Drawing) -> str:
    blanks = "span" if drawing.chart.form is ChartForm.LINES else "gap"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<c:chartSpace {_SPACES}><c:date1904 val="0"/><c:roundedCorners val="0"/>'
        '<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>'
        f"{place('inner', drawing, drawing.layout.plot)}"
        f"{_plot(drawing)}"
        "<c:spPr><a:noFill/></c:spPr></c:plotArea>"
        f'{_legend(drawing)}<c:plotVisOnly val="1"/><c:dispBlanksAs val="{blanks}"/></c:chart>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{text(drawing, drawing.theme.text)}"
        "</c:chartSpace>"
    )


def _plot(drawing: Drawing) -> str:
    """What is drawn in the chart, with its axes."""
    if is_ring(drawing.chart):
        return ring_xml(drawing)
    if drawing.chart.form is ChartForm.LINES:
        return lines_xml(drawing)
    return dots_xml(drawing) if drawing.chart.form is ChartForm.DOTS else _bars(drawing)


def _bars(drawing: Drawing) -> str:
    """Bars, segments or columns with their axes."""
    chart = drawing.chart
    drawn = (series_xml(drawing, number) for number in range(len(chart.series)))
    series = offset_xml(drawing) + "".join(drawn)
    grouping = "stacked" if drawing.stacked else "clustered"
    share = chart.form is ChartForm.SHARE
    bar = 1.0 if share else drawing.layout.bar / drawing.layout.row
    wide = COLUMN if drawing.upright else bar
    gap = round((1 / wide - 1) * 100)
    way = "col" if drawing.upright else "bar"
    return (
        f'<c:barChart><c:barDir val="{way}"/><c:grouping val="{grouping}"/>'
        f'<c:varyColors val="0"/>{series}<c:gapWidth val="{gap}"/><c:overlap val="100"/>'
        '<c:axId val="111111111"/><c:axId val="222222222"/></c:barChart>'
        f"{_category_axis(drawing)}{_value_axis(drawing)}"
    )


_NO_LINE = "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"


def _category_axis(drawing: Drawing) -> str:
    """The axis of categories: down, from the top, or across under the columns."""
    axis = drawing.chart.axis
    # A chart program names a row without a name by itself.
    unnamed = drawing.layout.unlabelled or not any(drawing.chart.categories)
    hidden = int(drawing.chart.form is ChartForm.SHARE or unnamed)
    if drawing.upright:
        way = "maxMin" if drawing.voice.rtl else "minMax"
        floor = drawing.voice.palette.fill(drawing.theme.muted)
        return (
            f'<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="{way}"/></c:scaling>'
            '<c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General"'
            ' sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
            f'<c:tickLblPos val="low"/><c:spPr><a:ln w="12700">{floor}</a:ln></c:spPr>'
            f"{text(drawing, drawing.theme.text)}"
            '<c:crossAx val="222222222"/><c:crosses val="autoZero"/><c:auto val="0"/>'
            '<c:lblAlgn val="ctr"/><c:lblOffset val="60"/>'
            '<c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        )
    side = "r" if drawing.voice.rtl else "l"
    return (
        '<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="maxMin"/></c:scaling>'
        f'<c:delete val="{hidden}"/><c:axPos val="{side}"/><c:numFmt formatCode="General"'
        ' sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="low"/>{_NO_LINE}{text(drawing, drawing.theme.text)}'
        f'<c:crossAx val="222222222"/><c:crossesAt val="{axis.start:.12g}"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="60"/>'
        '<c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(drawing: Drawing) -> str:
    """The axis of values, hidden; it is turned round in a language that runs from the right."""
    axis = drawing.chart.axis
    backwards = drawing.voice.rtl and not drawing.upright
    side, crosses = ("l", "autoZero") if drawing.upright else ("b", "max")
    return (
        f'<c:valAx><c:axId val="222222222"/><c:scaling>'
        f'<c:orientation val="{"maxMin" if backwards else "minMax"}"/>'
        f'<c:max val="{axis.end:.12g}"/><c:min val="{axis.start:.12g}"/></c:scaling>'
        f'<c:delete val="1"/><c:axPos val="{side}"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>'
        f'<c:crossAx val="111111111"/><c:crosses val="{crosses}"/><c:crossBetween val="between"/>'
        "</c:valAx>"
    )


def _legend(drawing: Drawing) -> str:
    """The chart's own legend, as wide as the plot."""
    if not native_legend(drawing.chart, drawing.layout, drawing.voice):
        return ""
    plot, top = drawing.layout.plot, drawing.frame.y
    box = Box(plot.x, top, plot.width, plot.y - top - 2)
    size = drawing.layout.legend[0].name.size
    return (
        f'<c:legend><c:legendPos val="t"/>{place("", drawing, box)}<c:overlay val="0"/>'
        f"{text(drawing, drawing.theme.text, size=size)}</c:legend>"
    )
