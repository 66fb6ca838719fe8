"""Columns: the answers of one variable side by side, in the order of the questionnaire."""

from __future__ import annotations

from rundfrage.look.theme import Theme
from rundfrage.report.bind import Press
from rundfrage.report.charts.alt import described
from rundfrage.report.charts.bars import bar_chart
from rundfrage.report.charts.rows import category_rows, table_title
from rundfrage.report.charts.upright import upright
from rundfrage.report.deck import Chart
from rundfrage.tables.table import Table


def draw(table: Table, language: str, theme: Theme) -> Chart:
    """One column a category."""
    block, press = table.blocks[0], Press(language, table.weight)
    chart = bar_chart(table, block, category_rows(block), press, theme)
    return described(upright(chart), table_title(table, language), press.words)
