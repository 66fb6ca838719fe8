"""The slide of a question on which nothing can be shown: nobody answered, or too few."""

from __future__ import annotations

from rundfrage.report.bind import answered
from rundfrage.report.deck import Claim, Slide, SlideRole
from rundfrage.report.section.lines import Lines
from rundfrage.report.section.notes import with_notes
from rundfrage.report.section.subject import Subject, footer, kicker, wording
from rundfrage.tables.table import Table


def unanswered_slide(table: Table, lines: Lines, subject: Subject) -> Slide:
    """The question, and that there is nothing to show."""
    words = subject.words
    if any(0 in block.withheld for block in table.blocks):
        key = "too-few-beside"
    else:
        key = "nobody" if all(answered(block) == 0 for block in table.blocks) else "too-few"
    slide = Slide(
        role=SlideRole.HEADLINE,
        title=lines.titled(wording(table, subject)),
        kicker=lines.kicked(kicker(table.name, words)),
        claims=(Claim((words(key),)), *lines.claims),
        footer=footer(table, table.blocks, subject, lines),
        source=table.name,
    )
    return with_notes(slide, table, subject)
