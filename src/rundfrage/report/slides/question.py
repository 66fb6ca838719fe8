"""The slides of a closed question: its charts, its items in front, a headline figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from rundfrage.codebook.shapes import (
    CATEGORIES,
    DAYS,
    MARKS,
    NUMBERS,
    PARTS,
    RANKS,
    RATINGS,
    STEPS,
    WORDS,
    ByShape,
)
from rundfrage.errors import Problem
from rundfrage.locales import message
from rundfrage.look.theme import Theme
from rundfrage.report.bind import Press, answered
from rundfrage.report.charts import CHARTS, Draw, groups, means, parts, ranking
from rundfrage.report.charts.alt import described, rows_of
from rundfrage.report.charts.bars import bar_chart, softened
from rundfrage.report.charts.rows import descending_rows, table_title
from rundfrage.report.deck import Chart, Claim, Figure, Slide, SlideKind
from rundfrage.report.slides.lines import Lines
from rundfrage.report.slides.notes import with_figures, with_notes
from rundfrage.report.slides.spread import numbered
from rundfrage.report.slides.subject import (
    Subject,
    brackets_note,
    field_footer,
    footer,
    kicker,
    wording,
)
from rundfrage.report.words import compose
from rundfrage.tables.table import Block, Table

_MOST_SLIDES = 4
_ROWS = 14


def figure_slide(
    table: Table | None, blocks: Sequence[Block], big: Figure, lines: Lines, subject: Subject
) -> Slide:
    """One number as large as it goes; `table` is the question it belongs to, if to one."""
    if table is None:
        slide = Slide(
            kind=SlideKind.HEADLINE,
            title=lines.titled(Claim((subject.shell.title,))),
            kicker=lines.kicked(""),
            claims=lines.claims,
            big=big,
            footer=(*field_footer(subject), *lines.foot),
        )
        return with_figures(slide, subject)
    slide = Slide(
        kind=SlideKind.HEADLINE,
        title=lines.titled(wording(table, subject)),
        kicker=lines.kicked(kicker(table.name, subject.words)),
        claims=lines.claims,
        big=big,
        footer=footer(table, blocks, subject, lines),
        source=table.name,
    )
    return with_notes(slide, table, subject)


def chart_slides(table: Table, form: str, lines: Lines, subject: Subject) -> tuple[Slide, ...]:
    """The question drawn in the form of that name, on as many slides as its rows need."""
    if any(answered(block) for block in table.blocks):
        chart = CHARTS[table.shape][form](table, subject.language, subject.theme)
        if chart.categories:
            return _drawn(chart, table, lines, subject)
    return (_silent(table, lines, subject),)


def compare_slides(
    table: Table, statistic: str, label: str, lines: Lines, subject: Subject
) -> tuple[Slide, ...]:
    """One number of a question, called `label`, in each group that stands across the top."""
    words, block = subject.words, table.blocks[0]
    chart = groups.draw(table, block, statistic, subject.language, subject.theme)
    if not chart.categories:
        return (_silent(table, lines, subject),)
    named = words("mean-heading") if statistic == groups.MEAN else words("share")
    if label and label != table_title(table, subject.language):
        named_label = Claim((f"{named}: {label}",))
        lines = replace(lines, claims=(named_label, *lines.claims))
    lines = replace(lines, foot=(*lines.foot, *brackets_note(chart.figures, words)))
    hidden = groups.withheld(block)
    if hidden:
        figure = Press(subject.language).plain(f"{table.name}.groups_not_shown", hidden)
        rest = compose(words["groups-not-shown"], n=figure)
        lines = replace(lines, foot=(*lines.foot, rest))
    if any(column.heading == words("letters-heading") for column in chart.side):
        lines = replace(lines, foot=(*lines.foot, Claim((words("letters-note"),))))
    return _drawn(chart, table, lines, subject)


def top_slides(table: Table, most: int, lines: Lines, subject: Subject) -> tuple[Slide, ...]:
    """The `most` answers or items in front, and how many there are beside them."""
    if not any(answered(block) for block in table.blocks):
        return (_silent(table, lines, subject),)
    chart = _ordered(table, subject)
    hidden = len(chart.categories) - most
    if hidden > 0:
        figure = Press(subject.language).plain(f"{table.name}.behind_top{most}", hidden)
        rest = compose(subject.words["not-shown"], n=figure)
        lines = replace(lines, foot=(*lines.foot, rest))
    return _drawn(rows_of(chart, 0, most), table, lines, subject)


def _ordered(table: Table, subject: Subject) -> Chart:
    """All answers or items of the question, the one in front first."""
    draw = _ORDERED[table.shape]
    if draw is None:
        raise Problem(
            "chart-form",
            found=message("{name} has no answers that could be in front.", name=table.name),
            expected=message("a choice, a grid or a ranking."),
            mend=message("Write {{chart={name}}} to draw it whole.", name=table.name),
        )
    return draw(table, subject.language, subject.theme)


def _by_share(table: Table, language: str, theme: Theme) -> Chart:
    block = table.blocks[0]
    press = Press(language, table.weight)
    return bar_chart(table, block, descending_rows(block), press, theme)


_ORDERED: ByShape[Draw | None] = ByShape(
    {
        CATEGORIES: _by_share,
        STEPS: _by_share,
        MARKS: _by_share,
        RATINGS: means.draw,
        RANKS: ranking.draw,
        PARTS: parts.draw,
        NUMBERS: None,
        DAYS: None,
        WORDS: None,
    }
)
"""What draws the answers or items of each shape, the one in front first."""


def _silent(table: Table, lines: Lines, subject: Subject) -> Slide:
    """The slide of a question on which nothing can be shown."""
    none = all(answered(block) == 0 for block in table.blocks)
    words = subject.words
    slide = Slide(
        kind=SlideKind.HEADLINE,
        title=lines.titled(wording(table, subject)),
        kicker=lines.kicked(kicker(table.name, words)),
        claims=(Claim((words("nobody") if none else words("too-few"),)), *lines.claims),
        footer=footer(table, table.blocks, subject, lines),
        source=table.name,
    )
    return with_notes(slide, table, subject)


def _drawn(chart: Chart, table: Table, lines: Lines, subject: Subject) -> tuple[Slide, ...]:
    """The chart on one slide, or continued on as many as its rows need."""
    chart = softened(chart, subject.theme)
    asked = wording(table, subject)
    title = lines.titled(asked)
    base = Slide(
        kind=SlideKind.CHART,
        title=title,
        kicker=lines.kicked(kicker(table.name, subject.words)),
        claims=lines.claims if title == asked else (asked, *lines.claims),
        chart=chart,
        footer=footer(table, table.blocks, subject, lines, drawn=_has_intervals(chart)),
        source=table.name,
    )
    return tuple(
        with_notes(subject.legible(slide), table, subject)
        for slide in _continued(base, chart, table, subject)
    )


def _has_intervals(chart: Chart) -> bool:
    return any(bar and bar.reach for series in chart.series for bar in series.bars)


def _continued(base: Slide, chart: Chart, table: Table, subject: Subject) -> tuple[Slide, ...]:
    """The chart's rows on as few slides as hold them; what goes beyond the last is counted."""
    low, high = 1, min(len(chart.categories), _ROWS)
    while low < high:
        rows = (low + high + 1) // 2
        if all(subject.fits(part) for part in _parts(base, chart, rows, table, subject)):
            low = rows
        else:
            high = rows - 1
    return numbered(_parts(base, chart, low, table, subject))


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
