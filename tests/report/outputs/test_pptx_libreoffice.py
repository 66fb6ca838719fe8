"""LibreOffice opens the .pptx without repair and shows every slide with every figure."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from office import made
from sample import deck
from sample_languages import arabic

from patience import PATIENCE
from rundfrage.look.face import SHIPPED
from rundfrage.report.deck import Figure, Slide

pytestmark = pytest.mark.trial


def drawn(content: bytes, folder: Path) -> list[str]:
    """The text of each page of the PDF that LibreOffice makes of it."""
    if shutil.which("soffice") is None or shutil.which("pdftotext") is None:
        pytest.skip("needs LibreOffice Impress and poppler-utils")
    (folder / "deck.pptx").write_bytes(content)
    (folder / "fonts.conf").write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<include>/etc/fonts/fonts.conf</include><dir>{SHIPPED}</dir>"
        f"<cachedir>{folder}/cache</cachedir></fontconfig>",
        encoding="utf-8",
    )
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
         "--convert-to", "pdf", "--outdir", str(folder), str(folder / "deck.pptx")],
        check=True, capture_output=True, timeout=PATIENCE,
        env={**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")},
    )  # fmt: skip
    text = subprocess.run(
        ["pdftotext", "-layout", str(folder / "deck.pdf"), "-"],
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
