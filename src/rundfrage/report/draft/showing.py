"""How a draft shows a question: once, in its best form, or gathered with others on one page."""

from __future__ import annotations

from enum import StrEnum

from rundfrage.codebook import shapes
from rundfrage.report.bind import answered
from rundfrage.report.charts.rows import LAST, category_rows, item_label, net_rows, row_label
from rundfrage.report.claims import Evidence
from rundfrage.report.quotes import Release
from rundfrage.report.section.drafting import Drafting
from rundfrage.tables.table import Block, Table

_FEW = 30
"""Fewer than so many answers make no slide where most were not asked, or didn't answer."""
_FITTING, _FITTING_WIDE = 10, 6
"""A slide holds so many answers or items, and so many if one has more letters than `_WIDE`."""
_WIDE = 80
_MORE = 2
"""For so few beside those that fit no list is cut."""


class Showing(StrEnum):
    """What a draft makes of a question."""

    CHART = "chart"
    FRONT = "front"
    """A chart of the answers in front: the list is too long for one slide."""
    FIGURE = "figure"
    """One number: there are but two answers."""
    QUOTES = "quotes"
    GATHERED = "gathered"
    """A line on the page of all that has nothing to show."""
    NOTHING = "nothing"
    """An "other, namely" field, which belongs to its question."""


def showing(table: Table, drafting: Drafting) -> Showing:
    """What the question gets in a draft."""
    evidence, release = drafting.evidence, drafting.release
    if table.shape.open:
        if _is_quoted(table, release):
            return Showing.QUOTES
        own = table.blocks[0].variable.of is None
        return Showing.GATHERED if own or table.name in release.questions else Showing.NOTHING
    if is_thin(table, evidence) or alike(table) is not None:
        return Showing.GATHERED
    block = table.blocks[0]
    if table.shape == shapes.CATEGORIES and _has_two(block):
        return Showing.FIGURE
    return Showing.FRONT if _is_long(table, evidence.language) else Showing.CHART


def fitting(table: Table, language: str) -> int:
    """How many answers or items one slide holds, by the length of their labels."""
    wide = any(len(label) > _WIDE for label in _labels(table, language))
    return _FITTING_WIDE if wide else _FITTING


def _is_long(table: Table, language: str) -> bool:
    """True if there are more answers or items without an order than one slide holds."""
    if table.shape not in (shapes.CATEGORIES, shapes.MARKS, shapes.RATINGS):
        return False
    return len(_labels(table, language)) > fitting(table, language) + _MORE


def _labels(table: Table, language: str) -> list[str]:
    block = table.blocks[0]
    if table.shape.items:
        return [item_label(one, table, language) for one in table.blocks]
    return [row_label(block.rows[row], language) for row in category_rows(block)]


def is_thin(table: Table, evidence: Evidence) -> bool:
    """True if few answered, or so few that nothing may be shown."""
    most = max(answered(block) or 0 for block in table.blocks)
    return not most or (most < _FEW and 2 * most < evidence.dataset.n)


def alike(table: Table) -> int | None:
    """The row of the one answer that everybody gave; None if there are several."""
    if len(table.blocks) > 1 or table.shape.several or not answered(table.blocks[0]):
        return None
    block = table.blocks[0]
    given = [
        row
        for row in category_rows(block)
        if (cell := block.cells[row][0]) is not None and cell.count
    ]
    return given[0] if len(given) == 1 else None


def _is_quoted(table: Table, release: Release) -> bool:
    quotes = release.questions.get(table.name)
    return quotes is not None and bool(answered(table.blocks[0]))


def _has_two(block: Block) -> bool:
    """True if there are two answers, of which one says all of the other."""
    rows = category_rows(block)
    roles = {block.rows[row].role for row in rows}
    return len(rows) == 2 and not roles & set(LAST) and not net_rows(block)
