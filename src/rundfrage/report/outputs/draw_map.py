"""Draws a map: areas in the colours of their classes, a legend, and a list of the regions."""

from __future__ import annotations

from collections.abc import Iterator

from rundfrage.look.direction import isolated
from rundfrage.look.printable import printable
from rundfrage.report.deck import Atlas, Region
from rundfrage.report.layout import ChartLayout
from rundfrage.report.outputs.drawing import Drawing, Path, PlacedText, Rectangle
from rundfrage.report.outputs.pen import MIDDLE, Pen

SWATCH, GAP = 13.0, 7.0
"""The size of the squares in the list, and the room behind them."""
EDGE = 0.75


class MapPen(Pen):
    """Draws a map, which lies in every language as it is: the east at the right."""

    def drawing(self) -> Drawing:
        """The drawing, as large as the layout's box."""
        return Drawing(
            *self.extent,
            grounds=(),
            bars=(),
            whiskers=(),
            swatches=tuple(self._swatches()),
            texts=(*self._names(), *self._list()),
            paths=tuple(self._areas()),
        )

    @property
    def _atlas(self) -> Atlas:
        assert self.chart.atlas is not None  # noqa: S101  (it is a map)
        return self.chart.atlas

    def _areas(self) -> Iterator[Path]:
        plot, box = self.layout.plot, self.layout.box
        left = min(self.x(plot.x), self.x(plot.x + plot.width))
        for region in self._atlas.regions:
            steps = tuple(outline(region, left, plot.y - box.y, plot.width))
            yield Path(steps, colour_of(region, self.chart.series[0].bars, self._atlas),
                       edge=self.theme.background if region.category is not None
                       else self.theme.muted, width=EDGE)  # fmt: skip

    def _swatches(self) -> Iterator[Rectangle]:
        classes = (*self._atlas.classes, self._atlas.empty)
        for one, entry in zip(classes, self.layout.legend, strict=True):
            box = entry.swatch
            edge = self.theme.muted if one is self._atlas.empty else ""
            yield self.box(box.x, box.x + box.width, box.y, box.height, one.colour, edge)
        for row, at in enumerate(self.layout.listed):
            bar = self.chart.series[0].bars[at] if at >= 0 else None
            if bar is not None:
                x, side = self.layout.labels.x, square(self.layout)
                yield self.box(x, x + side, self._middle(row) - side / 2, side, bar.colour)

    def _names(self) -> Iterator[PlacedText]:
        for entry in self.layout.legend:
            name = entry.name
            y = name.box.y + name.box.height / 2 + MIDDLE * name.size
            # Bounds begin with a number, which says nothing of the way that its words run.
            if words := self.number(name.lines[0]):
                yield self.text(words, name.box.x, y, name.size, "start", self.theme.text)

    def _list(self) -> Iterator[PlacedText]:
        labels, size = self.layout.labels, self.layout.size
        for row, (at, lines) in enumerate(
            zip(self.layout.listed, self.layout.label_lines, strict=True)
        ):
            y = self._middle(row) + MIDDLE * size
            x = labels.x + SWATCH + GAP
            if words := isolated(printable(lines[0])):
                yield self.text(words, x, y, size, "start", self.theme.text)
            bar = self.chart.series[0].bars[at] if at >= 0 else None
            if bar is not None and (words := self.number(bar.figure.text)):
                end = labels.x + labels.width
                yield self.text(words, end, y, size, "end", self.theme.text, bold=True)

    def _middle(self, row: int) -> float:
        return self.layout.labels.y + (row + 0.5) * self.layout.row


def square(layout: ChartLayout) -> float:
    """The side of a square in the list, apart from those above and below it."""
    return min(SWATCH, 0.62 * layout.row)


def outline(
    region: Region, left: float, top: float, width: float
) -> Iterator[tuple[str, tuple[float, ...]]]:
    """The steps along a region's rings, holes too, on a map of that place and width."""
    for ring in region.rings:
        for at, (x, y) in enumerate(ring):
            point = (round(left + x * width, 2), round(top + y * width, 2))
            yield ("L" if at else "M"), point
        yield "Z", ()


def colour_of(region: Region, bars: tuple[object, ...], atlas: Atlas) -> str:
    """The colour of a region: its class', or that of what is empty."""
    bar = None if region.category is None else bars[region.category]
    return atlas.empty.colour if bar is None else str(getattr(bar, "colour", ""))
