"""Columns: categories side by side, labels under them, figures above them, brackets above all.

All columns find room or none does: they never go on on another slide, but lie down as bars there.
"""

from __future__ import annotations

from dataclasses import dataclass

from rundfrage.look.box import Box, Fit
from rundfrage.look.fit import Run, Sizing, break_lines, fit, whole_words
from rundfrage.look.measure import Ruler
from rundfrage.report.arrange.axis import axis_height, placed_axis
from rundfrage.report.arrange.frame import SMALL
from rundfrage.report.deck import Bracket, Chart
from rundfrage.report.layout import BracketPlace, ChartLayout

LARGEST = 14.0
SMALLEST = 11.0

_WIDEST = 132.0
"""A category is no wider than this, so that few of them don't make slabs."""
_LEAST = 90.0
"""The least height of a plot in which columns can be compared."""
_LEADING = 1.2
_LINES = 3
_GAP = 6.0
"""Points between columns and their labels."""
_APART = 2.0
"""Points between neighbouring labels."""
_BRACKET = 2.5
"""How thick the line of a bracket is, in points."""
_BRACKETS = Sizing(14, SMALL, lines=3, leading=1.2, bold=True)


@dataclass(frozen=True)
class _Labels:
    size: float
    lines: tuple[tuple[str, ...], ...]

    @property
    def height(self) -> float:
        """The height of the strip of labels with the gap above it."""
        most = max((len(lines) for lines in self.lines), default=1)
        return most * self.size * _LEADING + _GAP


def columns_layout(
    chart: Chart, box: Box, ruler: Ruler, largest: float = LARGEST
) -> ChartLayout | None:
    """The layout of the columns in their box; None if they, or their texts, find no room."""
    count = max(len(chart.categories), 1)
    width = min(box.width, count * _WIDEST)
    step = width / count
    size = min(LARGEST, largest)
    while size >= SMALLEST:
        labels = _labels(chart, step, size, ruler)
        if labels is not None and _widest_figure(chart, size, ruler) <= step - 2:
            return _laid(chart, Box(box.x, box.y, width, box.height), box, labels, ruler)
        size -= 0.5
    return None


def _laid(chart: Chart, room: Box, box: Box, labels: _Labels, ruler: Ruler) -> ChartLayout | None:
    step = room.width / max(len(chart.categories), 1)
    brackets = [_bracket(one, room, step, ruler) for one in chart.brackets]
    if any(one.cut for one in brackets):
        return None
    words = max((one.box.height for one in brackets), default=0.0)
    head = words + _BRACKET + 2 * _GAP if brackets else 0.0
    figures = labels.size * _LEADING + 4
    top = room.y + head + figures
    tail = labels.height + axis_height(chart, room.width, ruler)
    plot = Box(room.x, top, room.width, room.y + room.height - tail - top)
    if plot.height < _LEAST:
        return None
    strip = Box(plot.x, plot.y + plot.height, plot.width, labels.height)
    axis, ends = placed_axis(chart, plot, strip.y + strip.height, ruler)
    return ChartLayout(
        box=box,
        plot=plot,
        labels=strip,
        side=(),
        size=labels.size,
        row=step,
        label_lines=labels.lines,
        axis=axis,
        ends=ends,
        brackets=tuple(
            BracketPlace(
                Box(fitted.box.x, room.y + words + _GAP / 2, fitted.box.width, _BRACKET),
                _lowered(fitted, room.y + words - fitted.box.height),
            )
            for fitted in brackets
        ),
    )


def _labels(chart: Chart, step: float, size: float, ruler: Ruler) -> _Labels | None:
    """The labels under their columns; None if one takes too many lines or a word is too wide."""
    lines = []
    for label in chart.categories:
        broken = break_lines((Run(label),), step - _APART, size, ruler)
        if len(broken) > _LINES or not whole_words(broken, label):
            return None
        lines.append(broken)
    return _Labels(size, tuple(lines))


def _widest_figure(chart: Chart, size: float, ruler: Ruler) -> float:
    texts = (bar.figure.text for one in chart.series for bar in one.bars if bar)
    return max((ruler.width(text, size, bold=True) for text in texts), default=0.0)


def _bracket(bracket: Bracket, room: Box, step: float, ruler: Ruler) -> Fit:
    """The words of a bracket over the columns that it holds, a little narrower than they are."""
    inset = 0.1 * step
    x = room.x + bracket.first * step + inset
    width = (bracket.last + 1 - bracket.first) * step - 2 * inset
    return fit(bracket.claim.text, Box(x, 0, width, 60), _BRACKETS, ruler)


def _lowered(one: Fit, top: float) -> Fit:
    return Fit(Box(one.box.x, top, one.box.width, one.box.height), one.size, one.lines, one.leading)
