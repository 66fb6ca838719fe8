"""The Structure of a design: its strata and units, and the covariance that they give (Taylor).

A sample of several stages is a tree: strata hold primary units, these hold secondary ones, and so
on. A *parent* is what units were drawn in: a stratum on the first stage, a unit of the stage above
on the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rundfrage.errors import Problem
from rundfrage.stats.positions import combined, positions

Array = npt.NDArray[Any]
Numbers = npt.NDArray[np.float64]
WHOLE = 1e-7
"""A stratum whose unsampled share is below this was sampled as a whole (as in R's `onestrat`)."""


@dataclass(frozen=True, eq=False)
class Stage:
    """One stage of sampling, with U units in P parents.

    `parent` is the place of each unit's parent, `inside` the place (in this stage) of each unit of
    the next, or of the finest; `count` is the number of units in each parent, `fraction` the share
    of the parent's population that they are (0 without a population size).
    """

    parent: npt.NDArray[np.int64]
    inside: npt.NDArray[np.int64]
    count: npt.NDArray[np.int64]
    fraction: Numbers


@dataclass(frozen=True, eq=False)
class Structure:
    """Strata and finest units of the whole design.

    Without PSUs `stages` is empty, and the units are the strata, whose respondents (`n`) are
    what was drawn. `stratum` is the place of each unit's stratum.
    """

    values: tuple[Array, ...]
    codes: npt.NDArray[np.int64]
    stratum: npt.NDArray[np.int64]
    strata: int
    n: npt.NDArray[np.int64]
    fraction: Numbers
    stages: tuple[Stage, ...]
    lonely: str

    def places(self, groups: Sequence[Array]) -> npt.NDArray[np.int64]:
        """The unit of each group of moments, shape (G,)."""
        if not groups:
            return np.zeros(1, np.int64)
        return positions(self.codes, combined(self.values, groups))

    def clustered(self, scores: Numbers, present: Array) -> Numbers:
        """The covariance of totals whose units add `scores`, shape (units, m), to them.

        Stage by stage (Särndal, Swensson and Wretman 1992, eq. 4.3.17; Lumley 2010, section 3.2):
        V = sum_h (1 - f_h) n_h / (n_h - 1) sum_i (e_hi - mean_h)(e_hi - mean_h)' + f_h V_2 …
        `present` says which units hold respondents of the estimate.
        """
        covariance = np.zeros((scores.shape[1], scores.shape[1]))
        factor = np.ones(self.strata)
        for stage in self.stages:
            units = len(stage.parent)
            sums = np.array([np.bincount(stage.inside, column, units) for column in scores.T]).T
            there = np.bincount(stage.inside, present, units) > 0
            covariance += _between(sums, there, stage, factor, self.lonely)
            factor = (factor * stage.fraction)[stage.parent]
            if not factor.any():
                break
        return covariance

    def scattered(self, sums: Numbers, present: Array) -> tuple[Numbers, Numbers]:
        """Factors for a design whose respondents were drawn one by one.

        V = sum_h a_h S_h - b_h t_h t_h', where S_h sums the products and t_h the scores of stratum
        h; returns a and b, each of the shape (strata,). `sums` is only asked whether it is there.
        """
        left = 1 - self.fraction
        with np.errstate(divide="ignore", invalid="ignore"):
            scale = np.where(self.n > 1, left * self.n / (self.n - 1), left)
            mean = scale / self.n
        alone = (self.n == 1) & (left >= WHOLE)
        scale[left < WHOLE] = mean[left < WHOLE] = 0
        if alone[present].any() and len(sums):
            self._check(int(alone[present].sum()))
        if self.lonely == "adjust":
            mean[alone] = 0
        elif alone.any():
            scale[alone] = mean[alone] = 0
            if self.lonely == "average":
                shared = len(alone) / (~alone).sum()
                scale, mean = scale * shared, mean * shared
        return scale, mean

    def _check(self, count: int) -> None:
        if self.lonely == "fail":
            raise _lonely(count)


def _between(sums: Numbers, there: Array, stage: Stage, factor: Numbers, lonely: str) -> Numbers:
    count, left = stage.count, 1 - stage.fraction
    scale = np.where(count > 1, left * count / np.maximum(count - 1, 1), left)
    scale[left < WHOLE] = 0
    alone = (count == 1) & (left >= WHOLE) & (factor > 0)
    if lonely == "fail" and alone[stage.parent[there]].any():
        raise _lonely(int(alone.sum()))
    parents = len(count)
    means = np.array([np.bincount(stage.parent, one, parents) for one in sums.T]).T / count[:, None]
    if lonely == "adjust":
        means[alone] = 0
    weight = scale * factor
    if lonely == "average" and alone.any():
        weight = np.where(alone, 0, weight) * (parents / (~alone).sum())
    apart = (sums - means[stage.parent]) * np.sqrt(weight)[stage.parent][:, None]
    covariance: Numbers = apart.T @ apart
    return covariance


def _lonely(count: int) -> Problem:
    return Problem(
        "psu-lonely",
        found=f"{count} strata have only one sampling unit.",
        expected="at least two units in each stratum, so that their spread can be seen.",
        mend="Join such strata with their neighbours, or choose the rule adjust, average or "
        "certainty.",
    )
