"""Writes the deck as a PDF for everybody: tagged, PDF/UA-1 and PDF/A-2a, its fonts inside.

Typst sets it from data (pages.py) by a template; the charts are the SVGs of their Vega-Lite
specifications, their words set by Typst. The same report gives the same bytes. Typst refuses to
write a PDF that breaks either standard, and the template one with more pages than slides.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import typst

from rundfrage.errors import Problem
from rundfrage.report.arrange import arrange
from rundfrage.report.layout import SlideLayout
from rundfrage.report.measure import SHIPPED
from rundfrage.report.outputs.glyphs import require_glyphs
from rundfrage.report.outputs.logo import read_logo
from rundfrage.report.outputs.output import Output, Report
from rundfrage.report.outputs.pages import Picture, pages
from rundfrage.report.outputs.svg import draw
from rundfrage.report.outputs.svg_texts import split_texts
from rundfrage.report.outputs.vega import specification

_TEMPLATE = files("rundfrage.report.outputs").joinpath("templates", "slides.typ")


def write(report: Report, path: Path) -> None:
    """Write the report's PDF to `path`; raises Problem before anything is written."""
    path.write_bytes(pdf(report, arrange(report.deck, report.theme)))


OUTPUT = Output("pdf", ".pdf", write)


def pdf(report: Report, layouts: Sequence[SlideLayout]) -> bytes:
    """The PDF of a report whose slides are laid out as given.

    Raises Problem: glyph-missing, logo-unreadable, pdf-refused.
    """
    require_glyphs(report.deck, report.theme.fonts)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        pictures = _draw_charts(report, layouts, root)
        logo = _copy_logo(report.theme.logo, root)
        deck = pages(report.deck, layouts, report.theme, pictures, logo)
        (root / "deck.json").write_text(json.dumps(deck, ensure_ascii=False), encoding="utf-8")
        return _compile(root, report.theme.fonts)


def _draw_charts(report: Report, layouts: Sequence[SlideLayout], root: Path) -> dict[int, Picture]:
    """The charts by the number of their slide, their drawings written into `root`."""
    theme, deck = report.theme, report.deck
    pictures: dict[int, Picture] = {}
    for number, (slide, layout) in enumerate(zip(deck.slides, layouts, strict=True), start=1):
        if slide.chart is not None and layout.chart is not None:
            chart = specification(slide.chart, layout.chart, theme, deck.language)
            svg, texts = split_texts(draw(chart, report.cache, theme.fonts))
            pictures[number] = Picture(f"chart-{number}.svg", texts)
            (root / pictures[number].file).write_text(svg, encoding="utf-8")
    return pictures


def _copy_logo(path: Path | None, root: Path) -> str | None:
    """The name of the logo's copy in `root`, where Typst may read it."""
    if path is None:
        return None
    logo = read_logo(path)
    name = f"logo{logo.suffix}"
    (root / name).write_bytes(logo.content)
    return name


def _compile(root: Path, fonts: Path | None) -> bytes:
    template = root / "slides.typ"
    template.write_bytes(_TEMPLATE.read_bytes())
    folders = [SHIPPED, *([fonts] if fonts else [])]
    try:
        return typst.compile(
            template,
            root=root,
            font_paths=typst.Fonts(
                include_system_fonts=False, include_embedded_fonts=False, font_paths=folders
            ),
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards=["a-2a", "ua-1"],
            timestamp=0,
        )
    except typst.TypstError as error:
        raise Problem(
            "pdf-refused",
            found=f"no PDF that everybody can read could be made: {error.message}.",
            expected="a deck that the standards PDF/UA-1 and PDF/A-2a allow.",
            mend="Look at what is named here (often the logo or a font of the theme), or leave "
            "the PDF out with --formats.",
        ) from error
