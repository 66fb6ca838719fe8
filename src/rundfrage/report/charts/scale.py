"""Bars for one ordinal variable in the order of its scale."""

from __future__ import annotations

from rundfrage.look.theme import Theme
from rundfrage.report.bind import Press
from rundfrage.report.charts.bars import bar_chart
from rundfrage.report.charts.rows import category_rows
from rundfrage.report.deck import Chart
from rundfrage.tables.table import Table


def draw(table: Table, language: str, theme: Theme) -> Chart:
    """One bar a step of the scale."""
    block = table.blocks[0]
    return bar_chart(table, block, category_rows(block), Press(language, table.weight), theme)
