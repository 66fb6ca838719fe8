"""Quotations of an open question, on whichever slide they stand.

Nothing on them tells who wrote what: no answer is shown that nobody released, and what could tell
is masked.
"""

from __future__ import annotations

from rundfrage.errors import Problem
from rundfrage.locales import message
from rundfrage.report.bind import Press
from rundfrage.report.deck import Claim, Figure, Quotation, Slide, SlideRole
from rundfrage.report.quotes import Quotes, Release
from rundfrage.report.section.lines import Lines
from rundfrage.report.section.material import Material
from rundfrage.report.section.model import Section
from rundfrage.report.section.subject import Subject, footer, kicker, wording
from rundfrage.tables.table import Table


def open_question(section: Section, material: Material) -> Table:
    """The question that the slide quotes; raises a Problem if it can't be quoted."""
    table = material.question(section.question)
    if not table.shape.open:
        raise Problem(
            "quotes-of-closed-question",
            found=message("{name} is no open question.", name=table.name),
            expected=message("a question that people answered in their own words."),
            mend=message("Write {{chart={name}}} to draw it.", name=table.name),
        )
    return table


def released(table: Table, release: Release) -> Quotes:
    """What was released of the question; raises a Problem if nothing was."""
    if table.name not in release.questions:
        raise none_released(table.name, release)
    return release.questions[table.name]


def none_released(name: str, release: Release) -> Problem:
    """The Problem of a slide for which nothing is released."""
    return Problem(
        "quotes-not-released",
        found=message("No answer to {name} is released for this slide.", name=name),
        expected=message("answers under [{name}] in {file}.", name=name, file=release.file),
        mend=message("Release some there, word for word, or take the slide out."),
    )


def number_of_answers(table: Table, subject: Subject) -> Figure:
    """How many answered, of a question whose base is not suppressed."""
    count = Press(subject.language).count(table.blocks[0], "n")
    assert count is not None  # noqa: S101  (an open base has a count)
    return count


def quoting_slide(
    role: SlideRole,
    table: Table,
    subject: Subject,
    lines: Lines,
    claims: tuple[Claim, ...],
    quotations: tuple[Quotation, ...],
) -> Slide:
    """A slide of quotations, without its notes."""
    return Slide(
        role=role,
        title=lines.titled(wording(table, subject)),
        kicker=lines.kicked(kicker(table.name, subject.words)),
        claims=claims,
        quotations=quotations,
        footer=footer(table, table.blocks, subject, lines),
        source=table.name,
    )


def quotation(text: str, release: Release, number: int | None = None) -> Quotation:
    """A released answer as it may be shown."""
    return Quotation(_tidy(release.shown(text)), number)


def _tidy(text: str) -> str:
    """The words as written, without stray spaces; a respondent's own paragraphs stay."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)
