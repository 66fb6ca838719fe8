"""A map as native shapes: a freeform a region, its legend, and the list of regions as a table."""

from __future__ import annotations

from rundfrage.look.box import Box
from rundfrage.look.measure import ruler
from rundfrage.look.theme import Theme
from rundfrage.report.deck import Chart, Claim
from rundfrage.report.layout import ChartLayout
from rundfrage.report.outputs.draw_map import EDGE, GAP, SWATCH, colour_of, outline, square
from rundfrage.report.outputs.drawing import Path
from rundfrage.report.outputs.pptx.canvas import Canvas
from rundfrage.report.outputs.pptx.marks import LISTED, REGION
from rundfrage.report.outputs.pptx.tables import TableRow, add_table
from rundfrage.report.outputs.pptx.words import Align, Anchor, Run, TextStyle, sentence


def add_map(canvas: Canvas, chart: Chart, layout: ChartLayout, theme: Theme, alt: str) -> None:
    """Put the areas on the slide, behind them a frame that bears the alternative text."""
    assert chart.atlas is not None  # noqa: S101  (it is a map)
    plot, bars = layout.plot, chart.series[0].bars
    canvas.outline("Chart", plot, Path(_rectangle(plot), ""), alt=alt)
    for at, region in enumerate(chart.atlas.regions, start=1):
        colour = colour_of(region, bars, chart.atlas)
        edge = theme.background if region.category is not None else theme.muted
        path = Path(tuple(outline(region, 0, 0, plot.width)), colour, edge, EDGE)
        canvas.outline(f"{REGION} {at}", plot, path)
    for row, at in enumerate(layout.listed):
        bar = bars[at] if at >= 0 else None
        if bar is not None:
            side = square(layout)
            top = layout.labels.y + (row + 0.5) * layout.row - side / 2
            canvas.rectangle(f"Square {row + 1}", Box(layout.labels.x, top, side, side), bar.colour)
    for one, entry in zip((*chart.atlas.classes, chart.atlas.empty), layout.legend, strict=True):
        edge = theme.muted if one is chart.atlas.empty else ""
        path = Path(_rectangle(entry.swatch), one.colour, edge)
        canvas.outline("Legend key", entry.swatch, path)
        style = TextStyle(entry.name.size, theme.text, leading=entry.name.leading)
        words = (Run("\n".join(entry.name.lines)),)
        canvas.text("Legend", entry.name.box, (words,), style, wrap=False)
    _list(canvas, chart, layout, theme)


def _rectangle(box: Box) -> tuple[tuple[str, tuple[float, ...]], ...]:
    corners = ((0.0, 0.0), (box.width, 0.0), (box.width, box.height), (0.0, box.height))
    return (*(("L" if at else "M", corner) for at, corner in enumerate(corners)), ("Z", ()))


def _list(canvas: Canvas, chart: Chart, layout: ChartLayout, theme: Theme) -> None:
    labels, size = layout.labels, layout.size
    style = TextStyle(size, theme.text, align=Align.START, anchor=Anchor.MIDDLE)
    rows = []
    for at, lines in zip(layout.listed, layout.label_lines, strict=True):
        bar = chart.series[0].bars[at] if at >= 0 else None
        figure = Claim(() if bar is None else (bar.figure,))
        cells = ((Run(lines[0]),), sentence(figure, theme.text) or (Run(""),))
        rows.append(TableRow(cells, layout.row, style))
    place = Box(labels.x + SWATCH + GAP, labels.y, labels.width - SWATCH - GAP, labels.height)
    measure = ruler(theme, anywhere=True)
    texts = [figure.text for figure in chart.figures]
    figures = max(measure.width(text, layout.size, bold=True) for text in texts) + GAP
    widths = (place.width - figures, figures)
    alt = "; ".join(
        f"{chart.categories[at]}: {bar.figure.text}"
        for at in layout.listed
        if at >= 0 and (bar := chart.series[0].bars[at]) is not None
    )
    add_table(canvas, LISTED, alt, place, widths, rows, headed=False, inset=0)
