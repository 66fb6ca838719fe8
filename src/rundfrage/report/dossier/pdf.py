"""The dossier as a PDF for everybody: tagged, PDF/UA-1 and PDF/A-2a, its fonts inside.

Typst sets it from data; the same weighting gives the same bytes.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from importlib.resources import files

from rundfrage.errors import Problem
from rundfrage.locales import message
from rundfrage.look.families import families
from rundfrage.look.glyphs import missing_glyphs
from rundfrage.look.printable import printable
from rundfrage.look.typeset import Refused, typeset
from rundfrage.report.dossier.contents import Dossier
from rundfrage.text import main_part

_TEMPLATE = files("rundfrage.report.dossier").joinpath("templates", "dossier.typ")


def pdf(dossier: Dossier) -> bytes:
    """The PDF; raises a Problem for characters that the fonts can't write."""
    missing = missing_glyphs(dossier.texts(), None)
    if missing:
        raise _refused(message("the fonts cannot write {names}", names=" ".join(missing[:5])))
    content = {
        **asdict(dossier),
        "language": main_part(dossier.language),
        "families": list(families()),
    }
    data = json.dumps(_printable(content), ensure_ascii=False).encode()
    try:
        return typeset(_TEMPLATE, {"dossier.json": data})
    except Refused as refusal:
        raise _refused(str(refusal)) from refusal


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
        found=message("No PDF that everybody can read could be made: {reason}.", reason=reason),
        expected=message("labels of categories in a script that the shipped fonts hold."),
        mend=message("Leave the PDF out."),
    )
