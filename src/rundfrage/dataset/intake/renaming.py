"""Columns of a file found under the names that a codebook gives them.

Other software writes `q4[info]`, `q4_info` or `q4[SQ1]. How …?` for what the codebook calls
`q4.info`, and a ranking as one column a rank where the codebook has one variable an item.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rundfrage.codebook import Battery, Codebook, Missing
from rundfrage.codebook.shapes import RANKS
from rundfrage.dataset.cells import BLANK_ROW, REASONS, TOKENS, Cells, clean
from rundfrage.dataset.flat import flat_columns
from rundfrage.dataset.intake.layout import Heading, Part
from rundfrage.dataset.intake.scales import folded

_BESIDE = frozenset([Part.OTHER, Part.COMMENT])
"""What stands beside the answers to a question and is none of them."""


def renamed(
    codebook: Codebook, headings: Sequence[Heading], columns: Sequence[Cells]
) -> list[Cells]:
    """The columns, each under the codebook's name for it if there is one."""
    names = {flat.name.casefold(): flat.name for flat in flat_columns(codebook)}
    found: list[Cells] = []
    for heading, cells in zip(headings, columns, strict=True):
        dotted = f"{heading.group}.{heading.item}"
        told = [cells.name, heading.name, dotted]
        if heading.part not in _BESIDE:
            told.append(heading.group)
        known = [names[name.casefold()] for name in told if name.casefold() in names]
        found.append(Cells(known[0] if known else cells.name, cells.distinct, cells.index))
    taken = {cells.name for cells in found}
    for battery in codebook.batteries:
        if battery.shape == RANKS and not taken.intersection(battery.members):
            ranks = [
                cells
                for heading, cells in zip(headings, columns, strict=True)
                if heading.group.casefold() == battery.name.casefold()
            ]
            found += _items(codebook, battery, ranks)
    return found


def _items(codebook: Codebook, battery: Battery, ranks: Sequence[Cells]) -> list[Cells]:
    """A column of ranks for each item, made of a column of items for each rank."""
    if not ranks:
        return []
    blank = TOKENS[Missing.LEFT_BLANK]
    columns = []
    for member in battery.members:
        variable = codebook[member]
        words = {folded(member.removeprefix(f"{battery.name}."))}
        words |= {folded(words) for _, words in variable.item.versions}
        index = np.zeros(len(ranks[0].index), np.int32)
        for rank, cells in enumerate(ranks, 1):
            here = np.array([folded(cell) in words for cell in cells.distinct] or [False])
            index[here[cells.index]] = rank
        columns.append((member, index))
    # Whoever ranked nothing may have said why, in the first column.
    why = ranks[0]
    reasons = [clean(cell) if clean(cell) in REASONS else BLANK_ROW for cell in why.distinct]
    ranked = np.any([index > 0 for _, index in columns], axis=0)
    distinct = (blank, *map(str, range(1, len(ranks) + 1)), *reasons)
    return [
        Cells(
            member, distinct, np.where(ranked, index, why.index + len(ranks) + 1).astype(np.int32)
        )
        for member, index in columns
    ]
