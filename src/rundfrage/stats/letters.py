"""Column letters: which columns of a table differ, by the design and not by a rule of thumb.

Columns are lettered A, B, C, …; a cell carries the letters of the columns that it lies above
significantly, in lower case at the wider level and in upper case at the stricter one. The usual
practice (a z test of independent columns on Kish's effective bases) ignores strata, clusters and
the covariance of columns; where it would have said otherwise, the pair is marked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations
from string import ascii_uppercase
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.stats import norm
from scipy.stats import t as student

from rundfrage.stats.apart import standard_errors
from rundfrage.stats.averages import means
from rundfrage.stats.cells import collect
from rundfrage.stats.design import Design
from rundfrage.stats.engine import Asked, Measure, centre, moments
from rundfrage.stats.estimate import LEVEL, Estimates
from rundfrage.stats.estimating import Numbers, estimates_of
from rundfrage.stats.frame import frame_of
from rundfrage.stats.intervals import NOISE, NOISE_OF_MEANS
from rundfrage.stats.shares import nets, proportions

Places = npt.NDArray[np.int64]
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
    """Adjusted probabilities, shape of `p`, as R's `p.adjust`; NaN is adjusted for by nothing."""
    every = np.asarray(p, float)
    known = ~np.isnan(every)
    given = every[known]
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
    back = np.full(len(every), np.nan)
    back[np.flatnonzero(known)[order]] = np.minimum(ranked, 1)
    return back


def share_letters(
    design: Design,
    variable: str,
    banner: str | Sequence[str],
    *,
    adjustment: Adjustment = Adjustment.HOLM,
    members: Mapping[Any, Sequence[Any]] | None = None,
    names: Mapping[Any, str] | None = None,
) -> ColumnLetters:
    """Letters for the shares of a variable's answers (rows) in the columns of a banner.

    `banner` is a variable, whose answers are the columns, or several marks of 0 and 1, whose
    columns may overlap. `members` names rows that count several answers together, instead of one
    row an answer; `names` gives columns their letters, instead of A, B, C in order.
    The usual test is z = (p1 - p2) / sqrt(p (1 - p) (1/n1 + 1/n2)) with p pooled and
    n = (sum w)^2 / sum w^2 (Kish 1965, section 11.7).
    """
    if not isinstance(banner, str):
        return _overlapping_letters(design, variable, tuple(banner), adjustment, members, names)
    crossed = (
        proportions(design, variable, by=[banner])
        if members is None
        else nets(design, variable, members, by=[banner])
    )
    rows, columns = _axes(crossed, members)
    found = _reordered(crossed, [(column, row) for row in rows for column in columns])
    sums = _column_sums(design, banner, (), variable)
    effective = sums[:, 0] ** 2 / sums[:, -1]
    spread = found.values * (1 - found.values)
    lettered = _names(columns, names)
    return _lettered(found, rows, lettered, effective, spread, adjustment, pooled=True)


def _axes(
    crossed: Estimates, members: Mapping[Any, Sequence[Any]] | None
) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    """The rows and the columns of shares by a banner, whose labels are (column, row)."""
    columns, rows = (tuple(dict.fromkeys(side)) for side in zip(*crossed.labels, strict=True))
    return (rows if members is None else tuple(members)), columns


def _reordered(found: Estimates, labels: Sequence[tuple[Any, ...]]) -> Estimates:
    """The same estimates in the order of these labels."""
    places = {label: place for place, label in enumerate(found.labels)}
    order = np.array([places[label] for label in labels], int)
    return replace(
        found,
        values=found.values[order],
        covariance=found.covariance[np.ix_(order, order)],
        df=found.df[order],
        n=found.n[order],
        labels=tuple(labels),
        deff=found.deff[order],
    )


def _column_sums(
    design: Design, banner: str, measures: Sequence[Measure], answered: str
) -> Numbers:
    """Sums of w, of w times each measure and of w^2 in each column, shape (columns, …)."""
    own = () if design.weight is None else (design.weight,)
    beside = (*measures, *map(Measure, own))
    asked = Asked((), (banner,), (), beside, (answered,), own)
    found = moments(design.source, asked)
    sums = frame_of(found).spread(found.sums[0])
    return sums if own else np.concatenate([sums, sums[:, :1]], axis=1)


def _overlapping_letters(
    design: Design,
    variable: str,
    columns: tuple[str, ...],
    adjustment: Adjustment,
    members: Mapping[Any, Sequence[Any]] | None,
    names: Mapping[Any, str] | None,
) -> ColumnLetters:
    cells = collect(design, (variable,), [Measure(one) for one in columns], complete=columns)
    sums = [_column_sums(design, one, (), variable)[-1] for one in columns]
    effective = np.array([one[0] ** 2 / one[-1] for one in sums])
    answers = cells.levels[0]
    rows = answers if members is None else tuple(members)
    counted = {one: (one,) for one in answers} if members is None else members
    joined = np.array([[one in counted[row] for one in answers] for row in rows], float)

    def statistic(sums: Any) -> Any:  # noqa: ANN401  (real or complex)
        shares = joined @ (sums[..., 1:] / sums[..., 1:].sum(axis=-2, keepdims=True))
        return shares.reshape(*shares.shape[:-2], -1)

    labels = tuple((row, column) for row in rows for column in columns)
    found = estimates_of(cells, statistic, labels, 0, level=LEVEL, repeated=len(labels))
    spread = found.values * (1 - found.values)
    lettered = _names(columns, names)
    return _lettered(found, rows, lettered, effective, spread, adjustment, pooled=True)


