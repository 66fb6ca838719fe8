"""Raking: each margin in turn is brought to its targets until all hold at once.

Iterative proportional fitting (Deming and Stephan 1940), on cells. It changes the base weights as
little as can be in the Kullback-Leibler sense (Ireland and Kullback 1968).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from rundfrage.stats.weighting.calibration import Numbers, Solution

Array = npt.NDArray[Any]
_MOST = 1000


def rake(
    base: Numbers, levels: Sequence[Array], targets: Sequence[Numbers], tolerance: float
) -> Solution:
    """The ratios g with base * g meeting all margins.

    `base` has the shape (C,); for each margin `levels` holds the target that a cell belongs to,
    shape (C,), and `targets` the sums of weights, shape (targets,). Ends when no target is missed
    by more than `tolerance` of the sum of weights, or after 1000 rounds.
    """
    whole = base.sum()
    weights = base / whole
    shares = [one / whole for one in targets]
    trail: list[float] = []
    for _ in range(_MOST):
        deviation = 0.0
        for level, share in zip(levels, shares, strict=True):
            there = np.bincount(level, weights, len(share))
            deviation = max(deviation, float(np.abs(there - share).max()))
            factor = np.divide(share, there, out=np.zeros(len(share)), where=there > 0)
            weights = weights * factor[level]
        trail.append(deviation)
        if deviation <= tolerance:
            return Solution(weights * whole / base, tuple(trail), met=True)
    return Solution(weights * whole / base, tuple(trail), met=False)
