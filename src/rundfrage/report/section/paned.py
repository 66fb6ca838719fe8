"""Slides with several charts: two questions side by side, or one in each of several groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rundfrage.report.charts import CHARTS
from rundfrage.report.charts.bars import softened
from rundfrage.report.charts.emphasis import emphasised
from rundfrage.report.charts.rows import is_worded
from rundfrage.report.deck import Claim, Pane, Part, Slide, SlideRole
from rundfrage.report.section.lines import Lines
from rundfrage.report.section.notes import with_notes
from rundfrage.report.section.subject import Subject, base_of, footer, kicker, wording
from rundfrage.tables.table import Table


def question_pane(table: Table, form: str, title: Claim, subject: Subject) -> Pane:
    """The chart of a question below its wording and its base; what the title names stands out."""
    chart = CHARTS[table.shape][form](table, subject.language, subject.theme)
    chart = emphasised(softened(chart, subject.theme), title, table, subject.theme)
    asked = wording(table, subject)
    named = kicker(table.name, subject.words)
    if not is_worded(table, subject.language) and named:
        asked = Claim((named,))
    return Pane(asked, base_of(table.blocks, subject) or Claim(()), chart, table.name)


def paned_slide(
    panes: Sequence[Pane], tables: Sequence[Table], lines: Lines, subject: Subject
) -> Slide:
    """The slide of these charts, each of one of the tables, of which the notes speak.

    What is said of all charts stands in the footer, what is said of one with its base.
    """
    names = dict.fromkeys(kicker(table.name, subject.words) for table in tables)
    feet = [_foot(table, panes, lines, subject) for table in tables]
    common = [line for line in feet[0] if all(line in foot for foot in feet)]
    own = {
        table.name: [line for line in foot if line not in common]
        for table, foot in zip(tables, feet, strict=True)
    }
    slide = Slide(
        SlideRole.CHART,
        lines.titled(wording(tables[0], subject)),
        kicker=lines.kicked(" · ".join(filter(None, names))),
        claims=lines.claims,
        panes=tuple(replace(pane, base=_joined(pane, own[pane.source])) for pane in panes),
        footer=tuple(common),
        source=tables[0].name,
    )
    slide = subject.legible(slide)
    notes = (
        note for table in tables for note in with_notes(_on(slide, table), table, subject).notes
    )
    return replace(slide, notes=tuple(dict.fromkeys(notes)))


def _foot(table: Table, panes: Sequence[Pane], lines: Lines, subject: Subject) -> tuple[Claim, ...]:
    """What the footer of a slide on the question alone says, but for its base."""
    charts = [pane.chart for pane in panes if pane.source == table.name]
    shown = [figure for chart in charts for figure in chart.figures]
    bars = [bar for chart in charts for one in chart.series for bar in one.bars]
    drawn = any(bar and bar.reach for bar in bars)
    return footer(table, table.blocks, subject, lines, shown, drawn=drawn, based=False)


def _joined(pane: Pane, more: Sequence[Claim]) -> Claim:
    parts: list[Part] = list(pane.base.parts)
    for line in more:
        parts += [" · ", *line.parts] if parts else line.parts
    return Claim(tuple(parts))


def _on(slide: Slide, table: Table) -> Slide:
    """The slide with the charts of a table alone."""
    return replace(slide, panes=tuple(one for one in slide.panes if one.source == table.name))
