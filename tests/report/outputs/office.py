"""Opens what the outputs for Office wrote: as a presentation, as a package, as its charts."""

from __future__ import annotations

import io
import zipfile

from pptx import Presentation

from rundfrage.look.theme import DEFAULT, Theme
from rundfrage.report.deck import Deck
from rundfrage.report.outputs.pptx.write import arranged, pptx


def made(one: Deck, theme: Theme = DEFAULT) -> bytes:
    return pptx(one, arranged(one, theme), theme)


def opened(content: bytes):
    return Presentation(io.BytesIO(content))


def members(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def charts_of(content: bytes):
    return [
        (number, shape.chart)
        for number, slide in enumerate(opened(content).slides)
        for shape in slide.shapes
        if shape.has_chart
    ]
