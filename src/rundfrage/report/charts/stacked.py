"""A grid as bars stacked to 100 %, its items sorted by their means, which stand beside them."""

from __future__ import annotations

from rundfrage.codebook.bands import has_bands
from rundfrage.look.colour import ramp
from rundfrage.look.theme import Theme
from rundfrage.report.bind import Press
from rundfrage.report.charts.alt import described
from rundfrage.report.charts.rows import (
    TOP,
    by_mean,
    category_rows,
    find_row,
    item_label,
    row_label,
    table_title,
)
from rundfrage.report.deck import Axis, Bar, Chart, ChartForm, Figure, Series, SideColumn
from rundfrage.tables.table import Block, Table

LABELLED_FROM = 5
"""Segments under so many percent have no room for a label."""


def draw(table: Table, language: str, theme: Theme) -> Chart:
    """One row an item, one segment a step of the scale, best first; top-2 and means beside."""
    press = Press(language, table.weight)
    words = press.words
    blocks = by_mean(table)
    steps = [blocks[0].rows[index] for index in category_rows(blocks[0])]
    colours = ramp(theme.scale, len(steps))
    series = tuple(
        Series(
            row_label(step, language), colour, tuple(_bar(one, step.name, press) for one in blocks)
        )
        for step, colour in zip(steps, colours, strict=True)
    )
    labels = tuple(item_label(block, table, language) for block in blocks)
    tops = tuple(_net(block, press) for block in blocks)
    means = tuple(press.statistic(block, "mean") for block in blocks)
    columns = (SideColumn(words("top-heading"), tops), SideColumn(words("mean-heading"), means))
    side = tuple(column for column in columns if any(column.figures))
    chart = Chart(
        form=ChartForm.STACKED,
        categories=labels,
        series=series,
        axis=Axis(0, 100),
        side=side,
    )
    return described(chart, table_title(table, language), words)


def _bar(block: Block, step: str, press: Press) -> Bar | None:
    row = find_row(block, step)
    if row is None:
        return None
    figure, cell = press.share(block, row), block.cells[row][0]
    if figure is None or cell is None or cell.percent is None:
        return None
    return Bar(figure, cell.percent, labelled=cell.percent >= LABELLED_FROM)


def _net(block: Block, press: Press) -> Figure | None:
    row = None if has_bands(block.variable) else find_row(block, TOP)
    return None if row is None else press.share(block, row)
