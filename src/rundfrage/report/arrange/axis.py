"""The ends of a chart's axis in words, in a strip below it."""

from __future__ import annotations

from rundfrage.look.box import Box, Fit
from rundfrage.look.fit import Sizing, fit
from rundfrage.look.measure import Ruler
from rundfrage.report.arrange.frame import SMALL
from rundfrage.report.deck import Chart


def axis_height(chart: Chart, width: float, ruler: Ruler) -> float:
    """The height that the labels of the axis' ends take with the gap before them."""
    ends = _fits(chart, width, ruler)
    return max((end.box.height for end in ends), default=-6.0) + 6


def placed_axis(
    chart: Chart, plot: Box, floor: float, ruler: Ruler
) -> tuple[Box | None, tuple[Fit, ...]]:
    """The strip under `floor`, and its start's and end's labels, the end's set to its end."""
    ends = _fits(chart, plot.width, ruler)
    if not ends:
        return None, ()
    top = floor + 6
    height = max(end.box.height for end in ends)
    placed = []
    for index, end in enumerate(ends):
        used = max(ruler.width(line, end.size) for line in end.lines) + 1
        x = plot.x + plot.width - used if index else plot.x
        box = Box(x, top, used, end.box.height)
        placed.append(Fit(box, end.size, end.lines, end.leading, end.cut))
    return Box(plot.x, top, plot.width, height), tuple(placed)


def _fits(chart: Chart, width: float, ruler: Ruler) -> tuple[Fit, ...]:
    labels = (chart.axis.start_label, chart.axis.end_label)
    if not any(labels):
        return ()
    box = Box(0, 0, width * 0.46, 40)
    sizing = Sizing(11.5, SMALL, lines=2, leading=1.2)
    return tuple(fit(label, box, sizing, ruler) for label in labels)
