"""Parts: numbers that add up to a whole, such as 100 points given to several items."""

from __future__ import annotations

from collections.abc import Sequence

from rundfrage.codebook.shapes.numbers import exact
from rundfrage.codebook.shapes.shape import BatteryShape
from rundfrage.codebook.variable import Variable
from rundfrage.rules.bond import Bond, Total


class Parts(BatteryShape):
    """Numbers that add up."""

    name = "sum"

    def bond(self, members: Sequence[Variable], total: float | None) -> Bond | None:  # noqa: ARG002
        """The numbers add up to the total, if it is known."""
        return None if total is None else Total(exact(total))
