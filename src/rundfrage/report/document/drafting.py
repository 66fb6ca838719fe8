"""Drafts a whole report of the tables: what the automatic deck shows, as a document.

What is drafted of each kind of slide, and where, stands with the kind.
"""

from __future__ import annotations

from collections.abc import Iterator

from rundfrage.codebook import Study
from rundfrage.report.charts.rows import one_line
from rundfrage.report.claims import Evidence
from rundfrage.report.document.model import Document
from rundfrage.report.quotes import Release
from rundfrage.report.section.model import Section
from rundfrage.report.slides import KINDS


def draft(study: Study, evidence: Evidence, release: Release) -> Document:
    """The automatic report, which its author can change."""
    return Document(
        tuple(_sections(evidence, release)),
        title=one_line(study.title, evidence.language) or study.name,
        language=evidence.language,
    )


def _sections(evidence: Evidence, release: Release) -> Iterator[Section]:
    for kind in KINDS:
        yield from kind.drafted_first(evidence)
    for table in evidence.tables:
        if table.blocks:
            for kind in KINDS:
                yield from kind.drafted_for(table, evidence, release)
    for kind in KINDS:
        yield from kind.drafted_last(evidence, release)
