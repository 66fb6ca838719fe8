"""Drafts a whole report of the tables: what the automatic deck shows, as a document.

What is drafted of each kind of slide, and where, stands with the kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rundfrage.codebook import Study
from rundfrage.report.charts.rows import one_line
from rundfrage.report.claims import Evidence
from rundfrage.report.document.model import Document
from rundfrage.report.quotes import Release
from rundfrage.report.section.drafting import Drafting, drafting_of
from rundfrage.report.section.model import Section
from rundfrage.report.slides import KINDS


def draft(
    study: Study, evidence: Evidence, release: Release, questions: Sequence[str] = ()
) -> Document:
    """The automatic report, which its author can change; of all questions, or of those named."""
    return Document(
        tuple(_sections(drafting_of(evidence, release, questions))),
        title=one_line(study.title, evidence.language) or study.name,
        language=evidence.language,
    )


def _sections(drafting: Drafting) -> Iterator[Section]:
    for kind in KINDS:
        yield from kind.drafted_first(drafting)
    for table in drafting.tables:
        for kind in KINDS:
            yield from kind.drafted_for(table, drafting)
    for kind in KINDS:
        yield from kind.drafted_last(drafting)
