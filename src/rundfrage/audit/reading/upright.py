"""Values in the middle of labels: below those of a line, or above those of upright bars."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rundfrage.audit.reading.piece import Piece, lines

_FEWEST = 2
_SLACK = 4.0
_NEAR = 2.5
"""A label above its value stands at most so many letter heights above it."""


def named(values: Sequence[Piece], labels: Sequence[Piece]) -> dict[int, Piece]:
    """The label right above each value, else below, by the identity of the value.

    The labels stand on one line, and each has one value that stands in its middle.
    """
    rows = [line for line in lines(labels, lambda one: one.top) if len(line) >= _FEWEST]
    found = _gathered(values, rows, above=True)
    rest = [one for one in values if id(one) not in found]
    return found | _gathered(rest, rows, above=False)


def _gathered(
    values: Sequence[Piece], rows: Sequence[Sequence[Piece]], *, above: bool
) -> dict[int, Piece]:
    groups: dict[int, list[Piece]] = {}
    for value in values:
        near = [at for at, row in enumerate(rows) if _is_beside(value, row[0], above=above)]
        if near:
            groups.setdefault(near[-1] if above else near[0], []).append(value)
    found: dict[int, Piece] = {}
    for at, group in groups.items():
        found |= _paired(group, rows[at])
    return found


def _is_beside(value: Piece, label: Piece, *, above: bool) -> bool:
    if above:
        return -_SLACK <= value.top - label.bottom <= _NEAR * value.size
    return value.bottom <= label.top + _SLACK


def _paired(values: Sequence[Piece], line: Sequence[Piece]) -> dict[int, Piece]:
    """The label of each value; none if they don't stand in the middle of one each."""
    middles = [(one.left + one.right) / 2 for one in line]
    reach = min(after - before for before, after in pairwise(middles)) / 4
    found: dict[int, Piece] = {}
    taken = set()
    for value in values:
        across = (value.left + value.right) / 2
        at = min(range(len(line)), key=lambda place: abs(middles[place] - across))
        if abs(middles[at] - across) > reach or at in taken:
            return {}
        taken.add(at)
        found[id(value)] = line[at]
    return found if len(found) >= _FEWEST else {}