def mean_letters(
    design: Design,
    variable: str,
    banner: str,
    *,
    adjustment: Adjustment = Adjustment.HOLM,
    names: Mapping[Any, str] | None = None,
) -> ColumnLetters:
    """Letters for means of a number in the columns of a banner; the row is named `variable`.

    The usual test is z = (m1 - m2) / sqrt(s1^2/n1 + s2^2/n2) on Kish's effective bases.
    """
    found = means(design, variable, by=[banner])
    columns = tuple(column for (column,) in found.labels)
    middle = centre(design.source, variable)
    measures = (Measure(variable, middle), Measure(variable, middle, 2))
    sums = _column_sums(design, banner, measures, variable)
    spread = sums[:, 2] / sums[:, 0] - (sums[:, 1] / sums[:, 0]) ** 2
    effective = sums[:, 0] ** 2 / sums[:, -1]
    lettered = _names(columns, names)
    return _lettered(found, (variable,), lettered, effective, spread, adjustment, pooled=False)


def _names(columns: Sequence[Any], names: Mapping[Any, str] | None) -> dict[Any, str]:
    return {
        column: letter_of(place) if names is None else names[column]
        for place, column in enumerate(columns)
    }


def _lettered(
    found: Estimates,
    rows: Sequence[Any],
    names: dict[Any, str],
    effective: Numbers,
    spread: Numbers,
    adjustment: Adjustment,
    *,
    pooled: bool,
) -> ColumnLetters:
    columns = tuple(names)
    letters: dict[tuple[Any, Any], str] = {(row, one): "" for row in rows for one in columns}
    pairs = []
    compared = list(combinations(range(len(columns)), 2))
    first, second = np.array(compared, int).reshape(-1, 2).T
    for place, row in enumerate(rows):
        start = place * len(columns)
        shares = found.values[start : start + len(columns)]
        spreads = spread[start : start + len(columns)]
        errors, plain = _compared(found, start, spreads, effective, first, second, pooled=pooled)
        usual = _usual(shares, spreads, effective, first, second, pooled=pooled)
        numbers = (
            shares[first] - shares[second],
            errors,
            plain,
            adjusted(plain, adjustment),
            usual,
        )
        for (one, other), *of_pair in zip(
            compared, *(each.tolist() for each in numbers), strict=True
        ):
            pair = ColumnPair(row, columns[one], columns[other], *of_pair)
            pairs.append(pair)
            if pair.adjusted < WIDE:
                above, below = (one, other) if pair.difference > 0 else (other, one)
                letter = names[columns[below]]
                strict = pair.adjusted < STRICT
                letters[row, columns[above]] += letter if strict else letter.lower()
    ordered = {key: "".join(sorted(one, key=str.lower)) for key, one in letters.items()}
    return ColumnLetters(names, ordered, tuple(pairs))


def _compared(
    found: Estimates,
    start: int,
    spreads: Numbers,
    effective: Numbers,
    first: Places,
    second: Places,
    *,
    pooled: bool,
) -> tuple[Numbers, Numbers]:
    """Standard errors and probabilities of a row's differences, each of the shape (pairs,).

    `spreads` are the variances among those who answered. A difference without a standard error
    (nobody says yes in either column, or margins fix both) is not tested: its probability is NaN.
    """
    noise = NOISE if pooled else NOISE_OF_MEANS
    pairs = np.stack([first, second])
    places = start + pairs
    values, v = found.values[places], found.covariance
    flat = np.sqrt(np.maximum(spreads[pairs], 0)) <= noise * np.abs(values)
    errors = standard_errors(
        values, v[places, places], v[places[0], places[1]], effective[pairs], flat, shares=pooled
    )
    apart = np.abs(values[0] - values[1])
    spread = errors > noise * np.abs(values).max(axis=0)
    t = np.divide(apart, errors, out=np.full(len(apart), np.nan), where=spread)
    return errors, 2 * student.sf(t, found.joint_df)


def _usual(
    shares: Numbers,
    spreads: Numbers,
    effective: Numbers,
    one: Places,
    other: Places,
    *,
    pooled: bool,
) -> Numbers:
    """Probabilities by the usual z test, shape (pairs,); NaN where there is no spread."""
    n1, n2 = effective[one], effective[other]
    with np.errstate(divide="ignore", invalid="ignore"):
        if pooled:
            p = (shares[one] * n1 + shares[other] * n2) / (n1 + n2)
            variance = p * (1 - p) * (1 / n1 + 1 / n2)
        else:
            variance = spreads[one] / n1 + spreads[other] / n2
        z = np.abs(shares[one] - shares[other]) / np.sqrt(np.where(variance > 0, variance, np.nan))
    found: Numbers = 2 * norm.sf(z)
    return found


def letter_of(place: int) -> str:
    """The letter of the column at that place: A to Z, then AA, AB and so on."""
    return (letter_of(place // 26 - 1) if place > 25 else "") + ascii_uppercase[place % 26]  # noqa: PLR2004
