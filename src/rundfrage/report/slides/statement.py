"""`{statement}`: one sentence, large, for what is to be remembered."""

from __future__ import annotations

from rundfrage.report.deck import Claim, Slide, SlideRole
from rundfrage.report.section.lines import Lines
from rundfrage.report.section.material import Material
from rundfrage.report.section.model import Section, Sentences, SlideKind
from rundfrage.report.section.notes import with_figures
from rundfrage.report.section.subject import spoken_footer


class StatementKind(SlideKind):
    """What the author says with emphasis; further sentences stand smaller below the first."""

    name = "statement"
    example = "statement"
    sentences = Sentences.NEEDED

    def compose(self, section: Section, lines: Lines, material: Material) -> tuple[Slide, ...]:  # noqa: ARG002
        """One slide, in the panel of a headline without its number."""
        subject = material.subject
        slide = Slide(
            role=SlideRole.HEADLINE,
            title=lines.titled(Claim((subject.shell.title,))),
            kicker=lines.kicked(""),
            claims=lines.claims,
            footer=spoken_footer(lines, subject),
        )
        return (with_figures(slide, subject),)
