"""Replicate weights: given as columns, or made of a design's strata and primary units.

A *replicate* is the sample with other weights; what an estimate does from one to the next shows
its uncertainty: V = scale * sum_r rscales_r (theta_r - centre)^2 (Wolter 2007, chapters 3 to 5).
Replicates that are made multiply the totals of whole units, so that no row is weighted anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt
from scipy.linalg import hadamard

from rundfrage.errors import Problem
from rundfrage.locales import Message, message
from rundfrage.stats.structure import Structure

Numbers = npt.NDArray[np.float64]
_WHOLE = 1e-12


class ReplicateKind(StrEnum):
    """How replicates come about.

    JK1 and JKN leave out one unit each (without and with strata; Wolter 2007, chapter 4); BRR
    takes one of each pair of units (McCarthy 1969), FAY a part of the other as well (Judkins
    1990); BOOTSTRAP draws n_h - 1 units with replacement (Rao, Wu and Yue 1992); OTHER has its
    scales given.
    """

    JK1 = "JK1"
    JKN = "JKn"
    BRR = "BRR"
    FAY = "Fay"
    BOOTSTRAP = "bootstrap"
    OTHER = "other"


@dataclass(frozen=True)
class MadeReplicates:
    """Replicates to be made; `rho` is Fay's factor, `count` and `seed` are the bootstrap's.

    `mse` centres on the estimate itself instead of the mean of the replicates.
    """

    kind: ReplicateKind
    rho: float = 0.0
    count: int = 200
    seed: int = 1
    mse: bool = False


@dataclass(frozen=True)
class GivenReplicates:
    """Replicate weights in columns, as an institute hands them out; made by `given_replicates`.

    `combined` columns hold whole weights, others factors of the sampling weight. `df` are the
    degrees of freedom, None for the rank of the weights less one (as R's `degf`).
    """

    columns: tuple[str, ...]
    scale: float
    rscales: tuple[float, ...]
    mse: bool = False
    combined: bool = True
    df: int | None = None


@dataclass(frozen=True, eq=False)
class Factors:
    """What units are multiplied by, shape (replicates, units), with the scales."""

    factors: Numbers
    scale: float
    rscales: Numbers
    mse: bool


def given_replicates(
    columns: Sequence[str],
    kind: ReplicateKind,
    *,
    rho: float = 0.0,
    scale: float | None = None,
    rscales: Sequence[float] | None = None,
    mse: bool = False,
    combined: bool = True,
    df: int | None = None,
) -> GivenReplicates:
    """Given replicate weights with the scale of their kind, as R's `svrepdesign` has it.

    JK1 (R - 1)/R, BRR 1/R, Fay 1/(R (1 - rho)^2), bootstrap 1/(R - 1); JKn and OTHER need
    `rscales` or `scale`. Raises a Problem without them, or for less than two columns.
    """
    count = len(columns)
    if count < 2 or (rscales is not None and len(rscales) != count):  # noqa: PLR2004  (one has no spread)
        raise Problem(
            "replicates-unscaled",
            found=message("There are {count} columns of replicate weights", count=count)
            + (message(" and {count} scales.", count=len(rscales)) if rscales is not None else "."),
            expected=message("replicate weights, each with its scale."),
            mend=message("Name all the columns of replicate weights."),
        )
    usual = {
        ReplicateKind.JK1: (count - 1) / count,
        ReplicateKind.BRR: 1 / count,
        ReplicateKind.FAY: 1 / (count * (1 - rho) ** 2),
        ReplicateKind.BOOTSTRAP: 1 / max(count - 1, 1),
    }
    if scale is None and rscales is None and kind not in usual:
        raise Problem(
            "replicates-unscaled",
            found=message("Replicates of the kind {kind} come without a scale.", kind=kind),
            expected=message("`scale` or `rscales`, as the data's documentation gives them."),
            mend=message("Look for the factor of the variance formula, such as (n_h - 1)/n_h."),
        )
    chosen = scale if scale is not None else usual.get(kind, 1.0)
    each = tuple(rscales) if rscales is not None else (1.0,) * count
    return GivenReplicates(tuple(columns), chosen, each, mse, combined, df)


def make_factors(made: MadeReplicates, structure: Structure) -> Factors:
    """The factors of the design's finest units.

    Raises a Problem for a design that the kind does not fit.
    """
    first = structure.stages[0]
    stratum, counts = first.parent, first.count
    match made.kind:
        case ReplicateKind.JK1 | ReplicateKind.JKN:
            if made.kind is ReplicateKind.JK1 and structure.strata > 1:
                raise _unfit(
                    "JK1",
                    message("The design has {strata} strata.", strata=structure.strata),
                    message("JKn"),
                )
            factors, rscales = _left_out(stratum, counts, 1 - first.fraction, structure.lonely)
            scale = 1.0
        case ReplicateKind.BRR | ReplicateKind.FAY:
            if (counts != 2).any():  # noqa: PLR2004  (halves are halves of two)
                raise _unfit(
                    made.kind.value, message("Not all strata have two units."), message("JKn")
                )
            factors = _halves(stratum, made.rho)
            rscales = np.ones(len(factors))
            scale = 1 / (len(factors) * (1 - made.rho) ** 2)
        case ReplicateKind.BOOTSTRAP:
            if (counts < 2).any():  # noqa: PLR2004
                raise _unfit(
                    "bootstrap",
                    message("A stratum has one unit."),
                    message("joined strata"),
                )
            factors = _drawn(stratum, counts, made.count, made.seed)
            rscales = np.ones(made.count)
            scale = 1 / (made.count - 1)
        case _:
            raise _unfit(
                made.kind.value, message("Such replicates can only be given."), message("JKn")
            )
    return Factors(factors[:, first.inside], scale, rscales, made.mse)


def _left_out(
    stratum: npt.NDArray[np.int64],
    counts: npt.NDArray[np.int64],
    left: Numbers,
    lonely: str,
) -> tuple[Numbers, Numbers]:
    single = counts == 1
    if (single & (left > _WHOLE)).any() and lonely != "certainty":
        raise _unfit(
            message("JKn"),
            message("A stratum has one unit."),
            message("joined strata, or the rule certainty"),
        )
    units = np.flatnonzero(~single[stratum])
    n = counts[stratum[units]]
    same = stratum[units][:, None] == stratum[None, :]
    factors = np.where(same, (n / np.maximum(n - 1, 1))[:, None], 1.0)
    factors[np.arange(len(units)), units] = 0
    return factors, left[stratum[units]] * (n - 1) / n


def _halves(stratum: npt.NDArray[np.int64], rho: float) -> Numbers:
    """Sylvester's Hadamard matrix, of an order above the number of strata, picks the halves."""
    strata = int(stratum.max()) + 1
    order = 1 << strata.bit_length()
    signs = hadamard(order)[1 : strata + 1].T
    second = np.arange(len(stratum)) % 2
    sign = np.where(second == 1, signs[:, stratum], -signs[:, stratum])
    factors: Numbers = 1.0 + (1 - rho) * sign
    return factors


def _drawn(
    stratum: npt.NDArray[np.int64], counts: npt.NDArray[np.int64], count: int, seed: int
) -> Numbers:
    chance = np.random.default_rng(seed)
    factors = np.zeros((count, len(stratum)))
    for place, n in enumerate(counts):
        times = chance.multinomial(n - 1, np.full(n, 1 / n), size=count)
        factors[:, stratum == place] = times * (n / (n - 1))
    return factors


def _unfit(kind: str, found: Message, instead: str) -> Problem:
    return Problem(
        "replicates-unfit",
        found=message("{kind} replicates can't be made. {found}", kind=kind, found=found),
        expected=message(
            "JK1 without strata, BRR and Fay with two units in each stratum, JKn and "
            "bootstrap with at least two."
        ),
        mend=message("Use {instead}.", instead=instead),
    )


def replicate_covariance(
    thetas: Numbers, values: Numbers, scale: float, rscales: Numbers, *, mse: bool
) -> Numbers:
    """The covariance of estimates from their replicates, shape (replicates, m).

    As R's `svrVar`: replicates that can't be computed are left out; the centre is the mean of
    those with a scale above zero, or with `mse` the estimates themselves.
    """
    there = np.isfinite(thetas).all(axis=1)
    thetas, rscales = thetas[there], rscales[there]
    if not len(thetas):
        return np.full((len(values), len(values)), np.nan)
    centre = values if mse else thetas[rscales > 0].mean(axis=0)
    apart = (thetas - centre) * np.sqrt(rscales)[:, None]
    covariance: Numbers = scale * (apart.T @ apart)
    return covariance
