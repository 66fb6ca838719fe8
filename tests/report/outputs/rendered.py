"""What is wrong with a presentation as LibreOffice draws it with one family of fonts alone.

It reads the PDF that was drawn and the presentation's own boxes, and knows nothing of how the deck
was laid out.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from unicodedata import combining

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from office import opened

from libreoffice import converted

FAMILIES = {
    "IBM Plex Sans": "",
    "Liberation Sans": "fonts-liberation",
    "Carlito": "fonts-crosextra-carlito",
    "DejaVu Sans": "fonts-dejavu-core",
}
"""The deck's own family, the twins of Arial and Calibri, the widest; and where each comes from."""
FALLBACK = "DejaVu Sans"
"""Has the letters that the others lack."""
_SHARE = 0.2
"""From this share of the smaller text's area on, two texts lie over each other."""
_SLACK = 2.0
_POINT = 12700
_ARABIC = re.compile("[\u0600-\u06ff]")

Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in points from a page's lower left corner."""


def folders(family: str) -> set[str]:
    """Where the files of a family of fonts are on this machine."""
    listed = subprocess.run(
        ["fc-list", f":family={family}", "file"], capture_output=True, text=True, check=True
    )
    return {str(Path(line.rstrip(": ")).parent) for line in listed.stdout.splitlines()}


def drawn(content: bytes, family: str, folder: Path) -> pypdfium2.PdfDocument:
    """The deck as LibreOffice draws it where there is this family of fonts and no other."""
    folder.mkdir()
    (folder / "deck.pptx").write_bytes(content)
    own = not FAMILIES[family]
    if own:
        return pypdfium2.PdfDocument(converted(folder / "deck.pptx", folder, own_fonts=True))
    found = folders(family) | folders(FALLBACK)
    if not folders(family):
        pytest.skip(f"needs the fonts of {FAMILIES[family]}")
    named = "".join(f"<dir>{one}</dir>" for one in sorted(found))
    return pypdfium2.PdfDocument(
        converted(
            folder / "deck.pptx",
            folder,
            fonts=f"{named}<match><edit name='family' mode='append_last'>"
            f"<string>{family}</string></edit></match>",
        )
    )


def texts(page: pypdfium2.PdfPage) -> list[tuple[Box, str]]:
    """What is printed on a page, and where."""
    words = page.get_textpage()
    found = []
    for one in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
        box = one.get_bounds()
        said = words.get_text_bounded(*box).strip()
        # Arabic vowels are drawn apart from what bears them, high above it where they must be.
        if sum(not combining(sign) for sign in said) > 1 or said.isdigit():
            found.append((box, said))
    return found


def faults(content: bytes, document: pypdfium2.PdfDocument) -> Iterator[tuple[int, str, str]]:
    """Each fault as slide, kind and words.

    "over": a text lies over another's; "cut": it leaves the page; "overflow": it leaves its own
    shape; "alone": its last line holds one word (not seen in Arabic, whose letters are no words).
    """
    presentation = opened(content)
    shown = [slide for slide in presentation.slides if slide._element.get("show", "1") != "0"]
    for number, (page, slide) in enumerate(zip(document, shown, strict=True), start=1):
        wide, high = page.get_size()
        scale = wide / (presentation.slide_width / _POINT)
        layout = slide.slide_layout
        frames = [
            (shape, box)
            for home in (slide, layout, layout.slide_master)
            for shape, box in _boxes(home.shapes, scale, high)
        ]
        printed = [(box, said, _home(box, said, frames)) for box, said in texts(page)]
        for (one, said, own), (other, beside, theirs) in combinations(printed, 2):
            # In its own shape a text is drawn line by line; of Arabic letters are drawn apart.
            apart = own is None or own is not theirs
            joined = _ARABIC.search(said) and _ARABIC.search(beside) and _on_one_line(one, other)
            if apart and not joined and _over(one, other):
                yield number, "over", f"{said} / {beside}"
        for box, said, own in printed:
            if not _within(box, (0, 0, wide, high)):
                yield number, "cut", said
            elif own is None:
                yield number, "overflow", said
        words = page.get_textpage()
        for shape, box in frames:
            if shape.has_text_frame and not _ARABIC.search(shape.text_frame.text):
                lines = words.get_text_bounded(*box).splitlines()
                for said in _alone(shape, [line.strip() for line in lines]):
                    yield number, "alone", f"{shape.name}: {said}"


def _boxes(shapes, scale: float, high: float) -> Iterator[tuple[object, Box]]:
    for shape in shapes:
        if shape.left is not None:
            left, top, across, down = (
                one / _POINT * scale for one in (shape.left, shape.top, shape.width, shape.height)
            )
            below = high - top - down
            yield (
                shape,
                (left - _SLACK, below - _SLACK, left + across + _SLACK, high - top + _SLACK),
            )


def _home(box: Box, said: str, frames: list[tuple[object, Box]]) -> object | None:
    """The smallest shape around a text that has its words, or else could hold it; None if none."""
    around = [
        (shape, own)
        for shape, own in frames
        if (shape.has_text_frame or shape.has_chart or shape.has_table) and _within(box, own)
    ]
    around.sort(key=lambda one: (one[1][2] - one[1][0]) * (one[1][3] - one[1][1]))
    words = "".join(said.split())
    having = (
        shape
        for shape, _ in around
        if shape.has_text_frame and words in "".join(shape.text_frame.text.split())
    )
    return next(having, around[0][0] if around else None)


def _within(box: Box, other: Box) -> bool:
    return (
        box[0] >= other[0] - _SLACK and box[1] >= other[1] - _SLACK
        and box[2] <= other[2] + _SLACK and box[3] <= other[3] + _SLACK
    )  # fmt: skip


def _alone(shape, lines: list[str]) -> Iterator[str]:
    """The paragraphs of more than three words of which one stands alone on the last line."""
    for paragraph in shape.text_frame.paragraphs:
        said = " ".join(paragraph.text.split())
        last = _last_line(said, lines)
        if len(said.split()) > 3 and last not in {None, said} and len(last.split()) == 1:
            yield said


def _over(one: Box, other: Box) -> bool:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    least = min((box[2] - box[0]) * (box[3] - box[1]) for box in (one, other))
    return wide > 0 and high > 0 and wide * high > _SHARE * least


def _on_one_line(one: Box, other: Box) -> bool:
    """True if the middle of one lies between the other's top and bottom."""
    return any(
        box[1] < (beside[1] + beside[3]) / 2 < box[3]
        for box, beside in ((one, other), (other, one))
    )


def _last_line(said: str, lines: list[str]) -> str | None:
    """The line on which a paragraph ends, as a reader sees it; None if its end isn't in its box."""
    bare = "".join(said.split())
    for line in reversed(lines):
        here = "".join(line.split())
        if here and (bare.endswith(here) or here.endswith(bare)):
            return line
    return None
