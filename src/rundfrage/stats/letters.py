"""Column letters: which columns of a table differ, by the design and not by a rule of thumb.

Columns are lettered A, B, C, …; a cell carries the letters of the columns that it lies above
significantly, in lower case at the wider level and in upper case at the stricter one. The usual
practice (a z test of independent columns on Kish's effective bases) ignores strata, clusters and
the covariance of columns; where it would have said otherwise, the pair is marked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from string import ascii_uppercase
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.stats import norm
from scipy.stats import t as student

from rundfrage.stats.cells import Cells, collect
from rundfrage.stats.design import Design
from rundfrage.stats.engine import Measure, centre
from rundfrage.stats.estimate import Estimates
from rundfrage.stats.estimating import Numbers, estimates_of

WIDE, STRICT = 0.05, 0.01


class Adjustment(StrEnum):
    """How p is adjusted for the pairs of a row: Holm (1979), Benjamini and Hochberg (1995)."""

    NONE = "none"
    HOLM = "holm"
    BH = "BH"


@dataclass(frozen=True)
class ColumnPair:
    """Two columns compared in one row: `one` less `other`.

    `p` is the design's, `adjusted` after the adjustment within the row, `usual` that of the z
    test on Kish's bases; `disagrees` says that the two fall on different sides of the wide level.
    """

    row: Any
    one: Any
    other: Any
    difference: float
    se: float
    p: float
    adjusted: float
    usual: float

    @property
    def disagrees(self) -> bool:
        """True if the usual test would have said otherwise (before adjustment, as it has none)."""
        return (self.p < WIDE) != (self.usual < WIDE)


@dataclass(frozen=True)
class ColumnLetters:
    """The letters of a table: `letters` by (row, column), `names` the letter of each column."""

    names: dict[Any, str]
    letters: dict[tuple[Any, Any], str]
    pairs: tuple[ColumnPair, ...]


def adjusted(p: Sequence[float] | Numbers, how: Adjustment) -> npt.NDArray[np.float64]:
    """Adjusted probabilities, shape of `p`, as R's `p.adjust`."""
    given = np.asarray(p, float)
    m = len(given)
    order = np.argsort(given)
    ranked = given[order]
    match how:
        case Adjustment.HOLM:
            ranked = np.maximum.accumulate(ranked * (m - np.arange(m)))
        case Adjustment.BH:
            ranked = np.minimum.accumulate((ranked * m / np.arange(1, m + 1))[::-1])[::-1]
        case _:
            pass
    back = np.empty(m)
    back[order] = np.minimum(ranked, 1)
    return back


def share_letters(
    design: Design,
    variable: str,
    banner: str | Sequence[str],
    *,
    adjustment: Adjustment = Adjustment.HOLM,
) -> ColumnLetters:
    """Letters for the shares of a variable's answers (rows) in the columns of a banner.

    `banner` is a variable, whose answers are the columns, or several marks of 0 and 1, whose
    columns may overlap. The usual test is z = (p1 - p2) / sqrt(p (1 - p) (1/n1 + 1/n2)) with p
    pooled and n = (sum w)^2 / sum w^2 (Kish 1965, section 11.7).
    """
    if isinstance(banner, str):
        cells = collect(design, (variable, banner), beside=_squared(design))
        columns: tuple[Any, ...] = cells.levels[1]
        effective = _effective(cells.totals[..., 0], _squares(cells))

        def statistic(sums: Any) -> Any:  # noqa: ANN401
            counted = sums[..., 0]
            shares = counted / counted.sum(axis=-2, keepdims=True)
            return shares.reshape(*shares.shape[:-2], -1)

    else:
        columns = tuple(banner)
        marks = [Measure(one) for one in banner]
        cells = collect(design, (variable,), marks, complete=columns)
        whole = [collect(design, (variable, one), beside=_squared(design)) for one in banner]
        effective = np.array(
            [_effective(one.totals[:, -1, 0], _squares(one)[:, -1]) for one in whole]
        )

        def statistic(sums: Any) -> Any:  # noqa: ANN401
            counted = sums[..., 1:]
            shares = counted / counted.sum(axis=-2, keepdims=True)
            return shares.reshape(*shares.shape[:-2], -1)

    rows = cells.levels[0]
    labels = tuple((row, column) for row in rows for column in columns)
    found = estimates_of(cells, statistic, labels, 0, level=0.95, repeated=len(labels))
    spread = found.values * (1 - found.values)
    return _lettered(found, rows, columns, effective, spread, adjustment, pooled=True)


