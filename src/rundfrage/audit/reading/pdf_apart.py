"""The program that reads a PDF in a process of its own (see dataset.apart): its letters as lines.

A few kilobytes of PDF can unfold to gigabytes, again and again, and no header says so before. Each
page is a line of JSON: runs of text on one line without a wide gap, with their boxes. The last line
says how it ended. It imports nothing of this package.
"""

import ctypes
import json
import sys
from collections.abc import Iterator
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

MOST_PAGES = 3000
MOST_LETTERS = 200_000
"""On one page."""
MOST_LETTERS_IN_ALL = 20_000_000
GAP = 1.0
"""A gap of so many letter heights parts two pieces."""
MARGIN = 0.09
"""A bare number in this part of the page, at its top or bottom, is the number of the page."""
LETTERS = range(1, 0x110000)
HALVES = range(0xD800, 0xE000)
"""Halves of a pair (surrogates) are no letters of their own."""
LONGEST_LANGUAGE = 80
"""Bytes of the code of a language."""
PASSWORD = "password"  # noqa: S105  (a word of PDFium's message)

Letter = tuple[str, float, float, float, float]
Piece = tuple[str, float, float, float, float, float]
"""Text, left, top, right, bottom, size."""


def main(path: str) -> None:
    """Print the pieces of each page, and how it ended."""
    try:
        file = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        put({"end": "locked" if PASSWORD in str(error).lower() else "broken", "why": str(error)})
        return
    put({"end": "whole" if put_pages(file) else "large", "language": language_of(file)})


def language_of(file: Any) -> str:
    """The code of the language that the file says it is in; empty if it says none."""
    length = raw.FPDFCatalog_GetLanguage(file.raw, None, 0)
    if not 0 < length <= LONGEST_LANGUAGE:
        return ""
    code = (ctypes.c_ushort * (length // 2))()
    raw.FPDFCatalog_GetLanguage(file.raw, code, length)
    return "".join(chr(one) for one in code if one in LETTERS)[:2].lower()


def put_pages(file: Any) -> bool:
    """Print the pieces of each page; False if there are more than any report has."""
    if len(file) > MOST_PAGES:
        return False
    left = MOST_LETTERS_IN_ALL
    for number in range(len(file)):
        count, found = page_pieces(file, number)
        left -= count
        if count > MOST_LETTERS or left < 0:
            return False
        put(found)
    return True


def page_pieces(file: Any, number: int) -> tuple[int, list[Piece]]:
    """How many letters the page has, and its pieces, unless these are too many."""
    try:
        page = file[number]
        text = page.get_textpage()
    except pdfium.PdfiumError:
        # One page that can't be drawn is no reason to keep silent on all the others.
        return 0, []
    count = text.count_chars()
    if count > MOST_LETTERS:
        return count, []
    height = page.get_height()
    found = []
    for piece in joined(text, height):
        words, _, top, _, bottom, _ = piece
        margin = top > (1 - MARGIN) * height or bottom < MARGIN * height
        if not (margin and words.isdigit()):
            found.append(piece)
    text.close()
    page.close()
    return count, found


def joined(text: Any, height: float) -> Iterator[Piece]:
    """Letters of one line without a wide gap, as pieces."""
    letters: list[Letter] = []
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        sign = chr(code) if code in LETTERS and code not in HALVES else " "
        if sign in "\r\n":
            yield from piece_of(letters, height)
            letters = []
            continue
        place = box(text, index)
        if letters and place is not None and not sign.isspace():
            left, bottom, right, top = letters[-1][1:]
            size = max(top - bottom, place[3] - place[1])
            apart = place[0] - right > GAP * size or place[0] < left - GAP * size
            if apart or abs(place[1] - bottom) > size / 2:
                yield from piece_of(letters, height)
                letters = []
        if place is not None and not sign.isspace():
            letters.append((sign if sign != "\x02" else "-", *place))
        elif letters:
            letters.append((sign if sign.isprintable() else " ", *letters[-1][1:]))
    yield from piece_of(letters, height)


def box(text: Any, index: int) -> tuple[float, float, float, float] | None:
    """The loose box of a letter (left, bottom, right, top): as high as its line."""
    rect = raw.FS_RECTF()
    if not raw.FPDFText_GetLooseCharBox(text, index, ctypes.byref(rect)):
        return None
    return (rect.left, rect.bottom, rect.right, rect.top)


def piece_of(letters: list[Letter], height: float) -> Iterator[Piece]:
    """The piece that the letters make, if they say anything."""
    words = "".join(letter[0] for letter in letters)
    if not words.strip():
        return
    bottom = min(one[2] for one in letters)
    top = max(one[4] for one in letters)
    right = max(one[3] for one in letters)
    yield (words.strip(), letters[0][1], height - top, right, height - bottom, top - bottom)


def put(value: object) -> None:
    """Print a line."""
    sys.stdout.write(json.dumps(value) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
