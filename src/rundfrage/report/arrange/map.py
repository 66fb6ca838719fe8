"""A map in its box: the areas with their legend below, and at their side a list of the regions."""

from __future__ import annotations

from rundfrage.look.box import Box, Fit
from rundfrage.look.fit import Run, break_lines, shorten
from rundfrage.look.measure import Ruler
from rundfrage.report.deck import Chart
from rundfrage.report.layout import ChartLayout, LegendEntry

_PART = 0.54
"""The part of the width that map and legend take at most."""
_GUTTER = 40.0
_LARGEST, _SMALLEST = 14.0, 11.0
_LEADING = 1.55
_SWATCH, _GAP = 13.0, 7.0
_LEAST = 120.0
"""A map is at least so high."""
_LOOSE = 2.1
"""A row of the list is at most so many times as high as its letters."""


def map_layout(chart: Chart, box: Box, ruler: Ruler) -> ChartLayout | None:
    """The layout of the map; None if the box is too small."""
    atlas = chart.atlas
    if atlas is None:
        return None
    wide = box.width * _PART
    legend = _legend(chart, box, wide, ruler)
    high = max(one.swatch.y + _SWATCH for one in legend) - box.y + 6
    room = box.height - high - 8
    if room < _LEAST:
        return None
    width = min(wide, room / atlas.ratio)
    plot = Box(box.x + (wide - width) / 2, box.y, width, width * atlas.ratio)
    legend = [_moved(one, plot.height + 14) for one in legend]
    x = box.x + wide + _GUTTER
    column = Box(x, box.y, box.x + box.width - x, box.height)
    size, listed = _listed(chart, column, ruler)
    row = min(column.height / len(listed), size * _LOOSE)
    inner = _room(chart, column, size, ruler)
    lines = tuple(
        ("…",) if at < 0 else (shorten(chart.categories[at], inner, size, ruler),) for at in listed
    )
    return ChartLayout(
        box=box,
        plot=plot,
        labels=Box(column.x, column.y, column.width, row * len(listed)),
        side=(),
        size=size,
        row=row,
        label_lines=lines,
        legend=tuple(legend),
        listed=listed,
    )


def _room(chart: Chart, column: Box, size: float, ruler: Ruler) -> float:
    """What a row leaves for its label."""
    figures = max(ruler.width(figure.text, size, bold=True) for figure in chart.figures)
    return column.width - _SWATCH - 3 * _GAP - figures


def _listed(chart: Chart, column: Box, ruler: Ruler) -> tuple[float, tuple[int, ...]]:
    """The size of the list's letters, and its categories; -1 stands for those left out."""
    count, size = len(chart.categories), _LARGEST
    while size > _SMALLEST and (
        count * size * _LEADING > column.height
        or any(
            ruler.width(label, size) > _room(chart, column, size, ruler)
            for label in chart.categories
        )
    ):
        size -= 0.5
    most = int(column.height / (size * _LEADING))
    if count <= most:
        return size, tuple(range(count))
    first = most // 2
    return size, (*range(first), -1, *range(count - (most - first - 1), count))


def _legend(chart: Chart, box: Box, width: float, ruler: Ruler) -> list[LegendEntry]:
    """The classes and what is empty, in lines from the top of the box on."""
    assert chart.atlas is not None  # noqa: S101  (it is a map)
    size, entries = 12.0, []
    across, down = 0.0, 0.0
    for one in (*chart.atlas.classes, chart.atlas.empty):
        name = break_lines((Run(one.name),), width - _SWATCH - _GAP, size, ruler)[0]
        long = ruler.width(name, size) + 2
        if across and across + _SWATCH + _GAP + long > width:
            across, down = 0.0, down + size * 1.6
        x, y = box.x + across, box.y + down
        words = Box(x + _SWATCH + _GAP, y + (_SWATCH - size * 1.25) / 2, long, size * 1.25)
        entries.append(LegendEntry(Box(x, y, _SWATCH, _SWATCH), Fit(words, size, (name,), 1.25)))
        across += _SWATCH + _GAP + long + 14
    return entries


def _moved(one: LegendEntry, by: float) -> LegendEntry:
    swatch, name = one.swatch, one.name
    return LegendEntry(
        Box(swatch.x, swatch.y + by, swatch.width, swatch.height),
        Fit(
            Box(name.box.x, name.box.y + by, name.box.width, name.box.height),
            name.size,
            name.lines,
            name.leading,
            name.cut,
        ),
    )
