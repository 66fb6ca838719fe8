"""`{quotes=q2_open}`: the released answers in random order.

The order is drawn anew for each question, from a seed that has nothing to do with that of the
answers, so that it tells nothing of who wrote what.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from rundfrage.report.bind import answered
from rundfrage.report.deck import Slide, SlideRole
from rundfrage.report.draft.showing import Showing, showing
from rundfrage.report.section.attribute import WholeNumber
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
from rundfrage.report.section.spread import chunked
from rundfrage.report.section.unanswered import unanswered_slide
from rundfrage.report.words import compose
from rundfrage.tables.table import Table

K = WholeNumber("k", 1, 99)
_DRAFTED = 6
"""So many a draft shows."""


class QuotesKind(SlideKind):
    """The released answers but the one that stands alone, at most `k` of them."""

    name = "quotes"
    example = "quotes=q2_open"
    topic = Topic.QUESTION
    attributes = (K,)
    quotes = True

    def compose(self, section: Section, lines: Lines, material: Material) -> tuple[Slide, ...]:
        """As many slides as they need, numbered afresh on each."""
        table, subject = open_question(section, material), material.subject
        release = material.release
        if not answered(table.blocks[0]):
            return (unanswered_slide(table, lines, subject),)
        quotes = released(table, release)
        rest = [text for text in dict.fromkeys(quotes.released) if text != quotes.lead]
        if not rest:
            raise none_released(table.name, release)
        random.Random(f"{subject.study.name}/{table.name}").shuffle(rest)  # noqa: S311  an order, no secret
        count = number_of_answers(table, subject)
        claims = (compose(subject.words["selection"], n=count), *lines.claims)

        def build(texts: Sequence[str]) -> Slide:
            quotations = tuple(
                quotation(text, release, number) for number, text in enumerate(texts, start=1)
            )
            return quoting_slide(SlideRole.QUOTES, table, subject, lines, claims, quotations)

        slides = chunked(rest[: section.given(K)], build, subject)
        return tuple(with_notes(slide, table, subject) for slide in slides)

    def drafted_for(self, table: Table, drafting: Drafting) -> Iterator[Section]:
        """Some of the released answers, as many as one slide holds of the usual length."""
        if showing(table, drafting) is not Showing.QUOTES:
            return
        quotes = drafting.release.questions[table.name]
        if any(text != quotes.lead for text in quotes.released):
            yield Section(self, question=table.name, attributes={K.name: _DRAFTED})
