"""The data sets of a chart's Vega-Lite specification: bars, labels, legend, each at its place.

Places come from the ChartLayout, in points from the top left of its box; right-to-left languages
see them mirrored. Texts are figures and labels as the deck printed them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from rundfrage.look.box import Fit
from rundfrage.look.colour import ink
from rundfrage.look.direction import isolated
from rundfrage.look.measure import ruler
from rundfrage.look.printable import printable
from rundfrage.look.theme import Theme
from rundfrage.report.deck import Bar, Chart, ChartForm
from rundfrage.report.layout import ChartLayout

Datum = dict[str, Any]
Anchor = Literal["start", "middle", "end"]

MIDDLE = 0.35
"""From the middle of a capital letter down to its baseline, in multiples of the size."""

_FROM_RIGHT, _END = "\u2067", "\u2069"
"""RIGHT-TO-LEFT ISOLATE and POP DIRECTIONAL ISOLATE (Unicode Standard Annex 9)."""
_LEADING = 1.2
_SMALLEST = 0.6
"""The least part of the chart's size at which a segment's text is set to stay inside it."""
_ALONG = {"start": 0.0, "middle": 0.5, "end": 1.0}


@dataclass(frozen=True)
class Drawing:
    """One chart on its way into a specification."""

    chart: Chart
    layout: ChartLayout
    theme: Theme
    mirrored: bool

    @property
    def stacked(self) -> bool:
        """True if the bars of a row stand one after the other."""
        return self.chart.form is ChartForm.STACKED

    def x(self, points: float) -> float:
        """A place on the slide as one in the picture."""
        inside = points - self.layout.box.x
        return round(self.layout.box.width - inside if self.mirrored else inside, 2)

    def y(self, points: float) -> float:
        """A height on the slide as one in the picture."""
        return round(points - self.layout.box.y, 2)

    def data_sets(self) -> dict[str, list[Datum]]:
        """All data sets by the name under which the layers know them."""
        return {
            "rows": [
                {"row": at, "category": printable(category)}
                for at, category in enumerate(self.chart.categories)
            ],
            "bars": list(self._bars()),
            "labels": list(self._labels()),
            "beside": list(self._beside()),
            **self._whiskers(),
            "legend": list(self._legend()),
            "texts": list(self._texts()),
            **({"middle": [{"at": self.chart.shift.middle}]} if self.chart.shift else {}),
        }

    @staticmethod
    def _words(line: str) -> str:
        """A line of words, which programs that draw SVG would otherwise order each its own way."""
        return isolated(printable(line))

    def _number(self, text: str) -> str:
        """A figure, which says of itself no way to run: a range ends where the language ends."""
        return f"{_FROM_RIGHT}{printable(text)}{_END}" if self.mirrored else printable(text)

    def _bars(self) -> Iterator[Datum]:
        """One datum a bar: where it starts and ends on the axis, its text and its colours."""
        chart = self.chart
        reached = (
            list(chart.shift.starts) if chart.shift else [chart.axis.start] * len(chart.categories)
        )
        for series in self.chart.series:
            for row, bar in enumerate(series.bars):
                if bar is None:
                    continue
                start = reached[row]
                end = start + bar.plotted if self.stacked else bar.plotted
                if self.stacked:
                    reached[row] = end
                colour = bar.colour or series.colour
                yield {
                    "row": row,
                    "category": printable(self.chart.categories[row]),
                    "series": printable(series.name),
                    "binding": printable(bar.figure.binding),
                    "text": printable(bar.figure.text) if bar.labelled else "",
                    "start": start,
                    "end": end,
                    **({} if self.stacked else {"behind": self._behind(bar)}),
                    "middle": (start + end) / 2,
                    "colour": colour,
                    "ink": ink(colour) if self.stacked else self.theme.text,
                    "size": self._segment_size(bar) if self.stacked else self.layout.size,
                }

    def _behind(self, bar: Bar) -> float:
        """Where on the axis the bar with its interval ends, and its text begins."""
        span, axis = self.chart.axis.span(bar), self.chart.axis
        if span is None:
            return bar.plotted
        far = axis.start + span[1] * (axis.end - axis.start)
        return far if span[1] > axis.part(bar.plotted) else bar.plotted

    def _whiskers(self) -> dict[str, list[Datum]]:
        """One datum an interval: where it begins and ends on the axis."""
        axis = self.chart.axis
        found: list[Datum] = [
            {
                "row": row,
                "binding": printable(bar.figure.binding),
                "low": axis.start + span[0] * (axis.end - axis.start),
                "high": axis.start + span[1] * (axis.end - axis.start),
            }
            for series in self.chart.series
            for row, bar in enumerate(series.bars)
            if bar is not None and (span := axis.span(bar)) is not None
        ]
        return {"whiskers": found} if found else {}

    def _segment_size(self, bar: Bar) -> float:
        """The size at which a segment's text stays inside it, as far as that can be read."""
        axis, size = self.chart.axis, self.layout.size
        length = bar.plotted / (axis.end - axis.start) * self.layout.plot.width
        needed = ruler(self.theme).width(bar.figure.text, size)
        fitting = size * max(0.0, length - 2) / needed if needed else size
        return round(max(_SMALLEST * size, min(size, fitting)), 2)

    def _labels(self) -> Iterator[Datum]:
        """One datum a line of a category's label, `shift` points under its row's middle."""
        size = self.layout.size
        for row, lines in enumerate(self.layout.label_lines):
            for at, line in enumerate(lines):
                middle = (at - (len(lines) - 1) / 2) * size * _LEADING
                shift = round(middle + MIDDLE * size, 2)
                yield {"row": row, "text": self._words(line), "shift": shift}

    def _beside(self) -> Iterator[Datum]:
        """One datum a figure in a side column, in the middle of its column."""
        for column, box in zip(self.chart.side, self.layout.side, strict=True):
            for row, figure in enumerate(column.figures):
                if figure is not None:
                    yield {
                        "row": row,
                        "heading": printable(column.heading),
                        "binding": printable(figure.binding),
                        "text": self._number(figure.text),
                        "x": self.x(box.x + box.width / 2),
                    }

    def _legend(self) -> Iterator[Datum]:
        """One datum a series: the square in its colour."""
        if not self.layout.legend:
            return
        for series, entry in zip(self.chart.series, self.layout.legend, strict=True):
            swatch = entry.swatch
            yield {
                "series": printable(series.name),
                "colour": series.colour,
                "x": self.x(swatch.x),
                "x2": self.x(swatch.x + swatch.width),
                "y": self.y(swatch.y),
                "y2": self.y(swatch.y + swatch.height),
            }

    def _texts(self) -> Iterator[Datum]:
        """Every line of text that stands at a place of its own rather than in a row."""
        for entry in self.layout.legend:
            yield from self._lines(entry.name, "start", self.theme.text)
        for heading in self.layout.headings:
            yield from self._lines(heading, "middle", self.theme.muted, bold=True)
        for at, end in enumerate(self.layout.ends):
            yield from self._lines(end, "end" if at else "start", self.theme.muted)

    def _lines(
        self, fit: Fit, anchor: Anchor, colour: str, *, bold: bool = False
    ) -> Iterator[Datum]:
        for at, line in enumerate(fit.lines):
            middle = fit.box.y + (at + 0.5) * fit.size * fit.leading
            yield {
                "text": self._words(line),
                "x": self.x(fit.box.x + _ALONG[anchor] * fit.box.width),
                "y": round(self.y(middle) + MIDDLE * fit.size, 2),
                "size": fit.size,
                "colour": colour,
                "weight": "bold" if bold else "normal",
                "anchor": anchor,
            }
