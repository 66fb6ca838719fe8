"""Several charts on one slide: two questions side by side, or one in each of several groups.

Charts of the same rows on the same axis stand in a grid, in which labels stand at the start of each
line of charts alone, and a bar is as long everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rundfrage.locales import message
from rundfrage.look.box import Box, Fit
from rundfrage.look.fit import Sizing, fit
from rundfrage.look.measure import Ruler
from rundfrage.report.arrange.chart import RowLabels, chart_layout, row_labels, value_room
from rundfrage.report.arrange.frame import SMALL, moved, overflow
from rundfrage.report.claim_runs import runs
from rundfrage.report.deck import Chart, ChartForm, Pane, Slide
from rundfrage.report.layout import ChartLayout, PaneLayout

_ACROSS = 4
"""More charts than this stand beside each other no more."""
_GUTTER, _BETWEEN = 30.0, 18.0
_HEADING = Sizing(15, 11, lines=3, leading=1.22, bold=True, balanced=True)
_BASE = Sizing(11.5, SMALL, lines=3, leading=1.25)
_LARGEST, _SMALLEST = 15.0, 11.0
_LONGEST = 66.0
"""The axis is at least so long, in points, or nobody compares bars on it."""
_WIDE = 2
_FEW = 3
"""Words that may stand one a line."""
_ENOUGH = 150.0
"""A longer axis is no reason for a further line of charts."""
_HIGHEST = 56.0
"""A row is no higher than this."""
_LABEL_GAP = 10.0


def panes_layout(slide: Slide, body: Box, ruler: Ruler) -> tuple[PaneLayout, ...]:
    """The layouts of the slide's charts; raises the Problem `slide-overflow`."""
    panes = slide.panes
    found = _grid(panes, body, ruler) if _alike(panes) else _abreast(panes, body, ruler)
    if found is None:
        raise overflow(
            slide,
            message("the charts beside each other"),
            message(
                "Show each of them on a slide of its own, or charts with fewer and shorter rows."
            ),
        )
    return found


def _alike(panes: Sequence[Pane]) -> bool:
    """True if all have the same rows and the same axis."""
    first = panes[0].chart
    return all(
        one.chart.form is ChartForm.BARS
        and one.chart.categories == first.categories
        and one.chart.axis == first.axis
        and not one.chart.side
        for one in panes
    )


def _abreast(panes: Sequence[Pane], body: Box, ruler: Ruler) -> tuple[PaneLayout, ...] | None:
    """The charts in columns of one width, their tops level."""
    width = (body.width - _GUTTER * (len(panes) - 1)) / len(panes)
    heads = _heads(panes, width, ruler)
    if heads is None:
        return None
    high = max(head.height for head in heads)
    boxes = [
        Box(body.x + at * (width + _GUTTER), body.y + high + 10, width, body.height - high - 10)
        for at in range(len(panes))
    ]
    charts = _of_one_size(panes, boxes, _LARGEST, ruler)
    if charts is None:
        return None
    return tuple(
        head.placed(box.x, body.y, chart)
        for head, box, chart in zip(heads, boxes, charts, strict=True)
    )


def _of_one_size(
    panes: Sequence[Pane], boxes: Sequence[Box], largest: float, ruler: Ruler
) -> list[ChartLayout] | None:
    """The charts in their boxes, their letters no larger than those of any other can be."""
    charts = []
    for pane, box in zip(panes, boxes, strict=True):
        chart = chart_layout(pane.chart, box, ruler, largest)
        if chart is None:
            return None
        charts.append(chart)
    least = min(chart.size for chart in charts)
    return charts if least >= largest else _of_one_size(panes, boxes, least, ruler)


