"""The inside of a chart: labels, bars, legend, side columns and the ends of the axis.

The text is as large as the rows allow. Labels take more lines, then more of the width, then
smaller letters; only a label that is still too long ends in an ellipsis.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from rundfrage.look.box import Box, Fit
from rundfrage.look.clip import ELLIPSIS
from rundfrage.look.fit import Run, Sizing, break_lines, fit, shorten, whole_words
from rundfrage.look.measure import Ruler
from rundfrage.report.arrange.axis import axis_height, placed_axis
from rundfrage.report.arrange.columns import columns_layout
from rundfrage.report.arrange.frame import SMALL
from rundfrage.report.arrange.lines import lines_layout
from rundfrage.report.arrange.map import map_layout
from rundfrage.report.arrange.share import share_layout
from rundfrage.report.deck import Chart, ChartForm
from rundfrage.report.layout import ChartLayout, LegendEntry

LARGEST = {1: 18.0, 2: 18.0, 3: 17.0, 4: 16.0, 5: 15.0}
"""The size of letters by the number of rows: few rows have room for larger ones."""
USUAL = 14.0
SMALLEST = 11.0
MOST_ROWS = 14
"""More rows than this are not taken in at a glance; the chart goes on on the next slide."""

_LABELLED = ((0.3, 2), (0.36, 3), (0.44, 4))
"""The part of the width that labels take at most, and their lines; the first that fit are taken."""
_NARROW = ((0.56, 4),)
_HALF = 450.0
"""What is narrower stands beside something; there small letters take more of the width."""
_GAP = 12.0
_SIDE = 66.0
_ROOMIEST = 92.0
"""A row is no higher than this, so that few rows don't make fat bars."""
LABEL_LEADING = 1.2
_SWATCH = 11.0
_LEGEND_GAP = 16.0


@dataclass(frozen=True)
class RowLabels:
    """The labels of a chart's rows as they are set."""

    size: float
    width: float
    lines: tuple[tuple[str, ...], ...]

    @property
    def row(self) -> float:
        """The least height of a row."""
        most = max((len(lines) for lines in self.lines), default=1)
        return max(most * self.size * LABEL_LEADING + 7, self.size * 1.75)


def chart_layout(
    chart: Chart, box: Box, ruler: Ruler, largest: float = LARGEST[1]
) -> ChartLayout | None:
    """The layout of the chart in its box; None if its rows, or its columns, don't fit.

    Its letters are `largest` points high at most.
    """
    if chart.form is ChartForm.COLUMNS:
        return columns_layout(chart, box, ruler, largest)
    if chart.form is ChartForm.MAP:
        return map_layout(chart, box, ruler)
    if chart.form is ChartForm.LINES:
        return lines_layout(chart, box, ruler)
    if chart.form is ChartForm.SHARE:
        return share_layout(chart, box, ruler)
    count = max(len(chart.categories), 1)
    side_width = len(chart.side) * _SIDE + (_GAP if chart.side else 0)
    size = min(LARGEST.get(count, USUAL), largest)
    while True:
        room = value_room(chart, size, ruler)
        for part, most in (*_LABELLED, *(_NARROW if box.width < _HALF and size <= 12 else ())):
            labels = row_labels(chart, box.width * part, size, most, ruler)
            if labels is None:
                continue
            plot_x = box.x + labels.width + _GAP
            width = box.x + box.width - side_width - room - plot_x
            head = _head(chart, plot_x, width, size, ruler)
            tail = axis_height(chart, width, ruler)
            height = box.height - head - tail
            row = min(height / count, _ROOMIEST)
            roomy = size <= SMALLEST or not _narrow(chart, width, size, ruler)
            if row >= labels.row and width >= 120 and count <= MOST_ROWS and roomy:
                plot = Box(plot_x, box.y + head, width, row * count)
                return _laid(chart, box, plot, labels, room, ruler)
        if size <= SMALLEST:
            return None
        size -= 0.5


def legible(chart: Chart, layout: ChartLayout, ruler: Ruler) -> Chart:
    """The chart without those labels that are wider than their segments."""
    narrow = _narrow(chart, layout.plot.width, layout.size, ruler)
    if not narrow:
        return chart
    return replace(
        chart,
        series=tuple(
            replace(
                one,
                bars=tuple(
                    replace(bar, labelled=False) if bar and bar.figure.binding in narrow else bar
                    for bar in one.bars
                ),
            )
            for one in chart.series
        ),
    )


def _narrow(chart: Chart, width: float, size: float, ruler: Ruler) -> frozenset[str]:
    """The bindings of the labelled segments that are narrower than their labels."""
    if chart.form is not ChartForm.STACKED:
        return frozenset()
    return frozenset(
        bar.figure.binding
        for one in chart.series
        for bar in one.bars
        if bar
        and bar.labelled
        and ruler.width(bar.figure.text, size) > bar.plotted / chart.axis.end * width + 0.5
    )


