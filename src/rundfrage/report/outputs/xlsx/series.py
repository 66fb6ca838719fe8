"""The series of a chart as XlsxWriter takes them: cells, colours, labels and intervals.

Names and values are references to cells, so that no text can be taken for a formula.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from rundfrage.look.colour import ink
from rundfrage.look.theme import Theme
from rundfrage.report.deck import Bar, Chart, ChartForm, Series
from rundfrage.report.layout import BAR, COLUMN, LINE_WIDTH
from rundfrage.report.outputs.xlsx.cells import number_format, scale
from rundfrage.report.outputs.xlsx.look import cell

SIZE = 10
"""Of all texts in a chart, in points."""
_LABELLED_FROM = 0.05
"""The share from which a segment is labelled."""


def bar_series(
    chart: Chart, sheet: str, first: int, theme: Theme, language: str
) -> Iterator[dict[str, Any]]:
    """The series of bars, segments or columns whose first category stands in that row."""
    stacked = chart.form is ChartForm.STACKED
    if chart.shift is not None:
        yield {
            **_cells(chart, sheet, first, 1 + len(chart.series) + len(chart.side)),
            "fill": {"none": True},
            "border": {"none": True},
        }
    edge = {"color": theme.background, "width": 1} if stacked else {"none": True}
    part = COLUMN if chart.form is ChartForm.COLUMNS else BAR
    for column, series in enumerate(chart.series, start=1):
        dot = {"color": series.colour}
        look = (
            {"line": {"none": True}, "marker": {"type": "circle", "size": 9, "fill": dot}}
            if chart.form is ChartForm.DOTS
            else {
                "line": {"color": series.colour, "width": LINE_WIDTH},
                "marker": {"type": "circle", "size": 7, "fill": dot, "border": {"none": True}},
            }
            if chart.form is ChartForm.LINES
            else {"fill": {"color": series.colour}, "border": edge}
        )
        yield {
            **_cells(chart, sheet, first, column),
            **look,
            "gap": round((1 / part - 1) * 100),
            "overlap": 100,
            "points": _points(series, edge),
            "data_labels": _labels(series, chart, theme, language),
            **_intervals(series, chart, theme),
        }


def ring_series(chart: Chart, sheet: str, first: int, theme: Theme) -> dict[str, Any]:
    """A share and the rest of its whole."""
    (series,) = chart.series
    colours = [*(_colour(series, bar) for bar in series.bars)]
    if chart.whole is not None:
        colours.append(chart.whole.colour)
    edge = {"color": theme.background, "width": 1}
    return {
        **_cells(chart, sheet, first, 1, more=len(colours) - len(series.bars)),
        "points": [{"fill": {"color": colour}, "border": edge} for colour in colours],
    }


def _cells(chart: Chart, sheet: str, first: int, column: int, more: int = 0) -> dict[str, Any]:
    """Where the name, the categories and the values of a series stand."""
    last = first + len(chart.categories) - 1 + more
    return {
        "name": [sheet, first - 1, column],
        "categories": [sheet, first, 0, last, 0],
        "values": [sheet, first, column, last, column],
    }


def _colour(series: Series, bar: Bar | None) -> str:
    return (bar.colour if bar is not None else "") or series.colour


def _points(series: Series, edge: dict[str, Any]) -> list[dict[str, Any] | None]:
    """The bars whose colour isn't their series'."""
    return [
        {"fill": {"color": bar.colour}, "border": edge} if bar is not None and bar.colour else None
        for bar in series.bars
    ]


def _labels(series: Series, chart: Chart, theme: Theme, language: str) -> dict[str, Any]:
    """The printed figures, as formats of the numbers where that can be."""
    stacked = chart.form is ChartForm.STACKED
    formats = [None if bar is None else number_format(bar, chart, language) for bar in series.bars]
    known = Counter(one for one in formats if one)
    common = known.most_common(1)[0][0] if known else "General"
    tone = ink(series.colour) if stacked else theme.text
    return {
        "value": True,
        "num_format": f"[>={_LABELLED_FROM}]{common};;" if stacked else common,
        "position": _place(chart),
        "font": {"color": tone, "size": SIZE, "bold": not stacked},
        "custom": [
            _own_label(bar, usual=own == common, stacked=stacked, tone=tone)
            for bar, own in zip(series.bars, formats, strict=True)
        ],
    }


def _place(chart: Chart) -> str:
    """Where a label stands by its bar or dot."""
    places = {ChartForm.STACKED: "center", ChartForm.DOTS: "right", ChartForm.LINES: "above"}
    return places.get(chart.form, "outside_end")


def _own_label(bar: Bar | None, *, usual: bool, stacked: bool, tone: str) -> dict[str, Any] | None:
    """How a bar's label departs from those of its series."""
    if bar is None or not bar.labelled:
        return {"delete": True}
    font = {"color": ink(bar.colour) if stacked and bar.colour else tone, "size": SIZE}
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
        before.append(max(0.0, reach[0]) / scale(chart))
        after.append(max(0.0, reach[1]) / scale(chart))
    return {
        "y_error_bars": {
            "type": "custom",
            "minus_values": before,
            "plus_values": after,
            "line": {"color": theme.text, "width": 1.25},
        }
    }
