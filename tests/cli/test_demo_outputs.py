"""The demo's own outputs, seen by programs that did not make them."""

import json
import re
import subprocess
from itertools import pairwise, starmap
from pathlib import Path

import numpy as np
import openpyxl
import page
import pypdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image

from browser import open_browser
from libreoffice import converted
from rundfrage.look.theme import DEFAULT
from rundfrage.report.arrange import arrange
from rundfrage.report.build import ReportSettings, compose
from rundfrage.report.outputs.pptx.write import pptx
from rundfrage.services.answers import load
from rundfrage.services.survey import open_source

pytestmark = pytest.mark.trial

ALIKE = 0.03
"""Mean difference of grey (0 to 1) under which two pictures count as the same slide."""


@pytest.fixture(scope="session")
def figures(demo):
    return json.loads((demo / "out" / "figures.json").read_text("utf-8"))["figures"]


@pytest.fixture(scope="session")
def drawn(demo, tmp_path_factory) -> Path:
    """The slides as LibreOffice draws them, as a PDF."""
    folder = tmp_path_factory.mktemp("office")
    return converted(demo / "out" / "report.pptx", folder, own_fonts=True)


def pictures(report: Path, folder: Path) -> list[np.ndarray]:
    """The pages small, from fine ones: edges between pixels make no difference."""
    subprocess.run(["pdftoppm", "-r", "48", "-gray", report, folder / "p"], check=True)
    return [
        np.asarray(Image.open(path).resize((160, 90)), dtype=float) / 255
        for path in sorted(folder.glob("p-*.pgm"))
    ]


@pytest.mark.parametrize(
    "profile", [page.ValidationProfile.PDF_A_2A, page.ValidationProfile.PDF_UA_1]
)
def test_the_pdf_passes_an_independent_validator(demo, profile):
    report = page.validate_pdf_bytes((demo / "out" / "report.pdf").read_bytes(), profile=profile)
    assert (report.is_compliant, list(report.failures)) == (True, [])


def distance(one: np.ndarray, other: np.ndarray) -> float:
    return float(np.abs(one - other).mean())


def test_libreoffice_draws_slides_where_they_are_laid_out(demo, tmp_path):
    """Laid out for the deck's own fonts, as the PDF is, they are drawn as in the PDF."""
    settings = ReportSettings(quotes=demo / "quotes.toml", report=demo / "report.md")
    deck, _ = compose(load(open_source(demo)), settings)
    (tmp_path / "own.pptx").write_bytes(pptx(deck, arrange(deck, DEFAULT), DEFAULT))
    (tmp_path / "pptx").mkdir()
    (tmp_path / "pdf").mkdir()
    ours = pictures(demo / "out" / "report.pdf", tmp_path / "pdf")
    theirs = pictures(
        converted(tmp_path / "own.pptx", tmp_path / "office", own_fonts=True), tmp_path / "pptx"
    )
    apart = [distance(one, other) for one, other in zip(ours, theirs, strict=True)]
    assert [number for number, much in enumerate(apart, 1) if much >= ALIKE] == []
    # The measure would see another slide: neighbours differ more than the two drawings of one.
    assert float(np.median(list(starmap(distance, pairwise(ours))))) > 2 * max(apart)


@pytest.mark.parametrize("width", [320, 1440])
def test_axe_finds_nothing_on_the_page_and_nothing_is_wider_than_the_screen(demo, width):
    with open_browser() as browser:
        view = browser.new_page(viewport={"width": width, "height": 900})
        view.goto((demo / "out" / "report.html").as_uri())
        view.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        found = Axe().run(view)
        wide = view.evaluate("document.documentElement.scrollWidth")
    assert [violation["id"] for violation in found.response["violations"]] == []
    assert wide <= width


def plain(text: str) -> str:
    """Words as a reader takes them: typeset spaces and line breaks make no difference."""
    return re.sub(r"\s+", "", text)


def test_the_same_figure_has_the_same_text_in_every_output(demo, drawn, figures):
    """Each figure stands on its slide in PDF, PPTX and HTML, and in the XLSX.

    Segments too thin for a label are in HTML and XLSX alone; there are few of them.
    """
    pages = [
        plain(one.extract_text()) for one in pypdf.PdfReader(demo / "out" / "report.pdf").pages
    ]
    html = (demo / "out" / "report.html").read_text("utf-8")
    slides = [plain(re.sub(r"<[^>]+>", "", part)) for part in html.split("<article")[1:]]
    book = openpyxl.load_workbook(demo / "out" / "report.xlsx", read_only=True)
    cells = {
        plain(str(cell))
        for sheet in book
        for row in sheet.iter_rows(values_only=True)
        for cell in row
    }
    office = [plain(one.extract_text()) for one in pypdf.PdfReader(drawn).pages]
    assert len(slides) == len(pages) == len(office)
    for figure in figures:
        text, at = plain(figure["text"]), figure["slide"] - 1
        assert text in slides[at], figure
        assert text in cells, figure
        if text in pages[at]:
            assert text in office[at], figure
    shown = sum(plain(figure["text"]) in pages[figure["slide"] - 1] for figure in figures)
    assert shown >= 0.9 * len(figures)
