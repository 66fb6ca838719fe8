"""A share in its box: a ring or a hundred squares in its middle, or a bar across it."""

from __future__ import annotations

from rundfrage.look.box import Box, Fit
from rundfrage.look.fit import Sizing, fit
from rundfrage.look.measure import Ruler
from rundfrage.report.arrange.frame import SMALL
from rundfrage.report.deck import Chart, ShareStyle
from rundfrage.report.layout import HOLE, ChartLayout

_LEAST = 48.0
"""Points across, under which nobody sees what the share is of."""
_THICK = 40.0
_GAP = 8.0


def share_layout(chart: Chart, box: Box, ruler: Ruler) -> ChartLayout | None:
    """The layout of the share in its box; None if that is too small."""
    if chart.whole is not None and chart.whole.style is ShareStyle.BAR:
        return _bar(chart, box, ruler)
    across = min(box.width, box.height)
    if across < _LEAST:
        return None
    plot = Box(box.x + (box.width - across) / 2, box.y + (box.height - across) / 2, across, across)
    if not _label(chart):
        return _laid(box, plot, None)
    ring = chart.whole is not None and chart.whole.style is ShareStyle.DONUT
    if ring:
        hole = across * HOLE * 0.8
        room = Box(plot.x + (across - hole) / 2, 0, hole, across)
        figure = fit(_label(chart), room, Sizing(60, SMALL, lines=1, leading=1, bold=True), ruler)
        return _laid(box, plot, _middled(figure, plot))
    across = min(across, box.width - _LEAST - _GAP)
    if across < _LEAST:
        return None
    wide = box.width - across - _GAP
    plot = Box(box.x, box.y + (box.height - across) / 2, across, across)
    room = Box(plot.x + across + _GAP, 0, wide, across)
    figure = fit(_label(chart), room, Sizing(60, SMALL, lines=1, leading=1, bold=True), ruler)
    return _laid(box, plot, _middled(figure, plot))


def _bar(chart: Chart, box: Box, ruler: Ruler) -> ChartLayout | None:
    high, label = min(_THICK, box.height), _label(chart)
    size = min(28.0, max(SMALL, high * 0.7))
    room = ruler.width(label, size, bold=True) + _GAP + 1 if label else 0.0
    if box.width - room < _LEAST or high < SMALL:
        return None
    plot = Box(box.x, box.y + (box.height - high) / 2, box.width - room, high)
    if not label:
        return _laid(box, plot, None)
    place = Box(plot.x + plot.width + _GAP, 0, room - _GAP, high)
    figure = fit(label, place, Sizing(size, SMALL, lines=1, leading=1, bold=True), ruler)
    return _laid(box, plot, _middled(figure, plot))


def _label(chart: Chart) -> str:
    """The figure, if the chart is to print it."""
    bars = [bar for one in chart.series for bar in one.bars if bar and bar.labelled]
    return bars[0].figure.text if bars else ""


def _middled(one: Fit, plot: Box) -> Fit:
    top = plot.y + (plot.height - one.box.height) / 2
    box = Box(one.box.x, top, one.box.width, one.box.height)
    return Fit(box, one.size, one.lines, one.leading, one.cut)


def _laid(box: Box, plot: Box, figure: Fit | None) -> ChartLayout:
    return ChartLayout(
        box=box,
        plot=plot,
        labels=Box(plot.x, plot.y, 0, plot.height),
        side=(),
        size=figure.size if figure else SMALL,
        row=plot.height,
        label_lines=((),),
        figure=figure,
    )
