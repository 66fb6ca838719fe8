"""Finds the program's shapes on slides that people edited, and people's own among them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from pptx.slide import Slide as PptxSlide

from rundfrage.report.outputs.pptx.bodies import Element, P, body_of, text_of
from rundfrage.report.outputs.pptx.drawn import frame_of, properties_of
from rundfrage.report.outputs.pptx.marks import BODY, TITLE, Mark, print_of, read_mark
from rundfrage.report.outputs.pptx.snapshot import Box

_SHAPES = {f"{P}{name}" for name in ("sp", "graphicFrame", "pic", "cxnSp")}
_GROUP = f"{P}grpSp"
_PLACEHOLDERS = {
    "title": TITLE, "ctrTitle": TITLE, "ftr": "Footer line", "subTitle": BODY, "body": BODY,
    "obj": BODY,
}  # fmt: skip
_ENOUGH = 3
"""So many of a slide's shapes make a slide of people's own a slide of the report."""


@dataclass(frozen=True)
class Marked:
    """One of the program's shapes: its element, its mark, and whether it lies in a group."""

    element: Element
    mark: Mark
    grouped: bool = False

    @property
    def text(self) -> str:
        """The shape's text, empty without one."""
        body = body_of(self.element)
        return "" if body is None else text_of(body)


def every_shape(tree: Element, *, grouped: bool = False) -> Iterator[tuple[Element, bool]]:
    """The shapes of a tree and of its groups, each with whether it lies in a group."""
    for element in tree:
        if element.tag == _GROUP:
            yield from every_shape(element, grouped=True)
        elif element.tag in _SHAPES:
            yield element, grouped


def marked_shapes(slide: PptxSlide) -> list[Marked]:
    """The program's shapes on a slide.

    LibreOffice renames placeholders: a title or footer without a mark is the program's if the
    slide is.
    """
    found, unmarked = [], []
    for element, grouped in every_shape(slide.shapes._spTree):  # noqa: SLF001, read as XML
        mark = read_mark(properties_of(element).get("name", ""))
        if mark is None:
            unmarked.append(element)
        else:
            found.append(Marked(element, mark, grouped))
    key = key_of(found) or _renamed_slide(found, unmarked)
    roles = {one.mark.role for one in found if one.mark.key == key}
    title = next((one.mark.title for one in found if one.mark.key == key and one.mark.title), "")
    for element in unmarked if key else ():
        place = element.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        role = "" if place is None else _PLACEHOLDERS.get(place.get("type", "obj"), "")
        if role == BODY and not _renamed(element):
            continue
        if role and role not in roles:
            found.append(Marked(element, Mark(role, key, title if role == TITLE else "")))
    return found


def _renamed(element: Element) -> bool:
    """True for a placeholder that LibreOffice renamed."""
    return str(properties_of(element).get("name", "")).startswith("PlaceHolder ")


def _renamed_slide(found: list[Marked], unmarked: list[Element]) -> str:
    """The key of a slide most of whose shapes are placeholders that LibreOffice renamed.

    It is told by the shape that bears the print of the title, if the title has that print, or by
    that shape and one more.
    """
    bearer = next((one.mark for one in found if one.mark.title), None)
    texts = [text_of(body) for one in unmarked if _renamed(one) and (body := body_of(one))
             is not None]  # fmt: skip
    if bearer is None or not texts:
        return ""
    alike = sum(one.mark.key == bearer.key for one in found)
    return bearer.key if alike > 1 or bearer.title in map(print_of, texts) else ""


def key_of(shapes: list[Marked]) -> str:
    """The key of the slide that the shapes make up; empty if they are guests on another one."""
    counts = Counter(one.mark.key for one in shapes)
    if not counts:
        return ""
    key, count = counts.most_common(1)[0]
    titled = any(one.mark.role == TITLE and one.mark.key == key for one in shapes)
    return key if titled or count >= _ENOUGH else ""


def own_shapes(slide: PptxSlide, marked: list[Marked]) -> list[Element]:
    """The shapes that people added."""
    programs = {id(one.element) for one in marked}
    tree = slide.shapes._spTree  # noqa: SLF001, read as XML
    return [one for one, _ in every_shape(tree) if id(one) not in programs and not _empty(one)]


def _empty(element: Element) -> bool:
    """True for a placeholder that nobody filled, such as the slide's number."""
    place = element.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    if place is None:
        return False
    body = body_of(element)
    numbered = place.get("type") in {"sldNum", "dt", "ftr"}
    return numbered or body is None or not text_of(body).strip()


def set_box(element: Element, box: Box) -> None:
    """Put a shape where the box says, if it has a place of its own."""
    frame = frame_of(element)
    if frame is None:
        return
    for part, names, values in zip(
        frame, (("x", "y"), ("cx", "cy")), (box[:2], box[2:]), strict=False
    ):
        for name, value in zip(names, values, strict=True):
            part.set(name, str(value))
