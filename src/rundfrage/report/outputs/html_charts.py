"""The charts of the web page: their pictures, their rows, and where on the picture these lie."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from markupsafe import Markup

from rundfrage.locales.phrases import Phrasebook
from rundfrage.report.arrange.frame import INNER
from rundfrage.report.deck import Chart, ChartForm, Claim, Slide
from rundfrage.report.layout import ChartLayout, PaneLayout, SlideLayout
from rundfrage.report.outputs.draw import draw
from rundfrage.report.outputs.drawing import Drawing
from rundfrage.report.outputs.output import Report
from rundfrage.report.outputs.picture import drawn_height, picture
from rundfrage.report.outputs.reading import Reading, read_chart
from rundfrage.report.outputs.svg import IN_A_PAGE, svg
from rundfrage.report.outputs.texts import alternative

PLAIN_CLAIM = Claim(())
_SQUARE = 22.0
"""The side of what tells a region's value, in points."""
_MARGIN = 0.08
"""How far the first and the last moment of lines reach beyond them, as a part of all."""
_BESIDE = 0.6
"""A chart narrower than this part of a slide's room stands beside something."""


@dataclass(frozen=True)
class Place:
    """Where a row of a chart lies in its picture, in percent from the start and from the top."""

    start: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class ChartView:
    """A chart as the page shows it: its picture, its rows, and what is said of it."""

    svg: Markup
    alt: str
    caption: str
    reading: Reading
    ends: tuple[str, str] | None
    places: tuple[Place, ...]
    file: str
    """Its picture with title and foot, as a data address."""
    width: float
    """That of its place on the slide, in points."""

    heading: Claim = PLAIN_CLAIM
    base: Claim = PLAIN_CLAIM
    """What stands above it where a slide has several."""
    inset: float = 0.0
    """How far from its start these begin there, in percent."""

    @property
    def beside(self) -> bool:
        """True if the slide shows it beside its sentences."""
        return self.width < _BESIDE * INNER


def chart_view(
    report: Report,
    slide: Slide,
    layout: SlideLayout,
    chart: Chart,
    place: ChartLayout,
    words: Phrasebook,
    *,
    heading: bool = False,
) -> ChartView:
    """The view of a chart; below a `heading` of its own it is named by that."""
    axis, theme, deck = chart.axis, report.theme, report.deck
    drawing = draw(chart, place, theme, deck.language)
    alone = picture(deck, slide, layout, place, drawing, theme)
    return ChartView(
        svg=_picture(drawing, place),
        alt=alternative(slide),
        caption=(slide.claims[0] if heading else slide.title).text,
        reading=read_chart(chart, words("value")),
        ends=None
        if chart.form is ChartForm.COLUMNS or not (axis.start_label or axis.end_label)
        else (axis.start_label, axis.end_label),
        places=tuple(_places(chart, place)),
        file=data_address("image/svg+xml", alone.encode("utf-8", "replace")),
        width=place.box.width,
    )


def _picture(drawing: Drawing, layout: ChartLayout) -> Markup:
    """The picture as part of a page, with no room below the bars; it is heard by its name."""
    # `svg` has escaped every text in it.
    return Markup(svg(drawing, height=drawn_height(layout), place=IN_A_PAGE))  # noqa: S704


def _places(chart: Chart, layout: ChartLayout) -> Iterator[Place]:
    """Where each category lies in the picture: from edge to edge, or one beside the other."""
    box, plot, count = layout.box, layout.plot, max(1, len(chart.categories))
    whole = drawn_height(layout)
    left, top = plot.x - box.x, plot.y - box.y
    if chart.form is ChartForm.MAP:
        yield from _on_map(chart, layout, whole)
        return
    for at in range(len(chart.categories)):
        if chart.form is ChartForm.LINES:
            parts = _moment(chart, layout, at)
        elif chart.form is ChartForm.COLUMNS:
            width = plot.width / count
            parts = (left + at * width) / box.width, 0.0, width / box.width, 1.0
        else:
            high = plot.height / count
            parts = 0.0, (top + at * high) / whole, 1.0, high / whole
        yield Place(*(round(100 * part, 2) for part in parts))


def _moment(chart: Chart, layout: ChartLayout, at: int) -> tuple[float, float, float, float]:
    """The part of a picture of lines that is nearest to a moment: start, top, width, height."""
    plot, places = layout.plot, chart.places
    edges = [(one + two) / 2 for one, two in pairwise(places)]
    before = edges[at - 1] if at else -_MARGIN
    behind = edges[at] if at < len(edges) else 1 + _MARGIN
    start = (plot.x - layout.box.x + before * plot.width) / layout.box.width
    first, width = max(0.0, start), (behind - before) * plot.width / layout.box.width
    return first, 0.0, min(width, 1 - first), 1.0


def _on_map(chart: Chart, layout: ChartLayout, whole: float) -> Iterator[Place]:
    """A square in each region, or where the region is listed; else where the list goes on."""
    box, plot, labels = layout.box, layout.plot, layout.labels
    inside = {one.category: one.inside for one in chart.atlas.regions} if chart.atlas else {}
    for at in range(len(chart.categories)):
        if at in inside:
            x, y = (plot.width * one - _SQUARE / 2 for one in inside[at])
            place = plot.x - box.x + x, plot.y - box.y + y, _SQUARE, _SQUARE
        else:
            listed = layout.listed.index(at if at in layout.listed else -1)
            place = labels.x - box.x, listed * layout.row, labels.width, layout.row
        parts = zip(place, (box.width, whole, box.width, whole), strict=True)
        yield Place(*(round(100 * part / of, 2) for part, of in parts))


def pane_views(
    report: Report, slide: Slide, layout: SlideLayout, words: Phrasebook
) -> Iterator[ChartView]:
    """The views of a slide's panes, each below its heading and base."""
    for pane, place in zip(slide.panes, layout.panes, strict=True):
        alone = slide.alone(pane)
        view = chart_view(report, alone, layout, pane.chart, place.chart, words, heading=True)
        yield replace(view, heading=pane.heading, base=pane.base, inset=_inset(place))


def tracks(panes: Sequence[PaneLayout]) -> str:
    """Panes beside each other are as wide as on the slide."""
    first = [one for one in panes if one.heading.box.x > panes[0].heading.box.x]
    line = (*panes[:1], *first)[: len({one.heading.box.x for one in panes})]
    return " ".join(f"minmax(0,{one.chart.box.width:.0f}fr)" for one in line)


def _inset(pane: PaneLayout) -> float:
    box = pane.chart.box
    return round(max(0.0, 100 * (pane.heading.box.x - box.x) / box.width), 2)


def data_address(media_type: str, content: bytes) -> str:
    """An address that holds the content itself."""
    return f"data:{media_type};base64,{base64.b64encode(content).decode('ascii')}"
