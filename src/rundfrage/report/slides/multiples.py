"""`{multiples=q2 by=q11}`: the same bars in each group, in charts of one axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from rundfrage.errors import Problem
from rundfrage.locales import message
from rundfrage.report.charts import multiples
from rundfrage.report.charts.rows import table_title
from rundfrage.report.deck import Claim, Pane, Slide
from rundfrage.report.section.asked import GROUPED, HIGHLIGHT
from rundfrage.report.section.attribute import RowNames
from rundfrage.report.section.charted import with_withheld
from rundfrage.report.section.lines import Lines
from rundfrage.report.section.material import Material
from rundfrage.report.section.model import Section, SlideKind, Topic
from rundfrage.report.section.paned import paned_slide
from rundfrage.report.section.spread import numbered
from rundfrage.report.section.subject import Subject, brackets_note
from rundfrage.report.section.unanswered import unanswered_slide
from rundfrage.report.words import isolated
from rundfrage.tables.table import Table

GROUPS = RowNames("groups")
_MOST = 8
"""Charts on one slide."""
_MOST_SLIDES = 4


class MultiplesKind(SlideKind):
    """A question drawn once for everybody and once for each group of another."""

    name = "multiples"
    example = "multiples=q2 by=q11"
    topic = Topic.QUESTION
    attributes = (GROUPED, GROUPS, HIGHLIGHT)

    def compose(self, section: Section, lines: Lines, material: Material) -> tuple[Slide, ...]:
        """As many slides as there are groups for."""
        subject, groups = material.subject, section.given(GROUPED) or ""
        table = material.evidence.by(section.question, groups)
        wanted, named = section.given(GROUPS), section.given(HIGHLIGHT) or ""
        panes = multiples.draw(table, lines.title, named, wanted, subject.language, subject.theme)
        lines = with_withheld(table, lines, subject) if wanted is None else lines
        if len(panes) <= (wanted is None):
            return (unanswered_slide(table, lines, subject),)
        asked = table_title(material.question(groups), subject.language)
        by = Claim((subject.words("by-groups", question=isolated(asked, subject.language)),))
        note = brackets_note((one for pane in panes for one in pane.figures), subject.words)
        own = () if lines.title.parts else (by,)
        if lines.title.parts:
            question = Claim((table_title(table, subject.language), " ", *by.parts))
            own = (question,)
        lines = replace(lines, claims=(*own, *lines.claims), foot=(*lines.foot, *note))
        return _spread(panes, table, lines, subject)


def _spread(
    panes: Sequence[Pane], table: Table, lines: Lines, subject: Subject
) -> tuple[Slide, ...]:
    """The charts on as few slides as hold them, about as many on each."""
    for most in range(min(_MOST, len(panes)), 1, -1):
        count = -(-len(panes) // most)
        if count > _MOST_SLIDES:
            break
        edges = [len(panes) * at // count for at in range(count + 1)]
        slides = [
            paned_slide(panes[start:end], (table,), lines, subject)
            for start, end in pairwise(edges)
        ]
        if all(subject.fits(slide) for slide in slides):
            return numbered(slides)
    raise Problem(
        "slide-overflow",
        found=message(
            "{name} in {count} groups would not fit as charts beside each other.",
            name=table.name,
            count=len(panes),
        ),
        expected=message("rows and groups that can be read and compared on a slide."),
        mend=message("Choose fewer groups by groups=, or compare one of its numbers."),
    )
