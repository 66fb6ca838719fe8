"""A document as a PDF for everybody: tagged, PDF/UA-1 and PDF/A-2a, its fonts inside."""

from __future__ import annotations

import json
from importlib.resources import files

from rundfrage.authority.document import Document, Items, Paragraph, Table, pieces
from rundfrage.locales import in_language
from rundfrage.look.families import families
from rundfrage.look.printable import printable
from rundfrage.look.typeset import typeset

_TEMPLATE = files("rundfrage.authority").joinpath("templates", "document.typ")


def pdf_of(document: Document, language: str) -> bytes:
    """The bytes of the PDF in the language; raises Refused where the fonts lack a letter."""

    def said(words: str) -> list[list[object]]:
        return [[printable(piece), blank] for piece, blank in pieces(in_language(words, language))]

    blocks: list[dict[str, object]] = []
    for section in document.sections:
        blocks.append({"kind": "heading", "words": said(section.heading)})
        for block in section.blocks:
            match block:
                case Paragraph():
                    blocks.append({"kind": "paragraph", "words": said(block.words)})
                case Items():
                    blocks.append({"kind": "items", "items": [said(one) for one in block.items]})
                case Table():
                    blocks.append(
                        {
                            "kind": "table",
                            "headings": [said(one) for one in block.headings],
                            "rows": [[said(cell) for cell in row] for row in block.rows],
                        }
                    )
    content = {
        "title": printable(in_language(document.title, language)),
        "survey": printable(document.survey),
        "language": language,
        "families": list(families()),
        "blocks": blocks,
    }
    return typeset(_TEMPLATE, {"document.json": json.dumps(content).encode()})
