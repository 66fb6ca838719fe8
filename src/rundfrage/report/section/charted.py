"""Slides with a chart, which continues on as many of them as its rows need."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from rundfrage.report.bind import Press
from rundfrage.report.charts.alt import described, rows_of
from rundfrage.report.charts.bars import softened
from rundfrage.report.charts.emphasis import emphasised, standing_out
from rundfrage.report.charts.groups import withheld
from rundfrage.report.charts.order import named_rows
from rundfrage.report.charts.rows import is_worded, table_title
from rundfrage.report.charts.tinted import tinted
from rundfrage.report.charts.upright import lying
from rundfrage.report.deck import Chart, ChartForm, Claim, Slide, SlideRole
from rundfrage.report.section.lines import Lines
from rundfrage.report.section.notes import with_notes
from rundfrage.report.section.spread import most_that, numbered
from rundfrage.report.section.subject import Subject, footer, kicker, wording
from rundfrage.report.words import compose
from rundfrage.tables.table import Table

_MOST_SLIDES = 4
_ROWS = 14


def charted_slides(
    chart: Chart,
    table: Table,
    lines: Lines,
    subject: Subject,
    highlight: str = "",
    colours: str = "",
) -> tuple[Slide, ...]:
    """The chart of a question with its wording, base and notes.

    The rows that `highlight` names stand out, else those that the title does; those of `colours`
    have theirs.
    """
    asked = wording(table, subject)
    title, worded = lines.titled(asked), is_worded(table, subject.language)
    theme, chart = subject.theme, softened(chart, subject.theme)
    if highlight:
        chart = standing_out(chart, named_rows(chart, table, highlight), theme)
    else:
        chart = emphasised(chart, title, table, theme)
    if colours:
        chart = tinted(chart, table, colours, theme)
    base = Slide(
        role=SlideRole.CHART,
        title=title,
        kicker=lines.kicked(kicker(table.name, subject.words)),
        claims=(asked, *lines.claims) if worded and title != asked else lines.claims,
        chart=chart,
        footer=footer(
            table, table.blocks, subject, lines, chart.figures, drawn=_has_intervals(chart)
        ),
        source=table.name,
    )
    if chart.form is ChartForm.COLUMNS and not subject.fits(base):
        chart = described(lying(chart), table_title(table, subject.language), subject.words)
        base = replace(base, chart=chart)
    return tuple(
        with_notes(subject.legible(slide), table, subject)
        for slide in _continued(base, chart, table, subject)
    )


def with_withheld(table: Table, lines: Lines, subject: Subject) -> Lines:
    """The lines with a foot that counts the groups of which nothing is shown."""
    hidden = withheld(table.blocks[0])
    if not hidden:
        return lines
    figure = Press(subject.language).plain(f"{table.name}.groups_not_shown", hidden)
    rest = compose(subject.words["groups-not-shown"], n=figure)
    return replace(lines, foot=(*lines.foot, rest))


def _has_intervals(chart: Chart) -> bool:
    return any(bar and bar.reach for series in chart.series for bar in series.bars)


def _continued(base: Slide, chart: Chart, table: Table, subject: Subject) -> tuple[Slide, ...]:
    """The chart's rows on as few slides as hold them; what goes beyond the last is counted."""
    if chart.form in {ChartForm.COLUMNS, ChartForm.MAP, ChartForm.LINES}:
        return (base,)

    def fit(rows: int) -> bool:
        return all(subject.fits(part) for part in _parts(base, chart, rows, table, subject))

    rows = most_that(fit, 1, min(len(chart.categories), _ROWS))
    return numbered(_parts(base, chart, rows, table, subject))


def _parts(base: Slide, chart: Chart, rows: int, table: Table, subject: Subject) -> list[Slide]:
    """The chart on slides of about as many rows each, at most `rows`."""
    count = len(chart.categories)
    shown = min(count, rows * _MOST_SLIDES)
    slides = -(-shown // rows)
    edges = [shown * part // slides for part in range(slides + 1)]
    hidden = count - shown
    foot = base.footer if not hidden else (*base.footer, _not_shown(hidden, table, subject))
    title = table_title(table, subject.language)
    return [
        replace(
            base,
            chart=described(rows_of(chart, start, end), title, subject.words),
            footer=foot,
        )
        for start, end in pairwise(edges)
    ]


def _not_shown(hidden: int, table: Table, subject: Subject) -> Claim:
    figure = Press(subject.language).plain(f"{table.name}.not_shown", hidden)
    return compose(subject.words["not-shown"], n=figure)
