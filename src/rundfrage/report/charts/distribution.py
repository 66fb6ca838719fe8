"""How numbers or dates are spread: one bar a value or a class, in their own order.

On a 0 to 10 scale of recommendation the bars are coloured as promoters, passives and detractors.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rundfrage.look.theme import Theme
from rundfrage.report.bind import Press
from rundfrage.report.charts.alt import described
from rundfrage.report.charts.bars import bar_chart
from rundfrage.report.charts.rows import category_rows, find_row, one_line, table_title
from rundfrage.report.deck import Chart
from rundfrage.tables.table import Block, Table
from rundfrage.text import number

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
        categories=_with_ends(block, rows, chart.categories, language),
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


def _with_ends(
    block: Block, rows: Sequence[int], labels: tuple[str, ...], language: str
) -> tuple[str, ...]:
    """The labels, those of the scale's ends with what the ends mean."""
    variable = block.variable
    if variable.ends is None or len(labels) < 2:
        return labels
    first, last = (one_line(end, language) for end in variable.ends)
    return (
        _end(labels[0], block.rows[rows[0]].name, variable.low, first, language),
        *labels[1:-1],
        _end(labels[-1], block.rows[rows[-1]].name, variable.high, last, language),
    )


def _end(label: str, row: str, bound: float | None, meaning: str, language: str) -> str:
    """The label with the end's meaning, if the row is or holds the end of the scale."""
    low, _, high = row.partition("_")
    if not meaning or (bound is not None and not float(low) <= bound <= float(high or low)):
        return label
    if not high or bound is None:
        return f"{label} = {meaning}"
    return f"{label} ({number(bound, language)} = {meaning})"
