"""A slide's chart as a picture of its own, to be taken elsewhere: with title, foot and ribbon.

It stands on the theme's ground and names its fonts, which it doesn't hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from rundfrage.look.box import Box, Fit
from rundfrage.look.direction import isolated
from rundfrage.look.fit import Sizing, fit
from rundfrage.look.measure import ruler
from rundfrage.look.printable import printable
from rundfrage.look.theme import Theme
from rundfrage.report.arrange.frame import INNER
from rundfrage.report.deck import Deck, Slide
from rundfrage.report.layout import ChartLayout, SlideLayout
from rundfrage.report.outputs.drawing import Drawing
from rundfrage.report.outputs.pen import MIDDLE
from rundfrage.report.outputs.svg import IN_A_PAGE, svg
from rundfrage.report.outputs.texts import alternative
from rundfrage.text import direction

_EDGE = 24.0
"""Points around everything."""
_GAP = 14.0
"""Points between the title, the chart and the foot."""
_RIBBON = 11.0
_SAID = Sizing(16, 12, lines=3)


def picture(
    deck: Deck,
    slide: Slide,
    layout: SlideLayout,
    chart: ChartLayout,
    drawing: Drawing,
    theme: Theme,
) -> str:
    """The SVG file of the slide's chart, whose drawing is given."""
    rtl = direction(deck.language) == "rtl"
    width = max(drawing.width, INNER) + 2 * _EDGE
    pieces: list[str] = []
    down = _EDGE
    ribbon = printable(deck.ribbon)
    if ribbon:
        pieces.append(
            _line(ribbon, width, down + _RIBBON, _RIBBON, theme.accent, rtl=rtl, bold=True)
        )
        down += 2 * _RIBBON
    pieces.extend(_fitted(layout.title, width, down, theme.primary, rtl=rtl, bold=True))
    down += _height(layout.title) + _GAP / 2
    if said := _sentence(slide):
        lines = fit(said, Box(0, 0, width - 2 * _EDGE, 4 * _SAID.largest), _SAID, ruler(theme))
        pieces.extend(_fitted(lines, width, down, theme.text, rtl=rtl))
        down += _height(lines)
    down += _GAP
    high = drawn_height(chart)
    inner = svg(drawing, height=high, place=IN_A_PAGE)
    left = width - _EDGE - drawing.width if rtl else _EDGE
    place = f'<svg x="{left:g}" y="{down:g}" width="{drawing.width:g}" height="{high:g}" '
    pieces.append(inner.replace("<svg ", place, 1))
    down += high + _GAP
    if layout.footer is not None:
        pieces.extend(_fitted(layout.footer, width, down, theme.muted, rtl=rtl))
        down += _height(layout.footer)
    height = down + _EDGE
    fonts = escape(f"'{theme.font}',Arial,sans-serif")
    title, described = escape(slide.title.text), escape(alternative(slide))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" '
        f'width="{width:g}" height="{height:g}" font-family="{fonts}" '
        'text-rendering="geometricPrecision" role="img">'
        f"<title>{printable(title)}</title><desc>{printable(described)}</desc>"
        f'<rect width="100%" height="100%" fill="{escape(theme.background)}"/>'
        f"{''.join(pieces)}</svg>"
    )


def _sentence(slide: Slide) -> str:
    """What stands above the chart on its slide: the figure with its words, or the question."""
    first = (claim.text for claim in slide.claims[:1])
    return " ".join(one for one in (slide.big.text if slide.big else "", *first) if one)


def drawn_height(layout: ChartLayout) -> float:
    """How high a chart is drawn, with no room below its bars."""
    return layout.bottom + 4 - layout.box.y


def _height(fit: Fit) -> float:
    return len(fit.lines) * fit.size * fit.leading


def _fitted(
    fit: Fit, width: float, top: float, colour: str, *, rtl: bool, bold: bool = False
) -> Iterator[str]:
    """The lines of a text from a height on."""
    for at, words in enumerate(fit.lines):
        y = top + (at + 0.5) * fit.size * fit.leading + MIDDLE * fit.size
        if shown := isolated(printable(words)):
            yield _line(shown, width, y, fit.size, colour, rtl=rtl, bold=bold)


def _line(
    words: str, width: float, y: float, size: float, colour: str, *, rtl: bool, bold: bool = False
) -> str:
    """A line of text at the edge from which is read."""
    x, anchor = (width - _EDGE, ' text-anchor="end"') if rtl else (_EDGE, "")
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{x:g}" y="{y:.2f}" font-size="{size:g}"{anchor}{weight} '
        f'fill="{escape(colour)}">{escape(words)}</text>'
    )
