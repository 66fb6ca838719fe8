"""Whole numbers of answers that print as given figures.

How many of m respondents choose each category so that the mean prints as 2,07 and the top-2 share
as 62 %, and the distribution still looks like one that people would give? It is a small integer
programme: least absolute deviation from a plausible shape, subject to the printed figures. The
solver (HiGHS through SciPy) also proves that no answers can meet a target.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True)
class Band:
    """A printed figure as a constraint: low <= coefficients · counts <= high, in whole numbers."""

    name: str
    coefficients: tuple[int, ...]
    low: int
    high: int


def percent_band(name: str, members: Sequence[int], k: int, percent: int, m: int) -> Band:
    """The counts of `members` (positions among k categories) that print as `percent` of m.

    A share prints half up: 62 % stands for 61.5 <= share < 62.5.
    """
    low = ceil(Fraction(2 * percent - 1, 200) * m)
    high = ceil(Fraction(2 * percent + 1, 200) * m) - 1
    chosen = frozenset(members)
    return Band(name, tuple(int(place in chosen) for place in range(k)), max(low, 0), min(high, m))


def mean_band(name: str, codes: Sequence[int], mean: Decimal, m: int) -> Band:
    """The sums of codes over m answers whose mean prints as `mean`, half up at its decimals."""
    half = Fraction(1, 2) / 10 ** max(-int(mean.as_tuple().exponent), 0)
    low = ceil((Fraction(mean) - half) * m)
    high = ceil((Fraction(mean) + half) * m) - 1
    return Band(name, tuple(codes), low, high)


def fit(shape: npt.NDArray[np.float64], m: int, bands: Sequence[Band]) -> list[int] | None:
    """Counts that add up to m, lie in every band, and are nearest to m times `shape`.

    `shape` has the shape (k,) and adds up to 1. None if there are no such counts.
    """
    # SciPy takes half a second to import, and only a simulation with targets needs it.
    from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415

    k = len(shape)
    wanted = shape * m
    # Variables: the k counts, then the k absolute deviations that are minimised.
    rows = [np.concatenate([np.ones(k), np.zeros(k)])]
    low, high = [float(m)], [float(m)]
    for band in bands:
        if band.low > band.high:
            return None
        rows.append(np.concatenate([np.array(band.coefficients, float), np.zeros(k)]))
        low.append(float(band.low))
        high.append(float(band.high))
    identity = np.eye(k)
    above = np.hstack([identity, -identity])
    below = np.hstack([-identity, -identity])
    constraints = [
        LinearConstraint(np.vstack(rows), low, high),
        LinearConstraint(above, -np.inf, wanted),
        LinearConstraint(below, -np.inf, -wanted),
    ]
    # Deviations weigh less where the shape expects many: a chi-square-like distance.
    cost = np.concatenate([np.zeros(k), 1 / np.sqrt(np.maximum(wanted, 1.0))])
    result = milp(
        cost,
        constraints=constraints,
        integrality=np.concatenate([np.ones(k), np.zeros(k)]),
        bounds=Bounds(0, np.concatenate([np.full(k, float(m)), np.full(k, np.inf)])),
    )
    if result.x is None:
        return None
    return [round(value) for value in result.x[:k]]


def reach(k: int, m: int, bands: Sequence[Band], sum_of: Sequence[int]) -> tuple[int, int] | None:
    """The least and the largest sum of `sum_of` · counts under the bands, or None if none fit."""
    from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415 - as in fit

    rows = np.vstack([np.ones(k), *(np.array(band.coefficients, float) for band in bands)])
    low = np.array([m, *(band.low for band in bands)], float)
    high = np.array([m, *(band.high for band in bands)], float)
    ends: list[int] = []
    for sign in (1, -1):
        result = milp(
            sign * np.array(sum_of, float),
            constraints=LinearConstraint(rows, low, high),
            integrality=np.ones(k),
            bounds=Bounds(0, float(m)),
        )
        if result.x is None:
            return None
        ends.append(round(sign * result.fun))
    return ends[0], ends[1]


def scale_shape(k: int, mean: float, spread: float = 1.0) -> npt.NDArray[np.float64]:
    """A plausible distribution over the steps 1 to k of a scale around a mean; shape (k,).

    A normal curve over the steps, centred so that its mean is the wanted one.
    """
    steps = np.arange(1, k + 1, dtype=np.float64)
    mean = float(np.clip(mean, 1.05, k - 0.05)) if k > 1 else 1.0
    low, high = 1 - 6.0 * k, 7.0 * k
    weights: npt.NDArray[np.float64] = np.ones(k)
    for _ in range(60):
        centre = (low + high) / 2
        logs = -(((steps - centre) / spread) ** 2) / 2
        weights = np.exp(logs - logs.max())
        weights /= weights.sum()
        if weights @ steps < mean:
            low = centre
        else:
            high = centre
    return weights


def integer_shares(shape: npt.NDArray[np.float64], m: int) -> list[int]:
    """Share m out by `shape` in whole numbers, by largest remainder."""
    exact = shape * m
    counts = [floor(value) for value in exact]
    order = np.argsort(-(exact - np.floor(exact)), kind="stable")
    for place in order[: m - sum(counts)]:
        counts[place] += 1
    return counts
