"""`{summary}`: what the survey says, in a list of sentences."""

from __future__ import annotations

from collections.abc import Iterator

from rundfrage.report.deck import Claim, Slide
from rundfrage.report.draft.lead import lead
from rundfrage.report.draft.phrase import sentence
from rundfrage.report.section.drafting import Drafting
from rundfrage.report.section.lines import Lines
from rundfrage.report.section.material import Material
from rundfrage.report.section.model import Section, Sentences, SlideKind
from rundfrage.report.section.prose import prose_slides

_CLAIMS = 5
_DENSE = 8
_FEW = 15
"""Up to so many sentences stand `_CLAIMS` on a page of the summary, more of them `_DENSE`."""


class SummaryKind(SlideKind):
    """Few sentences on each slide."""

    name = "summary"
    example = "summary"
    sentences = Sentences.NEEDED
    listed = True

    def compose(self, section: Section, lines: Lines, material: Material) -> tuple[Slide, ...]:  # noqa: ARG002
        """As many slides as hold them."""
        subject = material.subject
        most = _CLAIMS if len(lines.claims) <= _FEW else _DENSE
        title = lines.titled(Claim((subject.words("summary"),)))
        return prose_slides(lines, title, subject, most=most)

    def drafted_first(self, drafting: Drafting) -> Iterator[Section]:
        """What stands out, if anything does."""
        language = drafting.language
        sentences = tuple(sentence(one, language) for one in lead(drafting))
        if sentences:
            yield Section(self, sentence(drafting.evidence.words("lead"), language), sentences)
