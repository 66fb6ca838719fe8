"""The cells that a chart draws: its numbers as they are printed, and what stands beside it."""

from __future__ import annotations

from rundfrage.report.deck import Bar, Chart, ChartForm, Figure
from rundfrage.report.outputs.xlsx.look import Look, cell
from rundfrage.report.outputs.xlsx.printed import printed
from rundfrage.tables.printers.xlsx import SheetWriter
from rundfrage.tables.table import Disclosure


def write_data(writer: SheetWriter, chart: Chart, look: Look) -> None:
    """The categories down, the series across and what stands beside them, as they are printed.

    Below them come the rest of a share, which the chart draws too, and what brackets join.
    """
    shifted = () if chart.shift is None else (look.say("offset"),)
    names = [one.name or look.say("value") for one in chart.series]
    beside = [column.heading for column in chart.side]
    writer.write_headings("", [*map(cell, (*names, *beside)), *shifted])
    language = look.say.language
    for at, category in enumerate(chart.categories):
        writer.write_stub(cell(category))
        column = 1
        for series in chart.series:
            _write_bar(writer, column, series.bars[at], chart, language)
            column += 1
        for side in chart.side:
            _write_figure(writer, column, side.figures[at], language)
            column += 1
        if chart.shift is not None:
            value = chart.shift.starts[at] / scale(chart)
            writer.sheet.write_number(writer.line, column, value, writer.percents[Disclosure.OPEN])
        writer.line += 1
    if chart.whole is not None:
        rest = 1 - sum(
            bar.plotted / scale(chart) for bar in chart.series[0].bars if bar is not None
        )
        writer.write_stub(cell(chart.whole.rest))
        writer.sheet.write_number(writer.line, 1, rest, writer.percents[Disclosure.OPEN])
        writer.line += 1
    for one in chart.series:
        if one.change is not None:
            writer.write_stub(cell(one.name), net=True)
            writer.sheet.write_string(writer.line, 1, cell(one.change.text))
            writer.line += 1
    for bracket in chart.brackets:
        writer.write_stub(cell(bracket.name), net=True)
        _write_figure(writer, 1, bracket.figure, language)
        writer.line += 1


def scale(chart: Chart) -> float:
    """By what the chart's numbers are divided in cells: percent are shares there."""
    return 100.0 if chart.percent else 1.0


def _write_bar(
    writer: SheetWriter, column: int, bar: Bar | None, chart: Chart, language: str
) -> None:
    if bar is None and chart.form is ChartForm.LINES:
        # A word in the cell would be drawn as nothing, to which the line would fall.
        return
    if bar is None:
        writer.sheet.write_string(writer.line, column, "–", writer.right)
        return
    form = writer.look(num_format=number_format(bar, chart, language) or "General", align="right")
    writer.sheet.write_number(writer.line, column, bar.plotted / scale(chart), form)


def _write_figure(writer: SheetWriter, column: int, figure: Figure | None, language: str) -> None:
    shown = None if figure is None else printed(figure.text, language)
    if shown is None:
        words = "–" if figure is None else cell(figure.text)
        writer.sheet.write_string(writer.line, column, words, writer.right)
        return
    form = writer.look(num_format=shown.format, align="right")
    writer.sheet.write_number(writer.line, column, shown.value, form)


def number_format(bar: Bar, chart: Chart, language: str) -> str | None:
    """The format in which the drawn number reads as printed; None if there is none."""
    shown = printed(bar.figure.text, language)
    if shown is None or abs(shown.value - bar.plotted / scale(chart)) > _ROUNDED:
        return None
    return shown.format


_ROUNDED = 0.005
"""How far a printed mean is at most from the one that is drawn."""
