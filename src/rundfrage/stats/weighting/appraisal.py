"""Judges weights: what they did to the margins, how they are spread, and what they cost.

What weighting costs in precision is Kish's design effect, n * sum(w^2) / sum(w)^2, over the
respondents with a weight above zero; n divided by it is the effective n (Kish 1965, section 11.7).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rundfrage.dataset import CHOSEN, Coded, Dataset, Marks
from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.stats.engine import Cross, totals
from rundfrage.stats.weighting.placing import Placed
from rundfrage.stats.weighting.weigh import Weighting
from rundfrage.text import Text

Array = npt.NDArray[Any]
Numbers = npt.NDArray[np.float64]
QUANTILES = (0.0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1.0)
_CLASSES = 20


@dataclass(frozen=True)
class Effect:
    """What weights cost a group: its `n` with a weight above 0, their sum, and effective n."""

    n: int
    weight: float
    effective: float

    @property
    def design_effect(self) -> float:
        """Kish's design effect; 1 where all weights are equal."""
        return self.n / self.effective if self.effective > 0 else float("nan")


@dataclass(frozen=True)
class TargetRow:
    """One target: shares among those who answered, between 0 and 1, before and after."""

    label: Text
    joins: bool
    before: float
    target: float
    after: float
    effect: Effect


@dataclass(frozen=True)
class MarginTable:
    """One margin before and after; `unanswered` counts those who gave no answer."""

    name: str
    label: Text
    rows: tuple[TargetRow, ...]
    total: float
    counted: bool
    unanswered: int

    @property
    def furthest(self) -> float:
        """The largest deviation from a target after weighting."""
        return max(abs(one.after - one.target) for one in self.rows)


@dataclass(frozen=True)
class BannerTable:
    """The effect of the weights in each category of a variable."""

    name: str
    label: Text
    rows: tuple[tuple[Text, Effect], ...]


@dataclass(frozen=True)
class WeightClass:
    """How many respondents have a weight from `low` to below `high` (the last: up to it)."""

    low: float
    high: float
    n: int


@dataclass(frozen=True)
class Distribution:
    """The weights above zero: pairs (share, quantile), and classes of equal width."""

    quantiles: tuple[tuple[float, float], ...]
    classes: tuple[WeightClass, ...]


@dataclass(frozen=True, eq=False)
class Appraisal:
    """All that a dossier says of a weighting."""

    weighting: Weighting
    respondents: int
    total: Effect
    margins: tuple[MarginTable, ...]
    banners: tuple[BannerTable, ...]
    distribution: Distribution


def effect(weights: Numbers) -> Effect:
    """The effect of weights of shape (n,)."""
    taking = weights[weights > 0]
    whole, squares = float(taking.sum()), float(np.square(taking).sum())
    return Effect(len(taking), whole, whole * whole / squares if squares else 0.0)


def appraise(dataset: Dataset, weighting: Weighting, by: Sequence[str] = ()) -> Appraisal:
    """The appraisal, with the effect in each category of the variables `by`.

    Raises a Problem if one of them is unknown or has no categories.
    """
    cells = weighting.cells
    (after,) = totals([Cross(cells.rows)], weighting.weights)
    sums = np.stack([after.contributing, after.weight, after.squares])
    return Appraisal(
        weighting,
        dataset.n,
        effect(weighting.weights),
        tuple(_margin(one, weighting, sums) for one in weighting.placed),
        tuple(_banner(dataset, name, weighting.weights) for name in dict.fromkeys(by)),
        _distribution(weighting.weights),
    )


def _margin(placed: Placed, weighting: Weighting, sums: Numbers) -> MarginTable:
    cells, count = weighting.cells, len(placed.margin.targets)
    missing = (placed.level < 0) | (placed.level >= count)
    level = np.where(missing, count, placed.level)
    before = np.bincount(level, cells.base, count + 1)[:count]
    n, weight, squares = (np.bincount(level, one, count + 1)[:count] for one in sums)
    rows = tuple(
        TargetRow(
            target.label,
            target.joins,
            float(before[place] / before.sum()),
            target.share,
            float(weight[place] / weight.sum()),
            Effect(
                int(n[place]),
                float(weight[place]),
                float(weight[place] ** 2 / squares[place]) if squares[place] > 0 else 0.0,
            ),
        )
        for place, target in enumerate(placed.margin.targets)
    )
    margin = placed.margin
    unanswered = int(cells.contributing[missing].sum())
    return MarginTable(margin.name, margin.label, rows, margin.total, margin.counted, unanswered)


def _banner(dataset: Dataset, name: str, weights: Numbers) -> BannerTable:
    variable = dataset.codebook[name]
    column = dataset.columns[name]
    if isinstance(column, Coded):
        (found,) = totals([Cross((column.codes,))], weights)
        chosen = [(found, found.keys[0] == place) for place in range(len(variable.categories))]
    elif isinstance(column, Marks):
        several = totals([Cross((mark,)) for mark in column.marks], weights)
        chosen = [(one, one.keys[0] == CHOSEN) for one in several]
    else:
        raise Problem(
            "dossier-without-categories",
            where=Where(dataset.source, name=name),
            found=message("{name} is a {type} variable.", name=name, type=variable.type),
            expected=message("a variable with categories."),
            mend=message("Name a single choice, a scale or a multiple choice."),
        )
    rows = []
    for category, (found, taken) in zip(variable.categories, chosen, strict=True):
        weight, squares = float(found.weight[taken].sum()), float(found.squares[taken].sum())
        effective = weight * weight / squares if squares > 0 else 0.0
        label = category.label or Text.of(category.name)
        rows.append((label, Effect(int(found.contributing[taken].sum()), weight, effective)))
    return BannerTable(name, variable.label or Text.of(name), tuple(rows))


def _distribution(weights: Numbers) -> Distribution:
    taking = weights[weights > 0]
    quantiles = np.quantile(taking, QUANTILES, method="inverted_cdf")
    low, high = float(quantiles[0]), float(quantiles[-1])
    if high - low <= 1e-9 * high:
        return Distribution(
            tuple(zip(QUANTILES, quantiles.tolist(), strict=True)),
            (WeightClass(low, high, len(taking)),),
        )
    # Steps of 1, 2 or 5 times a power of ten, so that the classes have even limits.
    rough = (high - low) / _CLASSES
    power = 10.0 ** np.floor(np.log10(rough))
    step = next(float(one * power) for one in (1, 2, 5, 10) if one * power >= rough)
    first = int(np.floor(low / step))
    counts = np.bincount(np.floor(taking / step).astype(np.int64) - first)
    classes = tuple(
        WeightClass(place * step, (place + 1) * step, int(n))
        for place, n in enumerate(counts, start=first)
    )
    return Distribution(tuple(zip(QUANTILES, quantiles.tolist(), strict=True)), classes)
