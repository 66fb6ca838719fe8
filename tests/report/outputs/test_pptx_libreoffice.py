"""LibreOffice opens the .pptx without repair and shows every slide with every figure."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from office import made
from sample import deck
from sample_languages import arabic

from libreoffice import converted
from patience import PATIENCE
from rundfrage.report.deck import Figure, Slide

pytestmark = pytest.mark.trial


def drawn(content: bytes, folder: Path) -> list[str]:
    """The text of each page of the PDF that LibreOffice makes of it."""
    if shutil.which("pdftotext") is None:
        pytest.skip("needs poppler-utils")
    (folder / "deck.pptx").write_bytes(content)
    drawing = converted(folder / "deck.pptx", folder, own_fonts=True)
    text = subprocess.run(
        ["pdftotext", "-layout", str(drawing), "-"],
        check=True, capture_output=True, timeout=PATIENCE,
    ).stdout.decode()  # fmt: skip
    return text.split("\f")[:-1]


def printed(text: str, page: str) -> bool:
    """True if the text stands on the page as a number of its own, however wide its spaces."""
    pattern = r"\s*".join(re.escape(part) for part in text.split())
    return re.search(rf"(?<![\d.,]){pattern}(?![\d])", page) is not None


def unlabelled(slide: Slide) -> set[Figure]:
    """The figures of segments too small for a label; they stand in the notes."""
    series = slide.chart.series if slide.chart else ()
    return {bar.figure for one in series for bar in one.bars if bar and not bar.labelled}


def test_libreoffice_draws_every_slide_with_every_figure(tmp_path):
    pages = drawn(made(deck()), tmp_path)
    assert len(pages) == len(deck().slides)
    for page, slide in zip(pages, deck().slides, strict=True):
        for figure in slide.figures:
            assert printed(figure.text, page) == (figure not in unlabelled(slide)), figure


def test_libreoffice_draws_right_to_left(tmp_path):
    pages = drawn(made(arabic()), tmp_path)
    assert len(pages) == len(arabic().slides)
    for page, slide in zip(pages, arabic().slides, strict=True):
        for figure in slide.figures:
            digits = "".join(re.findall(r"[\d.,]", figure.text))
            assert digits in page or figure in unlabelled(slide)
