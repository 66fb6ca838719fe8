"""Columns that say once more what the column before them says: "Sex", and "Sex value".

Their heading is that of the column before with a word behind it, and all their cells are the same.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from rundfrage.codebook import Use
from rundfrage.dataset.cells import Cells
from rundfrage.dataset.intake.layout import Heading, Layout, Part
from rundfrage.locales import message

_FEWEST = 4
_LONGEST = 20
"""A longer ending is an item's wording."""


def with_copies_aside(layout: Layout) -> Layout:
    """The layout in which such columns are set aside."""
    headings = list(layout.headings)
    columns = layout.sheet.columns
    for place in range(1, len(headings)):
        one, before = headings[place], headings[place - 1]
        if _named_after(one, before) and _same(columns[place], columns[place - 1]):
            why = message("It says again what {name} says.", name=before.name)
            headings[place] = replace(one, group="", use=Use.ASIDE, why=why)
    return replace(layout, headings=headings)


def _named_after(one: Heading, before: Heading) -> bool:
    if one.use is not None or before.use is not None or before.group:
        return False
    if one.group not in {"", before.name}:
        return False
    ending = one.name.removeprefix(before.name)
    return (
        bool(before.name)
        and one.part is before.part is Part.ANSWER
        and 1 < len(ending) < min(len(one.name), _LONGEST)
        and not ending[0].isalnum()
        and any(map(str.isalpha, ending))
    )


def _same(one: Cells, other: Cells) -> bool:
    """True if all cells are the same, and not all of them alike."""
    enough = len(one.index) >= _FEWEST and len(one.distinct) > 1
    return enough and one.distinct == other.distinct and np.array_equal(one.index, other.index)
