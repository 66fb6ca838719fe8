"""`{table=q4}`: the numbers of a question as a table: answers by groups, or items by statistics."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from rundfrage.errors import Problem, did_you_mean
from rundfrage.locales import message
from rundfrage.report.bind import answered
from rundfrage.report.charts.order import SIZE
from rundfrage.report.charts.rows import table_title
from rundfrage.report.deck import Claim, Grid, Slide, SlideRole
from rundfrage.report.section.asked import BY, HIGHLIGHT, SORT
from rundfrage.report.section.attribute import RowNames
from rundfrage.report.section.charted import with_withheld
from rundfrage.report.section.lines import Lines
from rundfrage.report.section.material import Material
from rundfrage.report.section.model import Section, SlideKind, Topic
from rundfrage.report.section.notes import with_notes
from rundfrage.report.section.spread import chunked, numbered
from rundfrage.report.section.subject import Subject, brackets_note, footer, kicker, wording
from rundfrage.report.section.tabled import Tabled, tabled
from rundfrage.report.section.unanswered import unanswered_slide
from rundfrage.report.words import isolated
from rundfrage.tables.table import Table

SHOW = RowNames("show")
_ACROSS = 7
"""Columns of numbers on one slide."""


class TableKind(SlideKind):
    """A question in numbers; with groups a column each, with their letters if they are tested."""

    name = "table"
    example = "table=q2"
    topic = Topic.QUESTION
    attributes = (SHOW, BY, SORT, HIGHLIGHT)

    def compose(self, section: Section, lines: Lines, material: Material) -> tuple[Slide, ...]:
        """As many slides as rows and columns need."""
        subject, groups = material.subject, section.given(BY)
        table = material.question(section.question)
        if not any(answered(block) for block in table.blocks):
            return (unanswered_slide(table, lines, subject),)
        if groups is not None:
            table = material.evidence.by(section.question, groups)
            asked = table_title(material.question(groups), subject.language)
            by = subject.words("by-groups", question=isolated(asked, subject.language))
            lines = replace(lines, claims=(Claim((by,)), *lines.claims))
            lines = with_withheld(table, lines, subject)
        found = tabled(table, section.given(SHOW), subject, by=groups is not None)
        if section.given(SORT) == SIZE:
            found = found.by_size()
        strong = _named(found, section.given(HIGHLIGHT) or "", table)
        return _spread(found, strong, table, lines, subject)


def _named(found: Tabled, given: str, table: Table) -> frozenset[str]:
    names = given.replace(",", " ").split()
    known = [row.name for row in found.rows if row.name]
    for one in names:
        if one not in known:
            raise Problem(
                "chart-form",
                found=message("{name} has no row called {row}.", name=table.name, row=one[:40]),
                expected=message("one of {names}.", names=", ".join(known)),
                mend=did_you_mean(one[:40], known) or message("Correct the name."),
            )
    return frozenset(names)


def _spread(
    found: Tabled, strong: frozenset[str], table: Table, lines: Lines, subject: Subject
) -> tuple[Slide, ...]:
    """The table on as few slides as hold it: first all rows of some columns, then of the next."""
    slides: list[Slide] = []
    for most in range(_ACROSS, 1, -1):
        slides = [
            slide
            for part in found.across(most)
            for slide in chunked(
                range(len(part.rows)), partial(_slide, part, strong, table, lines, subject), subject
            )
        ]
        if all(map(subject.fits, slides)):
            break
    return numbered([with_notes(slide, table, subject) for slide in slides])


def _slide(
    part: Tabled,
    strong: frozenset[str],
    table: Table,
    lines: Lines,
    subject: Subject,
    rows: Sequence[int],
) -> Slide:
    """Some of the rows on a slide."""
    asked = wording(table, subject)
    title = lines.titled(asked)
    shown = [part.rows[at] for at in rows]
    grid = Grid(
        part.headings,
        tuple(row.cells for row in shown),
        tuple(at for at, row in enumerate(shown) if row.name in strong),
    )
    foot = footer(table, table.blocks, subject, lines, grid.figures)
    notes = brackets_note(grid.figures, subject.words)
    return Slide(
        SlideRole.CHART,
        title,
        kicker=lines.kicked(kicker(table.name, subject.words)),
        claims=(asked, *lines.claims) if title != asked else lines.claims,
        table=grid,
        footer=tuple(dict.fromkeys((*foot, *notes, *part.notes))),
        source=table.name,
    )
