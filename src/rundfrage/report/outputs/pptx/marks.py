"""The marks by which a shape is known again after people have edited the deck.

A shape's name holds its *role* ("Chart", "Claim 2"), the *key* of the slide it was made for and,
for texts, a *print* of the words: `Claim 2 @q4/stacked/1 #5f0a3c`. Names survive PowerPoint and
LibreOffice (which renames placeholders alone), copying to another slide, and sorting. The print
tells without any record whether somebody rewrote the text. As LibreOffice renames placeholders,
the title's print stands once more, after a plus sign, in the name of the slide's next shape.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from hashlib import sha256

from pptx.shapes.picture import Picture as PptxPicture
from pptx.slide import Slide as PptxSlide

from rundfrage.report.deck import Deck, Slide, SlideRole
from rundfrage.report.outputs.pptx.bodies import A, Element, P, body_of, same_words, text_of

TITLE, PICTURE = "Title", "Picture"
BODY = "Claims"
"""The role of the text that holds all sentences of a slide, a paragraph each."""
LISTED = "Regions"
"""The table beside a map."""
REGION = "Region"
"""What the roles of a map's areas begin with."""
_NAME = re.compile(
    r"(?P<role>.+?) @(?P<key>.+?)(?: #(?P<print>[0-9a-f]{6})?(?:\+(?P<title>[0-9a-f]{6}))?)?"
)
_WITHIN = re.compile(r"(.+?) \((\d+)\)( \d+)?")
_NUMBERED = re.compile(r" \d+$")


@dataclass(frozen=True)
class Mark:
    """What a shape's name says of it; `print` is empty for shapes without a text.

    `title` is the print of the slide's title in the one shape that bears it.
    """

    role: str
    key: str
    print: str = ""
    title: str = ""

    @property
    def name(self) -> str:
        """The shape's name."""
        prints = self.print + (f"+{self.title}" if self.title else "")
        return f"{self.role} @{self.key}" + (f" #{prints}" if prints else "")


def read_mark(name: str) -> Mark | None:
    """The mark in a shape's name, or None if the name holds none."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    return Mark(found["role"], found["key"], found["print"] or "", found["title"] or "")


def within(number: int) -> str:
    """What the role of a shape has behind it that belongs to one of several charts."""
    return f" ({number})"


def numbered_chart(role: str) -> tuple[str, int]:
    """The role without the number of its chart, and that number; 0 of the slide's only one."""
    found = _WITHIN.fullmatch(role)
    return (role, 0) if found is None else (f"{found[1]}{found[3] or ''}", int(found[2]))


def print_of(text: str) -> str:
    """Six hexadecimal digits that stand for the words of a text, whatever its spaces."""
    return sha256(same_words(text).encode("utf-8", "replace")).hexdigest()[:6]


def slide_keys(deck: Deck) -> tuple[str, ...]:
    """The key of each slide: its source, what it shows, and its part; no two are alike."""
    seen: Counter[str] = Counter()
    keys = []
    for slide in deck.slides:
        key = f"{' '.join(slide.source.split()) or '-'}/{_shown(slide)}/{slide.part}"
        seen[key] += 1
        keys.append(key if seen[key] == 1 else f"{key}~{seen[key]}")
    return tuple(keys)


def _shown(slide: Slide) -> str:
    if slide.chart is not None and slide.big is None:
        return str(slide.chart.form)
    # A text was a summary to earlier versions, whose decks are updated too.
    role = SlideRole.SUMMARY if slide.role is SlideRole.TEXT else slide.role
    return f"{role}-table" if slide.table is not None else str(role)


def mark_shapes(target: PptxSlide, key: str) -> None:
    """Name every shape of a slide that was just written, each by a role of its own."""
    title = target.shapes.title
    seen: Counter[str] = Counter()
    title_print = "" if title is None else print_of(title.text_frame.text)
    for shape in target.shapes:
        is_title = title is not None and shape.shape_id == title.shape_id
        role = TITLE if is_title else shape.name
        seen[role] += 1
        if seen[role] > 1:
            role = f"{_NUMBERED.sub('', role)} {seen[role]}"
        body = body_of(shape._element)  # noqa: SLF001, texts are read as XML
        text = "" if body is None else text_of(body)
        borne = "" if shape.is_placeholder else title_print
        title_print = "" if borne else title_print
        printed = print_of(text) if text.strip() else ""
        if is_region(role):
            printed = print_of(fill_of(shape._element))  # noqa: SLF001, as above
        if role == PICTURE and isinstance(shape, PptxPicture):
            printed = picture_print(shape.image.blob)
        shape.name = Mark(role, key, printed, borne).name


def is_region(role: str) -> bool:
    """True for an area of a map, whose print is that of its colour."""
    return numbered_chart(role)[0].startswith(f"{REGION} ")


def fill_of(element: Element) -> str:
    """What a drawn shape is filled with, as XML; empty for nothing."""
    fill = element.find(f"{P}spPr/{A}solidFill")
    return (
        ""
        if fill is None
        else " ".join(f"{one.tag.rpartition('}')[2]}={one.get('val')}" for one in fill.iter())
    )


def picture_print(content: bytes) -> str:
    """Six hexadecimal digits that stand for the content of a picture."""
    return sha256(content).hexdigest()[:6]
