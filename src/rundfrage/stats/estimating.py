"""From cells to estimates: which cells are one domain, and what the design effect compares with."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np
import numpy.typing as npt

from rundfrage.stats.cells import Cells, Statistic
from rundfrage.stats.estimate import Estimates

Array = npt.NDArray[Any]
Numbers = npt.NDArray[np.float64]


def domain_labels(cells: Cells, crossed: int) -> tuple[tuple[Any, ...], ...]:
    """The combinations of the first `crossed` columns' levels, in the order of their totals."""
    return tuple(product(*cells.levels[:crossed]))


def estimates_of(
    cells: Cells,
    statistic: Statistic,
    labels: tuple[tuple[Any, ...], ...],
    crossed: int,
    *,
    level: float,
    repeated: int = 1,
    simple: Numbers | None = None,
) -> Estimates:
    """The estimates of a statistic with their joint covariance.

    Each domain (combination of the first `crossed` columns) has `repeated` estimates in a row;
    `labels` name all, domains without respondents included, and these are left out here. `simple`
    holds the variance that a simple random sample with replacement would have, or None.
    """
    persons = cells.n.reshape(*cells.n.shape[:crossed], -1).sum(axis=-1).ravel()
    there = np.repeat(persons > 0, repeated)
    values, covariance = cells.covariance(lambda totals: statistic(totals)[..., there])
    places = np.flatnonzero(persons > 0).tolist()
    df = np.array([cells.df(_mask(cells, place, crossed)) for place in places])
    chosen = tuple(label for label, one in zip(labels, there, strict=True) if one)
    with np.errstate(divide="ignore", invalid="ignore"):
        deff = (
            np.full(len(values), np.nan)
            if simple is None
            else np.diag(covariance) / simple.ravel()[there]
        )
    return Estimates(
        values,
        covariance,
        np.repeat(df, repeated),
        np.repeat(persons[persons > 0], repeated),
        chosen,
        cells.df(),
        np.where(np.isfinite(deff), deff, np.nan),
        level,
    )


def _mask(cells: Cells, place: int, crossed: int) -> Array:
    mask = np.zeros(cells.n.shape, bool)
    mask[np.unravel_index(place, cells.n.shape[:crossed]) if crossed else ...] = True
    return mask


def corrected(n: Array) -> Numbers:
    """The factor n / (n - 1) of an unbiased variance; NaN for fewer than two respondents."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(n > 1, n / np.maximum(n - 1.0, 1e-300), np.nan)
