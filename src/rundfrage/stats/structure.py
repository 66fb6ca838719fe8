"""The Structure of a design: its strata and units, and the covariance that they give (Taylor).

A sample of several stages is a tree: strata hold primary units, these hold secondary ones, and so
on. A *parent* is what units were drawn in: a stratum on the first stage, a unit of the stage above
on the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from rundfrage.errors import Problem, Where
from rundfrage.stats.engine import Asked, Source, moments
from rundfrage.stats.positions import positions

Array = npt.NDArray[Any]
Numbers = npt.NDArray[np.float64]
_WHOLE = 1e-7
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
        return positions(self.codes, _combined(self.values, groups))

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
        alone = (self.n == 1) & (left >= _WHOLE)
        scale[left < _WHOLE] = mean[left < _WHOLE] = 0
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
    scale[left < _WHOLE] = 0
    alone = (count == 1) & (left >= _WHOLE) & (factor > 0)
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


def structure_of(
    source: Source,
    weight: str | None,
    strata: tuple[str, ...],
    stages: tuple[str, ...],
    fpc: tuple[str, ...],
    lonely: str,
) -> Structure:
    """The structure of a design, by one GROUP BY over its columns.

    Raises a Problem if a respondent lacks a stratum, a unit, a weight or a size, or if sizes
    differ within what they are the size of.
    """
    groups = (*strata, *stages)
    weights = () if weight is None else (weight,)
    found = moments(source, Asked(groups, complete=(*groups, *weights), least=(*fpc, *weights)))
    everybody = source.rows
    if found.n.sum() != everybody:
        names = ", ".join((*groups, *weights))
        raise Problem(
            "design-incomplete",
            where=Where(source.origin, name=names),
            found=f"{everybody - int(found.n.sum())} of {everybody} respondents lack one of them.",
            expected="a stratum, a sampling unit and a weight for every respondent.",
            mend="Mend these rows, or leave the respondents out.",
        )
    if weights and not ((found.least[-1] >= 0) & np.isfinite(found.largest[-1])).all():
        raise Problem(
            "weight-unusable",
            where=Where(source.origin, name=weights[0]),
            found="Some weights are negative or infinite.",
            expected="a weight of zero or more for every respondent.",
            mend="Mend these rows, or leave the respondents out.",
        )
    values = tuple(np.unique(one) for one in found.groups)
    codes = _combined(values, found.groups) if groups else np.zeros(len(found.n), np.int64)
    order = np.argsort(codes)
    groups_sorted = [one[order] for one in found.groups]
    low, high = found.least[:, order], found.largest[:, order]
    stratum = _numbered(groups_sorted[: len(strata)], len(order))
    number = int(stratum.max(initial=-1)) + 1
    n = found.n[order]
    if not stages:
        drawn = np.bincount(stratum, n, number).astype(np.int64)
        fraction = _fractions(fpc[0], low[0], high[0], stratum, drawn) if fpc else np.zeros(number)
        return Structure(values, codes[order], stratum, number, drawn, fraction, (), lonely)
    levels = [
        stratum,
        *(
            _numbered(groups_sorted[: len(strata) + depth], len(order))
            for depth in range(1, len(stages) + 1)
        ),
    ]
    tree = []
    for depth, (above, own) in enumerate(pairwise(levels)):
        first = np.unique(own, return_index=True)[1]
        parent = above[first]
        count = np.bincount(parent)
        fraction = (
            _fractions(fpc[depth], low[depth], high[depth], above, count)
            if depth < len(fpc)
            else np.zeros(len(count))
        )
        tree.append(Stage(parent, own, count, fraction))
    return Structure(
        values, codes[order], stratum, number, n, np.zeros(number), tuple(tree), lonely
    )


def _combined(values: Sequence[Array], columns: Sequence[Array]) -> npt.NDArray[np.int64]:
    """One whole number for each combination, in the order of the columns."""
    combined = np.zeros(len(columns[0]), np.int64)
    for known, column in zip(values, columns, strict=True):
        combined = combined * len(known) + positions(known, column)
    return combined


def _numbered(columns: Sequence[Array], size: int) -> npt.NDArray[np.int64]:
    """Places 0, 1, … of the combinations of sorted columns, shape (size,)."""
    if not columns:
        return np.zeros(size, np.int64)
    changes = np.zeros(size, bool)
    for one in columns:
        changes[1:] |= one[1:] != one[:-1]
    return np.cumsum(changes)


def _fractions(name: str, low: Numbers, high: Numbers, parent: Array, count: Array) -> Numbers:
    sizes = np.full(len(count), np.nan)
    sizes[parent] = low
    if not (np.array_equal(low, high) and np.array_equal(sizes[parent], low)):
        raise Problem(
            "fpc-unsteady",
            where=Where(name=name),
            found="The population size differs within a stratum or unit.",
            expected="one size for all respondents of a stratum (of a unit, on later stages).",
            mend="Correct the column.",
        )
    fractions = sizes if (sizes <= 1).all() and (count > sizes).any() else count / sizes
    if (fractions > 1 + _WHOLE).any() or (sizes <= 0).any():
        raise Problem(
            "fpc-too-small",
            where=Where(name=name),
            found="A population is smaller than the sample that was drawn of it.",
            expected="population sizes, or fractions between 0 and 1.",
            mend="Correct the column.",
        )
    return np.asarray(np.minimum(fractions, 1.0))
