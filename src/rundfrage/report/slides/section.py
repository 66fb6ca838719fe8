"""`{section}`: a slide that opens a part of the deck, under which outputs list what follows."""

from __future__ import annotations

from rundfrage.report.deck import Claim, Slide, SlideRole
from rundfrage.report.section.lines import Lines
from rundfrage.report.section.material import Material
from rundfrage.report.section.model import Section, SlideKind
from rundfrage.report.section.notes import with_figures


class SectionKind(SlideKind):
    """The name of a part, large on a ground of colour; sentences stand smaller below it."""

    name = "section"
    example = "section"
    footed = False

    def compose(self, section: Section, lines: Lines, material: Material) -> tuple[Slide, ...]:  # noqa: ARG002
        """One slide."""
        subject = material.subject
        slide = Slide(
            SlideRole.SECTION,
            lines.titled(Claim((subject.shell.title,))),
            kicker=lines.kicked(""),
            claims=lines.claims,
        )
        return (with_figures(slide, subject),)
