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
from rundfrage.stats.engine import Asked, Source, moments
from rundfrage.stats.frame import Frame
from rundfrage.stats.positions import combined, distinct

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
class Explained:
    """What margins explain: scores of units lose `units` @ (`slopes` @ theirs).

    `units` are the units' totals of the margins' indicators, shape (U, K); `slopes` the regression
    of each sum on them, shape (K, sums).
    """

    units: Numbers
    slopes: Numbers


def explained(
    source: Source,
    calibration: Calibration,
    weight: str | None,
    groups: tuple[str, ...],
    places: Any,  # noqa: ANN401  (from the groups' values to their units, shape (G,))
    size: int,
    asked: Asked,
    frame: Frame,
) -> Explained:
    """What the margins explain of the sums that `asked` describes, in the cells of `frame`."""
    columns = calibration.columns
    own = () if weight is None else (weight,)
    base = () if calibration.base is None else (calibration.base,)
    every = moments(source, Asked((), columns, weights=base))
    if every.n.sum() != source.rows:
        raise Problem(
            "calibration-incomplete",
            where=Where(source.origin, name=", ".join(columns)),
            found=f"{source.rows - int(every.n.sum())} of {source.rows} respondents lack one of "
            "them.",
            expected="a category in each margin for every respondent.",
            mend="Name only margins that everybody has, or leave the respondents out.",
        )
    values = [distinct(one)[0] for one in every.cells]
    coded = _Indicators(columns, tuple(values), calibration.margins, every.cells)
    indicators = coded.of(every.cells)
    gram = indicators.T @ (indicators * every.sums[0][:, :1])
    by_unit = moments(source, Asked(groups, columns, weights=own))
    rows = coded.of(by_unit.cells) * by_unit.sums[0][:, :1]
    unit = places(by_unit.groups)
    units = np.array([np.bincount(unit, one, size) for one in rows.T]).T
    crossed = moments(
        source,
        Asked((), (*asked.cells, *columns), asked.measures, (), asked.complete, base),
    )
    own_cells = len(asked.cells)
    cell = frame.places(crossed.cells[:own_cells], len(crossed.n))
    there = cell >= 0
    width = crossed.sums.shape[2]
    sums = np.zeros((indicators.shape[1], frame.size, width))
    for place, one in enumerate(coded.of(crossed.cells[own_cells:]).T):
        for measure in range(width):
            weighed = (one * crossed.sums[0][:, measure])[there]
            sums[place, :, measure] = np.bincount(cell[there], weighed, frame.size)
    return Explained(units, np.linalg.pinv(gram) @ sums.reshape(len(sums), -1))


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
