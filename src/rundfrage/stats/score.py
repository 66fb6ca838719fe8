"""The score test of a difference, which few answers need beside the Wald test.

Wald's error is taken from what each side shows, and a handful of people shows too little of it: of
6 on one side and 112 on the other, three times as many equal shares are called different as is
promised (Agresti and Caffo 2000; Newcombe 1998). The score test has the spread of both together,
and errs to the other side where shares are near 0 or 1. Where both must agree, neither does.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
SMALL_BASE = 30
"""Effective bases below it need the score test beside Wald's."""


def score_variance(
    spreads: Numbers,
    bases: Numbers,
    gap: Numbers,
    covariance: Numbers | float = 0.0,
    *,
    overlapping: bool = False,
) -> Numbers:
    """The variance of a difference if there were none in truth: s1^2/n2 + s2^2/n1 - 2 V12 + d^2/N.

    `spreads` are the variances s^2 among those who answered and `bases` their numbers n, shape
    (2, pairs). Of different people N is n1 + n2: for shares it is Pearson's
    p (1 - p) (1/n1 + 1/n2) with p of both together. Of the same people N is the larger n: for
    shares it is that of McNemar's test (1947), (b + c) / n^2.
    """
    people = bases.max(axis=0) if overlapping else bases.sum(axis=0)
    found: Numbers = (spreads / bases[::-1]).sum(axis=0) - 2 * covariance + gap**2 / people
    return found
