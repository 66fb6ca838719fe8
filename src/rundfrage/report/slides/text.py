"""`{text}`: sentences of any kind."""

from __future__ import annotations

from rundfrage.report.deck import Claim, Slide
from rundfrage.report.section.lines import Lines
from rundfrage.report.section.material import Material
from rundfrage.report.section.model import Section, Sentences, SlideKind
from rundfrage.report.section.prose import prose_slides


class TextKind(SlideKind):
    """Sentences of the author's own."""

    name = "text"
    example = "text"
    sentences = Sentences.NEEDED

    def compose(self, section: Section, lines: Lines, material: Material) -> tuple[Slide, ...]:  # noqa: ARG002
        """As many slides as hold them."""
        title = lines.titled(Claim((material.subject.shell.title,)))
        return prose_slides(lines, title, material.subject)
