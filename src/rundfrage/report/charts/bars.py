"""Bars for one categorical or multiple-response variable, the most frequent answer first.

"Other" and "none" stand last, in the muted colour. A short list of exclusive answers (yes, no;
now, earlier, never) keeps the order of the questionnaire, which carries its own sense.
"""

from __future__ import annotations

from collections.abc import Iterable

from rundfrage.report.bind import Press
from rundfrage.report.charts.alt import described
from rundfrage.report.charts.rows import (
    LAST,
    category_rows,
    descending_rows,
    row_label,
    table_title,
)
from rundfrage.report.deck import Axis, Bar, Chart, ChartForm, Series
from rundfrage.report.theme import Theme
from rundfrage.tables.table import Block, Table, TableKind

_SHORT = 4


def draw(table: Table, language: str, theme: Theme) -> Chart:
    """One bar a category."""
    press = Press(language, table.weight)
    block = table.blocks[0]
    rows = category_rows(block)
    if table.kind is TableKind.MULTIPLE or len(rows) > _SHORT:
        rows = descending_rows(block)
    return bar_chart(table, block, rows, press, theme)


def bar_chart(table: Table, block: Block, rows: list[int], press: Press, theme: Theme) -> Chart:
    """The given rows of a block as bars from zero to the largest of them."""
    bars = []
    for index in rows:
        figure = press.share(block, index)
        cell = block.cells[index][0]
        muted = block.rows[index].role in LAST
        bars.append(
            None
            if figure is None or cell is None or cell.percent is None
            else Bar(figure, cell.percent, colour=theme.muted if muted else "")
        )
    labels = tuple(row_label(block.rows[index], press.language) for index in rows)
    chart = Chart(
        form=ChartForm.BARS,
        categories=labels,
        series=(Series(press.words.share, theme.primary, tuple(bars)),),
        axis=Axis(0, percent_end(bar.plotted for bar in bars if bar)),
    )
    return described(chart, table_title(table, press.language), press.words)


def percent_end(values: Iterable[float]) -> float:
    """Where a percent axis ends: at the next ten above the largest value, 10 to 100."""
    largest = max(values, default=0.0)
    return float(min(100, max(10, -(-largest // 10) * 10)))
