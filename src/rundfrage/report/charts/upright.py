"""Turns a chart of bars upright, and columns down again where they find no room."""

from __future__ import annotations

from dataclasses import replace

from rundfrage.report.deck import Axis, Chart, ChartForm


def upright(chart: Chart) -> Chart:
    """The bars as columns. Their intervals are drawn, and stand in no column beside them."""
    return replace(chart, form=ChartForm.COLUMNS, side=())


def lying(chart: Chart) -> Chart:
    """The columns as bars, of which the first and the last bear what the axis says of them."""
    if chart.form is not ChartForm.COLUMNS:
        return chart
    axis, (first, *inner) = chart.axis, chart.categories or ("",)
    *inner, last = inner or ("",)
    ends = (axis.start_label or first, *inner, axis.end_label or last)
    return replace(
        chart,
        form=ChartForm.BARS,
        categories=ends[: len(chart.categories)],
        axis=Axis(axis.start, axis.end),
        brackets=(),
    )
