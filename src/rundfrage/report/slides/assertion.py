"""What the data say on a question, in one line: the title of its chart and its summary."""

from __future__ import annotations

from collections.abc import Sequence

from rundfrage.report.bind import answered, statistics_of
from rundfrage.report.charts.ranking import by_rank
from rundfrage.report.charts.rows import (
    BOTTOM,
    LAST,
    TOP,
    by_mean,
    descending_rows,
    find_row,
    item_label,
    net_rows,
    row_label,
)
from rundfrage.report.deck import ChartForm, Claim, Figure
from rundfrage.report.fit import clip
from rundfrage.report.slides.subject import Subject, said
from rundfrage.report.words import Place, compose, listed, quoted
from rundfrage.tables.table import Block, Table, TableKind

_LABEL = 80
"""A label inside a sentence has at most so many characters."""
_TITLE = 110
"""A title that names several answers has at most so many; else it names fewer."""


def assertion(
    table: Table, subject: Subject, *, most: int = 2, form: ChartForm | None = None
) -> Claim | None:
    """The sentence without its full stop; None if there is nothing that may be said.

    `most` is how many items or answers it names. With a `form` it is the title of that chart.
    """
    claim = _assertion(table, subject, most, form)
    if form and claim and len(claim.text) > _TITLE and table.kind is TableKind.MULTIPLE:
        return _assertion(table, subject, 1, form)
    return claim


def _assertion(table: Table, subject: Subject, most: int, form: ChartForm | None) -> Claim | None:
    if not any(answered(block) for block in table.blocks):
        return None
    if table.kind is TableKind.GRID:
        return _grid_title(table, subject, form) if form else _grid(table, subject, most)
    if table.kind is TableKind.RANKING:
        return _ranking(table, subject)
    block = table.blocks[0]
    if table.kind is TableKind.NUMERIC:
        return _numeric(table, block, subject)
    if table.kind is TableKind.MULTIPLE:
        return _frequent(table, block, subject, subject.words.most_mentioned, most)
    if table.kind is TableKind.TEXT:
        return None
    return _net(table, block, subject) or _frequent(
        table, block, subject, subject.words.most_frequent, 1
    )


def short(label: str) -> str:
    """A label short enough to stand in a sentence."""
    return clip(label, _LABEL)


def members(block: Block, net: int, language: str) -> list[str]:
    """The labels of the categories that a net joins."""
    rows = (find_row(block, name) for name in block.rows[net].members)
    return [short(row_label(block.rows[row], language)) for row in rows if row is not None]


def carrying_net(table: Table, block: Block) -> int | None:
    """The net that says most: of a scale its larger end, of a single choice its first net."""
    if table.kind is TableKind.SINGLE:
        return next(iter(net_rows(block)), None)
    if table.kind is not TableKind.SCALE:
        return None
    ends = (find_row(block, TOP), find_row(block, BOTTOM))
    return max((row for row in ends if row is not None), key=lambda row: percent(block, row),
               default=None)  # fmt: skip


def percent(block: Block, row: int) -> int:
    """The printed percentage of a row; -1 if it has none."""
    cell = block.cells[row][0]
    return -1 if cell is None or cell.percent is None else cell.percent


def leaders(block: Block, most: int) -> list[int]:
    """The most frequent substantive answers, none of them with a share of nothing."""
    rows = [row for row in descending_rows(block) if block.rows[row].role not in LAST]
    cells = ((row, block.cells[row][0]) for row in rows)
    return [row for row, cell in cells if cell is not None and cell.percent][:most]


def _net(table: Table, block: Block, subject: Subject) -> Claim | None:
    net = carrying_net(table, block)
    if net is None:
        return None
    share = subject.press(table).share(block, net)
    if share is None:
        return None
    words = subject.words
    if table.kind is TableKind.SCALE:
        answers = said(members(block, net, subject.language), words)
        return compose(words.answer_net, share=share, answers=answers)
    label = short(row_label(block.rows[net], subject.language))
    return compose(words.net, label=_capital(label), share=share)


def _frequent(
    table: Table, block: Block, subject: Subject, wording: str, most: int
) -> Claim | None:
    press = subject.press(table)
    named = [
        _with(row_label(block.rows[row], subject.language), press.share(block, row), subject)
        for row in leaders(block, most)
    ]
    return compose(wording, list=listed(named, subject.words)) if named else None


def _grid(table: Table, subject: Subject, most: int) -> Claim | None:
    """The items in front and the last two, with their means."""
    words, ranked = subject.words, _ranked(table)
    if not ranked:
        return None
    claim = compose(words.leading, list=listed(_items(ranked[:most], table, subject), words))
    rest = ranked[most:][-2:]
    if not rest:
        return claim
    back = compose(words.trailing, list=listed(_items(rest, table, subject), words))
    return Claim((*claim.parts, "; ", *back.parts))


def _grid_title(table: Table, subject: Subject, form: ChartForm) -> Claim | None:
    """Which item is in front: with the last one over the stack, with the span over the means."""
    words, press, ranked = subject.words, subject.press(table), _ranked(table)
    if not ranked:
        return None
    first, last = ranked[0], ranked[-1]
    best, worst = press.statistic(first, "mean"), press.statistic(last, "mean")
    if best is None or worst is None:
        return None
    item = quoted(short(item_label(first, table, subject.language)), words)
    alone = compose(words.leading_item, item=item, mean=best)
    if best.text == worst.text:
        return alone
    if form is ChartForm.STACKED:
        other = quoted(short(item_label(last, table, subject.language)), words)
        both = compose(words.front_and_back, item=item, mean=best, other=other, worst=worst)
        return alone if len(both.text) > _TITLE else both
    return compose(words.span, best=best, worst=worst, item=item)


def _ranked(table: Table) -> list[Block]:
    return [block for block in by_mean(table) if statistics_of(block).mean is not None]


def _items(blocks: Sequence[Block], table: Table, subject: Subject) -> list[Place]:
    press = subject.press(table)
    return [
        _with(item_label(one, table, subject.language), press.statistic(one, "mean"), subject)
        for one in blocks
    ]


def _ranking(table: Table, subject: Subject) -> Claim | None:
    first = by_rank(table)[0]
    mean = subject.press(table).statistic(first, "mean")
    if mean is None:
        return None
    item = quoted(short(item_label(first, table, subject.language)), subject.words)
    return compose(subject.words.first_rank, item=item, mean=mean)


def _numeric(table: Table, block: Block, subject: Subject) -> Claim | None:
    press, words = subject.press(table), subject.words
    nps = press.statistic(block, "nps")
    if block.variable.nps and nps is not None:
        return compose(words.nps, nps=nps)
    mean, median = press.statistic(block, "mean"), press.statistic(block, "median")
    if mean is None:
        return None
    unit = block.variable.unit
    with_unit = [Claim((one, f"\u00a0{unit}" if unit else "")) for one in (mean, median) if one]
    if len(with_unit) == 1:
        return compose(words.mean, mean=with_unit[0])
    return compose(words.mean_median, mean=with_unit[0], median=with_unit[1])


def _with(label: str, figure: Figure | None, subject: Subject) -> Claim:
    """A label in quotation marks with its figure in brackets."""
    name = quoted(short(label), subject.words)
    if figure is None:
        return Claim((name,))
    bracketed = figure.text.startswith("[")
    return Claim((f"{name} ", figure) if bracketed else (f"{name} (", figure, ")"))


def _capital(label: str) -> str:
    return label[:1].upper() + label[1:]
