"""The items of a grid by their means, the best first: dots on the scale as it was asked.

The scale runs from its lowest number to its highest, and its ends say which of them is good.
"""

from __future__ import annotations

from collections.abc import Sequence

from rundfrage.codebook.bands import has_bare_steps
from rundfrage.look.theme import Theme
from rundfrage.report.bind import Press, statistics_of
from rundfrage.report.charts.alt import described
from rundfrage.report.charts.bars import intervals, reach_of
from rundfrage.report.charts.rows import best_end, by_mean, item_label, row_label, table_title
from rundfrage.report.deck import Axis, Bar, Chart, ChartForm, Series, SideColumn
from rundfrage.report.digits import decimals
from rundfrage.tables.table import Block, Table
from rundfrage.text import half_up, number


def draw(table: Table, language: str, theme: Theme) -> Chart:
    """One dot an item, where its mean lies on the scale."""
    press = Press(language, table.weight)
    blocks = by_mean(table)
    best, worst = best_end(blocks[0].variable)
    if has_bare_steps(blocks[0].variable) and best < worst:
        # Of bare numbers no end is known to be the better one: the largest comes first.
        blocks = _upward(blocks)
    labels = tuple(item_label(block, table, language) for block in blocks)
    bars = tuple(mean_bar(block, press) for block in blocks)
    chart = Chart(
        form=ChartForm.DOTS,
        categories=labels,
        series=(Series(press.words("mean-heading"), theme.primary, bars),),
        axis=scale_axis(blocks[0], language),
        side=mean_intervals(blocks, press),
        percent=False,
    )
    return described(chart, table_title(table, language), press.words)


def scale_axis(block: Block, language: str) -> Axis:
    """The axis of a scale from its lowest number to its highest, with what they mean."""
    best, worst = best_end(block.variable)
    first, last = end_label(block, 0, language), end_label(block, -1, language)
    return Axis(best, worst, first, last) if best < worst else Axis(worst, best, last, first)


def _upward(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The largest mean first; those without one still last."""
    known = [block for block in blocks if statistics_of(block).mean is not None]
    return (*known[::-1], *(block for block in blocks if block not in known))


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
