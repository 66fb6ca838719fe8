"""Turns a chart into rows that can be read: the bars of a narrow screen and the table of its data.

A *reading* has one row a category; each row has the chart's bars as pieces with their length in
percent of the axis, and the figures that stand beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rundfrage.report.charts.upright import lying
from rundfrage.report.deck import Bar, Bracket, Chart, ChartForm, Figure


@dataclass(frozen=True)
class Piece:
    """One bar: the name of its series, its figure, colour, and length in percent of the axis."""

    name: str
    figure: Figure
    colour: str
    length: float
    span: tuple[float, float] | None = None
    """Where its interval begins and ends, in percent of the axis."""

    @property
    def beyond(self) -> float:
        """How far its interval goes beyond the bar, in percent of the axis."""
        return 0.0 if self.span is None else round(max(0.0, self.span[1] - self.length), 2)


@dataclass(frozen=True)
class ReadingRow:
    """One category with its bars, None where there is no base, and the figures beside it."""

    category: str
    pieces: tuple[Piece | None, ...]
    beside: tuple[Figure | None, ...]
    start: float
    """Where the first piece starts, in percent of the axis."""

    @property
    def drawn(self) -> tuple[Piece, ...]:
        """The bars that there are."""
        return tuple(piece for piece in self.pieces if piece is not None)


@dataclass(frozen=True)
class Reading:
    """A chart as rows. `names` heads the columns of pieces, `headings` those beside."""

    stacked: bool
    tracked: bool
    dotted: bool
    names: tuple[str, ...]
    colours: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[ReadingRow, ...]
    groups: tuple[Bracket, ...] = ()
    """What several rows are together, or how a line changed."""
    lined: bool = False
    """Each row is a moment, and each of its pieces a point of a line."""


def read_chart(chart: Chart, value: str) -> Reading:
    """The rows of a chart; `value` names a series that has no name of its own."""
    return Reading(
        stacked=chart.form is ChartForm.STACKED,
        tracked=chart.tracked or chart.form is ChartForm.SHARE,
        dotted=chart.form in {ChartForm.DOTS, ChartForm.LINES},
        names=tuple(series.name or value for series in chart.series),
        colours=tuple(series.colour for series in chart.series),
        headings=tuple(column.heading for column in chart.side),
        groups=chart.brackets or tuple(_changes(chart)),
        lined=chart.form is ChartForm.LINES,
        rows=tuple(
            ReadingRow(
                category,
                tuple(
                    _piece(chart, series.name or value, series.colour, series.bars[at])
                    for series in chart.series
                ),
                tuple(column.figures[at] for column in chart.side),
                round(100 * chart.shift.starts[at] / chart.axis.end, 2) if chart.shift else 0.0,
            )
            for at, category in enumerate(lying(chart).categories)
        ),
    )


def _changes(chart: Chart) -> Iterator[Bracket]:
    """How each line changed, over all moments."""
    for one in chart.series:
        if one.change is not None:
            yield Bracket(one.name, one.change, 0, len(chart.categories) - 1, one.colour)


def _piece(chart: Chart, name: str, colour: str, bar: Bar | None) -> Piece | None:
    if bar is None:
        return None
    start = 0.0 if chart.form is ChartForm.STACKED else chart.axis.start
    length = 100 * (bar.plotted - start) / (chart.axis.end - chart.axis.start)
    parts = chart.axis.span(bar)
    span = None if parts is None else (round(100 * parts[0], 2), round(100 * parts[1], 2))
    length = round(min(100.0, max(0.0, length)), 2)
    return Piece(name, bar.figure, bar.colour or colour, length, span)
