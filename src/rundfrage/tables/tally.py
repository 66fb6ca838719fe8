"""A Tally: how many respondents gave each answer, in each column of the banner.

It is what the engine's totals become before rows, shares or suppression are thought of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rundfrage.codebook import Missing
from rundfrage.stats.engine import Totals
from rundfrage.tables.banner import Banner
from rundfrage.tables.table import Ledger

Array = npt.NDArray[Any]


@dataclass(frozen=True, eq=False)
class Tally:
    """Totals by answer and by column of the banner.

    `values` are the answers that occur, ascending, shape (m,): positions of categories, numbers,
    or 0 and 1 for a mark. `n`, `contributing`, `weight` and `squares` (see stats.engine.Totals)
    have the shape (m, columns); `missing` counts respondents by reason, shape (reasons, columns),
    in the order of Missing.
    """

    values: Array
    n: Array
    contributing: Array
    weight: Array
    squares: Array
    missing: Array

    def ledger(self, column: int) -> Ledger:
        """The account of the base in one column."""
        not_asked, dont_know, refused, left_blank = (int(one) for one in self.missing[:, column])
        answered = int(self.n[:, column].sum())
        weight = float(self.weight[:, column].sum())
        squares = float(self.squares[:, column].sum())
        return Ledger(
            interviews=answered + not_asked + dont_know + refused + left_blank,
            not_asked=not_asked,
            dont_know=dont_know,
            refused=refused,
            left_blank=left_blank,
            answered=answered,
            weight=weight,
            effective=weight * weight / squares if squares > 0 else 0.0,
        )

    def of(self, values: Sequence[float] | Array) -> tuple[Array, Array]:
        """Respondents and weights who gave one of `values`, each of the shape (columns,)."""
        wanted = np.unique(np.asarray(values))
        places = np.searchsorted(self.values, wanted)
        places = places[places < len(self.values)]
        chosen = places[self.values[places] == wanted[: len(places)]]
        return self.n[chosen].sum(axis=0), self.weight[chosen].sum(axis=0)


def tally(banner: Banner, found: tuple[Totals, ...], *, valued: bool = False) -> Tally:
    """The tally of the totals that `banner.crosses` asked for.

    Without `valued` the first key is the answer, or below zero the reason for its absence; with
    it the first key is the reason (0 for none) and the second the value.
    """
    parts = banner.parts(found)
    values = np.unique(_answers(found[0], valued=valued)[found[0].keys[0] >= 0])
    shape = (len(values), len(parts))
    n, contributing = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
    weight, squares = np.zeros(shape), np.zeros(shape)
    missing = np.zeros((len(Missing), len(parts)), np.int64)
    for column, (totals, taken) in enumerate(parts):
        reason = totals.keys[0]
        answered = taken & (reason >= 0)
        rows = np.searchsorted(values, _answers(totals, valued=valued)[answered])
        np.add.at(n[:, column], rows, totals.n[answered])
        np.add.at(contributing[:, column], rows, totals.contributing[answered])
        np.add.at(weight[:, column], rows, totals.weight[answered])
        np.add.at(squares[:, column], rows, totals.squares[answered])
        for place, one in enumerate(Missing):
            missing[place, column] = totals.n[taken & (reason == one)].sum()
    return Tally(values, n, contributing, weight, squares, missing)


def _answers(totals: Totals, *, valued: bool) -> Array:
    return totals.keys[1] if valued else totals.keys[0]
