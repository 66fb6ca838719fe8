"""Krippendorff's alpha: how far coders agree beyond chance, for coded open answers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from rundfrage.errors import Problem
from rundfrage.locales import message
from rundfrage.stats.estimate import LEVEL

Numbers = npt.NDArray[np.float64]
_CODERS = 2


class Metric(StrEnum):
    """How far apart two codes are: whether they differ, or by rank, by value, by proportion."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    INTERVAL = "interval"
    RATIO = "ratio"


@dataclass(frozen=True)
class Agreement:
    """Alpha (1 perfect, 0 chance, below 0 systematic disagreement) with its bootstrap interval.

    `units` are the answers coded at least twice, `pairable` the codes they got.
    """

    alpha: float
    low: float
    high: float
    units: int
    pairable: int


def krippendorff(
    codes: Numbers,
    metric: Metric = Metric.NOMINAL,
    *,
    draws: int = 1000,
    seed: int = 1,
    level: float = LEVEL,
) -> Agreement:
    """Alpha of codes, shape (coders, units), NaN where a coder left a unit out.

    alpha = 1 - D_o / D_e, with the observed and the expected disagreement of pairs of codes
    (Krippendorff 2019, section 12.3). The interval holds the middle `level` of the alphas of units
    drawn anew with replacement; Hayes and Krippendorff (2007) draw pairs instead, which takes the
    codes of a unit for independent. Raises a Problem if no unit was coded twice or all codes are
    alike, where alpha is not defined.
    """
    codes = np.asarray(codes, float)
    counts, values = _counts(codes)
    if not len(counts):
        raise Problem(
            "coded-once",
            found=message("No answer was coded by two coders."),
            expected=message("answers that at least two coders have coded."),
            mend=message("Let a second coder code some of them."),
        )
    apart = _distances(values, counts.sum(axis=0), metric)
    alpha = _alpha(counts, apart)
    if np.isnan(alpha):
        raise Problem(
            "codes-all-alike",
            found=message("All coders gave the same code throughout."),
            expected=message(
                "at least two codes in use; without them agreement can't be told from chance."
            ),
            mend=message("Code more answers."),
        )
    chance = np.random.default_rng(seed)
    drawn = chance.integers(0, len(counts), (draws, len(counts)))
    alphas = np.array([_alpha(counts[one], apart) for one in drawn])
    tail = (1 - level) / 2
    low, high = np.nanquantile(alphas, [tail, 1 - tail])
    return Agreement(alpha, float(low), float(high), len(counts), int(counts.sum()))


def _counts(codes: Numbers) -> tuple[Numbers, Numbers]:
    """How often each unit got each value, shape (units, values), of units coded twice or more."""
    values = np.unique(codes[~np.isnan(codes)])
    counts = (codes[:, :, None] == values).sum(axis=0).astype(float)
    counts = counts[counts.sum(axis=1) >= _CODERS]
    used = counts.sum(axis=0) > 0
    return counts[:, used], values[used]


def _alpha(counts: Numbers, apart: Numbers) -> float:
    coded = counts.sum(axis=1)
    totals = counts.sum(axis=0)
    pairs = counts.T @ (counts / (coded - 1)[:, None]) - np.diag(
        (counts / (coded - 1)[:, None]).sum(axis=0)
    )
    n = totals.sum()
    expected = float((np.outer(totals, totals) * apart).sum()) / (n - 1)
    return 1 - float((pairs * apart).sum()) / expected if expected > 0 else float("nan")


def _distances(values: Numbers, totals: Numbers, metric: Metric) -> Numbers:
    """Squared distances of values, shape (values, values) (Krippendorff 2019, section 12.3.4)."""
    one, other = values[:, None], values[None, :]
    match metric:
        case Metric.NOMINAL:
            return np.asarray(one != other, np.float64)
        case Metric.ORDINAL:
            middle: Numbers = np.cumsum(totals) - totals / 2
            return np.square(np.subtract.outer(middle, middle))
        case Metric.INTERVAL:
            return np.square(one - other)
        case _:
            whole = one + other
            shares = np.divide(one - other, whole, out=np.zeros_like(whole), where=whole != 0)
            return np.square(shares)
