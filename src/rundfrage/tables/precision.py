"""How sure the numbers of a block are: intervals and letters, by the design of the sample.

All numbers come from rundfrage.stats; here it is only said which answers a row counts, and which
respondents stand in a column. Suppressed columns take part in no comparison, so that no letter
tells of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import isfinite
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from rundfrage.dataset import CHOSEN
from rundfrage.tables.banner import Banner
from rundfrage.tables.sampled import Sampled
from rundfrage.tables.stub import Stub
from rundfrage.tables.table import (
    BannerColumn,
    Block,
    Precision,
    RowRole,
    Uncertainty,
)
from rundfrage.tables.view import ANSWER, COLUMN, NUMBER, Key, Letters, View

if TYPE_CHECKING:
    from rundfrage.stats.design import Design
    from rundfrage.stats.estimate import Estimate, Estimates

Array = npt.NDArray[Any]
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Appraisal:
    """Gives blocks their precision; `banner` is that of their table.

    `beside` is the design with columns of a table beside its own. Columns, and those of the banner,
    have an entry for each respondent or, where answers are stored, for each distinct answer: n.
    """

    sampled: Sampled
    banner: Banner
    beside: Callable[[Mapping[str, Array]], Design]

    @cached_property
    def columns(self) -> tuple[BannerColumn, ...]:
        """The banner's columns with their letters; everybody has none."""
        from rundfrage.stats.letters import letter_of  # noqa: PLC0415

        total, *others = self.banner.columns
        named = (replace(one, letter=letter_of(place)) for place, one in enumerate(others))
        return (total, *named)

    def counted(
        self,
        block: Block,
        codes: Array,
        answers: Sequence[Array],
        numbers: Numbers | None,
    ) -> Block:
        """The block of a variable with at most one answer; `codes` (n,) are below 0 without one.

        `answers` are the codes that each row counts, `numbers` what means are taken of, shape
        (n,), NaN where there is none; None if there are no means.
        """
        from rundfrage.stats.shares import nets  # noqa: PLC0415

        columns = {ANSWER: codes} if numbers is None else {ANSWER: codes, NUMBER: numbers}
        view = self._view(block, columns)
        if view is None:
            return block
        members = {row: tuple(map(int, some)) for row, some in enumerate(answers)}
        found: dict[Key, Precision] = {}
        if members:
            shares = view.estimates(lambda by: nets(view.design, ANSWER, members, by=by))
            # In its own columns a question's shares are 0 and 1, and say nothing of people.
            own = block.name == self.banner.variable
            letters = Letters() if own else view.share_letters(ANSWER, members)
            found = self._shares(shares, letters)
        statistics = {} if numbers is None else _statistics(block, view)
        return _filled(block, found, statistics)

    def valued(
        self, block: Block, stub: Stub, distinct: Array, values: Numbers, *, means: bool
    ) -> Block:
        """The block of numbers or dates, `values` (n,) and NaN without one; see `counted`.

        `distinct` are the values that occur, ascending. Codes are the rows that are no nets.
        """
        places = np.full(len(distinct), -1, np.int32)
        for row, one in enumerate(stub.rows):
            if one.role is not RowRole.NET:
                places[np.isin(distinct, stub.answers[row])] = row
        there = np.isfinite(values)
        codes = np.full(len(values), -1, np.int32)
        codes[there] = places[np.searchsorted(distinct, values[there])]
        members = [np.unique(places[np.isin(distinct, counted)]) for counted in stub.answers]
        return self.counted(block, codes, members, values if means else None)

    def marked(self, block: Block, marks: Sequence[Array]) -> Block:
        """The block of a multiple variable; `marks` holds 0 and 1 (below 0: no answer) by row."""
        from rundfrage.stats.shares import choices  # noqa: PLC0415

        names = {f"{ANSWER} {row}": row for row in range(len(marks))}
        view = self._view(block, dict(zip(names, marks, strict=True)))
        if view is None or not names:
            return block
        shares = view.estimates(lambda by: choices(view.design, tuple(names), by=by))
        found: dict[Key, Precision] = {}
        for name, row in names.items():
            own = {(column, row): one for (column, of), one in shares.items() if of == name}
            found |= self._shares(own, view.share_letters(name, {row: (CHOSEN,)}))
        return _filled(block, found, {})

    def _shares(self, shares: Mapping[Key, Estimate], letters: Letters) -> dict[Key, Precision]:
        from rundfrage.stats.intervals import NOISE, Interval, share_interval  # noqa: PLC0415

        kind = Interval(self.sampled.sampling.interval)
        return {
            key: _precision(one, share_interval(one, kind), letters, key, NOISE * one.value)
            for key, one in shares.items()
        }

    def _view(self, block: Block, columns: Mapping[str, Array]) -> View | None:
        """The design with the block's columns and the banner's; None if nothing is shown."""
        shown = [
            place
            for place, ledger in enumerate(block.bases)
            if ledger is not None and ledger.weight > 0
        ]
        if 0 not in shown:
            return None
        banner: dict[str, Array] = {}
        if self.banner.codes is not None:
            there = np.isin(self.banner.codes, [place - 1 for place in shown])
            banner[COLUMN] = np.where(there, self.banner.codes, -1)
        elif self.banner.overlapping:
            banner = {f"{COLUMN} {place}": self.banner.marks[place - 1] for place in shown[1:]}
        return View(
            self.beside({**columns, **banner}),
            tuple(shown[1:]),
            {place: one.letter for place, one in enumerate(self.columns)},
            self.sampled.sampling.adjust,
            self.banner.overlapping,
        )


