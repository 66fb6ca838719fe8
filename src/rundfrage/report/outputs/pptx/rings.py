"""A share as a native ring: a doughnut chart of two points, the share and the rest."""

from __future__ import annotations

from rundfrage.report.deck import Chart, ShareStyle
from rundfrage.report.layout import HOLE
from rundfrage.report.outputs.pptx.drawing import Drawing
from rundfrage.report.outputs.pptx.series_data import categories_xml, name_xml, values_xml
from rundfrage.report.outputs.pptx.words import clean
from rundfrage.report.outputs.pptx.workbook import rest_of


def is_ring(chart: Chart) -> bool:
    """True if the chart is a share as a ring."""
    return chart.whole is not None and chart.whole.style is ShareStyle.DONUT


def ring_xml(drawing: Drawing) -> str:
    """The plot of a ring, which begins at the top and runs as a clock does."""
    chart = drawing.chart
    assert chart.whole is not None  # noqa: S101  (it is a ring)
    (series,) = chart.series
    fill = drawing.voice.palette.fill
    plotted = [None if bar is None else bar.plotted for bar in series.bars]
    own = next((bar.colour for bar in series.bars if bar and bar.colour), series.colour)
    points = "".join(
        f'<c:dPt><c:idx val="{at}"/><c:bubble3D val="0"/>'
        f"<c:spPr>{fill(colour)}<a:ln><a:noFill/></a:ln></c:spPr></c:dPt>"
        for at, colour in enumerate((own, chart.whole.colour))
    )
    labels = (*drawing.categories, clean(chart.whole.rest))
    return (
        f'<c:doughnutChart><c:varyColors val="1"/><c:ser><c:idx val="0"/><c:order val="0"/>'
        f"{name_xml(0, series.name)}<c:spPr>{fill(series.colour)}</c:spPr>{points}"
        f"{categories_xml(labels)}{values_xml(0, (*plotted, rest_of(plotted)))}</c:ser>"
        f'<c:firstSliceAng val="0"/><c:holeSize val="{round(HOLE * 100)}"/></c:doughnutChart>'
    )
