"""`{top=q3}`: a chart of the answers or items in front, and how many there are beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rundfrage.codebook import shapes
from rundfrage.codebook.shapes import ByShape
from rundfrage.errors import Problem
from rundfrage.locales import message
from rundfrage.look.theme import Theme
from rundfrage.report.bind import Press, answered
from rundfrage.report.charts import Draw, means, parts, ranking
from rundfrage.report.charts.alt import rows_of
from rundfrage.report.charts.bars import bar_chart
from rundfrage.report.charts.rows import descending_rows
from rundfrage.report.deck import Chart, Slide
from rundfrage.report.draft.assertion import assertion
from rundfrage.report.draft.phrase import sentence
from rundfrage.report.draft.showing import Showing, fitting, showing
from rundfrage.report.section.attribute import WholeNumber
from rundfrage.report.section.charted import charted_slides
from rundfrage.report.section.drafting import Drafting
from rundfrage.report.section.lines import Lines
from rundfrage.report.section.material import Material
from rundfrage.report.section.model import EMPTY, Section, SlideKind, Topic
from rundfrage.report.section.subject import Subject
from rundfrage.report.section.unanswered import unanswered_slide
from rundfrage.report.words import compose
from rundfrage.tables.table import Table

K = WholeNumber("k", 1, 99)
_USUAL = 3
"""So many are shown if the author says nothing else."""


class TopKind(SlideKind):
    """The `k` answers or items in front."""

    name = "top"
    example = "top=q3"
    topic = Topic.QUESTION
    attributes = (K,)

    def compose(self, section: Section, lines: Lines, material: Material) -> tuple[Slide, ...]:
        """A chart of its own, whose footer counts the others."""
        table, subject = material.question(section.question), material.subject
        if not any(answered(block) for block in table.blocks):
            return (unanswered_slide(table, lines, subject),)
        most = section.given(K) or _USUAL
        chart = _ordered(table, subject)
        hidden = len(chart.categories) - most
        if hidden > 0:
            figure = Press(subject.language).plain(f"{table.name}.behind_top{most}", hidden)
            rest = compose(subject.words["not-shown"], n=figure)
            lines = replace(lines, foot=(*lines.foot, rest))
        return charted_slides(rows_of(chart, 0, most), table, lines, subject)

    def drafted_for(self, table: Table, drafting: Drafting) -> Iterator[Section]:
        """The front of a long list of answers."""
        if showing(table, drafting) is not Showing.FRONT:
            return
        title = assertion(table, drafting.evidence, front=True)
        words = EMPTY if title is None else sentence(title, drafting.language)
        yield Section(
            self, words, question=table.name, attributes={K.name: fitting(table, drafting.language)}
        )


def _ordered(table: Table, subject: Subject) -> Chart:
    """All answers or items of the question, the one in front first."""
    draw = ORDERED[table.shape]
    if draw is None:
        raise Problem(
            "chart-form",
            found=message("{name} has no answers that could be in front.", name=table.name),
            expected=message("a choice, a scale, a grid, a ranking or a constant sum."),
            mend=message("Write {{chart={name}}} to draw it whole.", name=table.name),
        )
    return draw(table, subject.language, subject.theme)


def _by_share(table: Table, language: str, theme: Theme) -> Chart:
    block = table.blocks[0]
    press = Press(language, table.weight)
    return bar_chart(table, block, descending_rows(block), press, theme)


ORDERED: ByShape[Draw | None] = ByShape(
    {
        shapes.CATEGORIES: _by_share,
        shapes.STEPS: _by_share,
        shapes.MARKS: _by_share,
        shapes.RATINGS: means.draw,
        shapes.RANKS: ranking.draw,
        shapes.PARTS: parts.draw,
        shapes.NUMBERS: None,
        shapes.DAYS: None,
        shapes.WORDS: None,
    }
)
"""What draws the answers or items of each shape, the one in front first."""
