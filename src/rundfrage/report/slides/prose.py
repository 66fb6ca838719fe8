"""Slides of sentences: the summary, and free text."""

from __future__ import annotations

from collections.abc import Sequence

from rundfrage.report.deck import Claim, Slide, SlideKind
from rundfrage.report.slides.lines import Lines
from rundfrage.report.slides.notes import with_figures
from rundfrage.report.slides.spread import chunked
from rundfrage.report.slides.subject import Subject

_CLAIMS = 5
_DENSE = 8
_FEW = 15
"""Up to so many sentences stand `_CLAIMS` on a page of the summary, more of them `_DENSE`."""


def summary_slides(lines: Lines, subject: Subject) -> tuple[Slide, ...]:
    """What the survey says, on as many pages as hold it."""
    most = _CLAIMS if len(lines.claims) <= _FEW else _DENSE
    return _pages(lines, lines.titled(Claim((subject.words("summary"),))), subject, most)


def prose_slides(lines: Lines, subject: Subject) -> tuple[Slide, ...]:
    """Sentences of the author's own, on as many pages as hold them."""
    return _pages(lines, lines.titled(Claim((subject.shell.title,))), subject, 100)


def _pages(lines: Lines, title: Claim, subject: Subject, most: int) -> tuple[Slide, ...]:
    def build(group: Sequence[Claim]) -> Slide:
        return Slide(
            SlideKind.SUMMARY,
            title,
            kicker=lines.kicked(""),
            claims=tuple(group),
            footer=lines.foot,
        )

    slides = chunked(lines.claims, build, subject, most=most)
    return tuple(with_figures(slide, subject) for slide in slides)