def _grid(panes: Sequence[Pane], body: Box, ruler: Ruler) -> tuple[PaneLayout, ...] | None:
    """The charts in lines of one length; as many lines as give the largest letters."""
    count = len(panes)
    best: tuple[float, float, tuple[PaneLayout, ...]] | None = None
    for lines in range(1, min(3, count) + 1):
        across = -(-count // lines)
        if across > _ACROSS or -(-count // across) != lines:
            continue
        for part in (0.2, 0.26, 0.33, 0.4):
            found = _lined(panes, across, lines, part, body, ruler)
            if found is not None:
                size, long = found[0].chart.size, found[0].chart.plot.width
                if best is None or (size, min(long, _ENOUGH)) > best[:2]:
                    best = (size, min(long, _ENOUGH), found)
    return best[2] if best else None


def _lined(
    panes: Sequence[Pane], across: int, lines: int, part: float, body: Box, ruler: Ruler
) -> tuple[PaneLayout, ...] | None:
    """So many lines of charts, whose labels take a part of the width at most."""
    chart = panes[0].chart
    size = _LARGEST
    while size >= _SMALLEST:
        labels = row_labels(chart, body.width * part, size, 3, ruler)
        room = max(value_room(pane.chart, size, ruler) for pane in panes)
        if labels is not None:
            start = labels.width + _LABEL_GAP
            width = (body.width - start - _GUTTER * (across - 1)) / across
            heads = _heads(panes, width, ruler)
            if heads is not None and across > _WIDE and any(map(_ends_alone, heads)):
                # Fewer beside each other have room for their headings.
                heads = None
            if width - room >= _LONGEST and heads is not None:
                heights = tuple(_heights(heads, across))
                spare = body.height - sum(heights) - _BETWEEN * (lines - 1) - 10 * lines
                row = min(spare / lines / max(len(chart.categories), 1), _HIGHEST)
                if row >= labels.row:
                    grid = _Grid(body, labels, heights, row, width, room, across)
                    return tuple(
                        grid.placed(at, pane.chart, head)
                        for at, (pane, head) in enumerate(zip(panes, heads, strict=True))
                    )
        size -= 0.5
    return None


def _heights(heads: Sequence[_Head], across: int) -> Iterator[float]:
    """How high the headings of each line are."""
    for at in range(0, len(heads), across):
        yield max(head.height for head in heads[at : at + across])


@dataclass(frozen=True)
class _Grid:
    """Charts in lines: the width of each, the height of their rows, how much room figures take."""

    body: Box
    labels: RowLabels
    heights: tuple[float, ...]
    row: float
    width: float
    room: float
    across: int

    def placed(self, at: int, chart: Chart, head: _Head) -> PaneLayout:
        """The chart of that place, with labels if it is the first of its line."""
        line, column = divmod(at, self.across)
        count = max(len(chart.categories), 1)
        above = sum(self.heights[:line]) + line * (10 + self.row * count + _BETWEEN)
        y = self.body.y + above + self.heights[line]
        x = self.body.x + self.labels.width + _LABEL_GAP + column * (self.width + _GUTTER)
        plot = Box(x, y + 10, self.width - self.room, self.row * count)
        start = x if column else self.body.x
        layout = ChartLayout(
            box=Box(start, plot.y, x + self.width - start, plot.height),
            plot=plot,
            labels=Box(start, plot.y, 0 if column else self.labels.width, plot.height),
            side=(),
            size=self.labels.size,
            row=self.row,
            label_lines=((),) * len(chart.categories) if column else self.labels.lines,
            unlabelled=column > 0,
        )
        return head.placed(x, y - head.height, layout)


@dataclass(frozen=True)
class _Head:
    """A heading and its base, from zero on."""

    heading: Fit
    base: Fit | None

    @property
    def height(self) -> float:
        return self.heading.box.height + (self.base.box.height + 2 if self.base else 0.0)

    def placed(self, x: float, y: float, chart: ChartLayout) -> PaneLayout:
        """Both above the chart."""
        heading = moved(self.heading, x, y)
        below = y + heading.box.height + 2
        return PaneLayout(heading, self.base and moved(self.base, x, below), chart)


def _heads(panes: Sequence[Pane], width: float, ruler: Ruler) -> list[_Head] | None:
    """The headings in that width, in letters of one size; None if one doesn't fit."""
    heads = [_head(pane, width, _HEADING, ruler) for pane in panes]
    if any(head.heading.cut or (head.base and head.base.cut) for head in heads):
        return None
    size = min(head.heading.size for head in heads)
    found = None
    while size >= _HEADING.smallest:
        heads = [
            _head(pane, width, replace(_HEADING, largest=size, smallest=size), ruler)
            for pane in panes
        ]
        if not any(head.heading.cut for head in heads):
            found = found or heads
            if not any(map(_ends_alone, heads)):
                return heads
        size -= 0.5
    return found


def _ends_alone(head: _Head) -> bool:
    """True if one word stands on the last line of a heading of several."""
    lines = head.heading.lines
    return len(lines) > 1 and len(lines[-1].split()) == 1 and len(" ".join(lines).split()) > _FEW


def _head(pane: Pane, width: float, sizing: Sizing, ruler: Ruler) -> _Head:
    heading = fit(pane.heading.text, Box(0, 0, width, 80), sizing, ruler)
    base = None
    if pane.base.parts:
        base = fit(runs(pane.base), Box(0, 0, width, 48), _BASE, ruler)
    return _Head(heading, base)
