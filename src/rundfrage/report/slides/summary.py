"""`{summary}`: what the survey says, in a list of sentences."""

from __future__ import annotations

from collections.abc import Iterator

from rundfrage.look.clip import clip
from rundfrage.report.charts.rows import table_title
from rundfrage.report.claims import Binding, Evidence, Sentence
from rundfrage.report.deck import Claim, Slide
from rundfrage.report.draft.assertion import assertion
from rundfrage.report.draft.phrase import sentence
from rundfrage.report.section.lines import Lines
from rundfrage.report.section.material import Material
from rundfrage.report.section.model import Section, Sentences, SlideKind
from rundfrage.report.section.prose import prose_slides

_CLAIMS = 5
_DENSE = 8
_FEW = 15
"""Up to so many sentences stand `_CLAIMS` on a page of the summary, more of them `_DENSE`."""
_NAMED = 3
_QUESTION = 150
_ENDS = tuple(".?!:…؟。？！")


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

    def drafted_last(self, evidence: Evidence) -> Iterator[Section]:
        """A sentence for each question of which there is something to say."""
        sentences = tuple(_sentences(evidence))
        if sentences:
            title = sentence(evidence.words("summary"), evidence.language)
            yield Section(self, title, sentences)


def _sentences(evidence: Evidence) -> Iterator[Sentence]:
    for table in evidence.tables:
        answer = assertion(table, evidence, most=_NAMED) if table.blocks else None
        if answer is not None:
            question = f"{{question: {Binding(table.name)}}}"
            asked = clip(table_title(table, evidence.language), _QUESTION)
            question += "" if asked.endswith(_ENDS) else "."
            line = evidence.words("summary-line", question=question, answer=answer)
            yield sentence(line, evidence.language)
