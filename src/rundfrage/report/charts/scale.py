"""Bars for one ordinal variable in the order of its scale, the two best steps in full colour."""

from __future__ import annotations

from dataclasses import replace

from rundfrage.look.colour import ramp
from rundfrage.look.theme import Theme
from rundfrage.report.bind import Press
from rundfrage.report.charts.bars import bar_chart
from rundfrage.report.charts.rows import TOP, category_rows, find_row
from rundfrage.report.deck import Chart
from rundfrage.tables.table import Table


def draw(table: Table, language: str, theme: Theme) -> Chart:
    """One bar a step of the scale; those outside the top-2 in a softer tone."""
    press = Press(language, table.weight)
    block = table.blocks[0]
    rows = category_rows(block)
    chart = bar_chart(table, block, rows, press, theme)
    net = find_row(block, TOP)
    if net is None:
        return chart
    best = block.rows[net].members
    soft = ramp((theme.primary, theme.background), 9)[4]
    series = chart.series[0]
    bars = tuple(
        replace(bar, colour=soft) if bar and block.rows[row].name not in best else bar
        for row, bar in zip(rows, series.bars, strict=True)
    )
    return replace(chart, series=(replace(series, bars=bars),))
