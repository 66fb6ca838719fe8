"""How numbers or dates are spread: one column a value or a class, in their own order.

On a 0 to 10 scale of recommendation the columns are coloured as promoters, passives and
detractors, whose shares stand in brackets over them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rundfrage.look.theme import Theme
from rundfrage.report.bind import Press
from rundfrage.report.charts.alt import described
from rundfrage.report.charts.bars import bar_chart, share_intervals
from rundfrage.report.charts.rows import (
    category_rows,
    find_row,
    one_line,
    row_label,
    table_title,
)
from rundfrage.report.charts.upright import lying, upright
from rundfrage.report.deck import Bracket, Chart
from rundfrage.tables.table import Block, Table
from rundfrage.text import number

_GROUPS = {"promoters": 0, "passives": 1, "detractors": -1}
"""The nets of a recommendation scale, and which colour of the theme's scale each takes."""


def draw(table: Table, language: str, theme: Theme) -> Chart:
    """One column a class, from the lowest to the highest; under them what a scale's ends mean."""
    block = table.blocks[0]
    press = Press(language, table.weight)
    rows = category_rows(block)
    chart = upright(bar_chart(table, block, rows, press, theme))
    colours = _colours(block, theme)
    series = chart.series[0]
    bars = tuple(
        replace(bar, colour=colours.get(block.rows[row].name, "")) if bar else None
        for row, bar in zip(rows, series.bars, strict=True)
    )
    start, end = _ends(block, rows, chart.categories, language)
    chart = replace(
        chart,
        series=(replace(series, bars=bars),),
        axis=replace(chart.axis, start_label=start, end_label=end),
        brackets=tuple(_brackets(block, rows, press, theme)),
    )
    return described(chart, table_title(table, language), press.words)


def draw_lying(table: Table, language: str, theme: Theme) -> Chart:
    """The same as bars, one below the other."""
    chart = lying(draw(table, language, theme))
    block, press = table.blocks[0], Press(language, table.weight)
    side = share_intervals(block, category_rows(block), press)
    return described(replace(chart, side=side), table_title(table, language), press.words)


def _brackets(block: Block, rows: Sequence[int], press: Press, theme: Theme) -> Iterator[Bracket]:
    """The groups of a recommendation scale in the order of their steps, with their shares."""
    places = {block.rows[row].name: place for place, row in enumerate(rows)}
    for group, colour in reversed(_GROUPS.items()):
        net = find_row(block, group) if block.variable.nps else None
        figure = None if net is None else press.share(block, net)
        inside = [] if net is None else [places[name] for name in block.rows[net].members]
        if net is not None and figure is not None and inside:
            name = row_label(block.rows[net], press.language)
            yield Bracket(name, figure, min(inside), max(inside), theme.scale[colour])


def _colours(block: Block, theme: Theme) -> dict[str, str]:
    """The colour of each row that belongs to a group."""
    colours: dict[str, str] = {}
    for group, place in _GROUPS.items():
        net = find_row(block, group) if block.variable.nps else None
        if net is not None:
            colours.update(dict.fromkeys(block.rows[net].members, theme.scale[place]))
    return colours


def _ends(
    block: Block, rows: Sequence[int], labels: tuple[str, ...], language: str
) -> tuple[str, str]:
    """The labels of the scale's ends with what the ends mean; empty where they mean nothing."""
    variable = block.variable
    if variable.ends is None or len(labels) < 2:
        return "", ""
    first, last = (one_line(end, language) for end in variable.ends)
    return (
        _end(labels[0], block.rows[rows[0]].name, variable.low, first, language),
        _end(labels[-1], block.rows[rows[-1]].name, variable.high, last, language),
    )


def _end(label: str, row: str, bound: float | None, meaning: str, language: str) -> str:
    """The label with the end's meaning, if the row is or holds the end of the scale."""
    low, _, high = row.partition("_")
    if not meaning or (bound is not None and not float(low) <= bound <= float(high or low)):
        return ""
    if not high or bound is None:
        return f"{label} = {meaning}"
    return f"{label} ({number(bound, language)} = {meaning})"
