"""Draws dots on a scale: a thin line a category, its interval, and the dot in front of both."""

from __future__ import annotations

from collections.abc import Iterator

from rundfrage.look.colour import faint
from rundfrage.report.deck import Bar
from rundfrage.report.layout import DOT
from rundfrage.report.outputs.arcs import circle
from rundfrage.report.outputs.draw_bars import BarsPen
from rundfrage.report.outputs.drawing import Drawing, Path, Rectangle


class DotsPen(BarsPen):
    """Draws a chart whose values lie on a scale and are no lengths."""

    def drawing(self) -> Drawing:
        """The drawing, as large as the layout's box."""
        return Drawing(
            *self.extent,
            grounds=tuple(self.grounds()),
            bars=(),
            whiskers=tuple(self.whiskers()),
            swatches=(),
            texts=(*self.bar_texts(), *self.side_texts(), *self.labels(), *self.other_texts()),
            paths=tuple(self.dots()),
        )

    def grounds(self) -> Iterator[Rectangle]:
        """The scale of each category: a line from its start to its end, but behind no figure."""
        plot, size = self.layout.plot, self.layout.size
        guide = faint(self.theme.muted, self.theme.background)
        end = plot.x + plot.width
        gaps = {
            one.row: (
                self._behind(one.bar),
                self._behind(one.bar) + self.ruler.width(one.bar.figure.text, size, bold=True) + 12,
            )
            for one in self._placed()
        }
        for row in range(len(self.chart.categories)):
            top = self._middle(row) - 0.5
            before, after = gaps.get(row, (end, end))
            yield self.box(plot.x, min(before, end), top, 1, guide)
            if after < end:
                yield self.box(after, end, top, 1, guide)

    def whiskers(self) -> Iterator[Rectangle]:
        """The intervals as lines."""
        plot = self.layout.plot
        for one in self._placed():
            span = self.chart.axis.span(one.bar)
            if span is not None:
                low, high = (plot.x + plot.width * part for part in span)
                yield self.box(low, high, self._middle(one.row) - 1, 2, self.theme.text)

    def dots(self) -> Iterator[Path]:
        """The dots."""
        for one in self._placed():
            y = self._middle(one.row) - self.layout.box.y
            yield Path(circle(self.x(self._along(one.end)), y, self._radius), one.colour)

    def _behind(self, bar: Bar) -> float:
        """Where the dot, or its interval, ends, and its figure begins."""
        return max(super()._behind(bar), self._along(bar.plotted) + self._radius)

    @property
    def _radius(self) -> float:
        return min(DOT, self.layout.row / 4)
