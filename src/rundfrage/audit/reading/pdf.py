"""Reads a PDF page by page: its letters with their places, joined as they stand on the page."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from rundfrage.audit.document import Document
from rundfrage.audit.reading.layout import Piece, laid_out
from rundfrage.audit.reading.refusal import broken, locked, too_large, wordless

MOST_PAGES = 3000
_MOST_LETTERS = 200_000
_GAP = 1.0
"""A gap of so many letter heights parts two pieces."""
_MARGIN = 0.09
"""A bare number in this part of the page, at its top or bottom, is the number of the page."""
_LETTERS = range(1, 0x110000)
_HALVES = range(0xD800, 0xE000)
"""Halves of a pair (surrogates) are no letters of their own."""
_PASSWORD = "password"  # noqa: S105  (a word of PDFium's message)


def read_pdf(path: Path) -> Document:
    """The document in a .pdf file."""
    try:
        file = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        if _PASSWORD in str(error).lower():
            raise locked(path) from error
        raise broken(path, str(error)) from error
    try:
        if len(file) > MOST_PAGES:
            raise too_large(path)
        passages = tuple(
            passage
            for number in range(len(file))
            for passage in laid_out(list(_pieces(file, number, path)), number + 1, number + 1)
        )
        if not passages:
            raise wordless(path, pictures=len(file) > 0)
        return Document(path.name, "pdf", "page", len(file), passages)
    finally:
        file.close()


def _pieces(file: Any, number: int, path: Path) -> Iterator[Piece]:
    try:
        page = file[number]
        text = page.get_textpage()
    except pdfium.PdfiumError:
        # One page that can't be drawn is no reason to keep silent on all the others.
        return
    try:
        if text.count_chars() > _MOST_LETTERS:
            raise too_large(path)
        height = page.get_height()
        for piece in _joined(text, height):
            margin = piece.top > (1 - _MARGIN) * height or piece.bottom < _MARGIN * height
            if not (margin and piece.text.isdigit()):
                yield piece
    finally:
        text.close()
        page.close()


def _joined(text: Any, height: float) -> Iterator[Piece]:
    """Letters of one line without a wide gap, as pieces."""
    letters: list[tuple[str, float, float, float, float]] = []
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        sign = chr(code) if code in _LETTERS and code not in _HALVES else " "
        if sign in "\r\n":
            yield from _piece(letters, height)
            letters = []
            continue
        box = _box(text, index)
        if letters and box is not None and not sign.isspace():
            left, bottom, right, top = letters[-1][1:]
            size = max(top - bottom, box[3] - box[1])
            apart = box[0] - right > _GAP * size or box[0] < left - _GAP * size
            if apart or abs(box[1] - bottom) > size / 2:
                yield from _piece(letters, height)
                letters = []
        if box is not None and not sign.isspace():
            letters.append((sign if sign != "\x02" else "-", *box))
        elif letters:
            letters.append((sign if sign.isprintable() else " ", *letters[-1][1:]))
    yield from _piece(letters, height)


def _box(text: Any, index: int) -> tuple[float, float, float, float] | None:
    """The loose box of a letter (left, bottom, right, top): as high as its line."""
    rect = raw.FS_RECTF()
    if not raw.FPDFText_GetLooseCharBox(text, index, ctypes.byref(rect)):
        return None
    return (rect.left, rect.bottom, rect.right, rect.top)


def _piece(letters: list[tuple[str, float, float, float, float]], height: float) -> Iterator[Piece]:
    words = "".join(letter[0] for letter in letters)
    if not words.strip():
        return
    bottom = min(one[2] for one in letters)
    top = max(one[4] for one in letters)
    yield Piece(
        text=words.strip(),
        left=letters[0][1],
        top=height - top,
        right=max(one[3] for one in letters),
        bottom=height - bottom,
        size=top - bottom,
    )
