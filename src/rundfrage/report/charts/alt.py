"""The alternative text of a chart: what it is of, and its rows with their main figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rundfrage.report.charts.upright import lying
from rundfrage.report.deck import Chart, ChartForm, Figure, Series, Shift
from rundfrage.report.words import Phrasebook, comma

_ROWS = 14


def described(chart: Chart, title: str, words: Phrasebook) -> Chart:
    """The chart with the alternative text that fits its rows."""
    wording = {
        ChartForm.BARS: words["alt-bars"],
        ChartForm.STACKED: words["alt-stacked"],
        ChartForm.MEANS: words["alt-means"],
        ChartForm.COLUMNS: words["alt-columns"],
        ChartForm.DOTS: words["alt-dots"],
        ChartForm.SHARE: words["alt-share"],
        ChartForm.MAP: words["alt-map"],
        ChartForm.LINES: words["alt-lines"],
    }[chart.form]
    # Columns and moments are few enough, and not split over slides.
    whole = chart.form in {ChartForm.COLUMNS, ChartForm.LINES}
    most = len(chart.categories) if whole else _ROWS
    said = [
        words("alt-row", label=label, figure=_row(chart, index, words))
        for index, label in enumerate(lying(chart).categories[:most])
    ]
    said += [words("alt-row", label=one.name, figure=one.figure.text) for one in chart.brackets]
    said += [
        words("alt-row", label=one.name, figure=one.change.text)
        for one in chart.series
        if one.change is not None
    ]
    more = " …" if len(chart.categories) > most else ""
    return replace(chart, alt=wording(title=title, rows="; ".join(said) + more))


def rows_of(chart: Chart, start: int, end: int) -> Chart:
    """The chart with the rows from `start` up to, not including, `end`."""
    return rows_at(chart, range(len(chart.categories))[start:end])


def rows_at(chart: Chart, places: Sequence[int]) -> Chart:
    """The chart with the rows of those places, in their order."""
    return replace(
        chart,
        categories=tuple(chart.categories[at] for at in places),
        series=tuple(
            Series(one.name, one.colour, tuple(one.bars[at] for at in places))
            for one in chart.series
        ),
        side=tuple(
            replace(one, figures=tuple(one.figures[at] for at in places)) for one in chart.side
        ),
        shift=chart.shift
        and Shift(tuple(chart.shift.starts[at] for at in places), chart.shift.middle),
    )


def _row(chart: Chart, index: int, words: Phrasebook) -> str:
    named = [f"{name} {figure.text}" for name, figure in _figures(chart, index)]
    if len(named) == 1:
        return next(figure.text for _, figure in _figures(chart, index))
    return comma(words).join(named) or words("nothing")


def _figures(chart: Chart, index: int) -> Iterator[tuple[str, Figure]]:
    """What a row's ear needs: bars, or instead of many segments the columns beside them."""
    telling = (one.figures[index] for one in chart.side if one.heading != "n")
    if chart.form is not ChartForm.STACKED or not any(telling):
        for one in chart.series:
            bar = one.bars[index]
            if bar is not None:
                yield one.name, bar.figure
    for column in chart.side:
        figure = column.figures[index]
        if figure is not None:
            yield column.heading, figure
