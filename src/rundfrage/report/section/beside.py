"""The small chart beside a headline figure: what the figure is a part of.

A net of a scale is shown as the whole scale, its own steps in their colours and the others in a
softer tone; several shares that one wording speaks of as bars against the whole; any other share as
a ring, or as a hundred squares where people gave several answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rundfrage.look.colour import ramp
from rundfrage.look.theme import Theme
from rundfrage.report.bind import Press
from rundfrage.report.charts.alt import described
from rundfrage.report.charts.rows import category_rows, find_row, row_label, table_title
from rundfrage.report.charts.share import share_chart
from rundfrage.report.claims import Assertion, Bound, Evidence
from rundfrage.report.claims.quantity import Measure, Quantity
from rundfrage.report.deck import Axis, Bar, Chart, ChartForm, Series, ShareStyle
from rundfrage.tables.table import Block, Table
from rundfrage.text import half_up

_MOST = 5
"""Bars beside a headline are few, so that they are taken in with it."""
_LABELLED_FROM = 5


def chart_beside(
    written: Bound | Assertion, table: Table, evidence: Evidence, theme: Theme
) -> Chart | None:
    """The chart of a headline on one question; None where the figure is no part of a whole."""
    bindings = (written.binding,) if isinstance(written, Bound) else written.bindings
    quantities = evidence.every(bindings)
    if any(one.measure is not Measure.SHARE for one in quantities):
        return None
    press = Press(evidence.language, table.weight)
    if len(quantities) > 1:
        return _bars(quantities, table, press, theme) if len(quantities) <= _MOST else None
    found = evidence.found(bindings[0])
    scale = found is not None and table.shape.stepped and not bindings[0].subgroup
    row = find_row(found.block, found.rest) if scale and found is not None else None
    if row is not None and found is not None:
        return _scale(table, found.block, row, press, theme)
    style = ShareStyle.WAFFLE if table.shape.several else ShareStyle.DONUT
    one = quantities[0]
    return share_chart(one.figure, one.label, style, press.words, theme)


def _bars(quantities: Sequence[Quantity], table: Table, press: Press, theme: Theme) -> Chart:
    bars = tuple(Bar(one.figure, float(half_up(float(one.percent)))) for one in quantities)
    chart = Chart(
        form=ChartForm.BARS,
        categories=tuple(one.label for one in quantities),
        series=(Series(press.words("share"), theme.primary, bars),),
        axis=Axis(0, 100),
        grounded=True,
    )
    return described(chart, table_title(table, press.language), press.words)


def _scale(table: Table, block: Block, row: int, press: Press, theme: Theme) -> Chart | None:
    """The scale as one row, from its best step on."""
    steps = category_rows(block)
    named = set(block.rows[row].members or (block.rows[row].name,))
    series = []
    for index, colour in zip(steps, ramp(theme.scale, len(steps)), strict=True):
        figure, cell = press.share(block, index), block.cells[index][0]
        if figure is None or cell is None or cell.percent is None:
            return None
        inside = block.rows[index].name in named
        shown = Bar(figure, cell.percent, labelled=cell.percent >= _LABELLED_FROM)
        tone = colour if inside else theme.panel
        series.append(Series(row_label(block.rows[index], press.language), tone, (shown,)))
    chart = Chart(
        form=ChartForm.STACKED,
        categories=("",),
        series=tuple(series),
        axis=Axis(0, 100, series[0].name, series[-1].name),
    )
    said = described(chart, table_title(table, press.language), press.words)
    return replace(said, net=tuple(block.rows[index].name in named for index in steps))
