"""A question as rows of figures: answers, or items, by groups or by statistics."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rundfrage.errors import Problem, did_you_mean
from rundfrage.locales import message
from rundfrage.report.bind import Press, Statistic
from rundfrage.report.charts.groups import group_label, letters_of, of_group
from rundfrage.report.charts.rows import LAST, TOP, find_row, item_label, row_label
from rundfrage.report.deck import Claim, Figure
from rundfrage.report.section.subject import Subject
from rundfrage.tables.table import Block, RowRole, Table
from rundfrage.tables.words import word

_STATISTICS: tuple[Statistic, ...] = ("mean", "median", "nps")
_BASE = "n"
_NONE = "–"


@dataclass(frozen=True)
class TabledRow:
    """A row: its name in bindings, its cells (the stub first), and what it is sorted by."""

    name: str
    cells: tuple[Claim, ...]
    size: float | None = None
    last: bool = False
    """It stays at the end."""


@dataclass(frozen=True)
class Tabled:
    """Headings, the stub's first, and rows; `notes` are for the footer."""

    headings: tuple[str, ...]
    rows: tuple[TabledRow, ...]
    notes: tuple[Claim, ...] = ()

    def by_size(self) -> Tabled:
        """The largest first number first; "other", "none" and bases stay last."""
        return replace(
            self,
            rows=tuple(
                sorted(self.rows, key=lambda row: (row.last, 0 if row.last else -(row.size or 0)))
            ),
        )

    def across(self, most: int) -> Iterator[Tabled]:
        """The table with so many columns of numbers at most, the first in each part."""
        count = len(self.headings) - 1
        if count <= most:
            yield self
            return
        parts = -(-(count - 1) // (most - 1))
        edges = [2 + (count - 1) * at // parts for at in range(parts + 1)]
        for start, end in pairwise(edges):
            places = (0, 1, *range(start, end))
            yield replace(
                self,
                headings=tuple(self.headings[at] for at in places),
                rows=tuple(
                    replace(row, cells=tuple(row.cells[at] for at in places)) for row in self.rows
                ),
            )


def tabled(table: Table, show: str | None, subject: Subject, *, by: bool) -> Tabled:
    """The table of a question; `show` names what its cells are. Raises a Problem."""
    wanted = (show or "").replace(",", " ").split()
    if by and len(table.blocks) > 1:
        return _items_by_groups(table, wanted, subject)
    if by:
        return _answers_by_groups(table, wanted, subject)
    if len(table.blocks) > 1:
        return _items(table, wanted, subject)
    return _answers(table, wanted, subject)


def _names(block: Block) -> list[str]:
    """What can be shown of a block: its answers and nets, its statistics, and its base."""
    return [*(row.name for row in block.rows), *_STATISTICS, _BASE]


def _known(table: Table, wanted: Sequence[str]) -> None:
    names = _names(table.blocks[0])
    for one in wanted:
        if one not in names:
            raise Problem(
                "chart-form",
                found=message(
                    "{name} has no number called {wanted}.", name=table.name, wanted=one[:40]
                ),
                expected=message("one of {names}.", names=", ".join(names)),
                mend=did_you_mean(one[:40], names) or message("Correct the name."),
            )


def _figure(block: Block, name: str, press: Press, column: int = 0) -> Figure | None:
    row = find_row(block, name)
    if row is not None:
        return press.share(block, row, column)
    if name == _BASE:
        return press.count(block, "n", column)
    return press.statistic(block, _statistic(name), column)


def _statistic(name: str) -> Statistic:
    return next(one for one in _STATISTICS if one == name)


def _cell(figure: Figure | None, letters: Figure | None = None) -> Claim:
    if figure is None:
        return Claim((_NONE,))
    return Claim((figure,) if letters is None else (figure, " ", letters))


def _heading(block: Block, name: str, subject: Subject) -> str:
    words = subject.words
    row = find_row(block, name)
    if row is not None:
        return words("top-heading") if name == TOP else row_label(block.rows[row], subject.language)
    if name == "mean":
        return words("mean-heading")
    return name if name == _BASE else word(name, subject.language)


def _items(table: Table, wanted: Sequence[str], subject: Subject) -> Tabled:
    """A row an item, a column a statistic."""
    _known(table, wanted)
    press, first = subject.press(table), table.blocks[0]
    columns = list(wanted) or [
        name
        for name in (TOP, "mean", _BASE)
        if any(_figure(block, name, press) for block in table.blocks if name in _names(block))
    ]
    rows = []
    for block in table.blocks:
        figures = [_figure(block, name, press) for name in columns]
        label = Claim((item_label(block, table, subject.language),))
        size = figures[0].value if figures and figures[0] else None
        name = block.name.rpartition(".")[2]
        rows.append(TabledRow(name, (label, *map(_cell, figures)), size))
    headings = ("", *(_heading(first, name, subject) for name in columns))
    return Tabled(headings, tuple(rows))


def _answers(table: Table, wanted: Sequence[str], subject: Subject) -> Tabled:
    """A row an answer and a net, with its share; then statistics that are named."""
    _known(table, wanted)
    press, block = subject.press(table), table.blocks[0]
    intervals = [press.share_interval(block, at) for at in range(len(block.rows))]
    sure = any(intervals)
    rows = []
    for row, name in _rows(block, wanted):
        figure = _figure(block, name, press)
        cells = [_label(block, row, name, subject), _cell(figure)]
        cells += [_cell(None if row is None else intervals[row])] if sure else []
        rows.append(_tabled_row(block, row, name, tuple(cells), figure))
    share = subject.words("share")
    headings = ("", share, *([subject.words("interval-heading")] if sure else []))
    return Tabled(headings, tuple(rows))


def _answers_by_groups(table: Table, wanted: Sequence[str], subject: Subject) -> Tabled:
    """A row an answer, a column a group, and their bases below."""
    _known(table, wanted)
    block = table.blocks[0]
    rows = [*_rows(block, wanted)]
    if _BASE not in wanted:
        rows.append((None, _BASE))
    return _by_groups(
        table,
        [(block, row, name, _label(block, row, name, subject)) for row, name in rows],
        subject,
    )


def _items_by_groups(table: Table, wanted: Sequence[str], subject: Subject) -> Tabled:
    """A row an item, a column a group: one number of each."""
    _known(table, wanted)
    press = subject.press(table)
    usual = [one for one in ("mean", TOP) if _figure_or_none(table.blocks[0], one, press)]
    if len(wanted) > 1 or not (wanted or usual):
        raise Problem(
            "chart-form",
            found=message("{name} is a grid, and its table by groups shows several numbers.",
                          name=table.name),
            expected=message("one number of each item."),
            mend=message("Name one by show=, such as show=mean."),
        )  # fmt: skip
    name = (list(wanted) or usual)[0]
    cells = [
        (block, find_row(block, name), name, Claim((item_label(block, table, subject.language),)))
        for block in table.blocks
    ]
    found = _by_groups(table, cells, subject)
    named = [
        replace(row, name=block.name.rpartition(".")[2], last=False)
        for row, block in zip(found.rows, table.blocks, strict=True)
    ]
    stub = _heading(table.blocks[0], name, subject)
    return replace(found, headings=(stub, *found.headings[1:]), rows=tuple(named))


def _figure_or_none(block: Block, name: str, press: Press) -> Figure | None:
    return _figure(block, name, press) if name in _names(block) else None


def _by_groups(
    table: Table, cells: Sequence[tuple[Block, int | None, str, Claim]], subject: Subject
) -> Tabled:
    press = subject.press(table)
    columns = [
        place
        for place in range(len(table.columns))
        if any((ledger := block.bases[place]) and ledger.answered for block in table.blocks)
    ]
    rows, lettered = [], False
    for block, row, name, label in cells:
        figures = [of_group(table, _figure(block, name, press, at), at) for at in columns]
        letters = [
            None if name == _BASE else letters_of(table, block, row, name, at) for at in columns
        ]
        lettered = lettered or any(letters)
        filled = tuple(map(_cell, figures, letters))
        rows.append(_tabled_row(block, row, name, (label, *filled), figures[0]))
    note = (Claim((subject.words("letters-note"),)),) if lettered else ()
    headings = ("", *(group_label(table, at, subject.language) for at in columns))
    return Tabled(headings, tuple(rows), note)


def _rows(block: Block, wanted: Sequence[str]) -> Iterator[tuple[int | None, str]]:
    """The rows that are named, or all answers, with a scale's mean below them."""
    if wanted:
        yield from ((find_row(block, name), name) for name in wanted)
        return
    yield from ((at, row.name) for at, row in enumerate(block.rows) if row.role is not RowRole.NET)
    if block.statistics[0] and block.statistics[0].mean is not None:
        yield None, "mean"


def _label(block: Block, row: int | None, name: str, subject: Subject) -> Claim:
    if row is not None:
        return Claim((row_label(block.rows[row], subject.language),))
    return Claim((_heading(block, name, subject),))


def _tabled_row(
    block: Block, row: int | None, name: str, cells: tuple[Claim, ...], first: Figure | None
) -> TabledRow:
    last = row is None or block.rows[row].role in LAST
    return TabledRow(name, cells, first.value if first else None, last)
