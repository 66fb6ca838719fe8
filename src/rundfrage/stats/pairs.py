"""Two ratios at once, whatever they share: the same people, overlapping groups, or nobody."""

from __future__ import annotations

from typing import Any

import numpy as np

from rundfrage.stats.cells import collect
from rundfrage.stats.design import Design
from rundfrage.stats.engine import Measure
from rundfrage.stats.estimate import LEVEL, Estimates
from rundfrage.stats.estimating import estimates_of

FIRST, SECOND = ("first",), ("second",)
"""The labels of the two."""

Ratio = tuple[str, str]
"""The columns of a numerator and a denominator."""


def ratio_pair(design: Design, first: Ratio, second: Ratio, *, level: float = LEVEL) -> Estimates:
    """sum(w y) / sum(w x) of both, with their joint covariance (Särndal et al. 1992, eq. 5.6.11).

    A share or mean of a group is a ratio whose columns are 0 outside of it, so that shares of two
    groups, of two answers of the same people, or of overlapping groups are all compared alike.
    Those who lack a column are left out; give no value to whoever counts in neither, so that the
    degrees of freedom are those of the units that hold either group.
    """
    cells = collect(design, (), [Measure(one) for one in (*first, *second)])

    def statistic(sums: Any) -> Any:  # noqa: ANN401  (real or complex, any batch)
        return np.stack([sums[..., 1] / sums[..., 2], sums[..., 3] / sums[..., 4]], axis=-1)

    return estimates_of(cells, statistic, (FIRST, SECOND), 0, level=level, repeated=2)
