"""Writes a drawing as SVG: rectangles, outlines and lines of text, each with its look upon it.

PDF and HTML show the same drawing. A PDF sets the texts itself (`texts=False`): programs that draw
SVG into a PDF shape a letter and its marks (Arabic and Hebrew vowels, accents, emoji with a skin
tone) as glyphs of which some stand for no character, which PDF/UA and PDF/A refuse.
"""

from __future__ import annotations

from html import escape

from rundfrage.report.outputs.drawing import Drawing, Path, PlacedText, Rectangle

ALONE = 'xmlns="http://www.w3.org/2000/svg"'
"""What a picture needs that is a file of its own."""
IN_A_PAGE = 'aria-hidden="true" focusable="false"'
"""What a picture needs in a page, whose reader hears other words for it."""

_ANCHORS = {"left": "start", "center": "middle", "right": "end"}


def svg(drawing: Drawing, *, height: float, texts: bool = True, place: str = ALONE) -> str:
    """The drawing down to `height`; `place` is ALONE or IN_A_PAGE."""
    box = f"0 0 {_number(drawing.width)} {_number(height)}"
    marks = "".join((*map(_rectangle, drawing.rectangles), *map(_path, drawing.paths)))
    words = "".join(map(_text, drawing.texts)) if texts else ""
    return f'<svg {place} viewBox="{box}">{marks}{words}</svg>'


def _rectangle(one: Rectangle) -> str:
    place = f'x="{_number(one.x)}" y="{_number(one.y)}"'
    size = f'width="{_number(one.width)}" height="{_number(one.height)}"'
    edge = f' stroke="{escape(one.edge)}"' if one.edge else ""
    return f'<rect {place} {size} fill="{escape(one.colour)}"{edge}/>'


def _path(one: Path) -> str:
    steps = " ".join(step + ",".join(map(_number, points)) for step, points in one.steps)
    edge = f' stroke="{escape(one.edge)}" stroke-width="{_number(one.width)}"' if one.edge else ""
    return f'<path d="{steps}" fill="{escape(one.colour or "none")}" fill-rule="evenodd"{edge}/>'


def _text(one: PlacedText) -> str:
    place = f'x="{_number(one.x)}" y="{_number(one.y)}" font-size="{_number(one.size)}"'
    anchor = f' text-anchor="{_ANCHORS[one.anchor]}"' if one.anchor != "left" else ""
    bold = ' font-weight="bold"' if one.bold else ""
    return f'<text {place}{anchor}{bold} fill="{escape(one.colour)}">{escape(one.text)}</text>'


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
