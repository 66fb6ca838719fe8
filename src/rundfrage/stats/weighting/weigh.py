"""Makes weights: the sample's cells, the method, and refusals of what can't be.

Weights have the mean 1 over the respondents who get one; those who were left out get 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from scipy import sparse

from rundfrage.dataset import Dataset
from rundfrage.errors import raise_all
from rundfrage.stats.weighting import calibration
from rundfrage.stats.weighting.agreement import agreeing
from rundfrage.stats.weighting.calibration import Distance, Solution
from rundfrage.stats.weighting.cells import SampleCells, sample_cells
from rundfrage.stats.weighting.placing import (
    Placed,
    empty,
    keeping,
    placed_on,
    taking_part,
    unlisted,
)
from rundfrage.stats.weighting.raking import rake
from rundfrage.stats.weighting.refusal import refuse_extreme, refuse_negative, refuse_unmet
from rundfrage.stats.weighting.settings import Method, Settings, Unanswered, refuse_settings
from rundfrage.stats.weighting.targets import Margin
from rundfrage.stats.weighting.trimming import Trimming, trim

Numbers = npt.NDArray[np.float64]
TOLERANCE = 1e-12
"""No target is missed by more than this share of all weight."""
_VANISHED = 1e-6
"""A raked cell with less than this of its base weight was meant to have none."""
_BELOW_ZERO = -1e-12


@dataclass(frozen=True, eq=False)
class Weighting:
    """Weights of shape (n,), and all that is to be told of how they came about.

    `taking` says which cells get weights, `unanswered` counts respondents left out for a missing
    answer, `outside` those of categories whose target is zero.
    """

    weights: Numbers
    base: Numbers | None
    settings: Settings
    cells: SampleCells
    placed: tuple[Placed, ...]
    solution: Solution
    trimming: Trimming | None
    unanswered: int
    outside: int


def weigh(
    dataset: Dataset, margins: Sequence[Margin], settings: Settings | None = None
) -> Weighting:
    """Weights of the respondents that meet the margins.

    Raises a Problem that names the margin and the category: margins that contradict each other,
    categories without respondents or without target, missing answers (unless the settings say what
    to do), bounds that no weights can keep, weights below zero.
    """
    settings = settings or Settings()
    refuse_settings(settings, margins)
    agreed = agreeing(margins)
    base = None if settings.base is None else dataset.weights(settings.base)
    axes = tuple(dict.fromkeys(axis for margin in agreed for axis in margin.axes))
    cells = sample_cells(dataset, axes, base)
    raise_all(
        problem for margin in agreed for problem in unlisted(margin, cells, settings, dataset)
    )
    placed = tuple(placed_on(margin, cells, settings) for margin in agreed)
    there = cells.base > 0
    answering = there & np.logical_and.reduce([one.level >= 0 for one in placed])
    wanted = [one.shares[one.level] > 0 for one in placed]
    taking = answering & np.logical_and.reduce(wanted)
    raise_all(problem for one in placed for problem in empty(one, cells, taking))
    if settings.unanswered is Unanswered.KEEP:
        placed = tuple(keeping(one, cells, taking) for one in placed)
    persons = int(cells.contributing[taking].sum())
    scale = persons / cells.base[taking].sum()
    solution = _solve(cells.base[taking] * scale, taking_part(placed, taking), persons, settings)
    ratios = np.zeros(len(cells.n))
    ratios[taking] = solution.ratios * scale
    weights = cells.spread(ratios) if base is None else cells.spread(ratios) * base
    trimming = None
    if settings.trimming is not None:
        weights, trimming = trim(weights, *settings.trimming)
    return Weighting(
        weights=weights,
        base=base,
        settings=settings,
        cells=cells,
        placed=placed,
        solution=replace(solution, ratios=ratios),
        trimming=trimming,
        unanswered=int(cells.contributing[there & ~answering].sum()),
        outside=int(cells.contributing[answering & ~taking].sum()),
    )


def _solve(base: Numbers, placed: Sequence[Placed], persons: int, settings: Settings) -> Solution:
    targets = [one.shares * persons for one in placed]
    plain = settings.method in {Method.RAKE, Method.POSTSTRATIFY} and settings.bounds is None
    solution = None
    if plain:
        solution = rake(base, [one.level for one in placed], targets, TOLERANCE)
    if solution is None or not solution.met:
        # Where variables hang together closely, raking creeps; Newton finds the same weights.
        belongs, wanted = _belongs(placed, len(base)), np.concatenate(targets)
        distance = _distance(settings)
        solution = calibration.calibrate(base, belongs, wanted, distance, TOLERANCE)
        if not solution.met:
            refuse_unmet(base, placed, belongs, wanted, solution, settings.bounds)
    if plain and solution.ratios.min() < _VANISHED:
        refuse_extreme(solution, placed)
    if solution.ratios.min() < _BELOW_ZERO:
        refuse_negative(solution, placed)
    return solution


def _distance(settings: Settings) -> Distance:
    if settings.method is Method.LINEAR:
        return calibration.linear(settings.bounds)
    if settings.method is Method.LOGIT and settings.bounds is not None:
        return calibration.logit(settings.bounds)
    return calibration.raking(settings.bounds)


def _belongs(placed: Sequence[Placed], cells: int) -> sparse.csr_array:
    blocks = [
        sparse.csr_array(
            (np.ones(cells), (np.arange(cells), one.level)), shape=(cells, len(one.shares))
        )
        for one in placed
    ]
    return sparse.csr_array(sparse.hstack(blocks, format="csr"))
