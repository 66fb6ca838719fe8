"""Margins on the cells of the sample: which target a cell belongs to, and what has none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from rundfrage.dataset import Dataset
from rundfrage.errors import Problem, Where
from rundfrage.locales import counted_message, message, rounded
from rundfrage.stats.weighting.cells import SampleCells
from rundfrage.stats.weighting.settings import Settings, Unanswered
from rundfrage.stats.weighting.targets import NO_ANSWER, OUTSIDE, Margin

Array = npt.NDArray[Any]
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Placed:
    """A margin on the cells: the target each cell belongs to (shape (C,)), and their shares.

    Cells without an answer belong to the target after the last, or to -1 if they are left out.
    """

    margin: Margin
    level: Array
    shares: Numbers


def _level(margin: Margin, cells: SampleCells) -> tuple[Array, Array]:
    """The target of each cell or -1, and whether an answer is missing; shape (C,) each."""
    codes = [cells.key(axis) for axis in margin.axes]
    missing = np.logical_or.reduce([one == NO_ANSWER for one in codes])
    known = ~missing & np.logical_and.reduce([one != OUTSIDE for one in codes])
    level = np.full(len(cells.n), -1)
    level[known] = margin.levels()[tuple(one[known] for one in codes)]
    return level, missing


def unlisted(
    margin: Margin, cells: SampleCells, settings: Settings, dataset: Dataset
) -> Iterator[Problem]:
    """A Problem for missing answers that are refused, and for each category without a target."""
    level, missing = _level(margin, cells)
    place = Where(margin.file, margin.targets[0].line, margin.name)
    lacking = int(cells.contributing[missing].sum())
    if lacking and settings.unanswered is Unanswered.REFUSE:
        yield Problem(
            "margin-answers-missing",
            where=place,
            found=message(
                "{lacking} of {total} respondents gave no answer to {name}.",
                lacking=lacking,
                total=cells.contributing.sum(),
                name=margin.name,
            ),
            expected=message("an answer by everybody, or a rule for those who gave none."),
            mend=message(
                "Choose one: they keep their share, and the others meet the targets; or they "
                "get a weight of zero."
            ),
        )
    unlisted: Counter[str] = Counter()
    for cell in np.flatnonzero(~missing & (level < 0) & (cells.base > 0)):
        unlisted[_cell_name(margin, cells, int(cell), dataset)] += int(cells.contributing[cell])
    for name, count in unlisted.items():
        yield Problem(
            "margin-category-unlisted",
            where=place,
            found=message(
                "{count} in “{name}”, for which there is no target.",
                count=counted_message("{count} respondent is", "{count} respondents are", count),
                name=name,
            ),
            expected=message("a target for each category that respondents chose."),
            mend=message("Add a row; with a target of 0 they are left out."),
        )


def _cell_name(margin: Margin, cells: SampleCells, cell: int, dataset: Dataset) -> str:
    words = []
    for axis in margin.axes:
        code = int(cells.key(axis)[cell])
        if axis.classes:
            low, high = axis.classes[code] if code >= 0 else (np.nan, np.nan)
            words.append(f"{low:g}..{high:g}" if code >= 0 else "none of the classes")
        else:
            category = dataset.codebook[axis.variable].categories[code]
            words.append(category.label.source or category.name)
    return " × ".join(words)


def placed_on(margin: Margin, cells: SampleCells, settings: Settings) -> Placed:
    """The margin on the cells; `unlisted` has seen to it that every answer has a target."""
    level, missing = _level(margin, cells)
    shares = margin.shares
    if settings.unanswered is Unanswered.KEEP and missing.any():
        level = np.where(missing, len(shares), level)
        # Their share is set when it is known who takes part; until then it only isn't zero.
        return Placed(margin, level, np.append(shares, 1.0))
    return Placed(margin, level, shares)


def keeping(placed: Placed, cells: SampleCells, taking: Array) -> Placed:
    """With the share of those without an answer by their base weights, the others scaled to it."""
    count = len(placed.margin.targets)
    if len(placed.shares) == count:
        return placed
    base = np.where(taking, cells.base, 0.0)
    kept = float(base[placed.level == count].sum() / base.sum())
    return replace(placed, shares=np.append(placed.margin.shares * (1 - kept), kept))


def empty(placed: Placed, cells: SampleCells, taking: Array) -> Iterator[Problem]:
    """A Problem for each target above 0 that no cell taking part belongs to."""
    there = np.bincount(placed.level[taking], cells.base[taking], len(placed.shares))
    for target, share, weight in zip(placed.margin.targets, placed.shares, there, strict=False):
        if share > 0 and weight == 0:
            yield Problem(
                "margin-cell-empty",
                where=Where(placed.margin.file, target.line, placed.margin.name),
                found=message(
                    "Nobody is in “{category}”, but {share} % are to be.",
                    category=target.label.source,
                    share=rounded(100 * share, ".6g"),
                ),
                expected=message("a respondent in each cell whose target is above 0."),
                mend=message("Join it with another category: a|b, with the sum of both figures."),
            )


def taking_part(placed: Sequence[Placed], taking: Array) -> list[Placed]:
    """The margins on the cells that get weights; those without an answer only where some do."""
    found = []
    for one in placed:
        level = one.level[taking]
        used = one.shares > 0
        numbers = np.cumsum(used) - 1
        found.append(replace(one, level=numbers[level], shares=one.shares[used]))
    return found
