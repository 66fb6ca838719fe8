"""Calibration: the weights nearest to the base weights that meet the targets, within bounds.

Deville and Särndal (1992): find g = F(x'lambda) with sum d g x = t. The distance chosen decides F:
linear 1 + u (the generalised regression estimator), raking exp(u), logit between two bounds. With
bounds, linear and raking are cut off there, as R's `survey` does. lambda is the minimum of the
convex dual sum d H(x'lambda) - t'lambda with H' = F; a Newton step with line search finds it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse

Numbers = npt.NDArray[np.float64]
Bounds = tuple[float, float]
_MOST = 200
_PATIENCE = 30
"""Steps in which the largest deviation has to halve; otherwise there is nothing to be found."""
_RIDGE = 1e-9
_HALVINGS = 60
_SLOPE = 1e-4
_STEEPEST = 700.0
"""exp(700) is near the largest float."""


@dataclass(frozen=True)
class Distance:
    """F, its derivative and its integral, each of an array u of the shape (C,)."""

    ratio: Callable[[Numbers], Numbers]
    slope: Callable[[Numbers], Numbers]
    integral: Callable[[Numbers], Numbers]


def linear(bounds: Bounds | None) -> Distance:
    """F(u) = 1 + u, cut off at the bounds (Deville and Särndal 1992, cases 1 and 7)."""
    low, high = bounds or (-np.inf, np.inf)

    def integral(u: Numbers) -> Numbers:
        inside = np.clip(u, low - 1, high - 1)
        return inside + inside * inside / 2 + _beyond(u, inside, 1 + inside)

    return Distance(
        lambda u: np.clip(1 + u, low, high),
        lambda u: ((1 + u > low) & (1 + u < high)).astype(float),
        integral,
    )


def raking(bounds: Bounds | None) -> Distance:
    """F(u) = exp(u), cut off at the bounds (case 2; bounded as in R's `survey`)."""
    low, high = bounds or (0.0, np.inf)
    least = np.log(low) if low > 0 else -np.inf
    most = min(np.log(high), _STEEPEST)

    def integral(u: Numbers) -> Numbers:
        inside = np.clip(u, least, most)
        ratio = np.exp(inside)
        return ratio - 1 + _beyond(u, inside, ratio)

    return Distance(
        lambda u: np.exp(np.clip(u, least, most)),
        lambda u: np.where((u > least) & (u < most), np.exp(np.clip(u, least, most)), 0.0),
        integral,
    )


def logit(bounds: Bounds) -> Distance:
    """F runs from `low` to `high` along a logistic curve with F(0) = 1 (case 6, equation 2.9)."""
    low, high = bounds
    steepness = (high - low) / ((high - 1) * (1 - low))

    def part(u: Numbers) -> Numbers:
        """How far up the curve u stands, between 0 and 1."""
        odds = np.log((1 - low) / (high - 1)) + steepness * u
        found: Numbers = 1 / (1 + np.exp(-np.clip(odds, -_STEEPEST, _STEEPEST)))
        return found

    def integral(u: Numbers) -> Numbers:
        odds = np.log((1 - low) / (high - 1)) + steepness * u
        found: Numbers = low * u + (high - low) / steepness * np.logaddexp(0, odds)
        return found

    return Distance(
        lambda u: low + (high - low) * part(u),
        lambda u: (high - low) * steepness * part(u) * (1 - part(u)),
        integral,
    )


def _beyond(u: Numbers, inside: Numbers, ratio: Numbers) -> Numbers:
    """The integral past the bounds, where F stays as it is there."""
    past = u - inside
    return np.where(past == 0, 0.0, past * ratio)


@dataclass(frozen=True, eq=False)
class Solution:
    """The ratios g of the cells, shape (C,), and how the search went.

    `trail` holds the largest deviation from a target after each step, as a share of all weight.
    """

    ratios: Numbers
    trail: tuple[float, ...]
    met: bool


def calibrate(
    base: Numbers, belongs: sparse.csr_array, targets: Numbers, distance: Distance, tolerance: float
) -> Solution:
    """The ratios g with base * g meeting the targets.

    `base` has the shape (C,), `belongs` (C, K) holds a 1 where a cell is of a target's category,
    `targets` (K,) are sums of weights. The search ends when no target is missed by more than
    `tolerance` of the sum of weights.
    """
    whole = base.sum()
    weights, wanted = base / whole, targets / whole
    multipliers = np.zeros(len(wanted))
    reach = belongs @ multipliers
    trail: list[float] = []
    for _ in range(_MOST):
        misfit = belongs.T @ (weights * distance.ratio(reach)) - wanted
        trail.append(float(np.abs(misfit).max()))
        if trail[-1] <= tolerance:
            return Solution(distance.ratio(reach), tuple(trail), met=True)
        if len(trail) > _PATIENCE and trail[-1] > trail[-1 - _PATIENCE] / 2:
            break
        curve = sparse.diags_array(weights * distance.slope(reach))
        second = (belongs.T @ curve @ belongs).toarray()
        ridge = _RIDGE * max(float(np.diag(second).max()), _RIDGE)
        step = -np.linalg.solve(second + ridge * np.eye(len(second)), misfit)
        length = _length(weights, belongs, wanted, distance, multipliers, step, misfit @ step)
        if length == 0:
            break
        multipliers = multipliers + length * step
        reach = belongs @ multipliers
    return Solution(distance.ratio(reach), tuple(trail), met=False)


def _length(
    weights: Numbers,
    belongs: sparse.csr_array,
    wanted: Numbers,
    distance: Distance,
    multipliers: Numbers,
    step: Numbers,
    descent: float,
) -> float:
    """How much of the step to take so that the dual falls (Armijo), 0 if it no longer does."""

    def dual(at: Numbers) -> float:
        return float(weights @ distance.integral(belongs @ at) - wanted @ at)

    here = dual(multipliers)
    noise = 1e-14 * max(abs(here), 1.0)
    length = 1.0
    for _ in range(_HALVINGS):
        there = dual(multipliers + length * step)
        if np.isfinite(there) and there <= here + _SLOPE * length * descent + noise:
            return length
        length /= 2
    return 0.0
