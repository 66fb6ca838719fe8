"""What stands out of a whole survey: its largest share, its smallest on a scale, its divided one.

Shares count that at least 30 people's answers make (30: the limit of small bases). An answer that
everybody gave is none among them: it tells of whom was asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from rundfrage.codebook import shapes
from rundfrage.codebook.bands import has_bands
from rundfrage.report.bind import TAKEN, answered
from rundfrage.report.charts.rows import BOTTOM, LAST, TOP, category_rows, find_row
from rundfrage.report.claims.evidence import Evidence
from rundfrage.report.claims.sentence import Binding
from rundfrage.tables.table import Block, Disclosure, Table

_SHARED = (shapes.CATEGORIES, shapes.STEPS, shapes.MARKS, shapes.RATINGS)
_SCALES = (shapes.STEPS, shapes.RATINGS)


@dataclass(frozen=True)
class Standing:
    """A share of everybody or of a subgroup, and where it is; `value` is what it is compared by."""

    table: Table
    block: Block
    row: int
    value: Fraction
    subgroup: str = ""

    @property
    def binding(self) -> Binding:
        """Its name."""
        return Binding(row_path(self.block, self.block.rows[self.row].name), self.subgroup)


def row_path(block: Block, row: str) -> str:
    """The path of a row's share."""
    name = block.name if block.name != "study" else "study.variable"
    return f"{name}.{row}.share" if row in TAKEN else f"{name}.{row}"


def shares(evidence: Evidence, subgroup: str = "") -> Iterator[Standing]:
    """Every share of an answer or a net, the largest first."""
    found = [
        Standing(table, block, row, share, subgroup)
        for table, block, column in _open(evidence, _SHARED, subgroup)
        for row, one in enumerate(block.rows)
        if one.role not in LAST and (share := share_of(table, block, row, column)) is not None
    ]
    yield from sorted(found, key=lambda one: -one.value)


def upper_ends(evidence: Evidence, subgroup: str = "") -> Iterator[Standing]:
    """The share of the two first steps of each scale, the smallest first."""
    ends = (one for one, _ in _ends(evidence, subgroup))
    yield from sorted(ends, key=lambda one: one.value)


def divided(evidence: Evidence, subgroup: str = "") -> Iterator[Standing]:
    """The same by the smaller of both ends of the scale, the largest of these first."""
    found = []
    for one, column in _ends(evidence, subgroup):
        other = find_row(one.block, BOTTOM)
        share = None if other is None else share_of(one.table, one.block, other, column)
        if share is not None:
            found.append(replace(one, value=min(one.value, share)))
    yield from sorted(found, key=lambda one: -one.value)


def share_of(table: Table, block: Block, row: int, column: int = 0) -> Fraction | None:
    """The share of a row, exact where nothing is weighted."""
    cell, count = block.cells[row][column], answered(block, column)
    if cell is None or cell.share is None or not count:
        return None
    return Fraction(cell.count, count) if table.weight is None else Fraction(cell.share)


def _ends(evidence: Evidence, subgroup: str) -> Iterator[tuple[Standing, int]]:
    """The upper ends of scales, each with the column of its table that it is found in.

    Several questions or items share the scale: one that stands alone may be a ladder of degrees,
    of which no end is the upper one.
    """
    found = list(_open(evidence, _SCALES, subgroup))
    shared = Counter(_steps(block) for _, block, _ in found)
    for table, block, column in found:
        alone = shared[_steps(block)] == 1 or has_bands(block.variable)
        row = None if alone else find_row(block, TOP)
        share = None if row is None else share_of(table, block, row, column)
        if row is not None and share is not None:
            yield Standing(table, block, row, share, subgroup), column


def _steps(block: Block) -> tuple[str, ...]:
    return tuple(one.label.source for one in block.variable.categories)


def _open(
    evidence: Evidence, kinds: tuple[shapes.Shape, ...], subgroup: str
) -> Iterator[tuple[Table, Block, int]]:
    """The blocks of these shapes that enough of the group answered, and not all alike."""
    for whole in evidence.tables:
        if whole.shape in kinds and whole.blocks:
            table, column = evidence.among(whole, subgroup)
            for block in table.blocks:
                shown = block.disclosure[column] is Disclosure.OPEN
                open_ = shown and column not in block.withheld
                if open_ and not _alike(block, column):
                    yield table, block, column


def _alike(block: Block, column: int) -> bool:
    cells = (block.cells[row][column] for row in category_rows(block))
    return any(cell is not None and cell.count == answered(block, column) for cell in cells)
