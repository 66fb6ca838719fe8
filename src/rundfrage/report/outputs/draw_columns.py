"""Draws columns: one upright bar a category, figures above, labels below, brackets above all."""

from __future__ import annotations

from collections.abc import Iterator

from rundfrage.look.direction import isolated
from rundfrage.look.printable import printable
from rundfrage.report.deck import Bar
from rundfrage.report.layout import COLUMN, WHISKER
from rundfrage.report.outputs.drawing import Drawing, PlacedText, Rectangle
from rundfrage.report.outputs.pen import LINE, MIDDLE, Pen

_LEADING = 1.2
_OVER = 4.0
"""Points between a column, or its interval, and its figure."""
_UNDER = 6.0
"""Points between a column and its label."""


class ColumnsPen(Pen):
    """Draws a chart whose categories go across and whose bars go up."""

    def drawing(self) -> Drawing:
        """The drawing, as large as the layout's box."""
        return Drawing(
            *self.extent,
            grounds=tuple(self.floor()),
            bars=tuple(self.columns()),
            whiskers=tuple(self.whiskers()),
            swatches=tuple(self.brackets()),
            texts=(*self.figures(), *self.labels(), *self.other_texts()),
        )

    def floor(self) -> Iterator[Rectangle]:
        """The line on which the columns stand."""
        plot = self.layout.plot
        yield self.box(plot.x, plot.x + plot.width, plot.y + plot.height, 1, self.theme.muted)

    def columns(self) -> Iterator[Rectangle]:
        """The columns."""
        plot = self.layout.plot
        floor, half = plot.y + plot.height, self.layout.row * COLUMN / 2
        for at, bar, colour in self._bars():
            top, middle = self._up(bar.plotted), self._middle(at)
            yield self.box(middle - half, middle + half, top, floor - top, colour)

    def whiskers(self) -> Iterator[Rectangle]:
        """The intervals: a line with a stroke at either end."""
        reach = WHISKER * self.layout.row * COLUMN
        for at, bar, _ in self._bars():
            if bar.reach is not None:
                low, high = map(self._up, bar.reach)
                middle, ink = self._middle(at), self.theme.text
                yield self.box(middle - LINE / 2, middle + LINE / 2, high, low - high, ink)
                for end in (low, high):
                    top = end - LINE / 2
                    yield self.box(middle - reach / 2, middle + reach / 2, top, LINE, ink)

    def brackets(self) -> Iterator[Rectangle]:
        """The lines of the brackets, in the colour of their columns."""
        for one, place in zip(self.chart.brackets, self.layout.brackets, strict=True):
            line = place.line
            yield self.box(line.x, line.x + line.width, line.y, line.height, one.colour)

    def figures(self) -> Iterator[PlacedText]:
        """The figures above their columns."""
        size = self.layout.size
        for at, bar, _ in self._bars():
            words = printable(bar.figure.text)
            if bar.labelled and words:
                top = min(map(self._up, (bar.plotted, *(bar.reach or ()))))
                y = top - _OVER - size * _LEADING / 2 + MIDDLE * size
                yield self.text(
                    words, self._middle(at), y, size, "middle", self.theme.text, bold=True
                )

    def labels(self) -> Iterator[PlacedText]:
        """The lines of each category's label, from the top of the strip on."""
        size, top = self.layout.size, self.layout.labels.y + _UNDER
        for at, lines in enumerate(self.layout.label_lines):
            for number, line in enumerate(lines):
                y = top + (number + 0.5) * size * _LEADING + MIDDLE * size
                words = isolated(printable(line))
                if words:
                    yield self.text(words, self._middle(at), y, size, "middle", self.theme.text)

    def other_texts(self) -> Iterator[PlacedText]:
        """The words of the brackets, and what the first and the last category mean."""
        for place in self.layout.brackets:
            yield from self.fitted(place.words, "middle", self.theme.text, bold=True)
        for end in self.layout.ends[:1]:
            yield from self.fitted(end, "start", self.theme.muted)
        for end in self.layout.ends[1:]:
            yield from self.fitted(end, "end", self.theme.muted)

    def _bars(self) -> Iterator[tuple[int, Bar, str]]:
        """Each bar with the place of its category and its colour."""
        for series in self.chart.series:
            for at, bar in enumerate(series.bars):
                if bar is not None:
                    yield at, bar, bar.colour or series.colour

    def _middle(self, at: int) -> float:
        return self.layout.plot.x + (at + 0.5) * self.layout.row

    def _up(self, value: float) -> float:
        """The height on the slide of a value of the axis."""
        plot = self.layout.plot
        return plot.y + plot.height * (1 - self.chart.axis.part(value))
