"""Cells: the totals of crossed columns, and how any function of them varies by the design.

An estimate is a function g of the totals T, one value for each cell and measure. By linearisation
its covariance is J V(T) J' with J = dg/dT (Binder 1983; Särndal et al. 1992, section 5.5); by
replicates it is the spread of g(T_r). So each statistic is written once, as g. J comes from a
complex step (Squire and Trapp 1998), exact to the last digits: g must use plain arithmetic.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.stats.design import Design
from rundfrage.stats.engine import Asked, Measure, moments
from rundfrage.stats.frame import frame_of
from rundfrage.stats.parts import (
    Clustered,
    Replicated,
    Scattered,
    parts_of_given,
    parts_of_strata,
    parts_of_units,
)
from rundfrage.stats.replicates import GivenReplicates, replicate_covariance

Array = npt.NDArray[Any]
Numbers = npt.NDArray[np.float64]
Statistic = Callable[[Any], Any]
"""Totals of the shape (…, *levels, measures + 1) to estimates of the shape (…, m)."""
_STEP = 1e-100
_BATCH = 64
_MOST = 100_000_000


@dataclass(frozen=True, eq=False)
class Cells:
    """Totals by cell, C cells and P measures after the constant 1.

    Attributes:
        design: The design they come from.
        levels: The values of each crossed column, ascending, in words where it has words.
        totals: Weighted sums, shape (*levels, P + 1).
        beside: Sums of the measures without uncertainty, shape (*levels, Q).
        n: Respondents with a weight above zero, shape (*levels,).
        parts: What the covariance is made of; see `covariance`.
    """

    design: Design
    levels: tuple[tuple[Any, ...], ...]
    totals: Numbers
    beside: Numbers
    n: npt.NDArray[np.int64]
    parts: Clustered | Scattered | Replicated

    def covariance(self, statistic: Statistic, *, linear: bool = False) -> tuple[Numbers, Numbers]:
        """The estimates of `statistic`, shape (m,), and their covariance, shape (m, m).

        With replicates `linear` takes the totals' covariance from them and linearises the rest.
        """
        with np.errstate(divide="ignore", invalid="ignore"):
            values = np.asarray(statistic(self.totals), float)
            if not isinstance(self.parts, Replicated):
                return values, self.parts.covariance(self.design, _slopes(statistic, self.totals))
            part = self.parts
            if linear:
                slopes = _slopes(statistic, self.totals).reshape(len(values), -1)
                moved = part.totals.reshape(len(part.totals), -1) @ slopes.T
                centre = slopes @ self.totals.ravel()
            else:
                moved, centre = np.asarray(statistic(part.totals), float), values
            return values, replicate_covariance(
                moved, centre, part.scale, part.rscales, mse=part.mse
            )

    def df(self, chosen: Array | None = None) -> float:
        """Degrees of freedom: units less strata, counted where `chosen` cells have respondents.

        `chosen` has the shape (*levels,); None means all. With replicates they are the rank of
        the weights less one. As R's `degf`, in a domain that of `subset(design)`.
        """
        if isinstance(self.parts, Replicated):
            return self.parts.df
        mask = np.ones(self.n.shape, bool) if chosen is None else chosen
        return self.parts.df(self.design, mask.ravel())


def _slopes(statistic: Statistic, totals: Numbers) -> Numbers:
    """dg/dT by complex steps: shape (m, *totals.shape)."""
    size = totals.size
    flat = totals.reshape(1, size)
    found = []
    for start in range(0, size, _BATCH):
        stop = min(start + _BATCH, size)
        moved = np.repeat(flat, stop - start, axis=0).astype(complex)
        moved[np.arange(stop - start), np.arange(start, stop)] += _STEP * 1j
        answers = np.asarray(statistic(moved.reshape(-1, *totals.shape)))
        found.append(answers.imag / _STEP)
    return np.concatenate(found).T.reshape(-1, *totals.shape)


def collect(
    design: Design,
    cells: Sequence[str] = (),
    measures: Sequence[Measure] = (),
    *,
    beside: Sequence[Measure] = (),
    complete: Sequence[str] = (),
) -> Cells:
    """The cells of crossed columns with the totals of measures.

    Respondents who lack one of the columns are left out of the cells, but their units and strata
    count in the design. Raises a Problem if nobody is left.
    """
    given = design.replicates if isinstance(design.replicates, GivenReplicates) else None
    own = () if design.weight is None else (design.weight,)
    groups = () if given else (*design.strata, *design.stages)
    asked = Asked(
        groups,
        tuple(cells),
        tuple(measures),
        tuple(beside),
        tuple(complete),
        own,
        products=not given and not design.psu,
    )
    found = moments(design.source, asked if given else design.counting(asked))
    if not given:
        design.learn(found)
    if not found.contributing.sum():
        raise nobody_answered((*cells, *dict.fromkeys(one.column for one in measures)))
    frame = frame_of(found)
    units = len(design.structure.codes) if groups and design.psu else 1
    if units * frame.size * (len(measures) + 1) > _MOST:
        raise Problem(
            "cells-too-many",
            where=Where(design.source.origin, name=", ".join(cells)),
            found=message(
                "There are {size} combinations in {units} sampling units.",
                size=frame.size,
                units=units,
            ),
            expected=message("at most {most} sums at once.", most=_MOST),
            mend=message(
                "Put numbers into classes before their shares are taken, or cross fewer columns."
            ),
        )
    levels = tuple(
        _words(design, name, values) for name, values in zip(cells, frame.values, strict=True)
    )
    split = len(measures) + 1
    totals = frame.spread(found.sums[0][:, :split])
    parts: Clustered | Scattered | Replicated
    if given:
        parts = parts_of_given(design, given, asked, frame)
    elif design.psu:
        parts = parts_of_units(design, found, asked, frame, split)
    else:
        parts = parts_of_strata(design, found, frame, split)
    return Cells(
        design,
        levels,
        totals,
        frame.spread(found.sums[0][:, split:]),
        frame.spread(found.contributing[:, None])[..., 0].astype(np.int64),
        parts,
    )


def _words(design: Design, name: str, values: Array) -> tuple[Any, ...]:
    levels = design.source.fields[name].levels
    if levels is None:
        return tuple(values.tolist())
    return tuple(levels[int(one)] for one in values)


def nobody_answered(columns: Sequence[str]) -> Problem:
    """That nobody with a weight answered all of these columns."""
    return Problem(
        "nobody-answered",
        found=message(
            "Nobody with a weight above zero answered {columns}.",
            columns=", ".join(columns) or message("anything"),
        ),
        expected=message("at least one answer."),
        mend=message("Choose other variables, or a wider group."),
    )
