"""Native charts of Excel, each above the cells that it draws: the deck's charts once more.

Names and values are references to cells, so that no text can be taken for a formula, and who edits
a cell sees it in the chart.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from rundfrage.look.colour import ink
from rundfrage.look.theme import Theme
from rundfrage.report.deck import Bar, Chart, ChartForm, Figure, Series, Slide
from rundfrage.report.layout import BAR, COLUMN
from rundfrage.report.outputs.texts import alternative
from rundfrage.report.outputs.xlsx.look import Look, cell
from rundfrage.report.outputs.xlsx.printed import printed
from rundfrage.tables.printers.xlsx import ROW, SheetWriter
from rundfrage.text import direction

WIDTH = 760
"""The width of a chart in pixels."""
_FORMS = {
    ChartForm.BARS: {"type": "bar"},
    ChartForm.STACKED: {"type": "bar", "subtype": "stacked"},
    ChartForm.MEANS: {"type": "bar"},
    ChartForm.COLUMNS: {"type": "column"},
    ChartForm.SHARE: {"type": "bar"},
}
_LABELS, _PLOT = 0.4, 0.52
"""The parts of the width that labels and bars take; the rest is for the figures after them."""
_ROOMY = 0.58
"""The part that bars take where figures stand in them."""
_LETTER = 6.4
"""The width of a letter of a label in pixels."""
_BAR_ROW, _LABEL_LINE = 32, 17
_COLUMNS = 280
"""The height of a chart of columns, in pixels."""
_SIZE = 10
_LABELLED_FROM = 0.05
"""The share from which a segment is labelled."""


def add_chart(writer: SheetWriter, slide: Slide, chart: Chart, number: int, look: Look) -> None:
    """Write the chart of a slide from the writer's line on, with the cells that it draws."""
    sheet = writer.sheet
    title = look.say("slide-title", number=number, title=slide.title.text)
    sheet.write_string(writer.line, 0, cell(title), look.section)
    top = writer.line + 1
    height = _height(chart)
    writer.line = top + -(-height // ROW) + 1
    first = writer.line + 1
    _write_data(writer, chart, look)
    drawn = _drawn(writer, chart, first, look)
    drawn.set_size({"width": WIDTH, "height": height})
    sheet.insert_chart(
        top, 0, drawn, {"object_position": 2, "description": cell(alternative(slide))}
    )
    writer.line += 1


def _height(chart: Chart) -> int:
    """How high a chart is, in pixels: its legend, and its rows with their labels in lines."""
    if chart.form is ChartForm.COLUMNS:
        return _COLUMNS
    letters = WIDTH * _LABELS / _LETTER
    lines = max((-(-len(one) // letters) for one in chart.categories), default=1)
    row = max(_BAR_ROW, int(lines * _LABEL_LINE) + 8)
    return _legend_height(chart) + row * len(chart.categories) + 12


def _legend_height(chart: Chart) -> int:
    if not _has_legend(chart):
        return 8
    letters = sum(len(one.name) + 5 for one in chart.series)
    return 14 + 20 * int(-(-letters * _LETTER // (WIDTH * 0.95)))


def _has_legend(chart: Chart) -> bool:
    return chart.form is ChartForm.STACKED


def _write_data(writer: SheetWriter, chart: Chart, look: Look) -> None:
    """The categories down, the series across and what stands beside them, as they are printed."""
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
            value = chart.shift.starts[at] / _scale(chart)
            writer.sheet.write_number(writer.line, column, value, _percent(writer))
        writer.line += 1


def _scale(chart: Chart) -> float:
    """By what the chart's numbers are divided in cells: percent are shares there."""
    return 100.0 if chart.percent else 1.0


def _percent(writer: SheetWriter) -> Any:  # noqa: ANN401, XlsxWriter has no types
    return writer.look(num_format="0%", align="right")


def _write_bar(
    writer: SheetWriter, column: int, bar: Bar | None, chart: Chart, language: str
) -> None:
    if bar is None:
        writer.sheet.write_string(writer.line, column, "–", writer.right)
        return
    form = writer.look(num_format=_format(bar, chart, language) or "General", align="right")
    writer.sheet.write_number(writer.line, column, bar.plotted / _scale(chart), form)


def _write_figure(writer: SheetWriter, column: int, figure: Figure | None, language: str) -> None:
    shown = None if figure is None else printed(figure.text, language)
    if shown is None:
        words = "–" if figure is None else cell(figure.text)
        writer.sheet.write_string(writer.line, column, words, writer.right)
        return
    form = writer.look(num_format=shown.format, align="right")
    writer.sheet.write_number(writer.line, column, shown.value, form)


def _format(bar: Bar, chart: Chart, language: str) -> str | None:
    """The format in which the drawn number reads as printed; None if there is none."""
    shown = printed(bar.figure.text, language)
    if shown is None or abs(shown.value - bar.plotted / _scale(chart)) > _ROUNDED:
        return None
    return shown.format


_ROUNDED = 0.005
"""How far a printed mean is at most from the one that is drawn."""


def _drawn(writer: SheetWriter, chart: Chart, first: int, look: Look) -> Any:  # noqa: ANN401
    """The chart, whose categories begin in that row."""
    theme, language = look.theme, look.say.language
    drawn = writer.workbook.add_chart(dict(_FORMS[chart.form]))
    name, last = writer.sheet.get_name(), first + len(chart.categories) - 1
    categories = [name, first, 0, last, 0]
    stacked, upright = chart.form is ChartForm.STACKED, chart.form is ChartForm.COLUMNS
    if chart.shift is not None:
        column = 1 + len(chart.series) + len(chart.side)
        drawn.add_series(
            {
                "name": [name, first - 1, column],
                "categories": categories,
                "values": [name, first, column, last, column],
                "fill": {"none": True},
                "border": {"none": True},
            }
        )
    edge = {"color": theme.background, "width": 1} if stacked else {"none": True}
    for column, series in enumerate(chart.series, start=1):
        drawn.add_series(
            {
                "name": [name, first - 1, column],
                "categories": categories,
                "values": [name, first, column, last, column],
                "fill": {"color": series.colour},
                "border": edge,
                "gap": round((1 / (COLUMN if upright else BAR) - 1) * 100),
                "overlap": 100,
                "points": _points(series, edge),
                "data_labels": _labels(series, chart, theme, language),
                **_intervals(series, chart, theme),
            }
        )
    _set_axes(drawn, chart, theme, language)
    return drawn


def _points(series: Series, edge: dict[str, Any]) -> list[dict[str, Any] | None]:
    """The bars whose colour isn't their series'."""
    return [
        {"fill": {"color": bar.colour}, "border": edge} if bar is not None and bar.colour else None
        for bar in series.bars
    ]


def _labels(series: Series, chart: Chart, theme: Theme, language: str) -> dict[str, Any]:
    """The printed figures, as formats of the numbers where that can be."""
    stacked = chart.form is ChartForm.STACKED
    formats = [None if bar is None else _format(bar, chart, language) for bar in series.bars]
    known = Counter(one for one in formats if one)
    common = known.most_common(1)[0][0] if known else "General"
    tone = ink(series.colour) if stacked else theme.text
    return {
        "value": True,
        "num_format": f"[>={_LABELLED_FROM}]{common};;" if stacked else common,
        "position": "center" if stacked else "outside_end",
        "font": {"color": tone, "size": _SIZE, "bold": not stacked},
        "custom": [
            _own_label(bar, usual=own == common, stacked=stacked, tone=tone)
            for bar, own in zip(series.bars, formats, strict=True)
        ],
    }


def _own_label(bar: Bar | None, *, usual: bool, stacked: bool, tone: str) -> dict[str, Any] | None:
    """How a bar's label departs from those of its series."""
    if bar is None or not bar.labelled:
        return {"delete": True}
    font = {"color": ink(bar.colour) if stacked and bar.colour else tone, "size": _SIZE}
    font["bold"] = not stacked
    by_rule = not stacked or bar.plotted / 100 >= _LABELLED_FROM
    if usual and by_rule:
        return {"font": font} if stacked and bar.colour else None
    words = cell(bar.figure.text)
    # The library takes such a text for a reference.
    if words.startswith("=") or "!" in words:
        return None
    return {"value": words, "font": font}


def _intervals(series: Series, chart: Chart, theme: Theme) -> dict[str, Any]:
    """The intervals as error bars with ends of their own."""
    if not any(bar is not None and bar.reach for bar in series.bars):
        return {}
    low, high = sorted((chart.axis.start, chart.axis.end))
    before, after = [], []
    for bar in series.bars:
        reach = (0.0, 0.0)
        if bar is not None and bar.reach is not None:
            reach = (
                bar.plotted - max(low, bar.reach[0]),
                min(high, bar.reach[1]) - bar.plotted,
            )
        before.append(max(0.0, reach[0]) / _scale(chart))
        after.append(max(0.0, reach[1]) / _scale(chart))
    return {
        "y_error_bars": {
            "type": "custom",
            "minus_values": before,
            "plus_values": after,
            "line": {"color": theme.text, "width": 1.25},
        }
    }


def _set_axes(drawn: Any, chart: Chart, theme: Theme, language: str) -> None:  # noqa: ANN401
    """Categories down from the side where reading starts, and values hidden."""
    axis, height = chart.axis, _height(chart)
    low, high = sorted((axis.start, axis.end))
    rtl = direction(language) == "rtl"
    upright = chart.form is ChartForm.COLUMNS
    font = {"color": theme.text, "size": _SIZE}
    categories = {
        "reverse": rtl if upright else True,
        "line": {"color": theme.muted} if upright else {"none": True},
        "major_tick_mark": "none",
        "label_position": "high" if axis.start > axis.end else "low",
        "interval_unit": 1,
        "num_font": font,
    }
    values = {
        "visible": False,
        "major_gridlines": {"visible": False},
        "min": low / _scale(chart),
        "max": high / _scale(chart),
        "reverse": (axis.start > axis.end) != rtl and not upright,
        "crossing": axis.start / _scale(chart),
    }
    # Bars lie: their categories stand on the axis that the library calls y.
    drawn.set_y_axis(values if upright else categories)
    drawn.set_x_axis(categories if upright else values)
    drawn.set_title({"none": True})
    drawn.set_chartarea({"border": {"none": True}, "fill": {"color": theme.background}})
    if upright:
        drawn.set_legend({"none": True})
        return
    top = _legend_height(chart) / height
    across = _ROOMY if chart.form is ChartForm.STACKED else _PLOT
    left = 1 - _LABELS - across if rtl else _LABELS
    drawn.set_plotarea(
        {"layout": {"x": left, "y": top, "width": across, "height": 1 - top - 4 / height}}
    )
    if _has_legend(chart):
        drawn.set_legend(
            {
                "position": "top",
                "font": font,
                "layout": {"x": 0.01, "y": 0.01, "width": 0.98, "height": max(0.01, top - 0.02)},
                "delete_series": [0] if chart.shift is not None else [],
            }
        )
    else:
        drawn.set_legend({"none": True})
