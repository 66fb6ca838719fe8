"""Numbers that add up: the items by their mean parts of the whole, the largest first."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor, log10

from rundfrage.look.theme import Theme
from rundfrage.report.bind import Press
from rundfrage.report.charts.alt import described
from rundfrage.report.charts.bars import furthest
from rundfrage.report.charts.means import mean_bar, mean_intervals
from rundfrage.report.charts.rows import by_mean, item_label, table_title
from rundfrage.report.deck import Axis, Bar, Chart, ChartForm, Series
from rundfrage.tables.table import Table
from rundfrage.text import number


def draw(table: Table, language: str, theme: Theme) -> Chart:
    """One bar an item, from nothing to its mean."""
    press = Press(language, table.weight)
    blocks = by_mean(table)
    bars = tuple(mean_bar(block, press) for block in blocks)
    end = _end(bars)
    chart = Chart(
        form=ChartForm.MEANS,
        categories=tuple(item_label(block, table, language) for block in blocks),
        series=(Series(press.words("mean-heading"), theme.primary, bars),),
        axis=Axis(0, end, number(0, language), number(end, language)),
        side=mean_intervals(blocks, press),
        percent=False,
    )
    return described(chart, table_title(table, language), press.words)


def _end(bars: Sequence[Bar | None]) -> float:
    """The next even number from the largest on: a power of ten, or a small multiple of one."""
    largest = max((furthest(bar) for bar in bars if bar), default=0.0)
    if largest <= 0:
        return 1.0
    unit = 10.0 ** floor(log10(largest))
    even = (one * unit for one in (1, 1.5, 2, 3, 4, 5, 6, 8, 10))
    return next(one for one in even if one >= largest)
