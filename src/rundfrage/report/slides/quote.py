"""`{quote=q2_open}`: the one answer that was released to stand alone."""

from __future__ import annotations

from collections.abc import Iterator

from rundfrage.report.bind import answered
from rundfrage.report.deck import Slide, SlideRole
from rundfrage.report.section.drafting import Drafting
from rundfrage.report.section.lines import Lines
from rundfrage.report.section.material import Material
from rundfrage.report.section.model import Section, SlideKind, Topic
from rundfrage.report.section.notes import with_notes
from rundfrage.report.section.quoted import (
    none_released,
    number_of_answers,
    open_question,
    quotation,
    quoting_slide,
    released,
)
from rundfrage.report.section.unanswered import unanswered_slide
from rundfrage.report.words import compose
from rundfrage.tables.table import Table


class QuoteKind(SlideKind):
    """One quotation, large."""

    name = "quote"
    example = "quote=q2_open"
    topic = Topic.QUESTION
    quotes = True

    def compose(self, section: Section, lines: Lines, material: Material) -> tuple[Slide, ...]:
        """One slide; it says so if there is nothing to quote."""
        table, subject = open_question(section, material), material.subject
        if not answered(table.blocks[0]):
            return (unanswered_slide(table, lines, subject),)
        quotes = released(table, material.release)
        text = quotes.lead or next(iter(quotes.released), "")
        if not text:
            raise none_released(table.name, material.release)
        count = number_of_answers(table, subject)
        claims = (compose(subject.words["one-of"], n=count), *lines.claims)
        quotations = (quotation(text, material.release),)
        slide = quoting_slide(SlideRole.QUOTE, table, subject, lines, claims, quotations)
        return (with_notes(slide, table, subject),)

    def drafted_for(self, table: Table, drafting: Drafting) -> Iterator[Section]:
        """The answer that was released as the lead."""
        quotes = drafting.release.questions.get(table.name) if table.shape.open else None
        if quotes is not None and quotes.lead and answered(table.blocks[0]):
            yield Section(self, question=table.name)
