"""One question in each group of another: the same bars on the same axis, a chart a group."""

from __future__ import annotations

from dataclasses import replace

from rundfrage.codebook import shapes
from rundfrage.errors import Problem, did_you_mean
from rundfrage.locales import message
from rundfrage.look.theme import Theme
from rundfrage.report.bind import Press
from rundfrage.report.charts.alt import described
from rundfrage.report.charts.bars import furthest, percent_end, reach_of, softened
from rundfrage.report.charts.emphasis import emphasised, standing_out
from rundfrage.report.charts.groups import group_label, of_group
from rundfrage.report.charts.order import named_rows
from rundfrage.report.charts.rows import (
    LAST,
    category_rows,
    descending_rows,
    row_label,
    table_title,
)
from rundfrage.report.deck import Axis, Bar, Chart, ChartForm, Claim, Pane, Series
from rundfrage.report.words import compose
from rundfrage.tables.table import Block, Table

_SHORT = 4
"""So few exclusive answers keep the order of the questionnaire."""


def draw(
    table: Table, title: Claim, highlight: str, groups: str | None, language: str, theme: Theme
) -> tuple[Pane, ...]:
    """A chart of everybody, then one a group; or of the groups named alone.

    `table` has the groups across the top; those that nothing is shown of are left out. The rows
    that `highlight` names stand out, else those that the title does. Raises a Problem if the
    question isn't one of answers, or a group isn't there.
    """
    block, press = table.blocks[0], Press(language, table.weight)
    _require(table)
    rows = _rows(table, block)
    shown = [
        place for place, ledger in enumerate(block.bases) if ledger is not None and ledger.answered
    ]
    columns = shown if groups is None else _named(table, groups, shown)
    charts = [_chart(table, rows, place, press, theme) for place in columns]
    ends = [furthest(bar) for chart in charts for bar in chart.series[0].bars if bar]
    axis = Axis(0, percent_end(ends))
    whole = _chart(table, rows, 0, press, theme)
    places = (
        named_rows(whole, table, highlight)
        if highlight
        else _standing(emphasised(whole, title, table, theme), whole)
    )
    asked = table_title(table, language)
    panes = []
    for place, chart in zip(columns, charts, strict=True):
        label = group_label(table, place, language)
        size = of_group(table, press.count(block, "n", place), place)
        base = Claim(()) if size is None else compose(press.words["group-n"], n=size)
        drawn = standing_out(softened(replace(chart, axis=axis), theme), places, theme)
        named = described(drawn, f"{asked} – {label}", press.words)
        panes.append(Pane(Claim((label,)), base, named, table.name))
    return tuple(panes)


def _require(table: Table) -> None:
    drawn = (shapes.CATEGORIES, shapes.STEPS, shapes.MARKS)
    if len(table.blocks) > 1 or not any(table.shape is one for one in drawn):
        raise Problem(
            "chart-form",
            found=message("{name} can't be drawn as bars in each group.", name=table.name),
            expected=message("a choice of answers, or a scale."),
            mend=message(
                "Compare one of its numbers: {{compare={name}.ANSWER by=QUESTION}}.",
                name=table.name,
            ),
        )


def _rows(table: Table, block: Block) -> list[int]:
    rows = category_rows(block)
    if table.shape is shapes.STEPS or (not table.shape.several and len(rows) <= _SHORT):
        return rows
    return descending_rows(block)


def _named(table: Table, groups: str, shown: list[int]) -> list[int]:
    """The places of the groups that are named; raises a Problem."""
    names = {table.columns[place].name: place for place in range(1, len(table.columns))}
    places = []
    for one in dict.fromkeys(groups.replace(",", " ").split()):
        if one not in names:
            raise Problem(
                "chart-form",
                found=message("There is no group {group}.", group=one[:40]),
                expected=message("one of {names}.", names=", ".join(names)),
                mend=did_you_mean(one[:40], list(names)) or message("Correct the name."),
            )
        places += [names[one]] if names[one] in shown else []
    return places


def _chart(table: Table, rows: list[int], column: int, press: Press, theme: Theme) -> Chart:
    """The bars of a group, everybody's in the muted colour."""
    block = table.blocks[0]
    bars = tuple(_bar(table, block, row, column, press, theme) for row in rows)
    colour = theme.primary if column else theme.muted
    return Chart(
        ChartForm.BARS,
        tuple(row_label(block.rows[row], press.language) for row in rows),
        (Series(press.words("share"), colour, bars),),
        Axis(0, 100),
    )


def _bar(
    table: Table, block: Block, row: int, column: int, press: Press, theme: Theme
) -> Bar | None:
    figure, cell = press.share(block, row, column), block.cells[row][column]
    bound = of_group(table, figure, column)
    if bound is None or cell is None or cell.percent is None:
        return None
    muted = block.rows[row].role in LAST
    return Bar(bound, cell.percent, colour=theme.muted if muted else "", reach=reach_of(bound, 100))


def _standing(chart: Chart, plain: Chart) -> frozenset[int]:
    """The places of the rows that keep their colour where others don't."""
    pairs = zip(chart.series[0].bars, plain.series[0].bars, strict=True)
    same = frozenset(at for at, (one, other) in enumerate(pairs) if one == other)
    return same if len(same) < len(plain.categories) else frozenset()
