"""Draws one share of a whole: an arc of a ring, squares of a hundred, or a bar on its ground."""

from __future__ import annotations

from collections.abc import Iterator

from rundfrage.report.deck import ShareStyle
from rundfrage.report.layout import HOLE
from rundfrage.report.outputs.arcs import Step, arc, on_circle
from rundfrage.report.outputs.drawing import Drawing, Path, PlacedText, Rectangle
from rundfrage.report.outputs.pen import Pen, Side
from rundfrage.report.outputs.waffle import squares


class SharePen(Pen):
    """Draws a share; in every language the ring begins at the top and runs as a clock does."""

    def drawing(self) -> Drawing:
        """The drawing, as large as the layout's box."""
        return Drawing(
            *self.extent,
            grounds=(),
            bars=tuple(self._rectangles()),
            whiskers=(),
            swatches=(),
            texts=tuple(self._figure()),
            paths=tuple(self._ring()),
        )

    @property
    def _style(self) -> ShareStyle:
        return self.chart.whole.style if self.chart.whole else ShareStyle.BAR

    @property
    def _part(self) -> float:
        bar = self.chart.series[0].bars[0]
        return self.chart.axis.part(bar.plotted) if bar else 0.0

    @property
    def _colours(self) -> tuple[str, str]:
        """That of the share, and that of the rest."""
        series = self.chart.series[0]
        bar = series.bars[0]
        own = (bar.colour if bar else "") or series.colour
        return own, self.chart.whole.colour if self.chart.whole else self.theme.panel

    def _rectangles(self) -> Iterator[Rectangle]:
        plot, (own, rest) = self.layout.plot, self._colours
        if self._style is ShareStyle.BAR:
            yield self.box(plot.x, plot.x + plot.width, plot.y, plot.height, rest)
            yield self.box(plot.x, plot.x + plot.width * self._part, plot.y, plot.height, own)
        elif self._style is ShareStyle.WAFFLE:
            filled, left = squares(plot, round(100 * self._part))
            for boxes, colour in ((left, rest), (filled, own)):
                for box in boxes:
                    yield self.box(box.x, box.x + box.width, box.y, box.height, colour)

    def _ring(self) -> Iterator[Path]:
        if self._style is not ShareStyle.DONUT:
            return
        plot, (own, rest) = self.layout.plot, self._colours
        x, y = self.x(plot.x + plot.width / 2), plot.y + plot.height / 2 - self.layout.box.y
        outer = plot.width / 2
        for start, end, colour in ((self._part, 1.0, rest), (0.0, self._part, own)):
            if end > start:
                yield Path(tuple(_sector(x, y, outer, start, end)), colour)

    def _figure(self) -> Iterator[PlacedText]:
        if self.layout.figure is not None:
            side: Side = "middle" if self._style is ShareStyle.DONUT else "start"
            yield from self.fitted(self.layout.figure, side, self._colours[0], bold=True)


def _sector(x: float, y: float, outer: float, start: float, end: float) -> Iterator[Step]:
    """The part of a ring from one part of a turn to another, clockwise from the top."""
    inner = outer * HOLE
    yield "M", on_circle(x, y, outer, start)
    yield from arc(x, y, outer, start, end)
    yield "L", on_circle(x, y, inner, end)
    yield from arc(x, y, inner, end, start)
    yield "Z", ()
