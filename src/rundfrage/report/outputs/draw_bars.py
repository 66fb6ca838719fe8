"""Draws bars and stacked segments: one row a category, from the start of the axis to the value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rundfrage.look.colour import ink
from rundfrage.look.direction import isolated
from rundfrage.look.printable import printable
from rundfrage.report.deck import Bar, ChartForm
from rundfrage.report.layout import WHISKER
from rundfrage.report.outputs.drawing import Drawing, PlacedText, Rectangle
from rundfrage.report.outputs.pen import LINE, MIDDLE, Pen, Side

_LEADING = 1.2
_SMALLEST = 0.6
"""The least part of the chart's size at which a segment's text is set to stay inside it."""
_GAP = 6.0
"""Points between a bar and its figure."""


@dataclass(frozen=True)
class _Placed:
    """A bar with its row, and where on the axis it starts and ends."""

    bar: Bar
    row: int
    start: float
    end: float
    colour: str


class BarsPen(Pen):
    """Draws a chart whose categories go down and whose bars, or segments, go across."""

    def drawing(self) -> Drawing:
        """The drawing, as large as the layout's box."""
        return Drawing(
            *self.extent,
            grounds=tuple(self.grounds()),
            bars=tuple(self.bars()),
            whiskers=tuple(self.whiskers()),
            swatches=tuple(self.swatches()),
            texts=(*self.bar_texts(), *self.side_texts(), *self.labels(), *self.other_texts()),
        )

    @property
    def stacked(self) -> bool:
        """True if the bars of a row stand one after the other."""
        return self.chart.form is ChartForm.STACKED

    def grounds(self) -> Iterator[Rectangle]:
        """What lies behind the bars, so that it crosses no figure.

        The ground of each mean's bar, as long as the best mean there could be (shares have one
        where their axis ends at the whole), or the line around which bars diverge.
        """
        plot, shift = self.layout.plot, self.chart.shift
        if self.chart.tracked:
            for row in range(len(self.chart.categories)):
                yield self._in_row(row, plot.x, plot.x + plot.width, self.theme.panel)
        if shift is not None:
            at = self._along(shift.middle)
            yield self.box(at - 0.5, at + 0.5, plot.y, plot.height, self.theme.muted)

    def bars(self) -> Iterator[Rectangle]:
        """The bars and segments; thin lines of the background part the segments."""
        edge = self.theme.background if self.stacked else ""
        for one in self._placed():
            start, end = self._along(one.start), self._along(one.end)
            yield self._in_row(one.row, start, end, one.colour, edge)

    def whiskers(self) -> Iterator[Rectangle]:
        """The intervals: a line with a stroke at either end."""
        reach, half = WHISKER * self.layout.bar, LINE / 2
        plot = self.layout.plot
        for one in self._placed():
            span, middle = self.chart.axis.span(one.bar), self._middle(one.row)
            if span is not None:
                low, high = (plot.x + plot.width * part for part in span)
                yield self.box(low, high, middle - half, LINE, self.theme.text)
                for end in (low, high):
                    yield self.box(
                        end - half, end + half, middle - reach / 2, reach, self.theme.text
                    )

    def swatches(self) -> Iterator[Rectangle]:
        """The squares of the legend."""
        if self.layout.legend:
            for series, entry in zip(self.chart.series, self.layout.legend, strict=True):
                box = entry.swatch
                yield self.box(box.x, box.x + box.width, box.y, box.height, series.colour)

    def bar_texts(self) -> Iterator[PlacedText]:
        """The figures: in the middle of segments, after the end of other bars."""
        for one in self._placed():
            words = printable(one.bar.figure.text)
            if not one.bar.labelled or not words:
                continue
            if self.stacked:
                x = self._along((one.start + one.end) / 2)
                size, colour = self._segment_size(one.bar), ink(one.colour)
            else:
                x = self._behind(one.bar) + _GAP
                size, colour = self.layout.size, self.theme.text
            y = self._middle(one.row) + MIDDLE * size
            side: Side = "middle" if self.stacked else "start"
            yield self.text(words, x, y, size, side, colour, bold=not self.stacked)

    def side_texts(self) -> Iterator[PlacedText]:
        """The figures in columns beside the chart, each in the middle of its column."""
        size = self.layout.size
        for column, box in zip(self.chart.side, self.layout.side, strict=True):
            for row, figure in enumerate(column.figures):
                words = self.number(figure.text) if figure is not None else ""
                if words:
                    x, y = box.x + box.width / 2, self._middle(row) + MIDDLE * size
                    yield self.text(words, x, y, size, "middle", self.theme.text, bold=True)

    def labels(self) -> Iterator[PlacedText]:
        """The lines of each category's label, centred on the row, ending where the plot starts."""
        size, box = self.layout.size, self.layout.labels
        for row, lines in enumerate(self.layout.label_lines):
            for at, line in enumerate(lines):
                shift = (at - (len(lines) - 1) / 2) * size * _LEADING + MIDDLE * size
                words, y = isolated(printable(line)), self._middle(row) + shift
                if words:
                    yield self.text(words, box.x + box.width, y, size, "end", self.theme.text)

    def other_texts(self) -> Iterator[PlacedText]:
        """The names of the legend, the headings of the columns and the ends of the axis."""
        for entry in self.layout.legend:
            yield from self.fitted(entry.name, "start", self.theme.text)
        for end in self.layout.ends[:1]:
            yield from self.fitted(end, "start", self.theme.muted)
        for heading in self.layout.headings:
            yield from self.fitted(heading, "middle", self.theme.muted, bold=True)
        for end in self.layout.ends[1:]:
            yield from self.fitted(end, "end", self.theme.muted)

    def _placed(self) -> Iterator[_Placed]:
        """Every bar, a series after the other; segments begin where the one before ended."""
        shift, axis = self.chart.shift, self.chart.axis
        ends = list(shift.starts) if shift else [axis.start] * len(self.chart.categories)
        for series in self.chart.series:
            for row, bar in enumerate(series.bars):
                if bar is None:
                    continue
                start = ends[row]
                end = start + bar.plotted if self.stacked else bar.plotted
                if self.stacked:
                    ends[row] = end
                yield _Placed(bar, row, start, end, bar.colour or series.colour)

    def _behind(self, bar: Bar) -> float:
        """Where the bar with its interval ends, and its figure begins."""
        span, plot, end = self.chart.axis.span(bar), self.layout.plot, self._along(bar.plotted)
        return end if span is None else max(end, plot.x + plot.width * span[1])

    def _segment_size(self, bar: Bar) -> float:
        """The size at which a segment's figure stays inside it, as far as that can be read."""
        axis, size = self.chart.axis, self.layout.size
        length = bar.plotted / (axis.end - axis.start) * self.layout.plot.width
        needed = self.ruler.width(bar.figure.text, size)
        fitting = size * max(0.0, length - 2) / needed if needed else size
        return round(max(_SMALLEST * size, min(size, fitting)), 2)

    def _along(self, value: float) -> float:
        """A value of the axis as a place on the slide."""
        plot, axis = self.layout.plot, self.chart.axis
        return plot.x + plot.width * (value - axis.start) / (axis.end - axis.start)

    def _middle(self, row: int) -> float:
        """The height of a row's middle on the slide."""
        plot = self.layout.plot
        return plot.y + plot.height * (row + 0.5) / len(self.chart.categories)

    def _in_row(self, row: int, start: float, end: float, colour: str, edge: str = "") -> Rectangle:
        """A bar of the row's height."""
        high = self.layout.bar
        return self.box(start, end, self._middle(row) - high / 2, high, colour, edge)
