"""Bars for one categorical or multiple-response variable, the most frequent answer first.

"Other" and "none" stand last, in the muted colour. A short list of exclusive answers (yes, no;
now, earlier, never) keeps the order of the questionnaire, which carries its own sense.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rundfrage.look.colour import LEGIBLE, contrast, ramp
from rundfrage.look.theme import Theme
from rundfrage.report.bind import Press
from rundfrage.report.charts.alt import described
from rundfrage.report.charts.rows import (
    LAST,
    category_rows,
    descending_rows,
    row_label,
    table_title,
)
from rundfrage.report.deck import Axis, Bar, Chart, ChartForm, Figure, Series, SideColumn
from rundfrage.tables.table import Block, Table

_SHORT = 4


def draw(table: Table, language: str, theme: Theme) -> Chart:
    """One bar a category."""
    press = Press(language, table.weight)
    block = table.blocks[0]
    rows = category_rows(block)
    if table.shape.several or len(rows) > _SHORT:
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
            else Bar(
                figure,
                cell.percent,
                colour=theme.muted if muted else "",
                reach=reach_of(figure, 100),
            )
        )
    labels = tuple(row_label(block.rows[index], press.language) for index in rows)
    chart = Chart(
        form=ChartForm.BARS,
        categories=labels,
        series=(Series(press.words("share"), theme.primary, tuple(bars)),),
        axis=Axis(0, percent_end(furthest(bar) for bar in bars if bar)),
        side=share_intervals(block, rows, press),
    )
    return described(chart, table_title(table, press.language), press.words)


def share_intervals(block: Block, rows: Sequence[int], press: Press) -> tuple[SideColumn, ...]:
    """The column of the intervals of the rows' shares; none where no row has one."""
    figures = [press.share_interval(block, index) for index in rows]
    return intervals(figures, press.words("interval-heading"))


def softened(chart: Chart, theme: Theme) -> Chart:
    """The bars in tones on which the lines of their intervals can be seen; as they are without."""
    drawn = any(bar and bar.reach for one in chart.series for bar in one.bars)
    if not drawn or chart.form in {ChartForm.DOTS, ChartForm.LINES}:
        return chart

    def tone(colour: str) -> str:
        if not colour:
            return ""
        lighter = ramp((colour, theme.background), 9)[3:]
        return next((one for one in lighter if contrast(one, theme.text) >= LEGIBLE), lighter[-1])

    return replace(
        chart,
        series=tuple(
            Series(
                one.name,
                tone(one.colour),
                tuple(bar and replace(bar, colour=tone(bar.colour)) for bar in one.bars),
            )
            for one in chart.series
        ),
    )


def reach_of(figure: Figure, factor: float) -> tuple[float, float] | None:
    """Where a figure's interval begins and ends on an axis whose units are `factor` to its own."""
    if figure.low is None or figure.high is None:
        return None
    return figure.low * factor, figure.high * factor


def intervals(figures: Sequence[Figure | None], heading: str) -> tuple[SideColumn, ...]:
    """The column of intervals beside a chart; none where no row has one."""
    return (SideColumn(heading, tuple(figures)),) if any(figures) else ()


def furthest(bar: Bar) -> float:
    """Where the bar, or its interval, ends."""
    return bar.plotted if bar.reach is None else max(bar.plotted, bar.reach[1])


def percent_end(values: Iterable[float]) -> float:
    """Where a percent axis ends: at the next ten above the largest value, 10 to 100."""
    largest = max(values, default=0.0)
    return float(min(100, max(10, -(-largest // 10) * 10)))
