"""Quantiles of a number with Woodruff's intervals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.stats import t as student

from rundfrage.stats.cells import Cells, collect, nobody_answered
from rundfrage.stats.design import Design
from rundfrage.stats.engine import Asked, Measure, moments
from rundfrage.stats.estimate import LEVEL, Estimate
from rundfrage.stats.frame import frame_of
from rundfrage.stats.intervals import Interval, share_interval
from rundfrage.stats.measures import quantile

Numbers = npt.NDArray[np.float64]


class QuantileRule(StrEnum):
    """Which value stands for a share that is reached exactly between two values.

    SCHOOL is the mean of the two (definition 2 of Hyndman and Fan 1996, R's `school` and `hf2`),
    MATH the lower one (definition 1, R's `math` and `hf1`).
    """

    SCHOOL = "school"
    MATH = "math"


def quantiles(
    design: Design,
    variable: str,
    shares: Sequence[float] = (0.25, 0.5, 0.75),
    *,
    by: Sequence[str] = (),
    rule: QuantileRule = QuantileRule.SCHOOL,
    interval: Interval = Interval.WALD,
    level: float = LEVEL,
) -> tuple[Estimate, ...]:
    """Quantiles in the variable's unit; labels (*domain, share), domains in the outer order.

    Woodruff (1952): the interval for the share of values at or below the quantile q, carried back
    through the distribution; the standard error is its length over 2 t. As R's `svyquantile` of
    version 4.1 and later (its older form is `oldsvyquantile`). An end outside 0 to 1 is NaN. A
    share counts as reached exactly within a relative 1e-12, where R compares the last bit.
    """
    weights = () if design.weight is None else (design.weight,)
    found = moments(design.source, Asked(cells=(*by, variable), weights=weights))
    frame = frame_of(found)
    if not frame.size:
        raise nobody_answered((*by, variable))
    counted = frame.spread(found.sums[0])[..., 0]
    places = [place for place in np.ndindex(counted.shape[:-1]) if counted[place].any()]
    values = frame.values[-1].astype(float)
    inside = [_Distribution(values, counted[place], rule) for place in places]
    columns = []
    for share in shares:
        points = [one.at(share) for one in inside]
        limits = list(dict.fromkeys(points))
        below = collect(design, by, [Measure(variable, most=one) for one in limits])
        columns.append(
            [
                _woodruff(
                    _Reached(below, place, 1 + limits.index(point)),
                    one,
                    share,
                    interval=interval,
                    level=level,
                )
                for place, one, point in zip(places, inside, points, strict=True)
            ]
        )
    return tuple(one for row in zip(*columns, strict=True) for one in row)


@dataclass(frozen=True, eq=False)
class _Distribution:
    """Ascending values with their weights, each of the shape (m,)."""

    values: Numbers
    weights: Numbers
    rule: QuantileRule

    def at(self, share: float) -> float:
        """The quantile; the smallest value for 0, the largest for 1."""
        heavy = self.weights > 0
        values, weights = self.values[heavy], self.weights[heavy]
        if share <= 0 or share >= 1:
            return float(values[0] if share <= 0 else values[-1])
        if self.rule is QuantileRule.MATH:
            reached = np.cumsum(weights)
            return float(values[np.searchsorted(reached, share * reached[-1] * (1 - 1e-12))])
        return float(quantile(values, weights, share) or 0.0)


@dataclass(frozen=True, eq=False)
class _Reached:
    """The share at or below a quantile: a column of measures in the cell of one domain."""

    cells: Cells
    place: tuple[int, ...]
    column: int

    def estimate(self, label: tuple[Any, ...]) -> Estimate:
        """That share with its standard error; its interval is not looked at."""

        def statistic(sums: Any) -> Any:  # noqa: ANN401
            cell = sums[(..., *self.place, slice(None))]
            return (cell[..., self.column] / cell[..., 0])[..., None]

        value, covariance = self.cells.covariance(statistic)
        mask = np.zeros(self.cells.n.shape, bool)
        mask[self.place or ...] = True
        se = float(np.sqrt(max(covariance[0, 0], 0)))
        n = int(self.cells.n[self.place])
        return Estimate(float(value[0]), se, np.nan, np.nan, self.cells.df(mask), n, None, label)


def _woodruff(
    reached: _Reached,
    inside: _Distribution,
    share: float,
    *,
    interval: Interval,
    level: float,
) -> Estimate:
    levels = reached.cells.levels
    label = (*(levels[axis][one] for axis, one in enumerate(reached.place)), share)
    inner = reached.estimate(label)
    low, high = (
        inside.at(one) if 0 <= one <= 1 else np.nan
        for one in share_interval(inner, interval, level=level)
    )
    t = float(student.ppf((1 + level) / 2, inner.df)) if inner.df > 0 else np.nan
    point = inside.at(share)
    return replace(inner, value=point, se=(high - low) / (2 * t), low=low, high=high)
