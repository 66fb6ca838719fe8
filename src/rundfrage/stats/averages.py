"""Means, totals and ratios of numbers, for everybody or by domains.

A *domain* is a part of the sample that was not sampled on its own (women, a region that is no
stratum); its units and strata without members still count (Lumley 2010, section 2.3).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from rundfrage.stats.cells import Cells, collect
from rundfrage.stats.design import Design, once
from rundfrage.stats.engine import Measure, centre
from rundfrage.stats.estimate import LEVEL, Estimates
from rundfrage.stats.estimating import Numbers, corrected, domain_labels, estimates_of


def means(
    design: Design, variable: str, *, by: Sequence[str] = (), level: float = LEVEL
) -> Estimates:
    """Means of a number in its unit: sum(w x) / sum(w) in each domain of the columns `by`.

    A ratio of totals, linearised with the scores w (x - mean) / sum(w) (Särndal, Swensson and
    Wretman 1992, eq. 5.7.4); R's `svymean` and `svyby`. Those without an answer are left out. The
    design effect is V / (s^2 / n), s^2 as in `variances` (R's `deff = "replace"`). One estimate
    a domain. Raises a Problem for unknown columns, for text, and if nobody answered.
    """
    key = ("means", variable, tuple(by), level)
    return once(design, key, lambda: _means(design, variable, by, level))


def _means(design: Design, variable: str, by: Sequence[str], level: float) -> Estimates:
    middle = centre(design.source, variable)
    cells = collect(design, by, [Measure(variable, middle)], beside=[Measure(variable, middle, 2)])

    def statistic(totals: Any) -> Any:  # noqa: ANN401
        return _flat(totals[..., 1] / totals[..., 0] + middle, len(by))

    return estimates_of(
        cells,
        statistic,
        domain_labels(cells, len(by)),
        len(by),
        level=level,
        simple=_variance(cells) / np.maximum(cells.n, 1),
    )


def totals(
    design: Design, variable: str | None = None, *, by: Sequence[str] = (), level: float = LEVEL
) -> Estimates:
    """Totals sum(w x) of a number, or of persons (sum(w)) without one, by domains.

    Horvitz and Thompson (1952); R's `svytotal`. The design effect is V / (N^2 s^2 / n) with N the
    summed weights. One estimate a domain, in the variable's unit.
    """
    if variable is None:
        cells = collect(design, by)
        return estimates_of(
            cells,
            lambda sums: _flat(sums[..., 0], len(by)),
            domain_labels(cells, len(by)),
            len(by),
            level=level,
        )
    middle = centre(design.source, variable)
    cells = collect(design, by, [Measure(variable, middle)], beside=[Measure(variable, middle, 2)])
    size = cells.totals[..., 0]
    return estimates_of(
        cells,
        lambda sums: _flat(sums[..., 1] + middle * sums[..., 0], len(by)),
        domain_labels(cells, len(by)),
        len(by),
        level=level,
        simple=_variance(cells) * size**2 / np.maximum(cells.n, 1),
    )


def ratios(
    design: Design,
    numerator: str,
    denominator: str,
    *,
    by: Sequence[str] = (),
    level: float = LEVEL,
) -> Estimates:
    """Ratios of two totals, sum(w y) / sum(w x), by domains; R's `svyratio`.

    Scores w (y - R x) / sum(w x) (Särndal et al. 1992, eq. 5.6.11). Those who lack one of the two
    are left out.
    """
    cells = collect(design, by, [Measure(numerator), Measure(denominator)])
    return estimates_of(
        cells,
        lambda sums: _flat(sums[..., 1] / sums[..., 2], len(by)),
        domain_labels(cells, len(by)),
        len(by),
        level=level,
    )


def variances(
    design: Design, variable: str, *, by: Sequence[str] = (), level: float = LEVEL
) -> Estimates:
    """Population variances n / (n - 1) * sum(w (x - mean)^2) / sum(w), by domains.

    n counts respondents with a weight above zero; R's `svyvar` (Lumley 2010, section 2.2). In the
    square of the variable's unit.
    """
    middle = float(means(design, variable, by=by).values.mean())
    cells = collect(design, by, [Measure(variable, middle), Measure(variable, middle, 2)])
    factor = corrected(cells.n)

    def statistic(sums: Any) -> Any:  # noqa: ANN401
        mean = sums[..., 1] / sums[..., 0]
        return _flat((sums[..., 2] / sums[..., 0] - mean * mean) * factor, len(by))

    return estimates_of(cells, statistic, domain_labels(cells, len(by)), len(by), level=level)


def _variance(cells: Cells) -> Numbers:
    with np.errstate(divide="ignore", invalid="ignore"):
        mean = cells.totals[..., 1] / cells.totals[..., 0]
        spread = cells.beside[..., 0] / cells.totals[..., 0] - mean**2
        return np.asarray(spread * corrected(cells.n))


def _flat(values: Any, crossed: int) -> Any:  # noqa: ANN401  (real or complex, any batch)
    """The last `crossed` axes as one."""
    return values.reshape(*values.shape[: values.ndim - crossed], -1)
