"""The Estimate: a value with its standard error, interval and degrees of freedom.

*Estimates* are several at once with their joint covariance, from which differences, contrasts and
tests are made.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, overload

import numpy as np
import numpy.typing as npt
from scipy.special import stdtrit

Array = npt.NDArray[Any]
Numbers = npt.NDArray[np.float64]
LEVEL = 0.95


@lru_cache(maxsize=4096)
def t_quantile(share: float, df: float) -> float:
    """The quantile of Student's t; the same few are wanted for every cell of a table."""
    return float(stdtrit(df, share))


@dataclass(frozen=True)
class Estimate:
    """One estimated number, in the unit of the variable (shares as fractions of 1).

    `se` is the standard error, `low` and `high` the ends of the interval at its level, `df` the
    design's degrees of freedom, `n` the respondents it rests on (those with a weight above zero),
    `deff` the design effect against a simple random sample with replacement of the same size, None
    where none is defined. `label` says of whom and of what, a word for each crossed column.
    """

    value: float
    se: float
    low: float
    high: float
    df: float
    n: int
    deff: float | None = None
    label: tuple[Any, ...] = ()


@dataclass(frozen=True, eq=False)
class Estimates(Sequence[Estimate]):
    """m estimates and how they vary together.

    `values`, `df`, `n` and `deff` (NaN where undefined) have the shape (m,), `covariance` (m, m);
    `labels` tell them apart. `joint_df` are the degrees of freedom of the whole, for differences.
    """

    values: Numbers
    covariance: Numbers
    df: Numbers
    n: npt.NDArray[np.int64]
    labels: tuple[tuple[Any, ...], ...]
    joint_df: float
    deff: Numbers
    level: float = LEVEL

    @cached_property
    def se(self) -> Numbers:
        """Standard errors: the roots of the covariance's diagonal, shape (m,)."""
        # A rounding below zero is a zero.
        return np.sqrt(np.maximum(np.diag(self.covariance), 0))

    def __len__(self) -> int:
        return len(self.values)

    @overload
    def __getitem__(self, place: int) -> Estimate: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Estimate, ...]: ...

    def __getitem__(self, place: int | slice) -> Estimate | tuple[Estimate, ...]:
        if isinstance(place, slice):
            return tuple(self[one] for one in range(*place.indices(len(self))))
        value, se = float(self.values[place]), float(self.se[place])
        df = float(self.df[place])
        reach = t_quantile((1 + self.level) / 2, df) * se if df > 0 else np.nan
        deff = float(self.deff[place])
        return Estimate(
            value,
            se,
            value - float(reach),
            value + float(reach),
            df,
            int(self.n[place]),
            None if np.isnan(deff) else deff,
            self.labels[place],
        )

    def of(self, *label: Any) -> Estimate:
        """The estimate of that label; raises KeyError if there is none."""
        if label not in self.labels:
            raise KeyError(label)
        return self[self.labels.index(label)]

    def contrasts(self, weights: Mapping[tuple[Any, ...], Sequence[float]]) -> Estimates:
        """Linear combinations c'theta with the variance c'Vc (Lumley 2010, section 2.2).

        Each label gets its weights, one for each estimate; R's `svycontrast`.
        """
        matrix = np.array([list(one) for one in weights.values()], float).reshape(-1, len(self))
        size = len(matrix)
        used = matrix != 0
        return Estimates(
            matrix @ self.values,
            matrix @ self.covariance @ matrix.T,
            np.full(size, self.joint_df),
            np.array([int(self.n[one].sum()) for one in used], np.int64),
            tuple(weights),
            self.joint_df,
            np.full(size, np.nan),
            self.level,
        )

    def difference(self, one: tuple[Any, ...], other: tuple[Any, ...]) -> Estimate:
        """The estimate labelled `one` less the one labelled `other`, by their joint covariance."""
        weights = np.zeros(len(self))
        weights[self.labels.index(one)] += 1
        weights[self.labels.index(other)] -= 1
        return self.contrasts({(*one, "-", *other): tuple(weights)})[0]
