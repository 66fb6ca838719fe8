"""Columns that say once more what a column before them says: "Sex", and "Sex value".

Their heading is that of the column before with a word behind it that says so, and all their cells
are the same.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from rundfrage.codebook import Use
from rundfrage.dataset.cells import Cells
from rundfrage.dataset.intake.layout import Heading, Layout, Part
from rundfrage.dataset.words.rows import SAID_AGAIN, plain
from rundfrage.locales import message

_FEWEST_ANSWERS = 2
_FEWEST_TIMES = 3
"""So often each of so many answers is given; fewer may be the same by chance."""


def with_copies_aside(layout: Layout) -> Layout:
    """The layout in which such columns are set aside."""
    headings = list(layout.headings)
    columns = layout.sheet.columns
    first = 0
    for place in range(1, len(headings)):
        one, before = headings[place], headings[first]
        if _named_after(one, before) and _same(columns[place], columns[first]):
            why = message("It says again what {name} says.", name=before.name)
            headings[place] = replace(one, group="", use=Use.ASIDE, why=why)
        else:
            first = place
    return replace(layout, headings=headings)


def _named_after(one: Heading, before: Heading) -> bool:
    if one.use is not None or before.use is not None or before.group:
        return False
    if one.group not in {"", before.name}:
        return False
    if one.part is not Part.ANSWER or before.part is not Part.ANSWER or not before.name:
        return False
    ending = one.name.removeprefix(before.name)
    return len(ending) < len(one.name) and plain(ending) in SAID_AGAIN and not ending[0].isalnum()


def _same(one: Cells, other: Cells) -> bool:
    """True if all cells are the same, and so many of several answers that it is no chance."""
    often = sum(count >= _FEWEST_TIMES for count in one.answers.values())
    enough = often >= _FEWEST_ANSWERS
    return enough and one.distinct == other.distinct and np.array_equal(one.index, other.index)
