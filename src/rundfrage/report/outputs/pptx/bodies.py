r"""Reads the text of a shape or a cell from its XML: the words, their spaces, their size.

A *body* is DrawingML's `p:txBody` or `a:txBody`. In its text, paragraphs are parted by "\n" and
lines within a paragraph by "\v", as python-pptx writes them.
"""

from __future__ import annotations

from typing import Any

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"

Element = Any
"""An element of lxml, whose types python-pptx' classes of elements don't have."""

LINE, PARAGRAPH = "\v", "\n"


def body_of(shape: Element) -> Element | None:
    """The body of a `p:sp`, or None for any other shape and for one without a text."""
    return shape.find(f"{P}txBody") if shape.tag == f"{P}sp" else None


def text_of(body: Element) -> str:
    """The whole text of a body."""
    return PARAGRAPH.join(paragraph_text(one) for one in body.findall(f"{A}p"))


def paragraph_text(paragraph: Element) -> str:
    """The text of one `a:p`."""
    return "".join(piece_text(piece) for piece in paragraph)


def piece_text(piece: Element) -> str:
    """The text of a run, a field or a line break; empty for what is no text."""
    if piece.tag == f"{A}br":
        return LINE
    if piece.tag in {f"{A}r", f"{A}fld"}:
        return piece.findtext(f"{A}t") or ""
    return ""


def same_words(text: str) -> str:
    """The text for comparing: all spaces and line ends alike."""
    return " ".join(text.split())


def sizes_of(body: Element) -> set[int]:
    """The letter sizes of a body's runs, in hundredths of a point."""
    found = (one.get("sz") for one in body.iter(f"{A}rPr"))
    return {int(size) for size in found if size is not None}


def spacings_of(body: Element) -> set[int]:
    """The line spacings of a body's paragraphs, in hundredths of a point."""
    return {int(one.get("val")) for one in body.iterfind(f"{A}p/{A}pPr/{A}lnSpc/{A}spcPts")}
