"""The slides of a closed question: a headline figure where one carries it, then its charts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from rundfrage.report.bind import Press, answered
from rundfrage.report.charts import CHARTS
from rundfrage.report.charts.alt import described, rows_of
from rundfrage.report.charts.rows import TOP, find_row, item_label, net_rows, row_label, table_title
from rundfrage.report.deck import Chart, ChartForm, Claim, Slide, SlideKind
from rundfrage.report.slides.assertion import (
    assertion,
    carrying_net,
    leaders,
    members,
    percent,
    short,
)
from rundfrage.report.slides.notes import with_notes
from rundfrage.report.slides.subject import (
    Subject,
    footer,
    kicker,
    numbered,
    said,
    wording,
)
from rundfrage.report.words import compose, listed, quoted
from rundfrage.tables.table import Block, Table, TableKind

_MOST_SLIDES = 4
_ROWS = 14
_CARRIES = 50
"""The end of a scale carries a question only if so many percent stand there."""
_RANKED_FROM = 3
"""A ranking of means says something from so many items on."""


def question_slides(table: Table, subject: Subject) -> tuple[Slide, ...]:
    """All slides of one question that isn't open."""
    shown = [block for block in table.blocks if answered(block)]
    if not shown:
        return (_silent(table, subject),)
    slides = []
    headline = _headline(table, subject)
    if headline is not None:
        slides.append(with_notes(headline, table, subject))
    for draw in CHARTS[table.kind]:
        chart = draw(table, subject.language, subject.theme)
        if chart.form is ChartForm.MEANS and table.kind is TableKind.GRID:
            bars = [bar for bar in chart.series[0].bars if bar]
            if len(bars) < _RANKED_FROM:
                continue
        if chart.categories:
            slides.extend(_chart_slides(chart, table, subject))
    return tuple(slides) or (_silent(table, subject),)


def _silent(table: Table, subject: Subject) -> Slide:
    """The slide of a question on which nothing can be shown."""
    none = all(answered(block) == 0 for block in table.blocks)
    words = subject.words
    slide = Slide(
        kind=SlideKind.HEADLINE,
        title=wording(table, subject),
        kicker=kicker(table.name, words),
        claims=(Claim((words.nobody if none else words.too_few,)),),
        footer=footer(table, table.blocks, subject),
        source=table.name,
    )
    return with_notes(slide, table, subject)


def _headline(table: Table, subject: Subject) -> Slide | None:
    """One figure for the question: top-2, a net, or the leading answer; None if none carries it."""
    block = table.blocks[0]
    if table.kind is TableKind.GRID:
        block = _best_item(table)
    found = _headline_claims(table, block, subject)
    if found is None:
        return None
    return Slide(
        kind=SlideKind.HEADLINE,
        title=wording(table, subject),
        kicker=kicker(table.name, subject.words),
        big=found[0].figures[0],
        claims=found[1:],
        footer=footer(table, (block,), subject),
        source=table.name,
    )


def _headline_claims(table: Table, block: Block, subject: Subject) -> tuple[Claim, ...] | None:
    """The headline figure as a claim of its own, then the sentences beside it."""
    words, press, language = subject.words, subject.press(table), subject.language
    if table.kind is TableKind.MULTIPLE:
        return _leading_answer(table, block, subject)
    if table.kind is TableKind.NUMERIC:
        return _promoters(table, block, subject)
    net = find_row(block, TOP) if table.kind is TableKind.GRID else carrying_net(table, block)
    share = None if net is None else press.share(block, net)
    if net is None or share is None:
        return None
    if table.kind is TableKind.SINGLE:
        label = short(row_label(block.rows[net], language))
        return Claim((share,)), Claim((label,))
    if percent(block, net) < _CARRIES:
        return None
    answers = said(members(block, net, language), words)
    number = Claim((share,))
    mean = press.statistic(block, "mean")
    beside = () if mean is None else (compose(words.mean, mean=mean),)
    if table.kind is TableKind.GRID:
        item = quoted(short(item_label(block, table, language)), words)
        sentence = _agreeing(words.answer_item_caption, number, item=item, answers=answers)
    else:
        sentence = _agreeing(words.answer_caption, number, answers=answers)
    return number, sentence, *beside


def _promoters(table: Table, block: Block, subject: Subject) -> tuple[Claim, ...] | None:
    """The net promoter score and the three groups it is made of; None for other numbers."""
    press = subject.press(table)
    nps = press.statistic(block, "nps") if block.variable.nps else None
    if nps is None:
        return None
    groups = [
        compose(subject.words.net, label=row_label(block.rows[row], subject.language), share=share)
        for row in net_rows(block)
        if (share := press.share(block, row)) is not None
    ]
    return Claim((nps,)), Claim((subject.words.nps_name,)), listed(groups, subject.words)


def _leading_answer(table: Table, block: Block, subject: Subject) -> tuple[Claim, ...] | None:
    words, press, language = subject.words, subject.press(table), subject.language
    rows = leaders(block, 2)
    shares = [share for row in rows if (share := press.share(block, row)) is not None]
    if not shares:
        return None
    labels = [quoted(short(row_label(block.rows[row], language)), words) for row in rows]
    number = Claim((shares[0],))
    sentence = _agreeing(words.choose_caption, number, answer=labels[0])
    if len(shares) == 1:
        return number, sentence
    same = shares[0].text == shares[1].text
    second = words.equally_often if same else words.next_one
    return number, sentence, compose(second, answer=labels[1], share=shares[1])


def _agreeing(plural: tuple[str, str], number: Claim, **places: str | Claim) -> Claim:
    """The wording that agrees with a figure that stands outside of it."""
    one = "".join(filter(str.isdecimal, number.text)) == "1"
    return compose(plural[0] if one else plural[1], **places)


def _best_item(table: Table) -> Block:
    """The item with the largest top-2; the first of them in the order of the questionnaire."""

    def share(block: Block) -> float:
        row = find_row(block, TOP)
        cell = None if row is None else block.cells[row][0]
        return -1.0 if cell is None or cell.share is None else cell.share

    return max(table.blocks, key=share)


def _chart_slides(chart: Chart, table: Table, subject: Subject) -> Iterator[Slide]:
    """The chart on one slide, or continued on as many as its rows need."""
    base = Slide(
        kind=SlideKind.CHART,
        title=assertion(table, subject, form=chart.form) or wording(table, subject),
        kicker=kicker(table.name, subject.words),
        claims=(wording(table, subject),),
        chart=chart,
        footer=footer(table, table.blocks, subject),
        source=table.name,
    )
    if base.title == base.claims[0]:
        base = replace(base, claims=())
    for slide in _continued(base, chart, table, subject):
        yield with_notes(subject.legible(slide), table, subject)


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
    kept = min(count, rows * _MOST_SLIDES)
    slides = -(-kept // rows)
    edges = [kept * part // slides for part in range(slides + 1)]
    hidden = count - kept
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
    return compose(subject.words.not_shown, n=figure)
