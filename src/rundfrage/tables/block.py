"""A variable's block: rows by columns of the banner, with bases, statistics and what is hidden."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from rundfrage.codebook import Role, Variable, VariableType
from rundfrage.stats.measures import deviation, mean, quantile
from rundfrage.tables.releases import MEAN
from rundfrage.tables.rounding import printed_percents
from rundfrage.tables.stub import Stub
from rundfrage.tables.suppression import hidden_columns
from rundfrage.tables.table import Block, Cell, Disclosure, Ledger, Note, Statistics
from rundfrage.tables.tally import Tally

Array = npt.NDArray[Any]
_MEAN_PARTS = 10**6
Counted = tuple[int, Mapping[str, int]]
"""How many answered, and how often each row was given."""
Withholding = Callable[[Variable, Mapping[int, Counted]], Mapping[int, Note]]
"""From the columns of a question that may be shown to those that may not, and why."""


@dataclass(frozen=True)
class Limits:
    """What may be shown: bases under `threshold` are hidden, under `small` bracketed.

    `overlapping` says that the columns of the banner overlap, `weighted` that there are weights.
    """

    threshold: int
    small: int
    overlapping: bool
    weighted: bool
    withholding: Withholding | None = None
    """What else is hidden, where it is remembered what was shown; see releases.py."""


def counted_block(
    variable: Variable,
    stub: Stub,
    base: Tally,
    limits: Limits,
    statistics: Callable[[int], Statistics],
) -> Block:
    """The block of a variable with at most one answer a respondent."""
    counts = [base.of(answers) for answers in stub.answers]
    return _block(variable, stub, counts, base, limits, statistics)


def marked_block(
    variable: Variable, stub: Stub, base: Tally, marks: Sequence[Tally], limits: Limits
) -> Block:
    """The block of a multiple variable; `marks` holds a tally of 0 and 1 for each row.

    A category of the role NONE ("nothing of this") is no mention.
    """
    counts = [one.of([1]) for one in marks]
    named = [one.role is not Role.NONE for one in variable.categories]
    mentions = sum(
        (weight for (_, weight), counts_as in zip(counts, named, strict=False) if counts_as),
        np.zeros(base.n.shape[1]),
    )
    mentioned = {row: mentions for row, counts_as in enumerate(named) if counts_as}

    def statistics(column: int) -> Statistics:
        weight = float(base.weight[:, column].sum())
        return Statistics(mentions=float(mentions[column]) / weight if weight else None)

    return _block(variable, stub, counts, base, limits, statistics, mentioned)


def _block(
    variable: Variable,
    stub: Stub,
    counts: Sequence[tuple[Array, Array]],
    base: Tally,
    limits: Limits,
    statistics: Callable[[int], Statistics],
    mentioned: dict[int, Array] | None = None,
) -> Block:
    width = base.n.shape[1]
    # Respondents of weight zero hide nobody, but where there are only such, their counts are shown.
    persons = [
        int(one) or int(answered > 0)
        for one, answered in zip(base.contributing.sum(axis=0), base.n.sum(axis=0), strict=True)
    ]
    statistics = cache(statistics)
    hidden = hidden_columns(persons, overlapping=limits.overlapping, threshold=limits.threshold)
    ledgers = [base.ledger(column) for column in range(width)]
    withheld: Mapping[int, Note] = {}
    if limits.withholding is not None:
        # A weighted mean isn't one of people, and another weighting is no change of theirs.
        plain = variable.type is VariableType.NUMERIC and not limits.weighted
        average = (lambda column: statistics(column).mean) if plain else (lambda _: None)
        shown = {
            column: (ledgers[column].answered, _counted(stub, counts, column, average))
            for column in range(width)
            if column not in hidden
        }
        withheld = limits.withholding(variable, shown)
        hidden |= frozenset(withheld)
    columns = [
        (None,) * len(stub.rows)
        if column in hidden
        else _cells(stub, counts, column, ledgers[column], limits, mentioned or {})
        for column in range(width)
    ]
    return Block(
        variable=variable,
        rows=stub.rows,
        cells=tuple(tuple(column[row] for column in columns) for row in range(len(stub.rows))),
        bases=tuple(None if column in hidden else ledgers[column] for column in range(width)),
        disclosure=tuple(
            _disclosure(persons[column], limits.small, hidden=column in hidden)
            for column in range(width)
        ),
        statistics=tuple(
            None if column in hidden else statistics(column) for column in range(width)
        ),
        withheld=withheld,
    )


def _counted(
    stub: Stub,
    counts: Sequence[tuple[Array, Array]],
    column: int,
    average: Callable[[int], float | None],
) -> Mapping[str, int]:
    """How often each row was given; of numbers, whose rows may be classes, also the mean."""
    rows = {row.name: int(n[column]) for row, (n, _) in zip(stub.rows, counts, strict=True)}
    if (mean := average(column)) is not None:
        rows[MEAN] = round(mean * _MEAN_PARTS)
    return rows


def _cells(
    stub: Stub,
    counts: Sequence[tuple[Array, Array]],
    column: int,
    ledger: Ledger,
    limits: Limits,
    mentioned: dict[int, Array],
) -> tuple[Cell, ...]:
    persons = [int(n[column]) for n, _ in counts]
    weights = [float(weight[column]) for _, weight in counts]
    base = ledger.weight
    percents = (
        printed_percents(stub.rows, weights, base, stub.rounding)
        if limits.weighted
        else printed_percents(stub.rows, persons, ledger.answered, stub.rounding)
    )
    return tuple(
        Cell(
            count=persons[row],
            weight=weights[row],
            share=weights[row] / base if base else None,
            percent=percents[row],
            share_of_mentions=_share(weights[row], mentioned[row][column])
            if row in mentioned
            else None,
        )
        for row in range(len(stub.rows))
    )


def _share(part: float, whole: float) -> float | None:
    return float(part / whole) if whole else None


def _disclosure(persons: int, small: int, *, hidden: bool) -> Disclosure:
    if hidden:
        return Disclosure.SUPPRESSED
    return Disclosure.SMALL if 0 < persons < small else Disclosure.OPEN


def value_statistics(
    base: Tally, values: Array | None, *, nps: bool = False, spread: bool = True
) -> Callable[[int], Statistics]:
    """A function from a column to the statistics of its values.

    `values` are the numbers of the tally's answers, or None if they have none; `spread` adds
    quartiles and extremes, `nps` the net promoter score.
    """

    def statistics(column: int) -> Statistics:
        if values is None:
            return Statistics()
        order = np.argsort(values, kind="stable")
        ranked = values[order].astype(float)
        weight, persons = base.weight[order, column], base.contributing[order, column]
        present = ranked[persons > 0]
        wide = spread and len(present) > 0
        return Statistics(
            mean=mean(ranked, weight),
            sd=deviation(ranked, weight, persons),
            median=quantile(ranked, weight, 0.5),
            low=float(present[0]) if wide else None,
            high=float(present[-1]) if wide else None,
            quartile1=quantile(ranked, weight, 0.25) if wide else None,
            quartile3=quantile(ranked, weight, 0.75) if wide else None,
            nps=_promoters(ranked, weight) if nps else None,
        )

    return statistics


def _promoters(values: Array, weight: Array) -> float | None:
    whole = float(weight.sum())
    if not whole:
        return None
    return 100 * float(weight[values >= 9].sum() - weight[values <= 6].sum()) / whole  # noqa: PLR2004
