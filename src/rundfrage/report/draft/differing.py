"""The largest difference between a group and all others that chance doesn't account for.

Every share is looked at in every group that the answers to a single choice make, so the level of
five per cent is divided by the number of looks (Bonferroni; Dunn 1961): of data in which nothing
differs, at most one survey in twenty is said to have a difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from rundfrage.codebook import Sample, shapes
from rundfrage.codebook.bands import has_bands
from rundfrage.dataset import Values
from rundfrage.errors import Problem
from rundfrage.report.charts.rows import LAST, TOP, category_rows, find_row, is_worded, net_rows
from rundfrage.report.claims import Binding, Evidence
from rundfrage.report.claims.quantity import Measure, Quantity
from rundfrage.report.claims.standing import row_path
from rundfrage.report.claims.testing import LEVEL, chance
from rundfrage.report.claims.wordings.differences import probability
from rundfrage.report.deck import Figure
from rundfrage.report.draft.assertion import has_ends
from rundfrage.report.section.drafting import Drafting
from rundfrage.report.section.subject import kicker
from rundfrage.tables.answers import answered, of_row
from rundfrage.tables.table import Block, Disclosure, Table

_FEWEST = 30
"""So many of the group, and of the others, answered."""
_MOST_GROUPS = 12
_TRIES = 20
_NAME = re.compile(r"[A-Za-z_]\w*")
_ANSWER = re.compile(r"[A-Za-z_][\w-]*")

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Difference:
    """A share that more of a group gave than of all others."""

    table: Table
    block: Block
    row: int
    groups: Table
    answer: str
    """The answer to `groups` that makes the group."""

    @property
    def inside(self) -> Binding:
        """The share within the group."""
        return Binding(self._path, f"{self.groups.name}={self.answer}")

    @property
    def outside(self) -> Binding:
        """The share of all others."""
        return Binding(self._path, f"not {self.groups.name}={self.answer}")

    @property
    def group(self) -> Binding:
        """The answer that makes the group."""
        return Binding(row_path(self.groups.blocks[0], self.answer))

    @property
    def _path(self) -> str:
        return row_path(self.block, self.block.rows[self.row].name)


@dataclass(frozen=True)
class _Group:
    table: Table
    answer: str
    members: Flags


@dataclass(frozen=True)
class _Look:
    """One share in one group: how much larger it is there, and by which chance."""

    found: Difference
    gap: float
    p: float


def largest_difference(drafting: Drafting) -> Difference | None:
    """The largest one that holds after all looks; None if there is none, or no test of it."""
    evidence = drafting.evidence
    undesigned = evidence.sampling is None
    if undesigned and evidence.dataset.codebook.study.sample is Sample.PROBABILITY:
        return None
    looks = list(_looks(drafting))
    upward = sorted((one for one in looks if one.gap > 0), key=lambda one: -one.gap)
    held = [one for one in upward if not undesigned or one.p * len(looks) < LEVEL]
    for one in held[:_TRIES]:
        if _holds(one.found, evidence, len(looks)):
            return one.found
    return None


def _holds(found: Difference, evidence: Evidence, looks: int) -> bool:
    """True if the numbers may be shown, and the design, where it is known, says the same."""
    try:
        first, second = evidence.quantity(found.inside), evidence.quantity(found.outside)
    except Problem:
        return False
    p = chance(first, second, evidence)
    if p is None:
        p = probability(first, second, same=False)
    return first.exact > second.exact and p * looks < LEVEL


def _looks(drafting: Drafting) -> Iterator[_Look]:
    evidence, dataset = drafting.evidence, drafting.evidence.dataset
    groups = list(_groups(drafting))
    for table, block, row in _outcomes(drafting):
        base, given = answered(dataset, block), of_row(dataset, block, row)
        weights = _weights(table, evidence)
        for group in groups:
            if group.table.name == table.name:
                continue
            inside, outside = base & group.members, base & ~group.members
            if min(inside.sum(), outside.sum()) < _FEWEST:
                continue
            first, second = (_share(given, one, weights) for one in (inside, outside))
            found = Difference(table, block, row, group.table, group.answer)
            gap = float(first.exact - second.exact)
            yield _Look(found, gap, probability(first, second, same=False))


def _groups(drafting: Drafting) -> Iterator[_Group]:
    """The answers to single choices that a condition can name, of questions with few of them."""
    evidence = drafting.evidence
    for table in drafting.tables:
        block = table.blocks[0]
        banded = table.shape == shapes.STEPS and has_bands(block.variable)
        if not (banded or table.shape == shapes.CATEGORIES) or not _NAME.fullmatch(table.name):
            continue
        if not (is_worded(table, evidence.language) or kicker(table.name, evidence.words)):
            continue
        rows = [row for row in category_rows(block) if block.rows[row].role not in LAST]
        if len(rows) <= _MOST_GROUPS and table.name != "study":
            for row in rows:
                answer = block.rows[row].name
                if _ANSWER.fullmatch(answer):
                    members = of_row(evidence.dataset, block, row) > 0
                    yield _Group(table, answer, members)


def _outcomes(drafting: Drafting) -> Iterator[tuple[Table, Block, int]]:
    """What may differ: the upper end of each scale, nets, answers of which several are given."""
    for table in drafting.tables:
        for block in table.blocks:
            if block.disclosure[0] is not Disclosure.OPEN or 0 in block.withheld:
                continue
            if table.shape in (shapes.STEPS, shapes.RATINGS):
                row = find_row(block, TOP) if has_ends(block.variable) else None
                rows = [] if row is None else [row]
            elif table.shape == shapes.CATEGORIES:
                rows = net_rows(block)[:1]
            elif table.shape == shapes.MARKS:
                rows = [row for row in category_rows(block) if block.rows[row].role not in LAST]
            else:
                rows = []
            yield from ((table, block, row) for row in rows)


def _weights(table: Table, evidence: Evidence) -> npt.NDArray[np.float64]:
    column = None if table.weight is None else evidence.dataset.columns[table.weight]
    if not isinstance(column, Values):
        return np.ones(evidence.dataset.n)
    return np.where(column.answered, column.values, 0).astype(float)


def _share(
    given: npt.NDArray[np.float64], base: Flags, weights: npt.NDArray[np.float64]
) -> Quantity:
    """The share of those in the base, with Kish's effective base."""
    inside = weights[base]
    whole = inside.sum()
    share = float(given[base] @ inside / whole) if whole else 0.0
    effective = float(whole**2 / (inside @ inside)) if whole else 0.0
    return Quantity(
        Binding(""), Figure("", share, ""), Fraction(share), Measure.SHARE, effective=effective
    )
