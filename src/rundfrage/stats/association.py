"""Do two answers go together? Tests of a cross table under a design."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.linalg import helmert
from scipy.stats import chi2
from scipy.stats import f as fisher

from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.stats.cells import Cells, collect
from rundfrage.stats.design import Design
from rundfrage.stats.significance import TestResult, wald_of

Numbers = npt.NDArray[np.float64]


class Association(StrEnum):
    """The tests, as R's `svychisq(statistic = …)` names them.

    F is Rao and Scott's second-order correction, CHISQ their first-order one; WALD and ADJ_WALD
    test the distances from independence.
    """

    F = "F"
    CHISQ = "Chisq"
    WALD = "Wald"
    ADJ_WALD = "adjWald"


def association(
    design: Design, rows: str, columns: str, statistic: Association = Association.F
) -> TestResult:
    """Whether the answers to two questions are independent of each other.

    Pearson's X^2 of the weighted shares, scaled to n respondents, and the generalised design
    effects: the eigenvalues of Delta = (C' D^-1 C / n)^-1 C' D^-1 V D^-1 C, with D the shares, V
    their covariance, and C the contrasts of interaction (Rao and Scott 1984, section 3).

    - F: X^2 / tr Delta on (d, d df) with d = (tr Delta)^2 / tr Delta^2 (Thomas and Rao 1987).
    - CHISQ: X^2, its p from X^2 / mean eigenvalue on (r - 1)(c - 1).
    - WALD, ADJ_WALD: the distances p_rc - p_r p_c without the first row and column.

    n counts those who answered both, where R counts the missing too; no p depends on it. Raises a
    Problem unless both have at least two answers that were given.
    """
    cells = collect(design, (rows, columns))
    r, c = cells.n.shape
    if min(r, c) < 2:  # noqa: PLR2004  (a constant goes together with nothing)
        raise Problem(
            "table-too-small",
            where=Where(name=rows if r < c else columns),
            found=message("The table has {r} rows and {c} columns.", r=r, c=c),
            expected=message("at least two of each."),
            mend=message("Choose variables that have more than one answer."),
        )
    if statistic in {Association.WALD, Association.ADJ_WALD}:
        apart, covariance = cells.covariance(_distances, linear=True)
        return wald_of(apart, covariance, cells.df(), adjusted=statistic is Association.ADJ_WALD)
    return _rao_scott(cells, statistic)


def _rao_scott(cells: Cells, statistic: Association) -> TestResult:
    r, c = cells.n.shape
    n = int(cells.n.sum())
    p, covariance = cells.covariance(_shares)
    table = p.reshape(r, c)
    expected = np.outer(table.sum(axis=1), table.sum(axis=0))
    pearson = n * float(((table - expected) ** 2 / expected).sum())
    contrasts = np.kron(helmert(r), helmert(c)).T
    inverse = np.divide(1.0, p, out=np.zeros_like(p), where=p > 0)[:, None] * contrasts
    delta = np.linalg.solve(contrasts.T @ inverse / n, inverse.T @ covariance @ inverse)
    trace = float(np.trace(delta))
    if statistic is Association.CHISQ:
        df = len(delta)
        p_value = float(chi2.sf(pearson / (trace / df), df))
        return TestResult("Rao-Scott chi-square", pearson, df, p_value)
    d = trace**2 / float(np.trace(delta @ delta))
    df2 = d * cells.df()
    value = pearson / trace
    p_value = float(fisher.sf(value, d, df2)) if df2 > 0 else np.nan
    return TestResult("Rao-Scott F", value, d, p_value, df2)


def _shares(totals: Any) -> Any:  # noqa: ANN401
    counted = totals[..., 0].reshape(*totals.shape[:-3], -1)
    return counted / counted.sum(axis=-1, keepdims=True)


def _distances(totals: Any) -> Any:  # noqa: ANN401
    """N_rc - N_r N_c / N without the first row and column."""
    counted = totals[..., 0]
    rows = counted.sum(axis=-1, keepdims=True)
    columns = counted.sum(axis=-2, keepdims=True)
    apart = counted - rows * columns / counted.sum(axis=(-1, -2), keepdims=True)
    return apart[..., 1:, 1:].reshape(*counted.shape[:-2], -1)
