"""`{text}`: sentences of any kind."""

from __future__ import annotations

from collections.abc import Iterator

from rundfrage.report.deck import Claim, Slide
from rundfrage.report.draft.gathered import gathered
from rundfrage.report.draft.phrase import sentence
from rundfrage.report.section.drafting import Drafting
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

    def drafted_last(self, drafting: Drafting) -> Iterator[Section]:
        """All that has nothing to show, on one page."""
        sentences = tuple(sentence(one, drafting.language) for one in gathered(drafting))
        if sentences:
            yield Section(
                self, sentence(drafting.evidence.words("further"), drafting.language), sentences
            )
