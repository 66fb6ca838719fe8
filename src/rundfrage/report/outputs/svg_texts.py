"""Takes the texts out of a chart's SVG, so that the PDF can set them with its own hand.

Programs that draw SVG into a PDF shape a letter and its marks (Arabic and Hebrew vowels, accents,
emoji with a skin tone) as glyphs of which some stand for no character; PDF/UA and PDF/A refuse
that. Typst sets the same text rightly when it is text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import Literal

_TEXT = re.compile(r"<text\b([^>]*)>([^<]*)</text>")
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
_NUMBER = re.compile(r"-?[\d.]+(?:e-?\d+)?")
_ANCHORS: dict[str, Literal["left", "center", "right"]] = {
    "start": "left",
    "middle": "center",
    "end": "right",
}


@dataclass(frozen=True)
class PlacedText:
    """One line in a picture: the place of its baseline in points, and which end is there."""

    text: str
    x: float
    y: float
    size: float
    anchor: Literal["left", "center", "right"]
    colour: str
    bold: bool


def split_texts(svg: str) -> tuple[str, tuple[PlacedText, ...]]:
    """The picture without its texts, and the texts in their order."""
    texts = tuple(_placed(match[1], match[2]) for match in _TEXT.finditer(svg))
    return _TEXT.sub("", svg), texts


def _placed(attributes: str, content: str) -> PlacedText:
    given = dict(_ATTRIBUTE.findall(attributes))
    x, y = (float(number) for number in _NUMBER.findall(given["transform"]))
    return PlacedText(
        text=unescape(content),
        x=x,
        y=y,
        size=float(given["font-size"].removesuffix("px")),
        anchor=_ANCHORS[given.get("text-anchor", "start")],
        colour=given.get("fill", "#000000"),
        bold=given.get("font-weight") == "bold",
    )
