"""Draws lines over moments: a point each, figures at their ends, names and changes behind them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from rundfrage.look.colour import faint
from rundfrage.look.direction import isolated
from rundfrage.look.printable import printable
from rundfrage.report.deck import Bar, Series
from rundfrage.report.layout import DOT, LINE_WIDTH
from rundfrage.report.outputs.arcs import circle
from rundfrage.report.outputs.drawing import Drawing, Path, PlacedText, Rectangle
from rundfrage.report.outputs.moments import legible_ink
from rundfrage.report.outputs.pen import LINE, MIDDLE, Pen, Side

_GAP = 8.0
_WHISKER = 8.0
"""The width of the strokes at the ends of an interval."""
_UNDER = 8.0
_LEADING = 1.2
_POINT = 4.5
"""The radius of a point."""


class LinesPen(Pen):
    """Draws a chart whose categories are moments across and whose values go up."""

    def drawing(self) -> Drawing:
        """The drawing, as large as the layout's box."""
        return Drawing(
            *self.extent,
            grounds=tuple(self.grounds()),
            bars=(),
            whiskers=tuple(self.whiskers()),
            swatches=(),
            texts=(*self.figures(), *self.words(), *self.moments(), *self.other_texts()),
            paths=(*self.lines(), *self.points()),
        )

    def grounds(self) -> Iterator[Rectangle]:
        """The two ends of the axis, and a faint line up from each moment."""
        plot, theme = self.layout.plot, self.theme
        guide = faint(theme.muted, theme.background)
        for at in range(len(self.chart.categories)):
            yield self.box(self._at(at) - 0.5, self._at(at) + 0.5, plot.y, plot.height, guide)
        yield self.box(plot.x, plot.x + plot.width, plot.y + plot.height, 1, theme.muted)

    def whiskers(self) -> Iterator[Rectangle]:
        """The intervals: a line with a stroke at either end, in the colour of its line."""
        for series in self.chart.series:
            for at, bar in _there(series):
                if bar.reach is not None:
                    high, low = sorted(map(self._up, bar.reach))
                    x, ink = self._at(at), series.colour
                    yield self.box(x - LINE / 2, x + LINE / 2, high, low - high, ink)
                    for end in (low, high):
                        half = _WHISKER / 2
                        yield self.box(x - half, x + half, end - LINE / 2, LINE, ink)

    def lines(self) -> Iterator[Path]:
        """A line from point to point."""
        for series in self._from_behind():
            places = [
                (
                    round(self.x(self._at(at)), 2),
                    round(self._up(bar.plotted) - self.layout.box.y, 2),
                )
                for at, bar in _there(series)
            ]
            for one, two in pairwise(places):
                steps = (("M", one), ("L", two))
                yield Path(steps, "", series.colour, LINE_WIDTH)

    def points(self) -> Iterator[Path]:
        """The points, with an edge in the colour of the ground where lines cross."""
        for series in self._from_behind():
            for at, bar in _there(series):
                y = self._up(bar.plotted) - self.layout.box.y
                steps = circle(self.x(self._at(at)), y, _POINT)
                yield Path(steps, series.colour, self.theme.background, 1.0)

    def figures(self) -> Iterator[PlacedText]:
        """The figures: before the first moment, behind the last one, above all between."""
        last = len(self.chart.categories) - 1
        for series, place in zip(self.chart.series, self.layout.lines, strict=True):
            ink = self._ink(series)
            for at, bar in _there(series):
                words = self.number(bar.figure.text)
                if not bar.labelled or not words:
                    continue
                if at == last:
                    yield self._text(words, self._at(at) + DOT + _GAP, place.last, "start", ink)
                elif at == 0 and place.first is not None:
                    yield self._text(words, self._at(0) - DOT - _GAP, place.first, "end", ink)
                else:
                    top = min(map(self._up, (bar.plotted, *(bar.reach or ()))))
                    y = top - _POINT - 3 - self.layout.size * _LEADING / 2
                    yield self._text(words, self._at(at), y, "middle", ink)

    def words(self) -> Iterator[PlacedText]:
        """The name of each line and its change."""
        for series, place in zip(self.chart.series, self.layout.lines, strict=True):
            yield from self.fitted(place.name, "start", self._ink(series))
            if place.change is not None:
                yield from self.fitted(place.change, "start", self.theme.text)

    def moments(self) -> Iterator[PlacedText]:
        """The names of the moments under the lines."""
        size = self.layout.size
        y = self.layout.labels.y + _UNDER + size * _LEADING / 2 + MIDDLE * size
        for at, lines in enumerate(self.layout.label_lines):
            words = isolated(printable(" ".join(lines)))
            if words:
                yield self.text(words, self._at(at), y, size, "middle", self.theme.text)

    def other_texts(self) -> Iterator[PlacedText]:
        """What the ends of the axis mean."""
        for end in self.layout.ends:
            yield from self.fitted(end, "start", self.theme.muted)

    def _text(self, words: str, x: float, middle: float, side: Side, ink: str) -> PlacedText:
        size = self.layout.size
        return self.text(words, x, middle + MIDDLE * size, size, side, ink, bold=True)

    def _ink(self, series: Series) -> str:
        """The colour of a line's words: its own where that can be read."""
        return legible_ink(series.colour, self.theme)

    def _from_behind(self) -> Iterator[Series]:
        """The lines, those in the last place first, so that the first lie over them."""
        yield from reversed(self.chart.series)

    def _at(self, at: int) -> float:
        plot = self.layout.plot
        return plot.x + self.chart.places[at] * plot.width

    def _up(self, value: float) -> float:
        """The height on the slide of a value of the axis."""
        plot = self.layout.plot
        return plot.y + plot.height * (1 - self.chart.axis.part(value))


def _there(series: Series) -> Iterator[tuple[int, Bar]]:
    return ((at, bar) for at, bar in enumerate(series.bars) if bar is not None)
