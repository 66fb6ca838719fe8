"""Slides of sentences, on as many pages as hold them."""

from __future__ import annotations

from collections.abc import Sequence

from rundfrage.report.deck import Claim, Slide, SlideRole
from rundfrage.report.section.lines import Lines
from rundfrage.report.section.notes import with_figures
from rundfrage.report.section.spread import chunked
from rundfrage.report.section.subject import Subject


def prose_slides(
    lines: Lines, title: Claim, subject: Subject, *, most: int = 100
) -> tuple[Slide, ...]:
    """The author's sentences, at most so many on a page."""

    def build(group: Sequence[Claim]) -> Slide:
        return Slide(
            SlideRole.SUMMARY,
            title,
            kicker=lines.kicked(""),
            claims=tuple(group),
            footer=lines.foot,
        )

    slides = chunked(lines.claims, build, subject, most=most)
    return tuple(with_figures(slide, subject) for slide in slides)