def _statistics(block: Block, view: View) -> dict[Key, Precision]:
    """The precision of means, and of net promoter scores, by column and name."""
    from rundfrage.stats.averages import means  # noqa: PLC0415
    from rundfrage.stats.intervals import NOISE, NOISE_OF_MEANS  # noqa: PLC0415
    from rundfrage.stats.shares import promoter_scores  # noqa: PLC0415

    made: dict[str, Callable[[Sequence[str]], Estimates]] = {
        "mean": lambda by: means(view.design, NUMBER, by=by)
    }
    if block.variable.nps:
        made["nps"] = lambda by: promoter_scores(view.design, NUMBER, by=by)
    found: dict[Key, Precision] = {}
    for name, make in made.items():
        letters = view.mean_letters() if name == "mean" else Letters()
        for (column, row), one in view.estimates(make).items():
            ends, key = (one.low, one.high), (column, row)
            noise = NOISE * 100 if name == "nps" else NOISE_OF_MEANS * abs(one.value)
            found[column, name] = _precision(one, ends, letters, key, noise)
    return found


def _precision(
    one: Estimate, ends: tuple[float, float], letters: Letters, key: Key, noise: float
) -> Precision:
    """The precision of an estimate.

    Where the standard error is nothing but `noise`, margins or strata fix the estimate, or nobody
    differs from the others: there is no interval and no effective n.
    """
    fixed = one.se <= noise
    low, high = (end if isfinite(end) and not fixed else None for end in ends)
    return Precision(
        se=0.0 if fixed else one.se,
        low=low,
        high=high,
        df=one.df,
        n=one.n,
        effective=one.n / one.deff if one.deff and not fixed else None,
        letters=letters.letters.get(key, ""),
        usual=letters.usual.get(key, ()),
    )


def precisions(block: Block) -> Iterator[Precision]:
    """All that is known of how sure the block's numbers are."""
    known = block.uncertainty
    if known is not None:
        yield from (one for row in known.cells for one in row if one is not None)
        yield from (one for column in known.statistics for one in column.values())


def _filled(
    block: Block, cells: Mapping[Key, Precision], statistics: Mapping[Key, Precision]
) -> Block:
    columns = range(len(block.bases))
    return replace(
        block,
        uncertainty=Uncertainty(
            tuple(
                tuple(cells.get((column, row)) for column in columns)
                for row in range(len(block.rows))
            ),
            tuple(
                {name: one for (at, name), one in statistics.items() if at == column}
                for column in columns
            ),
        ),
    )
