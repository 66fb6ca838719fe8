"""The dossier as a PDF for everybody: tagged, PDF/UA-1 and PDF/A-2a, its fonts inside.

Typst sets it from data; the same weighting gives the same bytes.
"""

from __future__ import annotations

import json
import tempfile
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path

import typst

from rundfrage.errors import Problem
from rundfrage.report.dossier.contents import Dossier
from rundfrage.report.measure import SHIPPED
from rundfrage.report.outputs.glyphs import missing_glyphs
from rundfrage.report.outputs.texts import printable
from rundfrage.report.outputs.vega import families
from rundfrage.report.theme import DEFAULT

_TEMPLATE = files("rundfrage.report.dossier").joinpath("templates", "dossier.typ")


def pdf(dossier: Dossier) -> bytes:
    """The PDF; raises a Problem for characters that the fonts can't write."""
    missing = missing_glyphs(dossier.texts(), None)
    if missing:
        raise _refused(f"the fonts cannot write {' '.join(missing[:5])}")
    content = {**asdict(dossier), "families": list(families(DEFAULT))}
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        data = json.dumps(_printable(content), ensure_ascii=False)
        (root / "dossier.json").write_text(data, encoding="utf-8")
        template = root / "dossier.typ"
        template.write_bytes(_TEMPLATE.read_bytes())
        try:
            return typst.compile(
                template,
                root=root,
                font_paths=typst.Fonts(
                    include_system_fonts=False,
                    include_embedded_fonts=False,
                    font_paths=[SHIPPED],
                ),
                ignore_system_fonts=True,
                format="pdf",
                pdf_standards=["a-2a", "ua-1"],
                timestamp=0,
            )
        except typst.TypstError as error:
            raise _refused(error.message) from error


def _printable(content: object) -> object:
    """The content with each text as a document may hold it."""
    if isinstance(content, str):
        return printable(content)
    if isinstance(content, dict):
        return {key: _printable(value) for key, value in content.items()}
    if isinstance(content, list | tuple):
        return [_printable(one) for one in content]
    return content


def _refused(reason: str) -> Problem:
    return Problem(
        "dossier-pdf-refused",
        found=f"No PDF that everybody can read could be made: {reason}.",
        expected="labels of categories in a script that the shipped fonts hold.",
        mend="Leave the PDF out: --formats html",
    )
