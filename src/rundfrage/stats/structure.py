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
from rundfrage.locales import counted_message, message
from rundfrage.stats.positions import combined, positions

Array = npt.NDArray[Any]
Numbers = npt.NDArray[np.float64]
_MOST_NAMES = 3
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
    what was drawn. `stratum` is the place of each unit's stratum, `levels` are the names of codes
    in the columns of strata, or None, for problems.
    """

    values: tuple[Array, ...]
    codes: npt.NDArray[np.int64]
    stratum: npt.NDArray[np.int64]
    strata: int
    n: npt.NDArray[np.int64]
    fraction: Numbers
    stages: tuple[Stage, ...]
    lonely: str
    levels: tuple[tuple[str, ...] | None, ...] = ()

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
        for depth, stage in enumerate(self.stages):
            units = len(stage.parent)
            sums = np.array([np.bincount(stage.inside, column, units) for column in scores.T]).T
            there = np.bincount(stage.inside, present, units) > 0
            _check(self.lonely, stage, factor, there, None if depth else self)
            covariance += _between(sums, stage, factor, self.lonely)
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
        met = alone & present
        if met.any() and len(sums) and self.lonely == "fail":
            raise _lonely(met, self)
        if self.lonely == "adjust":
            mean[alone] = 0
        elif alone.any():
            scale[alone] = mean[alone] = 0
            if self.lonely == "average":
                if alone.all():
                    raise _lonely(alone, self)
                shared = len(alone) / (~alone).sum()
                scale, mean = scale * shared, mean * shared
        return scale, mean

    def name(self, place: int) -> str:
        """A stratum as its columns have it."""
        code = int(self.codes[np.flatnonzero(self.stratum == place)[0]])
        words: list[str] = []
        for depth, known in reversed(list(enumerate(self.values))):
            code, own = divmod(code, len(known))
            if depth < len(self.levels):
                value, names = known[own], self.levels[depth]
                number = f"{value:g}" if isinstance(value, float) else str(value)
                words.append(number if names is None else names[int(value)])
        return " × ".join(reversed(words))


def _alone(stage: Stage, factor: Numbers) -> Array:
    """Which parents have a single unit that does not stand for itself alone."""
    alone: Array = (stage.count == 1) & (1 - stage.fraction >= WHOLE) & (factor > 0)
    return alone


def _check(
    lonely: str, stage: Stage, factor: Numbers, there: Array, strata: Structure | None
) -> None:
    """Raise a Problem for lonely units that no rule helps; `strata` are their parents, or None."""
    alone = _alone(stage, factor)
    met = np.zeros(len(alone), bool)
    met[stage.parent[there]] = True
    if lonely == "fail" and (alone & met).any():
        raise _lonely(alone & met, strata)
    if lonely == "average" and alone.all():
        raise _lonely(alone, strata)


def _between(sums: Numbers, stage: Stage, factor: Numbers, lonely: str) -> Numbers:
    count, left = stage.count, 1 - stage.fraction
    scale = np.where(count > 1, left * count / np.maximum(count - 1, 1), left)
    scale[left < WHOLE] = 0
    alone = _alone(stage, factor)
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


def _lonely(alone: Array, strata: Structure | None) -> Problem:
    places = np.flatnonzero(alone)
    named = [strata.name(int(one)) for one in places[:_MOST_NAMES]] if strata else []
    which = ", ".join(one for one in named if one)
    more = ", …" if which and len(places) > _MOST_NAMES else ""
    return Problem(
        "psu-lonely",
        found=(
            counted_message(
                "{count} stratum has only one sampling unit",
                "{count} strata have only one sampling unit",
                len(places),
            )
            if strata
            else counted_message(
                "{count} unit has only one sampling unit",
                "{count} units have only one sampling unit",
                len(places),
            )
        )
        + (f" ({which}{more})." if which else "."),
        expected=message("at least two units in each stratum, so that their spread can be seen."),
        mend=message(
            "Join such strata with their neighbours, or choose the rule adjust, average "
            "or certainty."
        ),
    )
