"""The texts of a deck as a document may hold them: without what no document can show."""

from __future__ import annotations

from collections.abc import Iterator

from rundfrage.locales.foreign import marked_like
from rundfrage.look.printable import printable
from rundfrage.report.deck import Claim, Deck, Slide


def document_title(deck: Deck) -> str:
    """The title of the file itself, which must not be empty for those who hear it."""
    first = (slide.title.text for slide in deck.slides)
    return _first_readable(deck.title, *first, deck.organisation, "rundfrage")


def alternative(slide: Slide) -> str:
    """The words that stand for the slide's only chart."""
    chart = slide.chart
    return _first_readable(chart.alt if chart else "", slide.title.text, slide.kicker, slide.role)


def slide_texts(deck: Deck, slide: Slide) -> Iterator[str]:
    """Every text that is printed on the slide."""
    yield from (deck.organisation, deck.title, deck.ribbon, slide.kicker)
    yield from (claim.text for claim in _claims(slide))
    yield from (quotation.text for quotation in slide.quotations)
    if slide.big is not None:
        yield slide.big.text
    if slide.table is not None:
        yield from slide.table.headings
    for pane in slide.panes:
        yield from (pane.heading.text, pane.base.text)
    for chart in (slide.chart, *(pane.chart for pane in slide.panes)):
        if chart is None:
            continue
        yield from chart.categories
        yield from (series.name for series in chart.series)
        yield from (figure.text for figure in chart.figures)
        yield from (column.heading for column in chart.side)
        yield from (one.claim.text for one in chart.brackets)
        yield from (chart.axis.start_label, chart.axis.end_label)
        if chart.atlas is not None:
            yield from (one.name for one in (*chart.atlas.classes, chart.atlas.empty))


def _claims(slide: Slide) -> Iterator[Claim]:
    yield slide.title
    yield from slide.claims
    yield from slide.footer
    if slide.table is not None:
        for row in slide.table.rows:
            yield from row


def _first_readable(*texts: str) -> str:
    """The first of the texts that has something to read, in its language."""
    readable = (marked_like(" ".join(printable(text).split()), text) for text in texts)
    return next((text for text in readable if text), "")