def mean_letters(
    design: Design,
    variable: str,
    banner: str,
    *,
    adjustment: Adjustment = Adjustment.HOLM,
) -> ColumnLetters:
    """Letters for means of a number in the columns of a banner; the row is named `variable`.

    The usual test is z = (m1 - m2) / sqrt(s1^2/n1 + s2^2/n2) on Kish's effective bases.
    """
    middle = centre(design.source, variable)
    cells = collect(
        design,
        (banner,),
        [Measure(variable, middle)],
        beside=[Measure(variable, middle, 2), *_squared(design)],
    )
    columns = cells.levels[0]
    labels = tuple((variable, one) for one in columns)
    found = estimates_of(
        cells,
        lambda sums: sums[..., 1] / sums[..., 0] + middle,
        labels,
        0,
        level=0.95,
        repeated=len(labels),
    )
    size = cells.totals[..., 0]
    spread = cells.beside[..., 0] / size - (cells.totals[..., 1] / size) ** 2
    squares = cells.beside[..., 1] if design.weight else size
    effective = np.array([_effective(*one) for one in zip(size, squares, strict=True)])
    return _lettered(found, (variable,), columns, effective, spread, adjustment, pooled=False)


def _squared(design: Design) -> list[Measure]:
    return [] if design.weight is None else [Measure(design.weight)]


def _squares(cells: Cells) -> Numbers:
    return cells.beside[..., 0] if cells.design.weight else cells.totals[..., 0]


def _effective(weight: Any, squares: Any) -> Any:  # noqa: ANN401  (sums over rows first)
    if np.ndim(weight):
        weight, squares = np.sum(weight, axis=0), np.sum(squares, axis=0)
    return weight**2 / squares


def _lettered(
    found: Estimates,
    rows: Sequence[Any],
    columns: Sequence[Any],
    effective: Numbers,
    spread: Numbers,
    adjustment: Adjustment,
    *,
    pooled: bool,
) -> ColumnLetters:
    names = {column: _name(place) for place, column in enumerate(columns)}
    letters: dict[tuple[Any, Any], str] = {(row, one): "" for row in rows for one in columns}
    pairs = []
    for place, row in enumerate(rows):
        shares = found.values[place * len(columns) : (place + 1) * len(columns)]
        spreads = spread[place * len(columns) : (place + 1) * len(columns)]
        compared = list(combinations(range(len(columns)), 2))
        errors, plain = _compared(found, place * len(columns), compared)
        probabilities = adjusted(plain, adjustment)
        for number, (one, other) in enumerate(compared):
            p = probabilities[number]
            usual = _usual(shares, spreads, effective, one, other, pooled=pooled)
            difference = float(shares[one] - shares[other])
            pairs.append(
                ColumnPair(
                    row,
                    columns[one],
                    columns[other],
                    difference,
                    float(errors[number]),
                    float(plain[number]),
                    float(p),
                    usual,
                )
            )
            if p < WIDE:
                above, below = (one, other) if difference > 0 else (other, one)
                letter = names[columns[below]]
                letters[row, columns[above]] += letter if p < STRICT else letter.lower()
    ordered = {key: "".join(sorted(one, key=str.lower)) for key, one in letters.items()}
    return ColumnLetters(names, ordered, tuple(pairs))


def _compared(
    found: Estimates, start: int, compared: Sequence[tuple[int, int]]
) -> tuple[Numbers, Numbers]:
    """Standard errors and probabilities of a row's differences, each of the shape (pairs,)."""
    one, other = (start + np.array(side, int) for side in zip(*compared, strict=True))
    v = found.covariance
    errors = np.sqrt(np.maximum(v[one, one] + v[other, other] - 2 * v[one, other], 0))
    with np.errstate(divide="ignore", invalid="ignore"):
        t = np.abs(found.values[one] - found.values[other]) / errors
    return errors, 2 * student.sf(t, found.joint_df)


def _usual(
    shares: Numbers, spreads: Numbers, effective: Numbers, one: int, other: int, *, pooled: bool
) -> float:
    n1, n2 = effective[one], effective[other]
    if pooled:
        p = (shares[one] * n1 + shares[other] * n2) / (n1 + n2)
        variance = p * (1 - p) * (1 / n1 + 1 / n2)
    else:
        variance = spreads[one] / n1 + spreads[other] / n2
    if not variance > 0:
        return float("nan")
    return float(2 * norm.sf(abs(shares[one] - shares[other]) / np.sqrt(variance)))


def _name(place: int) -> str:
    """A to Z, then AA, AB and so on."""
    return (_name(place // 26 - 1) if place > 25 else "") + ascii_uppercase[place % 26]  # noqa: PLR2004
