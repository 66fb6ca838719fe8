"""The items of a grid ranked by their means, on an axis whose best end is the longest bar."""

from __future__ import annotations

from collections.abc import Sequence

from rundfrage.look.theme import Theme
from rundfrage.report.bind import Press
from rundfrage.report.charts.alt import described
from rundfrage.report.charts.bars import intervals, reach_of
from rundfrage.report.charts.rows import best_end, by_mean, item_label, row_label, table_title
from rundfrage.report.deck import Axis, Bar, Chart, ChartForm, Series, SideColumn
from rundfrage.report.digits import decimals
from rundfrage.tables.table import Block, Table
from rundfrage.text import half_up, number


def draw(table: Table, language: str, theme: Theme) -> Chart:
    """One bar an item, from the worst end of the scale to the mean."""
    press = Press(language, table.weight)
    blocks = by_mean(table)
    best, worst = best_end(blocks[0].variable)
    labels = tuple(item_label(block, table, language) for block in blocks)
    bars = tuple(mean_bar(block, press) for block in blocks)
    chart = Chart(
        form=ChartForm.MEANS,
        categories=labels,
        series=(Series(press.words("mean-heading"), theme.primary, bars),),
        axis=Axis(
            worst, best, end_label(blocks[0], -1, language), end_label(blocks[0], 0, language)
        ),
        side=mean_intervals(blocks, press),
        percent=False,
    )
    return described(chart, table_title(table, language), press.words)


def mean_bar(block: Block, press: Press) -> Bar | None:
    """The mean as a bar, drawn as it is printed; None without one."""
    figure = press.statistic(block, "mean")
    if figure is None:
        return None
    printed = half_up(figure.value, decimals(block, "mean", figure.value))
    return Bar(figure, float(printed), reach=reach_of(figure, 1))


def mean_intervals(blocks: Sequence[Block], press: Press) -> tuple[SideColumn, ...]:
    """The column of the means' intervals; none where no mean has one."""
    figures = [press.statistic_interval(block, "mean") for block in blocks]
    return intervals(figures, press.words("interval-heading"))


def end_label(block: Block, place: int, language: str) -> str:
    """An end of the axis in words: 1 = very good."""
    categories = block.variable.categories
    if not categories:
        return ""
    category = categories[place]
    row = next((row for row in block.rows if row.name == category.name), None)
    label = row_label(row, language) if row else category.label.into(language)
    return f"{number(category.code, language)} = {label}"
