"""Reads a PDF page by page: its letters with their places, joined as they stand on the page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from rundfrage.audit.document import Document, Passage
from rundfrage.audit.reading.layout import laid_out
from rundfrage.audit.reading.piece import Piece
from rundfrage.audit.reading.refusal import broken, locked, swollen, too_large, wordless
from rundfrage.dataset.apart import read_apart
from rundfrage.errors import Problem

MEMORY = 1 << 29
"""Bytes that the reading of any PDF may take."""
_PROGRAM = Path(__file__).with_name("pdf_apart.py")


def read_pdf(path: Path) -> Document:
    """The document in a .pdf file; raises a Problem, also if reading it would take too much."""
    try:
        written = read_apart(_PROGRAM.read_text(encoding="utf-8"), path, MEMORY)
    except Problem as problem:
        raise swollen(path) from problem
    *pages, end = bytes(written).splitlines()
    ending = json.loads(end)
    match ending["end"]:
        case "locked":
            raise locked(path)
        case "broken":
            raise broken(path, ending["why"])
        case "large":
            raise too_large(path)
    passages = tuple(_passages(pages, ending["language"]))
    if not passages:
        raise wordless(path, pictures=bool(pages))
    return Document(path.name, "pdf", "page", len(pages), passages, ending["language"])


def _passages(pages: list[bytes], language: str) -> Iterator[Passage]:
    for number, page in enumerate(pages, start=1):
        yield from laid_out([Piece(*piece) for piece in json.loads(page)], number, number, language)
