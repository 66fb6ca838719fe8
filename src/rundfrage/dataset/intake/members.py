"""One column of a group of columns: its heading, its cells, and how often each answer was given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rundfrage.dataset.cells import Cells
from rundfrage.dataset.intake.layout import Heading


@dataclass(frozen=True, eq=False)
class Member:
    """One column of a group, with its answers and how often each was given."""

    heading: Heading
    cells: Cells
    counts: Mapping[str, int]

    @staticmethod
    def of(heading: Heading, cells: Cells) -> Member:
        """The member that a column is."""
        return Member(heading, cells, cells.answers)


def total_of(members: Sequence[Member]) -> dict[str, int]:
    """How often each answer was given in all of these columns."""
    total: dict[str, int] = {}
    for member in members:
        for answer, count in member.counts.items():
            total[answer] = total.get(answer, 0) + count
    return total
