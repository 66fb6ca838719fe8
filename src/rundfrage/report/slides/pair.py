"""`{pair=q4 with=q5}`: the charts of two questions side by side, each with its wording and base."""

from __future__ import annotations

from dataclasses import replace

from rundfrage.errors import Problem
from rundfrage.locales import message
from rundfrage.report.bind import answered
from rundfrage.report.deck import Slide
from rundfrage.report.section.asked import FORM, form_of
from rundfrage.report.section.attribute import QuestionName
from rundfrage.report.section.lines import Lines
from rundfrage.report.section.material import Material
from rundfrage.report.section.model import Section, SlideKind, Topic
from rundfrage.report.section.paned import paned_slide, question_pane

WITH = QuestionName("with", message("the name of the question whose chart stands beside."))
WITH_FORM = replace(FORM, name="with_form")


class PairKind(SlideKind):
    """Two questions drawn on one slide; the title says what they say together."""

    name = "pair"
    example = "pair=q2 with=q3"
    topic = Topic.QUESTION
    attributes = (WITH, FORM, WITH_FORM)

    def compose(self, section: Section, lines: Lines, material: Material) -> tuple[Slide, ...]:
        """One slide; a Problem if both find no room on it."""
        subject = material.subject
        asked = ((section.question, FORM), (section.given(WITH) or "", WITH_FORM))
        tables = [material.question(name) for name, _ in asked]
        forms = [
            form_of(table, section.given(attribute))
            for table, (_, attribute) in zip(tables, asked, strict=True)
        ]
        if tables[0].name == tables[1].name and forms[0] == forms[1]:
            raise Problem(
                "chart-form",
                found=message("Both charts are of {name}.", name=tables[0].name),
                expected=message("two questions, or two forms of one."),
                mend=message(
                    "Write {{multiples={name} by=QUESTION}} for one question in several groups.",
                    name=tables[0].name,
                ),
            )
        for table in tables:
            if not any(answered(block) for block in table.blocks):
                raise Problem(
                    "chart-form",
                    found=message("Nothing can be shown of {name}.", name=table.name),
                    expected=message("two questions with enough answers."),
                    mend=message("Show the other one by itself."),
                )
        panes = [
            question_pane(table, form, lines.title, subject)
            for table, form in zip(tables, forms, strict=True)
        ]
        return (paned_slide(panes, tables, lines, subject),)
