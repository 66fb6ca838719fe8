"""Mean, spread and quantiles of a distribution given as values with their totals of weights.

All functions take the distinct values in ascending order, shape (m,), and for each its summed
weights, shape (m,); missing answers are no values and are left out before. They return None where
nothing can be said.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Sums = npt.NDArray[np.float64]
_TIE = 1e-12


def mean(values: Sums, weight: Sums) -> float | None:
    """The weighted mean, sum(w x) / sum(w); None if the weights sum to zero."""
    total = float(weight.sum())
    return float((values * weight).sum()) / total if total > 0 else None


def deviation(values: Sums, weight: Sums, contributing: npt.NDArray[Any]) -> float | None:
    """The standard deviation: sqrt(n / (n - 1) * sum(w (x - mean)^2) / sum(w)).

    n counts the respondents with a weight above zero (`contributing`, summed over values); without
    weights it is the usual deviation with the divisor n - 1, with weights that of `svyvar` in R's
    survey (Lumley 2010, section 2.2). None for fewer than two respondents.
    """
    count = int(contributing.sum())
    centre = mean(values, weight)
    if count < 2 or centre is None:  # noqa: PLR2004  (n - 1 must be above zero)
        return None
    spread = float((np.square(values - centre) * weight).sum()) / float(weight.sum())
    return float(np.sqrt(spread * count / (count - 1)))


def quantile(values: Sums, weight: Sums, share: float) -> float | None:
    """The smallest value whose cumulative weight reaches `share` of the whole (0 < share < 1).

    Where it is reached exactly, the mean of that value and the next: definition 2 of Hyndman and
    Fan (1996), in R `quantile(type = 2)` and `svyquantile(qrule = "hf2")`. For share = 1/2 and no
    weights it is the ordinary median. "Exactly" allows for a relative 1e-12, as sums of weights
    that ought to be equal may differ in their last digit. None if the weights sum to zero.
    """
    heavy = weight > 0
    values, weight = values[heavy], weight[heavy]
    if not len(values):
        return None
    reached = np.cumsum(weight)
    wanted = share * reached[-1]
    first = int(np.searchsorted(reached, wanted * (1 - _TIE)))
    if abs(reached[first] - wanted) <= _TIE * wanted and first + 1 < len(values):
        return float((values[first] + values[first + 1]) / 2)
    return float(values[first])
