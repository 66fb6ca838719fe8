"""What stands out of a whole survey: its largest share, its smallest on a scale, its divided one.

Shares count that at least 30 people's answers make (30: the limit of small bases). An answer that
everybody gave is none among them: it tells of whom was asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
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
    """A share of everybody, and where it is found; `value` is what it is compared by."""

    table: Table
    block: Block
    row: int
    value: Fraction

    @property
    def binding(self) -> Binding:
        """Its name."""
        return Binding(row_path(self.block, self.block.rows[self.row].name))


def row_path(block: Block, row: str) -> str:
    """The path of a row's share."""
    name = block.name if block.name != "study" else "study.variable"
    return f"{name}.{row}.share" if row in TAKEN else f"{name}.{row}"


def shares(evidence: Evidence) -> Iterator[Standing]:
    """Every share of an answer or a net, the largest first."""
    found = [
        Standing(table, block, row, share)
        for table, block in _open(evidence, _SHARED)
        for row, one in enumerate(block.rows)
        if one.role not in LAST and (share := share_of(table, block, row)) is not None
    ]
    yield from sorted(found, key=lambda one: -one.value)


def upper_ends(evidence: Evidence) -> Iterator[Standing]:
    """The share of the two first steps of each scale, the smallest first."""
    yield from sorted(_ends(evidence), key=lambda one: one.value)


def divided(evidence: Evidence) -> Iterator[Standing]:
    """The same by the smaller of both ends of the scale, the largest of these first."""
    found = []
    for one in _ends(evidence):
        other = find_row(one.block, BOTTOM)
        share = None if other is None else share_of(one.table, one.block, other)
        if share is not None:
            found.append(Standing(one.table, one.block, one.row, min(one.value, share)))
    yield from sorted(found, key=lambda one: -one.value)


def share_of(table: Table, block: Block, row: int) -> Fraction | None:
    """The share of a row, exact where nothing is weighted."""
    cell, count = block.cells[row][0], answered(block)
    if cell is None or cell.share is None or not count:
        return None
    return Fraction(cell.count, count) if table.weight is None else Fraction(cell.share)


def _ends(evidence: Evidence) -> Iterator[Standing]:
    for table, block in _open(evidence, _SCALES):
        row = None if has_bands(block.variable) else find_row(block, TOP)
        share = None if row is None else share_of(table, block, row)
        if row is not None and share is not None:
            yield Standing(table, block, row, share)


def _open(evidence: Evidence, kinds: tuple[shapes.Shape, ...]) -> Iterator[tuple[Table, Block]]:
    """The blocks of these shapes that enough people answered, and not all alike."""
    for table in evidence.tables:
        if table.shape in kinds:
            for block in table.blocks:
                open_ = block.disclosure[0] is Disclosure.OPEN and 0 not in block.withheld
                if open_ and not _alike(block):
                    yield table, block


def _alike(block: Block) -> bool:
    cells = (block.cells[row][0] for row in category_rows(block))
    return any(cell is not None and cell.count == answered(block) for cell in cells)
