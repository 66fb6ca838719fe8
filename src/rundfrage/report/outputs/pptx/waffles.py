"""A share as a hundred squares: two native shapes, the filled ones and the rest."""

from __future__ import annotations

from collections.abc import Sequence

from rundfrage.look.box import Box
from rundfrage.report.deck import Chart, ShareStyle
from rundfrage.report.layout import ChartLayout
from rundfrage.report.outputs.drawing import Path
from rundfrage.report.outputs.pptx.canvas import Canvas
from rundfrage.report.outputs.waffle import squares


def is_waffle(chart: Chart) -> bool:
    """True if the chart is a share as a hundred squares."""
    return chart.whole is not None and chart.whole.style is ShareStyle.WAFFLE


def add_waffle(canvas: Canvas, chart: Chart, layout: ChartLayout, alt: str) -> None:
    """Put the squares on the slide; those of the share bear the alternative text."""
    assert chart.whole is not None  # noqa: S101  (it is a waffle)
    (series,) = chart.series
    bar = series.bars[0]
    filled, left = squares(layout.plot, round(bar.plotted) if bar else 0)
    own = (bar.colour if bar else "") or series.colour
    rtl = canvas.stage.voice.rtl
    canvas.outline("Rest", layout.plot, _path(left, layout.plot, chart.whole.colour, rtl=rtl))
    canvas.outline("Chart", layout.plot, _path(filled, layout.plot, own, rtl=rtl), alt=alt)


def _path(boxes: Sequence[Box], plot: Box, colour: str, *, rtl: bool) -> Path:
    steps: list[tuple[str, tuple[float, ...]]] = []
    for box in boxes:
        left, top = box.x - plot.x, box.y - plot.y
        if rtl:
            left = plot.width - left - box.width
        right, bottom = left + box.width, top + box.height
        steps += [("M", (left, top)), ("L", (right, top)), ("L", (right, bottom)),
                  ("L", (left, bottom)), ("Z", ())]  # fmt: skip
    return Path(tuple(steps), colour)
