"""Finds in a new printing what stood in shapes of their own in decks of earlier versions.

These had a text box a sentence, with drawn squares for bullets, and panels behind the texts of
quotations. Now the sentences are paragraphs of one text, and a panel holds its quotation. Decks of
that kind keep their shapes and get the new words.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from rundfrage.report.outputs.pptx.bodies import PARAGRAPH
from rundfrage.report.outputs.pptx.marks import BODY
from rundfrage.report.outputs.pptx.snapshot import DrawnShape, DrawnSlide, PrintedText, Span

_DESIGN = ("Shape", "Key")
_NUMBERED = re.compile(r"(Claim|Mark|Panel|Quotation) (\d+)")


def counterpart(slide: DrawnSlide, role: str, roles: AbstractSet[str]) -> DrawnShape | None:
    """What the slide prints now in the shape of a role; None if it prints nothing there.

    `roles` are those of the edited slide's shapes. A shape of an earlier version stays where it is:
    what is found for it has no box.
    """
    found = slide.shape(role)
    if _is_earlier_headline(slide, roles):
        if found is None and role.startswith(("Panel ", "Mark ")):
            return DrawnShape(role, None)
        if found is not None and role.startswith(("Figure", "Claim ")):
            return _unplaced(found)
    match = _NUMBERED.fullmatch(role)
    if match is None or (found is not None and found.role != f"Quotation {match[2]}"):
        return found
    kind, number = match[1], int(match[2])
    if kind == "Claim":
        return _sentence(slide, role, number, roles)
    panelled = f"Panel {number}" in roles and slide.shape(f"Panel {number}") is None
    if kind == "Quotation":
        return found if found is None or not panelled else _unplaced(found)
    kept = (
        slide.shape(f"Quotation {number}") is not None
        if kind == "Panel"
        else number - 1 <= len(_paragraphs(slide)) or slide.shape("Quotation 1") is not None
    )
    return DrawnShape(role, None) if kept else None


def in_earlier_shapes(slide: DrawnSlide, role: str, roles: AbstractSet[str]) -> bool:
    """True if the edited slide shows in other shapes what the slide prints in one of that role."""
    return role == BODY and slide.shape(role) is not None and "Claim 1" in roles


def _is_earlier_headline(slide: DrawnSlide, roles: AbstractSet[str]) -> bool:
    """True if the edited slide has its number on a panel, where none is printed now."""
    return {"Figure", "Panel 1"} <= roles and slide.shape("Panel 1") is None


def of_later_design(role: str, roles: AbstractSet[str]) -> bool:
    """True for grounds and large numbers on a slide that was designed without any.

    A ground of colour would come behind texts that are dark there.
    """
    kind = role.partition(" ")[0]
    return kind in _DESIGN and not any(one.partition(" ")[0] == kind for one in roles)


def _unplaced(shape: DrawnShape) -> DrawnShape:
    return DrawnShape(shape.role, None, shape.alt, shape.words, shape.chart, shape.table)


def _sentence(
    slide: DrawnSlide, role: str, number: int, roles: AbstractSet[str]
) -> DrawnShape | None:
    """The sentence of that number; the last of the boxes takes all that are left."""
    paragraphs = _paragraphs(slide)
    if number > len(paragraphs):
        return None
    own = paragraphs[number - 1 : number]
    if f"Claim {number + 1}" not in roles:
        own = paragraphs[number - 1 :]
    return DrawnShape(role, None, words=_joined(own))


def _paragraphs(slide: DrawnSlide) -> list[PrintedText]:
    """The paragraphs of the slide's body one by one, with their figures."""
    shape = slide.shape(BODY)
    if shape is None or shape.words is None:
        return []
    found, at = [], 0
    for text in shape.words.text.split(PARAGRAPH):
        end = at + len(text)
        spans = tuple(
            Span(one.start - at, one.end - at, one.binding)
            for one in shape.words.spans
            if at <= one.start and one.end <= end
        )
        found.append(PrintedText(text, spans, shape.words.size, shape.words.spacing))
        at = end + len(PARAGRAPH)
    return found


def _joined(paragraphs: list[PrintedText]) -> PrintedText:
    text, spans = "", []
    for one in paragraphs:
        at = len(text) + (len(PARAGRAPH) if text else 0)
        text = f"{text}{PARAGRAPH}{one.text}" if text else one.text
        spans += [Span(span.start + at, span.end + at, span.binding) for span in one.spans]
    return PrintedText(text, tuple(spans), paragraphs[0].size, paragraphs[0].spacing)
