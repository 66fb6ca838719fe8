"""Standard errors of differences, also where one side has no spread: all say yes there, or nobody.

A share of 0 or 1 estimates its own variance as zero, however few it rests on, and a mean of which
everybody says the same does as well. A difference from it would be tested as if that side were
known for certain. Under the hypothesis that both sides are alike such a side has the spread of
both together: that is the score test of two shares (Pearson 1900; Agresti 2013, section 3.2.1).
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


def standard_errors(
    values: Numbers,
    variances: Numbers,
    covariance: Numbers,
    effective: Numbers,
    flat: Flags,
    *,
    shares: bool,
) -> Numbers:
    """The standard error of each difference; shape (pairs,).

    `values`, their `variances` by the design, their `effective` bases (Kish's) and whether they
    are `flat`, without spread among those who answered, have the shape (2, pairs), `covariance`
    (pairs,).

    Between sides with spread it is sqrt(V1 + V2 - 2 V12). Else, for shares, it is
    sqrt(p (1 - p) (1/n1 + 1/n2)) with p = (n1 p1 + n2 p2) / (n1 + n2), where n is p (1 - p) / V
    of a side with spread; a flat side has its effective base, over the other's design effect where
    that is larger than 1. A mean's flat side has the other's variance for each respondent.
    """
    errors: Numbers = np.sqrt(np.maximum(variances.sum(axis=0) - 2 * covariance, 0))
    lone = flat.any(axis=0)
    if not lone.any():
        return errors
    with np.errstate(divide="ignore", invalid="ignore"):
        if shares:
            n = _bases(values, variances, effective, flat)
            p = (values * n).sum(axis=0) / n.sum(axis=0)
            whole = p * (1 - p) * (1 / n).sum(axis=0)
        else:
            each = np.where(flat, (variances * effective)[::-1], 0.0) / effective
            whole = np.where(flat, each, variances).sum(axis=0)
    return np.where(lone, np.sqrt(np.maximum(whole, 0)), errors)


def _bases(values: Numbers, variances: Numbers, effective: Numbers, flat: Flags) -> Numbers:
    """The base of each side by which its share varies as one of so many drawn at random."""
    # Where margins fix a share it has no variance, though people differ.
    free = ~flat & (variances > 0)
    n = np.where(free, values * (1 - values) / variances, effective)
    other = np.where(flat, 1.0, effective / n)[::-1]
    return np.where(flat, effective / np.maximum(other, 1.0), n)
