"""Slides of sentences, on as many pages as hold them."""

from __future__ import annotations

from collections.abc import Sequence

from rundfrage.report.deck import Claim, Slide, SlideRole
from rundfrage.report.section.lines import Lines
from rundfrage.report.section.notes import with_figures
from rundfrage.report.section.spread import chunked
from rundfrage.report.section.subject import Subject, spoken_footer


def prose_slides(
    lines: Lines,
    title: Claim,
    subject: Subject,
    *,
    role: SlideRole = SlideRole.SUMMARY,
    more: Sequence[Claim] = (),
    most: int = 100,
    columns: int = 1,
    based: bool = True,
) -> tuple[Slide, ...]:
    """The author's sentences and more after them, at most so many on a page.

    Without `based` the sentences say themselves of whom their numbers are.
    """
    foot = spoken_footer(lines, subject) if lines.counted and based else lines.foot

    def build(group: Sequence[Claim]) -> Slide:
        return Slide(
            role,
            title,
            kicker=lines.kicked(""),
            claims=tuple(group),
            footer=foot,
            columns=columns,
            picture=lines.picture,
        )

    claims = (*lines.claims, *more)
    slides = chunked(claims, build, subject, most=most) if claims else (build(()),)
    return tuple(with_figures(slide, subject) for slide in slides)
