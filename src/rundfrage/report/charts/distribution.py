"""How numbers or dates are spread: one bar a value or a class, in their own order.

On a 0 to 10 scale of recommendation the bars are coloured as promoters, passives and detractors.
"""

from __future__ import annotations

from dataclasses import replace

from rundfrage.look.theme import Theme
from rundfrage.report.bind import Press
from rundfrage.report.charts.alt import described
from rundfrage.report.charts.bars import bar_chart
from rundfrage.report.charts.rows import category_rows, find_row, one_line, table_title
from rundfrage.report.deck import Chart
from rundfrage.tables.table import Block, Table

_GROUPS = {"promoters": 0, "passives": 1, "detractors": -1}
"""The nets of a recommendation scale, and which colour of the theme's scale each takes."""


def draw(table: Table, language: str, theme: Theme) -> Chart:
    """One bar a class, from the lowest to the highest; the ends of a scale with their words."""
    block = table.blocks[0]
    press = Press(language, table.weight)
    rows = category_rows(block)
    chart = bar_chart(table, block, rows, press, theme)
    colours = _colours(block, theme)
    series = chart.series[0]
    bars = tuple(
        replace(bar, colour=colours.get(block.rows[row].name, "")) if bar else None
        for row, bar in zip(rows, series.bars, strict=True)
    )
    chart = replace(
        chart,
        categories=_with_ends(block, chart.categories, language),
        series=(replace(series, bars=bars),),
    )
    return described(chart, table_title(table, language), press.words)


def _colours(block: Block, theme: Theme) -> dict[str, str]:
    """The colour of each row that belongs to a group."""
    colours: dict[str, str] = {}
    for group, place in _GROUPS.items():
        net = find_row(block, group) if block.variable.nps else None
        if net is not None:
            colours.update(dict.fromkeys(block.rows[net].members, theme.scale[place]))
    return colours


def _with_ends(block: Block, labels: tuple[str, ...], language: str) -> tuple[str, ...]:
    """The labels, the first and the last with what the ends of the scale mean."""
    if block.variable.ends is None or len(labels) < 2:
        return labels
    first, last = (one_line(end, language) for end in block.variable.ends)
    return (
        f"{labels[0]} = {first}" if first else labels[0],
        *labels[1:-1],
        f"{labels[-1]} = {last}" if last else labels[-1],
    )
