"""Intervals for a share that a design estimates: each of them named, none of them silent.

Wald's interval reaches below 0 and above 1 where shares are small; the others do not. All take
the quantile of Student's t with the design's degrees of freedom.
"""

from __future__ import annotations

from enum import StrEnum

import numpy as np
from scipy.stats import beta as beta_distribution

from rundfrage.stats.estimate import LEVEL, Estimate, t_quantile

NOISE, NOISE_OF_MEANS = 1e-7, 1e-10
"""A standard error below this part of a share, or of a mean, is rounding: no sample is so large.

Sums for means are taken from a middle of three digits, and lose so many fewer."""


class Interval(StrEnum):
    """How an interval for a share is made; R's `svyciprop(method = …)`.

    WALD is R's `mean`; LOGIT its `xlogit`, which `logit` approaches by iteration (they part in the
    ninth digit); ARCSINE its `asin`; BETA Korn and Graubard's (1998); WILSON is that of `svyciprop`
    since version 4.2.
    """

    WALD = "wald"
    LOGIT = "logit"
    ARCSINE = "arcsine"
    BETA = "beta"
    WILSON = "wilson"


def share_interval(
    estimate: Estimate, kind: Interval = Interval.LOGIT, *, level: float = LEVEL
) -> tuple[float, float]:
    """The interval of a share p between 0 and 1 with the standard error s and t = t(df).

    - WALD p ± t s.
    - LOGIT expit(logit p ± t s / (p (1 - p))) (Korn and Graubard 1999, section 2.6).
    - ARCSINE sin^2(asin sqrt(p) ± t s / (2 sqrt(p (1 - p)))).
    - BETA of Clopper and Pearson with n* = p (1 - p) / s^2 (t(n - 1) / t(df))^2 (Korn and
      Graubard 1998, eq. 2); n counts respondents.
    - WILSON with n* = p (1 - p) / s^2 (Wilson 1927; Franco et al. 2019, section 2.2).

    Where s is zero but for rounding (a share of 0 or 1, or one that a margin fixes) there is no
    spread to be seen, and the interval is (nan, nan), but for WALD, which is the share itself.
    """
    p, s = estimate.value, estimate.se
    if estimate.df <= 0:
        return (np.nan, np.nan)
    t = t_quantile((1 + level) / 2, estimate.df)
    if kind is Interval.WALD:
        return (p - t * s, p + t * s)
    if not 0 < p < 1 or s <= NOISE * p:
        return (np.nan, np.nan)
    match kind:
        case Interval.LOGIT:
            centre, reach = np.log(p / (1 - p)), t * s / (p * (1 - p))
            return (_expit(centre - reach), _expit(centre + reach))
        case Interval.ARCSINE:
            centre, reach = np.arcsin(np.sqrt(p)), t * s / (2 * np.sqrt(p * (1 - p)))
            return (float(np.sin(centre - reach) ** 2), float(np.sin(centre + reach) ** 2))
        case Interval.BETA:
            tail = (1 - level) / 2
            usual = t_quantile(1 - tail, max(estimate.n - 1, 1))
            size = p * (1 - p) / s**2 * (usual / t) ** 2
            return (
                float(beta_distribution.ppf(tail, size * p, size * (1 - p) + 1)),
                float(beta_distribution.ppf(1 - tail, size * p + 1, size * (1 - p))),
            )
        case _:
            size = p * (1 - p) / s**2
            centre = (p + t**2 / (2 * size)) / (1 + t**2 / size)
            reach = t / (1 + t**2 / size) * np.sqrt(p * (1 - p) / size + t**2 / (4 * size**2))
            return (float(centre - reach), float(centre + reach))


def _expit(logit: float) -> float:
    return float(1 / (1 + np.exp(-logit)))
