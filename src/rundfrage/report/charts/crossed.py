"""One question in each group of another: a row a group, its answers as segments that add up."""

from __future__ import annotations

from rundfrage.codebook import shapes
from rundfrage.errors import Problem
from rundfrage.locales import message
from rundfrage.look.colour import ramp
from rundfrage.look.theme import Theme
from rundfrage.report.bind import Press
from rundfrage.report.charts.alt import described
from rundfrage.report.charts.groups import group_label, of_group
from rundfrage.report.charts.rows import LAST, TOP, category_rows, find_row, row_label, table_title
from rundfrage.report.charts.stacked import LABELLED_FROM
from rundfrage.report.deck import Axis, Bar, Chart, ChartForm, Figure, Series, SideColumn
from rundfrage.tables.table import Block, Table

MOST = 7
"""More answers than this can't be told apart as segments."""


def draw(table: Table, language: str, theme: Theme) -> Chart:
    """A row for everybody, then one a group; `table` has the groups across the top.

    Groups that nothing is shown of are left out. Raises a Problem if the answers don't exclude each
    other, or are too many.
    """
    block, press = table.blocks[0], Press(language, table.weight)
    rows = category_rows(block)
    _require(table, len(rows))
    columns = [
        place for place, ledger in enumerate(block.bases) if ledger is not None and ledger.answered
    ]
    labels = tuple(group_label(table, place, language) for place in columns)
    colours = _colours(table, block, rows, theme)
    series = tuple(
        Series(
            row_label(block.rows[row], language),
            colour,
            tuple(_bar(table, block, row, place, press) for place in columns),
        )
        for row, colour in zip(rows, colours, strict=True)
    )
    words = press.words
    top = find_row(block, TOP)
    beside: list[tuple[str, list[Figure | None]]] = [
        ("n", [press.count(block, "n", place) for place in columns])
    ]
    if table.shape is shapes.STEPS:
        if top is not None:
            beside.append((words("top-heading"), [press.share(block, top, at) for at in columns]))
        beside.append(
            (words("mean-heading"), [press.statistic(block, "mean", at) for at in columns])
        )
    chart = Chart(
        form=ChartForm.STACKED,
        categories=labels,
        series=series,
        axis=Axis(0, 100),
        side=tuple(
            SideColumn(
                heading,
                tuple(of_group(table, one, at) for one, at in zip(figures, columns, strict=True)),
            )
            for heading, figures in beside
            if any(figures)
        ),
    )
    return described(chart, table_title(table, language), words)


def _require(table: Table, answers: int) -> None:
    exclusive = table.shape is shapes.CATEGORIES or table.shape is shapes.STEPS
    if not exclusive or len(table.blocks) > 1:
        raise Problem(
            "chart-form",
            found=message("{name} can't be drawn by groups as a whole.", name=table.name),
            expected=message("a choice of one answer, or a scale."),
            mend=message(
                "Compare one of its numbers: {{compare={name}.ANSWER by=QUESTION}}.",
                name=table.name,
            ),
        )
    if answers > MOST:
        raise Problem(
            "chart-form",
            found=message("{name} has {count} answers.", name=table.name, count=answers),
            expected=message("at most {most} to be drawn by groups.", most=MOST),
            mend=message(
                "Compare one of its numbers: {{compare={name}.ANSWER by=QUESTION}}.",
                name=table.name,
            ),
        )


def _colours(table: Table, block: Block, rows: list[int], theme: Theme) -> list[str]:
    """Those of the scale; of answers without an order tones of one colour, the last ones muted."""
    if table.shape is shapes.STEPS:
        return list(ramp(theme.scale, len(rows)))
    own = [row for row in rows if block.rows[row].role not in LAST]
    tones = dict(zip(own, ramp((theme.primary, theme.background), len(own) + 2), strict=False))
    return [tones.get(row, theme.muted) for row in rows]


def _bar(table: Table, block: Block, row: int, column: int, press: Press) -> Bar | None:
    figure, cell = press.share(block, row, column), block.cells[row][column]
    bound = of_group(table, figure, column)
    if bound is None or cell is None or cell.percent is None:
        return None
    return Bar(bound, cell.percent, labelled=cell.percent >= LABELLED_FROM)