def _laid(
    chart: Chart, box: Box, plot: Box, labels: RowLabels, room: float, ruler: Ruler
) -> ChartLayout:
    start = plot.x + plot.width + room + (_GAP if chart.side else 0)
    side = tuple(
        Box(start + index * _SIDE, plot.y, _SIDE, plot.height) for index in range(len(chart.side))
    )
    legend = _legend(chart, plot.x, plot.width, labels.size, ruler)
    down = plot.y - _legend_height(legend) - (10 if legend else 0)
    axis, ends = placed_axis(chart, plot, plot.y + plot.height, ruler)
    return ChartLayout(
        box=box,
        plot=plot,
        labels=Box(box.x, plot.y, labels.width, plot.height),
        side=side,
        size=labels.size,
        row=plot.height / max(len(chart.categories), 1),
        label_lines=labels.lines,
        headings=tuple(
            _heading(column.heading, place, plot.y, ruler)
            for column, place in zip(chart.side, side, strict=True)
        ),
        legend=tuple(_lowered(entry, down) for entry in legend),
        axis=axis,
        ends=ends,
    )


def row_labels(
    chart: Chart, width: float, size: float, most: int, ruler: Ruler
) -> RowLabels | None:
    """The labels in a column of at most `width`; None if a wider column or other size is due."""
    last_resort = most >= 4 and size <= SMALLEST
    lines = []
    for label in chart.categories:
        broken = break_lines((Run(label),), width, size, ruler)
        if not last_resort and not (len(broken) <= most and whole_words(broken, label)):
            return None
        if len(broken) > most:
            end = shorten(broken[most - 1] + ELLIPSIS, width, size, ruler)
            broken = (*broken[: most - 1], end)
        lines.append(broken)
    used = max((ruler.width(line, size) for label in lines for line in label), default=0.0)
    return RowLabels(size, max(used, 40.0), tuple(lines))


def value_room(chart: Chart, size: float, ruler: Ruler) -> float:
    """Room after the plot for the longest label beside a bar."""
    if chart.form is ChartForm.STACKED:
        return 0.0
    texts = (bar.figure.text for one in chart.series for bar in one.bars if bar)
    return 10 + max((ruler.width(text, size, bold=True) for text in texts), default=0.0)


def _head(chart: Chart, x: float, width: float, size: float, ruler: Ruler) -> float:
    """The height above the plot: of the legend, or of the side columns' headings."""
    legend = _legend_height(_legend(chart, x, width, size, ruler))
    headings = max(
        (_heading_fit(column.heading, ruler).box.height for column in chart.side), default=0.0
    )
    tallest = max(legend, headings)
    return tallest + 10 if tallest else 0.0


def _heading_fit(text: str, ruler: Ruler) -> Fit:
    box = Box(0, 0, _SIDE - 6, 60)
    return fit(text, box, Sizing(11.5, SMALL, lines=3, leading=1.15, bold=True), ruler)


def _heading(text: str, place: Box, bottom: float, ruler: Ruler) -> Fit:
    one = _heading_fit(text, ruler)
    box = Box(place.x + 3, bottom - 10 - one.box.height, place.width - 6, one.box.height)
    return Fit(box, one.size, one.lines, one.leading, one.cut)


def _legend(
    chart: Chart, x: float, width: float, size: float, ruler: Ruler
) -> tuple[LegendEntry, ...]:
    """The legend of a stacked chart, its lines counted from zero downwards."""
    if chart.form is not ChartForm.STACKED:
        return ()
    size = min(size, 13.0)
    whole = sum(ruler.width(one.name, 1.0) for one in chart.series)
    fixed = len(chart.series) * (_SWATCH + 7) + (len(chart.series) - 1) * _LEGEND_GAP
    if whole * size + fixed > width >= whole * SMALLEST + fixed:
        size = (width - fixed) / whole // 0.25 * 0.25
    entries: list[LegendEntry] = []
    across, down = 0.0, 0.0
    height = size * 1.5
    for one in chart.series:
        name = shorten(one.name, width - _SWATCH - 6, size, ruler)
        long = ruler.width(name, size) + 1
        if across and across + _SWATCH + 6 + long > width:
            across, down = 0.0, down + height
        swatch = Box(x + across, down + (height - _SWATCH) / 2, _SWATCH, _SWATCH)
        words = Box(x + across + _SWATCH + 6, down + (height - size * 1.25) / 2, long, size * 1.25)
        entries.append(LegendEntry(swatch, Fit(words, size, (name,), 1.25, name != one.name)))
        across += _SWATCH + 6 + long + _LEGEND_GAP
    return tuple(entries)


def _legend_height(entries: tuple[LegendEntry, ...]) -> float:
    if not entries:
        return 0.0
    last = entries[-1]
    return last.swatch.y + last.swatch.height + (last.name.size * 1.5 - _SWATCH) / 2


def _lowered(entry: LegendEntry, by: float) -> LegendEntry:
    swatch, name = entry.swatch, entry.name
    return LegendEntry(
        Box(swatch.x, swatch.y + by, swatch.width, swatch.height),
        Fit(
            Box(name.box.x, name.box.y + by, name.box.width, name.box.height),
            name.size, name.lines, name.leading, name.cut,
        ),
    )  # fmt: skip
