"""A grid as stacked bars that diverge: approval to one side of a line, refusal to the other.

The line stands in the middle of the neutral step, or between the halves of an even scale. "Other"
and "none" belong to no half; they follow the last step.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rundfrage.look.theme import Theme
from rundfrage.report.charts import stacked
from rundfrage.report.charts.alt import described
from rundfrage.report.charts.rows import category_rows, table_title
from rundfrage.report.deck import Axis, Bar, Chart, Shift
from rundfrage.report.words import words_in
from rundfrage.tables.table import RowRole, Table


def draw(table: Table, language: str, theme: Theme) -> Chart:
    """The stacked chart with its rows shifted so that their middles stand on one line."""
    chart = stacked.draw(table, language, theme)
    block = table.blocks[0]
    steps = [block.rows[index].role is RowRole.CATEGORY for index in category_rows(block)]
    return described(diverging(chart, sum(steps)), table_title(table, language), words_in(language))


def diverging(chart: Chart, steps: int) -> Chart:
    """The stacked chart diverging around the middle of its first `steps` series.

    The axis runs from 0, where the longest left half starts, to the end of the longest right one.
    """
    rows = [[one.bars[at] for one in chart.series] for at in range(len(chart.categories))]
    lefts = [_before_middle(row, steps) for row in rows]
    middle = max(lefts, default=0.0)
    starts = tuple(middle - left for left in lefts)
    ends = [start + _length(row) for start, row in zip(starts, rows, strict=True)]
    return replace(
        chart,
        axis=Axis(0, max(ends, default=0.0) or chart.axis.end),
        shift=Shift(starts, middle),
    )


def _before_middle(row: Sequence[Bar | None], steps: int) -> float:
    half = steps // 2
    neutral = row[half : half + steps % 2]
    return _length(row[:half]) + _length(neutral) / 2


def _length(bars: Sequence[Bar | None]) -> float:
    return sum((bar.plotted for bar in bars if bar is not None), 0.0)
