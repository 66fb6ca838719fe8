"""`{text}`: paragraphs and lists as they are written, in one or several columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rundfrage.report.deck import Claim, Slide, SlideRole
from rundfrage.report.draft.gathered import gathered
from rundfrage.report.draft.phrase import sentence
from rundfrage.report.section.attribute import WholeNumber
from rundfrage.report.section.drafting import Drafting
from rundfrage.report.section.lines import Lines
from rundfrage.report.section.material import Material
from rundfrage.report.section.model import Section, Sentences, SlideKind
from rundfrage.report.section.prose import prose_slides

COLUMNS = WholeNumber("columns", 2, 3)


class TextKind(SlideKind):
    """Sentences of the author's own."""

    name = "text"
    example = "text"
    sentences = Sentences.NEEDED
    numbered = True
    pictures = True
    attributes = (COLUMNS,)

    def compose(self, section: Section, lines: Lines, material: Material) -> tuple[Slide, ...]:
        """As many slides as hold them."""
        title = lines.titled(Claim((material.subject.shell.title,)))
        columns = section.given(COLUMNS) or 1
        return prose_slides(lines, title, material.subject, role=SlideRole.TEXT, columns=columns)

    def drafted_last(self, drafting: Drafting) -> Iterator[Section]:
        """All that has nothing to show, on one page."""
        sentences = tuple(
            replace(sentence(one, drafting.language), point="-") for one in gathered(drafting)
        )
        if sentences:
            yield Section(
                self, sentence(drafting.evidence.words("further"), drafting.language), sentences
            )
