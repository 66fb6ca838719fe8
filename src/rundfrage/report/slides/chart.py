"""`{chart=q4}`: the chart of a question, in the usual form or in one that is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rundfrage.errors import Problem
from rundfrage.locales import message
from rundfrage.report.bind import Press, answered, statistics_of
from rundfrage.report.charts import CHARTS, crossed
from rundfrage.report.charts.order import ordered
from rundfrage.report.charts.rows import table_title
from rundfrage.report.claims.waves import WAVE
from rundfrage.report.deck import Claim, Slide
from rundfrage.report.draft.assertion import assertion
from rundfrage.report.draft.phrase import sentence
from rundfrage.report.draft.showing import Showing, showing
from rundfrage.report.section.asked import BY, COLOURS, FORM, HIGHLIGHT, LINES, SORT, form_of
from rundfrage.report.section.charted import charted_slides, with_withheld
from rundfrage.report.section.drafting import Drafting
from rundfrage.report.section.lines import Lines
from rundfrage.report.section.material import Material
from rundfrage.report.section.model import EMPTY, Section, SlideKind, Topic
from rundfrage.report.section.subject import Subject, brackets_note
from rundfrage.report.section.unanswered import unanswered_slide
from rundfrage.report.trend.slides import trend_slides
from rundfrage.report.words import compose, isolated
from rundfrage.tables.table import Table

_STACKS = 8
"""A draft draws so many items as stacks, more of them by their means."""


class ChartKind(SlideKind):
    """A question drawn, with its wording below the title."""

    name = "chart"
    example = "chart=q2"
    topic = Topic.QUESTION
    attributes = (FORM, BY, SORT, HIGHLIGHT, COLOURS)

    def compose(self, section: Section, lines: Lines, material: Material) -> tuple[Slide, ...]:
        """As many slides as the rows of the chart need."""
        table, subject = material.question(section.question), material.subject
        if section.given(FORM) == LINES or section.given(BY) == WAVE:
            return _over_waves(section, lines, material)
        form = form_of(table, section.given(FORM))
        if section.given(BY):
            return _crossed(section, lines, material)
        if any(answered(block) for block in table.blocks):
            chart = CHARTS[table.shape][form](table, subject.language, subject.theme)
            if chart.categories:
                order, named = section.given(SORT), section.given(HIGHLIGHT) or ""
                if order is not None:
                    chart = ordered(chart, table, order, subject.language)
                lines = _with_score(table, lines, subject)
                tints = section.given(COLOURS) or ""
                return charted_slides(chart, table, lines, subject, named, tints)
        return (unanswered_slide(table, lines, subject),)

    def drafted_for(self, table: Table, drafting: Drafting) -> Iterator[Section]:
        """A closed question in its usual form; a grid of many items by its means."""
        if showing(table, drafting) is not Showing.CHART:
            return
        title = assertion(table, drafting.evidence)
        words = EMPTY if title is None else sentence(title, drafting.language)
        forms = CHARTS[table.shape]
        asked = {FORM.name: "means"} if "means" in forms and _is_long(table) else {}
        yield Section(self, words, question=table.name, attributes=asked)


def _over_waves(section: Section, lines: Lines, material: Material) -> tuple[Slide, ...]:
    """The question as lines over the waves."""
    by, form = section.given(BY), section.given(FORM)
    wrong = [one.name for one in (SORT, COLOURS) if section.given(one) is not None]
    wrong += [BY.name] if by not in {None, WAVE} else []
    wrong += [FORM.name] if form not in {None, LINES} else []
    for name in wrong:
        raise Problem(
            "chart-form",
            found=message("A chart over waves has {attribute}=.", attribute=name),
            expected=message("lines in the order of their ends, over the waves in theirs."),
            mend=message("Leave {attribute}= out.", attribute=name),
        )
    return trend_slides(section.question, lines, material, section.given(HIGHLIGHT) or "")


def _crossed(section: Section, lines: Lines, material: Material) -> tuple[Slide, ...]:
    """The question in each group of another; it has one form."""
    subject, groups = material.subject, section.given(BY) or ""
    for other in (FORM, SORT, HIGHLIGHT, COLOURS):
        if section.given(other) is not None:
            raise Problem(
                "chart-form",
                found=message("A chart by groups has {attribute}=.", attribute=other.name),
                expected=message("groups in their order, drawn as segments that add up."),
                mend=message("Leave {attribute}= out, or the groups.", attribute=other.name),
            )
    table = material.evidence.by(section.question, groups)
    chart = crossed.draw(table, subject.language, subject.theme)
    if not chart.categories:
        return (unanswered_slide(table, lines, subject),)
    asked = table_title(material.question(groups), subject.language)
    by = Claim((subject.words("by-groups", question=isolated(asked, subject.language)),))
    note = brackets_note(chart.figures, subject.words)
    lines = replace(lines, claims=(by, *lines.claims), foot=(*lines.foot, *note))
    return charted_slides(chart, table, with_withheld(table, lines, subject), subject)


def _is_long(table: Table) -> bool:
    """True if the means of the items find room on one slide, and their stacks would not."""
    means = [block for block in table.blocks if statistics_of(block).mean is not None]
    return len(means) == len(table.blocks) > _STACKS


def _with_score(table: Table, lines: Lines, subject: Subject) -> Lines:
    """The lines with the net promoter score, unless they say it already."""
    press = Press(subject.language, table.weight)
    score = press.statistic(table.blocks[0], "nps") if table.blocks[0].variable.nps else None
    said = [figure.binding for one in (lines.title, *lines.claims) for figure in one.figures]
    if score is None or score.binding in said:
        return lines
    return replace(lines, claims=(compose(subject.words["nps"], nps=score), *lines.claims))
