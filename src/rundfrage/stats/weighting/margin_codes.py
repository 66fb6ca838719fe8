"""Which target of each margin a respondent belongs to, for the variance after calibration.

Weights that were made to meet margins make estimates surer (see stats.calibrated), as far as they
do meet them: weights that were trimmed, or made for other targets, are refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from rundfrage.dataset import Dataset
from rundfrage.errors import Problem, Where, raise_all
from rundfrage.locales import message, rounded
from rundfrage.stats.weighting.agreement import agreeing
from rundfrage.stats.weighting.cells import sample_cells
from rundfrage.stats.weighting.placing import Placed, placed_on, unlisted
from rundfrage.stats.weighting.settings import Settings, Unanswered
from rundfrage.stats.weighting.targets import Margin

Codes = npt.NDArray[np.int16]
Numbers = npt.NDArray[np.float64]
_SLACK = 5e-4
"""Weights that were stored with few digits miss their targets by less."""


def margin_codes(
    dataset: Dataset, margins: Sequence[Margin], weights: Numbers
) -> tuple[Codes, ...]:
    """The places of respondents among the targets of each margin, each of the shape (n,).

    Those without an answer stand after the last target, and after them those of weight zero, who
    took no part. Raises a Problem for a category without a target, and for one that the weights
    (shape (n,)) miss by more than 0.05 percentage points and the rounding of its figure.
    """
    agreed = agreeing(margins)
    settings = Settings(unanswered=Unanswered.KEEP)
    axes = tuple(dict.fromkeys(axis for margin in agreed for axis in margin.axes))
    cells = sample_cells(dataset, axes, weights)
    raise_all(
        problem for margin in agreed for problem in unlisted(margin, cells, settings, dataset)
    )
    placed = [placed_on(margin, cells, settings) for margin in agreed]
    raise_all(problem for one in placed for problem in _unmet(one, cells.base))
    found = []
    for one in placed:
        level = cells.spread(one.level.astype(float)).astype(np.int16)
        level[weights == 0] = len(one.margin.targets) + 1
        found.append(level)
    return tuple(found)


def _unmet(placed: Placed, weight: npt.NDArray[Any]) -> Iterator[Problem]:
    targets = placed.margin.targets
    there = (placed.level >= 0) & (placed.level < len(targets))
    sums = np.bincount(placed.level[there], weight[there], len(targets))
    for target, share in zip(targets, sums / sums.sum(), strict=True):
        if abs(share - target.share) > _SLACK + target.slack:
            yield Problem(
                "calibration-unmet",
                where=Where(placed.margin.file, target.line, placed.margin.name),
                found=message(
                    "With these weights “{category}” is {share} %, and its target is {target} %.",
                    category=target.label.source,
                    share=rounded(100 * share, ".4g"),
                    target=rounded(100 * target.share, ".4g"),
                ),
                expected=message("the margins that the weights were made to meet."),
                mend=message(
                    "Name the file that they were made with. After trimming margins no longer "
                    "hold: leave margins= out, or make weights with bounds instead."
                ),
            )
