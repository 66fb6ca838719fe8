"""Native charts of Excel, each above the cells that it draws: the deck's charts once more.

Who edits a cell sees it in the chart. A share is a ring, however the deck draws it; dots stand
above their categories, on a scale that runs up.
"""

from __future__ import annotations

from typing import Any

from rundfrage.look.theme import Theme
from rundfrage.report.deck import Chart, ChartForm, Slide
from rundfrage.report.outputs.moments import spaced
from rundfrage.report.outputs.texts import alternative
from rundfrage.report.outputs.xlsx.cells import scale, write_data
from rundfrage.report.outputs.xlsx.extent import (
    LABELS,
    UPRIGHT,
    chart_height,
    chart_width,
    legend_height,
)
from rundfrage.report.outputs.xlsx.look import Look, cell
from rundfrage.report.outputs.xlsx.series import SIZE, bar_series, ring_series
from rundfrage.tables.printers.xlsx import ROW, SheetWriter
from rundfrage.text import direction

_FORMS = {
    ChartForm.BARS: {"type": "bar"},
    ChartForm.STACKED: {"type": "bar", "subtype": "stacked"},
    ChartForm.MEANS: {"type": "bar"},
    ChartForm.COLUMNS: {"type": "column"},
    ChartForm.DOTS: {"type": "line"},
    ChartForm.SHARE: {"type": "doughnut"},
    ChartForm.MAP: {"type": "bar"},
    ChartForm.LINES: {"type": "line"},
}
_LEVEL = 360
"""How XlsxWriter names labels that are never slanted."""
_PLOT, _ROOMY = 0.47, 0.58
"""The parts of the width that bars take: where figures stand behind them, and in them."""


def add_chart(writer: SheetWriter, slide: Slide, chart: Chart, number: int, look: Look) -> None:
    """Write the chart of a slide from the writer's line on, with the cells that it draws."""
    if chart.form is ChartForm.LINES:
        chart = spaced(chart)
    sheet = writer.sheet
    title = look.say("slide-title", number=number, title=slide.title.text)
    sheet.write_string(writer.line, 0, cell(title), look.section)
    top = writer.line + 1
    height = chart_height(chart)
    writer.line = top + -(-height // ROW) + 1
    first = writer.line + 1
    write_data(writer, chart, look)
    drawn = drawn_chart(writer, chart, first, look)
    drawn.set_size({"width": chart_width(chart), "height": height})
    sheet.insert_chart(
        top, 0, drawn, {"object_position": 2, "description": cell(alternative(slide))}
    )
    writer.line += 1


def drawn_chart(writer: SheetWriter, chart: Chart, first: int, look: Look) -> Any:  # noqa: ANN401
    """The chart as XlsxWriter has it, whose categories begin in that row."""
    theme, language = look.theme, look.say.language
    drawn = writer.workbook.add_chart(dict(_FORMS[chart.form]))
    sheet, rtl = writer.sheet.get_name(), direction(language) == "rtl"
    if chart.form is ChartForm.SHARE:
        drawn.add_series(ring_series(chart, sheet, first, theme))
        drawn.set_hole_size(62)
        font = {"color": theme.text, "size": SIZE}
        drawn.set_legend({"position": "left" if rtl else "right", "font": font})
    else:
        for series in bar_series(chart, sheet, first, theme, language):
            drawn.add_series(series)
        if chart.form in UPRIGHT:
            _set_upright(drawn, chart, theme, rtl=rtl)
        else:
            _set_lying(drawn, chart, theme, rtl=rtl)
    drawn.set_title({"none": True})
    drawn.set_chartarea({"border": {"none": True}, "fill": {"color": theme.background}})
    return drawn


def _set_upright(drawn: Any, chart: Chart, theme: Theme, *, rtl: bool) -> None:  # noqa: ANN401
    """Categories across from the side where reading starts, and values hidden."""
    lines, axis = chart.form is ChartForm.LINES, chart.axis
    low, high = sorted((axis.start, axis.end))
    down = axis.start > axis.end
    drawn.set_x_axis(
        {
            "reverse": rtl,
            **({"position_axis": "on_tick"} if lines else {}),
            **({"label_position": "high"} if down else {}),
            "line": {"color": theme.muted},
            "major_tick_mark": "none",
            "interval_unit": 1,
            "num_font": {"color": theme.text, "size": SIZE, "rotation": _LEVEL},
        }
    )
    drawn.set_y_axis(
        {
            "visible": False,
            "major_gridlines": {"visible": False},
            "min": low / scale(chart),
            "max": high / scale(chart),
            **({"reverse": True, "crossing": "max"} if down else {}),
        }
    )
    font = {"color": theme.text, "size": SIZE}
    drawn.set_legend({"position": "bottom", "font": font} if lines else {"none": True})
    if lines:
        drawn.show_blanks_as("span")


def _set_lying(drawn: Any, chart: Chart, theme: Theme, *, rtl: bool) -> None:  # noqa: ANN401
    """Categories down from the side where reading starts, and values hidden."""
    axis, height = chart.axis, chart_height(chart)
    font = {"color": theme.text, "size": SIZE}
    drawn.set_y_axis(
        {
            "reverse": True,
            "line": {"none": True},
            "major_tick_mark": "none",
            "label_position": "low",
            "interval_unit": 1,
            "num_font": font,
        }
    )
    drawn.set_x_axis(
        {
            "visible": False,
            "major_gridlines": {"visible": False},
            "min": axis.start / scale(chart),
            "max": axis.end / scale(chart),
            "reverse": rtl,
            "crossing": axis.start / scale(chart),
        }
    )
    top = legend_height(chart) / height
    across = _ROOMY if chart.form is ChartForm.STACKED else _PLOT
    left = 1 - LABELS - across if rtl else LABELS
    drawn.set_plotarea(
        {"layout": {"x": left, "y": top, "width": across, "height": 1 - top - 4 / height}}
    )
    if chart.form is ChartForm.STACKED:
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
