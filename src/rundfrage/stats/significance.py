"""Tests: is a mean zero, do two means differ, do several hypotheses hold at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.stats import f as fisher
from scipy.stats import t as student

from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.stats.apart import standard_errors
from rundfrage.stats.averages import means
from rundfrage.stats.design import Design
from rundfrage.stats.estimate import Estimates

Numbers = npt.NDArray[np.float64]
_PAIR = 2


@dataclass(frozen=True)
class TestResult:
    """A test: its statistic, its degrees of freedom and the probability of a larger one.

    `df` are the degrees of a t or chi-square, or the numerator's of an F, whose denominator's are
    `df2`. `estimate` and `se` belong to tests of one difference.
    """

    # pytest would take it for a class of tests by its name.
    __test__ = False

    name: str
    statistic: float
    df: float
    p: float
    df2: float | None = None
    estimate: float | None = None
    se: float | None = None


def t_test(design: Design, variable: str, group: str | None = None) -> TestResult:
    """Whether a mean is zero, or whether the means of two groups differ.

    t = estimate / se, the difference's variance from the joint covariance of the two means; the
    degrees of freedom are the design's less 1, as in R's `svyttest`. Raises a Problem if `group`
    has not two values.
    """
    if group is None:
        found = means(design, variable)
        one = found[0]
        return _t("t test of a mean", one.value, one.se, one.df - 1)
    found = means(design, variable, by=[group])
    if len(found) != _PAIR:
        raise Problem(
            "group-not-binary",
            where=Where(name=group),
            found=message(
                "{group} parts those who answered {variable} into {count} groups.",
                group=group,
                variable=variable,
                count=len(found),
            ),
            expected=message("two groups."),
            mend=message("Choose a variable with two answers, or compare columns with letters."),
        )
    apart = found.difference(found.labels[1], found.labels[0])
    return _t("t test of a difference", apart.value, apart.se, found.joint_df - 1)


def difference_test(
    estimates: Estimates, one: tuple[Any, ...], other: tuple[Any, ...]
) -> TestResult:
    """Whether two of the estimates differ: t = d / sqrt(V11 + V22 - 2 V12), the design's df."""
    apart = estimates.difference(one, other)
    return _t("t test of a difference", apart.value, apart.se, estimates.joint_df)


def pair_test(
    pair: Estimates, *, effective: tuple[float, float], flat: tuple[bool, bool], shares: bool
) -> TestResult:
    """Whether two shares, or two means, differ, also where one of them has no spread.

    `effective` are their effective bases (Kish's), `flat` says which has none (apart.py). Else it
    is `difference_test`.
    """
    v = pair.covariance
    errors = standard_errors(
        pair.values[:, None],
        np.diag(v)[:, None],
        v[0, 1:2],
        np.array(effective, float)[:, None],
        np.array(flat)[:, None],
        shares=shares,
    )
    apart = float(pair.values[0] - pair.values[1])
    return _t("t test of a difference", apart, float(errors[0]), pair.joint_df)


def apart_test(
    pair: tuple[Estimates, Estimates],
    *,
    effective: tuple[float, float],
    flat: tuple[bool, bool],
    shares: bool,
) -> TestResult:
    """Whether the first shares, or means, of two samples that were drawn apart differ.

    Their variances add up, each with its own design and population size, and so do their degrees
    of freedom, as if the samples were strata of one; else it is `pair_test`.
    """
    first, second = pair
    values = np.array([first.values[0], second.values[0]])
    errors = standard_errors(
        values[:, None],
        np.array([first.covariance[0, 0], second.covariance[0, 0]])[:, None],
        np.zeros(1),
        np.array(effective, float)[:, None],
        np.array(flat)[:, None],
        shares=shares,
    )
    df = first.joint_df + second.joint_df
    return _t("t test of a difference", float(values[0] - values[1]), float(errors[0]), df)


def _t(name: str, value: float, se: float, df: float) -> TestResult:
    with np.errstate(divide="ignore", invalid="ignore"):
        statistic = float(np.float64(value) / np.float64(se))
    p = float(2 * student.sf(abs(statistic), df)) if df > 0 else np.nan
    return TestResult(name, statistic, df, p, None, value, se)


def wald_test(
    estimates: Estimates, hypotheses: Sequence[Sequence[float]], *, adjusted: bool = True
) -> TestResult:
    """Whether all rows c of `hypotheses` (shape (q, m)) have c'theta = 0.

    W = (C theta)' (C V C')^-1 (C theta); F = W / q on (q, df), or adjusted
    F = (df - q + 1) / (q df) W on (q, df - q + 1) (Korn and Graubard 1990, eq. 2.4).
    Raises a Problem where the hypotheses are not independent of each other.
    """
    matrix = np.array(hypotheses, float)
    return wald_of(
        matrix @ estimates.values,
        matrix @ estimates.covariance @ matrix.T,
        estimates.joint_df,
        adjusted=adjusted,
    )


def wald_of(apart: Numbers, covariance: Numbers, df: float, *, adjusted: bool) -> TestResult:
    """The Wald test of q distances from zero, shape (q,), with their covariance (q, q)."""
    q = len(apart)
    if np.linalg.matrix_rank(covariance) < q:
        raise Problem(
            "hypotheses-dependent",
            found=message(
                "Some hypotheses follow from the others, or there are more than units to see "
                "them by."
            ),
            expected=message("hypotheses that can be tested at once."),
            mend=message("Test fewer of them, or use the Rao-Scott test."),
        )
    statistic = float(apart @ np.linalg.solve(covariance, apart))
    df2 = df - q + 1 if adjusted else df
    value = statistic * df2 / (q * df)
    p = float(fisher.sf(value, q, df2)) if df2 > 0 else np.nan
    return TestResult("adjusted Wald F" if adjusted else "Wald F", value, q, p, df2)
