"""The rows of a chart by name: put in another order, or found so that they stand out."""

from __future__ import annotations

from collections.abc import Mapping

from rundfrage.codebook import shapes
from rundfrage.codebook.shapes import ByShape
from rundfrage.errors import Problem, did_you_mean
from rundfrage.locales import message
from rundfrage.report.charts.alt import described, rows_at
from rundfrage.report.charts.rows import LAST, table_title
from rundfrage.report.deck import Bar, Chart, ChartForm
from rundfrage.report.words import words_in
from rundfrage.tables.table import Table

ASKED, SIZE = "asked", "size"

ORDERS: ByShape[tuple[str, ...]] = ByShape(
    {
        shapes.CATEGORIES: (ASKED, SIZE),
        shapes.STEPS: (),
        shapes.MARKS: (ASKED, SIZE),
        shapes.RATINGS: (ASKED,),
        shapes.RANKS: (ASKED,),
        shapes.PARTS: (ASKED,),
        shapes.NUMBERS: (),
        shapes.DAYS: (),
        shapes.WORDS: (),
    }
)
"""The orders that an author may choose: scales, numbers and days keep the one they have."""


def ordered(chart: Chart, table: Table, order: str, language: str) -> Chart:
    """The chart with its rows as they were asked, or by size; "other" and "none" stay last.

    Raises a Problem where the rows have an order of their own.
    """
    if order not in ORDERS[table.shape]:
        raise Problem(
            "chart-form",
            found=message("{name} can't be sorted by {order}.", name=table.name, order=order),
            expected=message("answers without an order of their own, or items as they were asked."),
            mend=message("Leave sort= out for the usual order."),
        )
    names, asked = row_names(chart, table), _asked(table)
    last = {row.name for block in table.blocks for row in block.rows if row.role in LAST}

    def key(at: int) -> tuple[bool, float]:
        bar = _first(chart, at)
        place = asked.get(names[at], len(asked))
        size = -bar.plotted if bar is not None else 0.0
        return len(table.blocks) == 1 and names[at] in last, size if order == SIZE else place

    sorted_rows = rows_at(chart, sorted(range(len(names)), key=key))
    return described(sorted_rows, table_title(table, language), words_in(language))


def named_rows(
    chart: Chart, table: Table, given: str, attribute: str = "highlight"
) -> frozenset[int]:
    """The places of the rows whose names are given, with spaces between; raises a Problem.

    `attribute` is where an author gave them.
    """
    lines = chart.form is ChartForm.LINES
    if chart.form is ChartForm.STACKED or (len(chart.series) != 1 and not lines):
        raise Problem(
            "chart-form",
            found=message("{name} is drawn as segments, which all keep their colours.",
                          name=table.name),
            expected=message("a chart of bars, columns or dots."),
            mend=message("Leave {attribute}= out, or take another form.", attribute=attribute),
        )  # fmt: skip
    names = row_names(chart, table)
    wanted = given.replace(",", " ").split()
    for one in wanted:
        if one not in names:
            raise Problem(
                "chart-form",
                found=message("{name} has no row called {row}.", name=table.name, row=one[:40]),
                expected=message("one of {names}.", names=", ".join(filter(None, names))),
                mend=did_you_mean(one[:40], names) or message("Correct the name."),
            )
    return frozenset(at for at, name in enumerate(names) if name in wanted)


def row_names(chart: Chart, table: Table) -> tuple[str, ...]:
    """What the rows, or the lines, are called in bindings; empty where nothing is drawn."""
    if chart.form is ChartForm.LINES:
        firsts = (next(filter(None, one.bars), None) for one in chart.series)
        return tuple(_name(bar, table) for bar in firsts)
    return tuple(_name(_first(chart, at), table) for at in range(len(chart.categories)))


def _name(bar: Bar | None, table: Table) -> str:
    if bar is None:
        return ""
    binding = bar.figure.binding.partition("[")[0]
    block = next((one for one in table.blocks if binding.startswith(f"{one.name}.")), None)
    if block is None:
        return ""
    if len(table.blocks) > 1:
        return block.name.rpartition(".")[2]
    return binding.removeprefix(f"{block.name}.").removesuffix(".share")


def _asked(table: Table) -> Mapping[str, int]:
    if len(table.blocks) > 1:
        names = [block.name.rpartition(".")[2] for block in table.blocks]
    else:
        names = [row.name for row in table.blocks[0].rows]
    return {name: place for place, name in enumerate(names)}


def _first(chart: Chart, at: int) -> Bar | None:
    return next((one.bars[at] for one in chart.series if one.bars[at] is not None), None)
