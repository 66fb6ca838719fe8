"""The workbook inside a native chart: what opens on "Edit data"."""

from __future__ import annotations

import datetime
import io

import xlsxwriter

from rundfrage.report.deck import Chart
from rundfrage.report.outputs.pptx.words import clean

SHEET = "Sheet1"
EPOCH = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
"""The date in a file's properties: always the same, so that equal reports are equal bytes."""

PLAIN = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
"""How workbooks are written: a text stays a text, whatever sign it starts with."""


def chart_workbook(chart: Chart, categories: tuple[str, ...]) -> bytes:
    """Categories down, series across, the plotted values between; bytes of an .xlsx."""
    buffer = io.BytesIO()
    workbook = xlsxwriter.Workbook(buffer, PLAIN)
    workbook.set_properties({"created": EPOCH})
    sheet = workbook.add_worksheet(SHEET)
    wrap = workbook.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 48)
    sheet.set_column(1, len(chart.series), 18)
    for row, category in enumerate(categories, start=1):
        sheet.write_string(row, 0, category, wrap)
    for column, series in enumerate(chart.series, start=1):
        sheet.write_string(0, column, clean(series.name), wrap)
        for row, bar in enumerate(series.bars, start=1):
            if bar is not None:
                sheet.write_number(row, column, bar.plotted)
    workbook.close()
    return buffer.getvalue()
