"""`{compare=q2.top2 by=q11}`: one number of everybody, and of each group."""

from __future__ import annotations

from dataclasses import replace

from rundfrage.errors import Problem
from rundfrage.locales import message
from rundfrage.report.charts import groups
from rundfrage.report.charts.rows import table_title
from rundfrage.report.claims import Binding, Bound
from rundfrage.report.claims.waves import WAVE
from rundfrage.report.deck import Claim, Slide
from rundfrage.report.section.asked import GROUPED
from rundfrage.report.section.charted import charted_slides, with_withheld
from rundfrage.report.section.lines import Lines
from rundfrage.report.section.material import Material
from rundfrage.report.section.model import Section, SlideKind, Topic
from rundfrage.report.section.subject import Subject, brackets_note
from rundfrage.report.section.unanswered import unanswered_slide
from rundfrage.report.trend.slides import trend_slides
from rundfrage.tables.table import Table


class CompareKind(SlideKind):
    """One number of a question in each group that the answers to another make."""

    name = "compare"
    example = "compare=q2.top2 by=q11"
    topic = Topic.FIGURE
    attributes = (GROUPED,)

    def compose(self, section: Section, lines: Lines, material: Material) -> tuple[Slide, ...]:
        """As many slides as there are groups for."""
        evidence, written = material.evidence, section.figure
        binding = written.binding if isinstance(written, Bound) else Binding("")
        if section.given(GROUPED) == WAVE and not binding.subgroup:
            return trend_slides(binding, lines, material)
        found = None if binding.subgroup else evidence.found(binding)
        if found is None:
            raise Problem(
                "chart-form",
                found=message("What is compared is no number of a question."),
                expected=message(
                    "a share or a mean of everybody, such as q2.top2 or q4.info.mean."
                ),
                mend=message("Write for example {{{example}}}.", example=self.example),
            )
        label = evidence.quantity(binding).label
        table = evidence.by(found.block.name, section.given(GROUPED) or "")
        return _compared(table, found.rest, label, lines, material.subject)


def _compared(
    table: Table, statistic: str, label: str, lines: Lines, subject: Subject
) -> tuple[Slide, ...]:
    """The number, called `label`, in each group that stands across the top of the table."""
    words, block = subject.words, table.blocks[0]
    chart = groups.draw(table, block, statistic, subject.language, subject.theme)
    if not chart.categories:
        return (unanswered_slide(table, lines, subject),)
    named = words("mean-heading") if statistic == groups.MEAN else words("share")
    if label and label != table_title(table, subject.language):
        named_label = Claim((f"{named}: {label}",))
        lines = replace(lines, claims=(named_label, *lines.claims))
    lines = replace(lines, foot=(*lines.foot, *brackets_note(chart.figures, words)))
    lines = with_withheld(table, lines, subject)
    if any(column.heading == words("letters-heading") for column in chart.side):
        lines = replace(lines, foot=(*lines.foot, Claim((words("letters-note"),))))
    return charted_slides(chart, table, lines, subject)
