"""The workbook inside a native chart: what opens on "Edit data"."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from dataclasses import dataclass

import xlsxwriter

from rundfrage.report.deck import Chart, ChartForm, ShareStyle
from rundfrage.report.outputs.pptx.words import clean

SHEET = "Sheet1"
OFFSET = "(offset)"
"""The name of the unseen series that shifts the rows of a chart."""
LABELS = "(labels)"
"""The name of the unseen series that bears the names of the rows of dots."""
INTERVALS = "(intervals)"
"""The name of the series of dots that draws their intervals."""
ROWS, START = 1, 2
"""The columns behind that of dots: the height of each row, and where the scale starts."""
EPOCH = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
"""The date in a file's properties: always the same, so that equal reports are equal bytes."""

PLAIN = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
"""How workbooks are written: a text stays a text, whatever sign it starts with."""


@dataclass(frozen=True)
class Column:
    """One series in the workbook: its name over a value a category."""

    name: str
    values: tuple[float | None, ...]


def chart_workbook(chart: Chart, categories: tuple[str, ...]) -> bytes:
    """Categories down, series across, the plotted values between; bytes of an .xlsx."""
    shift = chart.shift
    before = () if shift is None else (Column(OFFSET, shift.starts),)
    columns = (
        Column(one.name, tuple(None if bar is None else bar.plotted for bar in one.bars))
        for one in chart.series
    )
    if chart.form is ChartForm.DOTS:
        return workbook(categories, dots_columns(next(columns), chart.axis.start))
    whole = chart.whole
    if whole is not None and whole.style is ShareStyle.DONUT:
        rest = tuple(Column(one.name, (*one.values, rest_of(one.values))) for one in columns)
        return workbook((*categories, clean(whole.rest)), rest)
    return workbook(categories, (*before, *columns))


def dots_columns(dots: Column, start: float) -> tuple[Column, ...]:
    """The columns of dots: where each lies across, its height, and where the scale starts."""
    rows = rows_of(dots.values)
    return (dots, Column("(rows)", rows), Column(LABELS, (start,) * len(rows)))


def rows_of(values: Sequence[object]) -> tuple[float, ...]:
    """The height of each row, counted from the top."""
    return tuple(at + 0.5 for at in range(len(values)))


def rest_of(values: Sequence[float | None]) -> float:
    """What the values leave of a hundred."""
    return 100 - sum(value for value in values if value is not None)


def workbook(categories: Sequence[str], columns: Sequence[Column]) -> bytes:
    """The bytes of an .xlsx with the categories down and the columns across."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, PLAIN)
    book.set_properties({"created": EPOCH})
    sheet = book.add_worksheet(SHEET)
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 48)
    sheet.set_column(1, len(columns), 18)
    for row, category in enumerate(categories, start=1):
        sheet.write_string(row, 0, category, wrap)
    for place, column in enumerate(columns, start=1):
        sheet.write_string(0, place, clean(column.name), wrap)
        for row, value in enumerate(column.values, start=1):
            if value is not None:
                sheet.write_number(row, place, value)
    book.close()
    return buffer.getvalue()
