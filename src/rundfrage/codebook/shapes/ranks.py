"""Ranks: items put in order; each variable holds the item's rank, 1 the first."""

from __future__ import annotations

from collections.abc import Sequence

from rundfrage.codebook.shapes.shape import BatteryShape
from rundfrage.codebook.variable import Variable
from rundfrage.rules.bond import Bond, Order


class Ranks(BatteryShape):
    """Items put in order."""

    name = "ranking"
    ordered = True
    least_first = True

    def bond(self, members: Sequence[Variable], total: float | None) -> Bond:  # noqa: ARG002
        """Each rank is given once, and none without the one before it."""
        return Order()

    def values(self, members: Sequence[Variable]) -> tuple[float, ...]:
        """Every rank."""
        return tuple(float(rank) for rank in range(1, len(members) + 1))
