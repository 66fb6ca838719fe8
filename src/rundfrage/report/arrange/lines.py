"""Lines in their box: moments across, and at the end of each line its figure, name and change.

What stands at the ends is moved apart where lines end near each other, in the order of the ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rundfrage.look.box import Box, Fit
from rundfrage.look.fit import Run, Sizing, break_lines, fit, whole_words
from rundfrage.look.measure import Ruler
from rundfrage.report.arrange.frame import SMALL
from rundfrage.report.deck import Axis, Chart, Series
from rundfrage.report.layout import DOT, ChartLayout, LinePlace

LARGEST, SMALLEST = 16.0, 11.0
_LEADING = 1.2
_SMALL = 0.82
"""Words of a change are so much smaller than names."""
_LEAST = 110.0
"""The least height of a plot in which lines can be told apart."""
_HIGHEST = 330.0
_NAMES = (0.28, 0.36)
"""The parts of the width that names may take."""
_LINES = 3
_GAP = 8.0
_UNDER = 8.0
"""Points between the plot and the names of the moments."""
_BETWEEN = 5.0
"""Points between what stands at the ends of two lines."""
_APART = 8.0


@dataclass(frozen=True)
class _End:
    """What stands at the end of a line: the lines of its name and of its change, and its height."""

    name: tuple[str, ...]
    change: tuple[str, ...]
    size: float

    @property
    def above(self) -> float:
        """From the top to the middle of its first line."""
        return self.size * _LEADING / 2

    @property
    def height(self) -> float:
        """All of it."""
        return (len(self.name) + len(self.change) * _SMALL) * self.size * _LEADING


def lines_layout(chart: Chart, box: Box, ruler: Ruler) -> ChartLayout | None:
    """The layout of the lines in their box; None if their names find no room."""
    size = LARGEST
    while size >= SMALLEST:
        for part in _NAMES:
            found = _laid(chart, box, size, part * box.width, ruler)
            if found is not None:
                return found
        size -= 0.5
    return None


def _laid(chart: Chart, box: Box, size: float, names: float, ruler: Ruler) -> ChartLayout | None:
    moments = [ruler.width(label, size) for label in chart.categories]
    ends = _ends(chart, size, names, ruler)
    if ends is None:
        return None
    first, last = _figures(chart, 0, size, ruler), _figures(chart, -1, size, ruler)
    left = max(first + DOT + _GAP, moments[0] / 2)
    wide = max(
        (ruler.width(line, size) for end in ends for line in (*end.name, *end.change)), default=0.0
    )
    right = max(DOT + _GAP + last + _GAP + min(wide, names), moments[-1] / 2)
    width = box.width - left - right
    across = [box.x + left + place * width for place in chart.places]
    if width < _LEAST or _collide(across, moments):
        return None
    start_end, end_end = _axis_ends(chart.axis, box, ruler)
    above = end_end.box.height + _GAP if end_end is not None else 0.0
    below = start_end.box.height + _GAP if start_end is not None else 0.0
    head = above + size * _LEADING + _GAP
    tail = _UNDER + size * _LEADING + below
    height = min(box.height - head - tail, _HIGHEST)
    needed = sum(end.height for end in ends) + _BETWEEN * (len(ends) - 1)
    if height < _LEAST or needed > height + head:
        return None
    plot = Box(box.x + left, box.y + head, width, height)
    strip = Box(plot.x, plot.y + height, width, _UNDER + size * _LEADING)
    words = tuple(
        Fit(Box(one.box.x, top, one.box.width, one.box.height), one.size, one.lines, one.leading)
        for one, top in ((start_end, strip.y + strip.height + _GAP), (end_end, box.y))
        if one is not None
    )
    start = plot.x + width + DOT + _GAP + last + _GAP
    return ChartLayout(
        box=box,
        plot=plot,
        labels=strip,
        side=(),
        size=size,
        row=width / max(1, len(chart.categories) - 1),
        label_lines=tuple((label,) for label in chart.categories),
        axis=Box(box.x, words[0].box.y, box.width, words[0].box.height) if words else None,
        ends=words,
        lines=_places(chart, ends, plot, (start, names), size),
    )


def _axis_ends(axis: Axis, box: Box, ruler: Ruler) -> tuple[Fit | None, Fit | None]:
    """What the lower and the upper end of the axis mean; None where they need no words."""
    if not (axis.start_label or axis.end_label):
        return None, None
    room, sizing = Box(box.x, 0, box.width * 0.6, 40), Sizing(11.5, SMALL, lines=2, leading=1.2)
    start, end = (
        _narrowed(fit(one, room, sizing, ruler), ruler)
        for one in (axis.start_label, axis.end_label)
    )
    return start, end


def _narrowed(one: Fit, ruler: Ruler) -> Fit:
    """The text in a box no wider than it is."""
    width = max(ruler.width(line, one.size) for line in one.lines) + 1
    return replace(one, box=replace(one.box, width=width))


def _ends(chart: Chart, size: float, width: float, ruler: Ruler) -> list[_End] | None:
    """The words at the end of each line; None if a name takes too many lines."""
    found = []
    for one in chart.series:
        name = break_lines((Run(one.name),), width, size, ruler)
        change = () if one.change is None else (one.change.text,)
        small = [
            line
            for words in change
            for line in break_lines((Run(words),), width, size * _SMALL, ruler)
        ]
        if len(name) > _LINES or not whole_words(name, one.name):
            return None
        found.append(_End(name, tuple(small), size))
    return found


def _figures(chart: Chart, at: int, size: float, ruler: Ruler) -> float:
    """The width of the widest figure at the first or the last moment."""
    bars = [one.bars[at] for one in chart.series]
    texts = [bar.figure.text for bar in bars if bar is not None and bar.labelled]
    return max((ruler.width(text, size, bold=True) for text in texts), default=0.0)


def _collide(across: Sequence[float], widths: Sequence[float]) -> bool:
    """True if two names of moments would touch."""
    pairs = zip(across, across[1:], widths, widths[1:], strict=False)
    return any(two - one < (wide + other) / 2 + _APART for one, two, wide, other in pairs)


def _places(
    chart: Chart, ends: Sequence[_End], plot: Box, column: tuple[float, float], size: float
) -> tuple[LinePlace, ...]:
    """Where figures and words stand at the start and the end of each line."""
    starts = [_height(one, 0, chart.axis, plot) for one in chart.series]
    tall = size * _LEADING
    firsts = apart(
        [(0.0 if y is None else y - tall / 2, 0.0 if y is None else tall) for y in starts],
        0.0,
        (plot.y - tall, plot.y + plot.height + tall / 2),
    )
    lasts = [_height(one, -1, chart.axis, plot) for one in chart.series]
    floor = plot.y + plot.height + tall / 2
    tops = apart(
        [
            ((plot.y if y is None else y) - end.above, end.height)
            for y, end in zip(lasts, ends, strict=True)
        ],
        _BETWEEN,
        (plot.y - tall, floor),
    )
    x, width = column
    return tuple(
        LinePlace(
            first=None if begins is None else first + tall / 2,
            last=top + end.above,
            name=Fit(Box(x, top, width, len(end.name) * tall), size, end.name, _LEADING),
            change=Fit(
                Box(x, top + len(end.name) * tall, width, len(end.change) * tall * _SMALL),
                size * _SMALL,
                end.change,
                _LEADING,
            )
            if end.change
            else None,
        )
        for begins, first, top, end in zip(starts, firsts, tops, ends, strict=True)
    )


def _height(one: Series, at: int, axis: Axis, plot: Box) -> float | None:
    """How high a line is at a moment; at the last one, where its last point is."""
    bars = [bar for bar in one.bars if bar is not None]
    bar = one.bars[at] if at == 0 or not bars else bars[-1]
    return None if bar is None else plot.y + plot.height * (1 - axis.part(bar.plotted))


def apart(
    wanted: Sequence[tuple[float, float]], gap: float, room: tuple[float, float]
) -> list[float]:
    """Tops near those that are wanted, with their heights, in that order, none over another.

    Neighbours that would touch are moved by the same way, as long as all stay in the room.
    """
    order = sorted(range(len(wanted)), key=lambda at: wanted[at][0])
    groups: list[list[float]] = []
    members: list[list[int]] = []
    for at in order:
        top, height = wanted[at]
        groups.append([top, height])
        members.append([at])
        while True:
            low, high = room
            start, whole = groups[-1]
            start = max(low, min(start, high - whole))
            groups[-1][0] = start
            if len(groups) < 2 or groups[-2][0] + groups[-2][1] + gap <= start:
                break
            (above, tall), (_, short) = groups[-2], groups[-1]
            spread = tall + gap + short
            middle = (above + tall / 2) * len(members[-2]) + (start + short / 2) * len(members[-1])
            count = len(members[-2]) + len(members[-1])
            groups[-2:] = [[middle / count - spread / 2, spread]]
            members[-2:] = [members[-2] + members[-1]]
    tops = [0.0] * len(wanted)
    for (start, _), inside in zip(groups, members, strict=True):
        down = start
        for at in inside:
            tops[at] = down
            down += wanted[at][1] + gap
    return tops
