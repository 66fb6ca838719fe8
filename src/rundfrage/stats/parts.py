"""What a covariance is made of: totals by unit, by stratum or by replicate.

Which of them it is depends on the design: primary units, respondents drawn one by one, or
replicate weights.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rundfrage.stats.design import Design
from rundfrage.stats.engine import Asked, Moments, moments
from rundfrage.stats.frame import Frame
from rundfrage.stats.replicates import GivenReplicates, MadeReplicates, make_factors

Array = npt.NDArray[Any]
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Clustered:
    """Totals by unit, shape (units, C, P + 1), and whether anybody is there, (units, C).

    `slopes` are those of the totals on the margins' indicators, shape (K, C (P + 1)), for weights
    that were calibrated: scores lose what the margins explain of them.
    """

    units: Numbers
    there: npt.NDArray[np.bool_]
    slopes: Numbers | None = None

    def covariance(self, design: Design, slopes: Numbers) -> Numbers:
        """The covariance of statistics with these slopes, shape (m, *totals.shape)."""
        flat = slopes.reshape(len(slopes), -1).T
        scores = self.units.reshape(len(self.units), -1) @ flat
        if self.slopes is not None and design.regressors is not None:
            scores = scores - design.regressors.units @ (self.slopes @ flat)
        return design.structure.clustered(scores, np.asarray(self.there.any(axis=1)))

    def df(self, design: Design, mask: Array) -> float:
        """Primary units with respondents in the cells of `mask`, less their strata."""
        first = design.structure.stages[0]
        units, strata = np.zeros(len(first.parent), bool), np.zeros(len(first.count), bool)
        units[first.inside[self.there[:, mask].any(axis=1)]] = True
        strata[first.parent[units]] = True
        return float(units.sum() - strata.sum())


@dataclass(frozen=True, eq=False)
class Scattered:
    """Totals by stratum (strata, C, P + 1), respondents (strata, C), products by group.

    `products` (G, P + 1, P + 1) belong to the strata and cells `where`, each of the shape (G,).
    """

    strata: Numbers
    persons: npt.NDArray[np.int64]
    products: Numbers
    where: tuple[Array, Array]

    def covariance(self, design: Design, slopes: Numbers) -> Numbers:
        """The covariance of statistics with these slopes, shape (m, *totals.shape)."""
        scale, mean = design.structure.scattered(self.strata, self.persons.sum(axis=1) > 0)
        width = self.products.shape[1]
        flat = slopes.reshape(len(slopes), -1)
        each = flat.reshape(len(slopes), -1, width)
        squares = np.zeros((each.shape[1], width, width))
        np.add.at(squares, self.where[1], self.products * scale[self.where[0]][:, None, None])
        between = self.strata.reshape(len(self.strata), -1) @ flat.T
        own = np.einsum("acp,cpq,bcq->ab", each, squares, each, optimize=True)
        covariance: Numbers = own - (between * mean[:, None]).T @ between
        return covariance

    def df(self, design: Design, mask: Array) -> float:  # noqa: ARG002  (as of clustered parts)
        """Respondents in the cells of `mask`, less their strata."""
        persons = self.persons[:, mask].sum(axis=1)
        return float(persons.sum() - (persons > 0).sum())


@dataclass(frozen=True, eq=False)
class Replicated:
    """Totals by replicate, shape (replicates, *levels, P + 1), and how they are put together."""

    totals: Numbers
    scale: float
    rscales: Numbers
    mse: bool
    df: float


def parts_of_units(
    design: Design, found: Moments, asked: Asked, frame: Frame, width: int
) -> Clustered | Replicated:
    """The parts of a design with primary units; `width` is the number of measures and 1."""
    structure = design.structure
    there = frame.cell >= 0
    place = structure.places(found.groups)[there] * frame.size + frame.cell[there]
    number = len(structure.codes) * frame.size
    columns = [np.bincount(place, one[there], number) for one in found.sums[0][:, :width].T]
    units = np.array(columns, float).T.reshape(-1, frame.size, width)
    persons = np.bincount(place, found.contributing[there], number).reshape(-1, frame.size)
    if not isinstance(design.replicates, MadeReplicates):
        known = design.regressors
        slopes = None if known is None else known.slopes(design.source, asked, frame)
        return Clustered(units, persons > 0, slopes)
    made = make_factors(design.replicates, structure)
    totals = made.factors @ units.reshape(len(units), -1)
    rank = int(np.linalg.matrix_rank(made.factors, tol=1e-7 * len(made.factors)))
    return Replicated(
        totals.reshape(-1, *frame.shape, width), made.scale, made.rscales, made.mse, rank - 1
    )


def parts_of_strata(design: Design, found: Moments, frame: Frame, width: int) -> Scattered:
    """The parts of a design whose respondents were drawn one by one."""
    structure = design.structure
    there = frame.cell >= 0
    stratum = (
        structure.stratum[structure.places(found.groups)]
        if found.groups
        else np.zeros(len(found.n), np.int64)
    )
    place = (stratum * frame.size + frame.cell)[there]
    number = structure.strata * frame.size
    columns = [np.bincount(place, one[there], number) for one in found.sums[0][:, :width].T]
    persons = np.bincount(place, found.contributing[there], number).astype(np.int64)
    if found.products is None:
        raise ValueError("moments without products")
    return Scattered(
        np.array(columns, float).T.reshape(structure.strata, frame.size, width),
        persons.reshape(structure.strata, frame.size),
        found.products[there],
        (stratum[there], frame.cell[there]),
    )


def parts_of_given(
    design: Design, given: GivenReplicates, asked: Asked, frame: Frame
) -> Replicated:
    """The parts of given replicate weights: the same sums by each of them."""
    factor = None if given.combined else design.weight
    columns = Asked(
        (), asked.cells, asked.measures, (), asked.complete, given.columns, factor=factor
    )
    found = moments(design.source, columns)
    own = frame.like(found)
    totals = np.array([own.spread(one) for one in found.sums])
    return Replicated(totals, given.scale, np.array(given.rscales), given.mse, design.given_df)
