"""The variance after calibration: what the margins explain of a variable is no longer uncertain.

Weights that were made to meet known totals (raking, post-stratification, linear or logit
calibration) make estimates surer as far as the margins explain them. The linearised variance is
then that of residuals: each score e becomes e - x'B, x being the indicators of the margins'
categories and B the regression of e on x with the weights before calibration (Deville and Särndal
1992, eq. 3.4; Lumley 2010, section 7.3). It is the same for all these methods, as in R's
`calibrate` and `postStratify`; R's `rake` differs a little, for it regresses by one margin after
the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rundfrage.errors import Problem, Where
from rundfrage.locales import counted_message, message
from rundfrage.stats.engine import Asked, Source, moments
from rundfrage.stats.frame import Frame
from rundfrage.stats.layout import Layout
from rundfrage.stats.positions import combined, distinct
from rundfrage.stats.structure import Structure

Array = npt.NDArray[Any]
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Calibration:
    """What the weights were calibrated to.

    `margins` are the columns of each margin (several: their combinations), `base` the column of
    weights before calibration (none: 1 each).
    """

    margins: tuple[tuple[str, ...], ...]
    base: str | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of all margins, each once."""
        return tuple(dict.fromkeys(name for margin in self.margins for name in margin))


@dataclass(frozen=True, eq=False)
class Regressors:
    """The margins' indicators, K of them, in a design.

    `units` are the units' totals of them, shape (U, K), and `inverse` is that of their products
    over all respondents with the weights before calibration, shape (K, K).
    """

    calibration: Calibration
    indicators: _Indicators
    units: Numbers
    inverse: Numbers

    def slopes(self, source: Source, asked: Asked, frame: Frame) -> Numbers:
        """The regression of the sums that `asked` describes, in the cells of `frame`; (K, sums)."""
        columns = self.calibration.columns
        cells = (*asked.cells, *columns)
        crossed = moments(
            source, Asked((), cells, asked.measures, (), asked.complete, _base(self.calibration))
        )
        own = len(asked.cells)
        cell = frame.places(crossed.cells[:own], len(crossed.n))
        there = cell >= 0
        width = crossed.sums.shape[2]
        sums = np.zeros((len(self.inverse), frame.size, width))
        for place, one in enumerate(self.indicators.of(crossed.cells[own:]).T):
            for measure in range(width):
                weighed = (one * crossed.sums[0][:, measure])[there]
                sums[place, :, measure] = np.bincount(cell[there], weighed, frame.size)
        slopes: Numbers = self.inverse @ sums.reshape(len(sums), -1)
        return slopes


def regressors(
    source: Source, calibration: Calibration, layout: Layout, structure: Structure
) -> Regressors:
    """The regressors of a design.

    Raises a Problem if a respondent is in no category of a margin.
    """
    columns = calibration.columns
    every = moments(source, Asked((), columns, weights=_base(calibration)))
    if every.n.sum() != source.rows:
        raise Problem(
            "calibration-incomplete",
            where=Where(source.origin, name=", ".join(columns)),
            found=counted_message(
                "{count} respondent lacks one of them.",
                "{count} respondents lack one of them.",
                source.rows - int(every.n.sum()),
            ),
            expected=message("a category in each margin for every respondent."),
            mend=message("Name only margins that everybody has, or leave the respondents out."),
        )
    values = tuple(distinct(one)[0] for one in every.cells)
    indicators = _Indicators(columns, values, calibration.margins, every.cells)
    rows = indicators.of(every.cells)
    by_unit = moments(source, Asked(layout.groups, columns, weights=layout.weights))
    unit, size = structure.places(by_unit.groups), len(structure.codes)
    weighed = indicators.of(by_unit.cells) * by_unit.sums[0][:, :1]
    units = np.array([np.bincount(unit, one, size) for one in weighed.T]).T
    inverse = np.linalg.pinv(rows.T @ (rows * every.sums[0][:, :1]))
    return Regressors(calibration, indicators, units, inverse)


def _base(calibration: Calibration) -> tuple[str, ...]:
    return () if calibration.base is None else (calibration.base,)


@dataclass(frozen=True, eq=False)
class _Indicators:
    """Indicators of the margins' categories, for groups of their columns."""

    columns: tuple[str, ...]
    values: tuple[Array, ...]
    margins: tuple[tuple[str, ...], ...]
    known: Sequence[Array]

    def of(self, groups: Sequence[Array]) -> Numbers:
        """1 where a group is in the category, else 0; shape (groups, K)."""
        found = []
        for margin in self.margins:
            chosen = [self.columns.index(name) for name in margin]
            values = [self.values[place] for place in chosen]
            every = np.unique(combined(values, [self.known[place] for place in chosen]))
            codes = combined(values, [groups[place] for place in chosen])
            found.append(codes[:, None] == every[None, :])
        return np.concatenate(found, axis=1).astype(float)
