"""Writes the deck as a PDF for everybody: tagged, PDF/UA-1 and PDF/A-2a, its fonts inside.

Typst sets it from data (pages.py) by a template; the charts are SVGs, their words set by Typst. The
same report gives the same bytes. Typst refuses to write a PDF that breaks either standard, and the
template one with more pages than slides.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from rundfrage.errors import Problem
from rundfrage.locales import message
from rundfrage.look.logo import read_logo
from rundfrage.look.typeset import Refused, typeset
from rundfrage.report.layout import SlideLayout
from rundfrage.report.outputs.draw import draw
from rundfrage.report.outputs.glyphs import require_glyphs
from rundfrage.report.outputs.output import Output, Report
from rundfrage.report.outputs.pages import Picture, pages, picture_file, placed_charts
from rundfrage.report.outputs.svg import svg

_TEMPLATE = files("rundfrage.report.outputs").joinpath("templates", "slides.typ")


def write(report: Report, path: Path) -> None:
    """Write the report's PDF to `path`; raises Problem before anything is written."""
    report = report.printed
    path.write_bytes(pdf(report, report.layouts))


OUTPUT = Output("pdf", ".pdf", write)


def pdf(report: Report, layouts: Sequence[SlideLayout]) -> bytes:
    """The PDF of a report whose slides are laid out as given.

    Raises Problem: glyph-missing, logo-unreadable, pdf-refused.
    """
    require_glyphs(report.deck, report.theme.fonts)
    pictures, files = _draw_charts(report, layouts)
    logo = None
    if report.theme.logo is not None:
        content = read_logo(report.theme.logo)
        logo = f"logo{content.suffix}"
        files[logo] = content.content
    for slide in report.deck.slides:
        if slide.picture is not None:
            files[picture_file(slide.picture)] = slide.picture.content
    deck = pages(report.deck, layouts, report.theme, pictures, logo)
    files["deck.json"] = json.dumps(deck, ensure_ascii=False).encode()
    try:
        return typeset(_TEMPLATE, files, report.theme.fonts)
    except Refused as refusal:
        raise Problem(
            "pdf-refused",
            found=message(
                "no PDF that everybody can read could be made: {refusal}.", refusal=refusal
            ),
            expected=message("a deck that the standards PDF/UA-1 and PDF/A-2a allow."),
            mend=message(
                "Look at what is named here (often the logo or a font of the theme), or "
                "leave the PDF out."
            ),
        ) from refusal


def _draw_charts(
    report: Report, layouts: Sequence[SlideLayout]
) -> tuple[dict[int, tuple[Picture, ...]], dict[str, bytes]]:
    """The charts by the number of their slide, and their drawings by the name of the file."""
    theme, deck = report.theme, report.deck
    pictures: dict[int, tuple[Picture, ...]] = {}
    files: dict[str, bytes] = {}
    for number, (slide, layout) in enumerate(zip(deck.slides, layouts, strict=True), start=1):
        drawn = []
        for at, (chart, place) in enumerate(placed_charts(slide, layout)):
            drawing = draw(chart, place, theme, deck.language)
            name = f"chart-{number}-{at + 1}.svg" if at else f"chart-{number}.svg"
            drawn.append(Picture(name, drawing.texts))
            files[name] = svg(drawing, height=drawing.height, texts=False).encode()
        pictures[number] = tuple(drawn)
    return pictures, files
