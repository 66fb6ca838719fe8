"""Totals of weights per cell of crossed columns: what tables are made of.

A *cross* names the columns (arrays with one entry a respondent) whose combinations are counted;
its *totals* hold one entry for each combination that occurs. Everything the tables and statistics
say is small algebra on such totals, so an engine of another kind needs to answer this one question.

Weights are summed as whole numbers (scaled by a power of two): a sum then depends neither on the
order of the rows nor on how the engine shares them out among its threads, and two runs give the
same bits. A weight keeps all its digits if it is at least 1/512 of the largest; the error of a
smaller one is below 2^-63 of the largest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import duckdb
import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
Counts = npt.NDArray[np.int64]
Sums = npt.NDArray[np.float64]

THREADS = 4
MEMORY = "1GB"
_MOST_CROSSES = 16
_MOST_COLUMNS = 60
"""A query counts at most 16 crosses: more of them took longer to plan than they saved in scans.
Together they have at most 60 columns, for GROUPING has 64 bits."""
_BITS = 62


@dataclass(frozen=True, eq=False)
class Cross:
    """Columns to be crossed; each array has the shape (n,) and a dtype of whole numbers or floats.

    At least one column; arrays shared between crosses are handed to the engine once.
    """

    columns: tuple[Array, ...]


@dataclass(frozen=True, eq=False)
class Totals:
    """Totals per combination of a cross, in the order of its columns' values.

    `keys` holds one array a column, `n` the respondents, `contributing` those of them whose
    weight is above zero, `weight` the sums of weights and `squares` the sums of their squares;
    all of the shape (combinations,).
    """

    keys: tuple[Array, ...]
    n: Counts
    contributing: Counts
    weight: Sums
    squares: Sums


@dataclass(frozen=True, eq=False)
class _Scaled:
    """Numbers as whole numbers: numbers = whole * 2^-exponent."""

    whole: npt.NDArray[np.int64]
    exponent: int


def totals(
    crosses: Sequence[Cross], weights: npt.NDArray[np.float64] | None = None
) -> tuple[Totals, ...]:
    """The totals of each cross, in the order given; `weights` (shape (n,)) default to 1.

    Weights are finite and not negative (Dataset.weights sees to that).
    """
    if not crosses:
        return ()
    if not len(crosses[0].columns[0]):
        return tuple(_none_of(cross) for cross in crosses)
    scaled = None if weights is None else (_scaled(weights), _scaled(np.square(weights)))
    found: list[Totals] = []
    with memory_database().cursor() as connection:
        for batch in _batches(crosses):
            found.extend(_run(connection, batch, scaled))
    return tuple(found)


@cache
def memory_database() -> duckdb.DuckDBPyConnection:
    """One empty database a process: opening it takes longer than most queries do.

    Each call works in a cursor of its own, and what it registers is not seen by others.
    """
    return duckdb.connect(
        ":memory:",
        config={
            "threads": THREADS,
            "memory_limit": MEMORY,
            "enable_external_access": "false",
            "temp_directory": "",
            "preserve_insertion_order": "false",
        },
    )


def _scaled(numbers: npt.NDArray[np.float64]) -> _Scaled:
    _, magnitude = np.frexp(numbers.max(initial=0.0))
    exponent = _BITS - int(magnitude)
    return _Scaled(np.rint(np.ldexp(numbers, exponent)).astype(np.int64), exponent)


def _batches(crosses: Sequence[Cross]) -> Iterator[Sequence[Cross]]:
    widest = max(len(cross.columns) for cross in crosses)
    step = max(min(_MOST_CROSSES, _MOST_COLUMNS // widest), 1)
    for start in range(0, len(crosses), step):
        yield crosses[start : start + step]


def _run(
    connection: duckdb.DuckDBPyConnection,
    crosses: Sequence[Cross],
    scaled: tuple[_Scaled, _Scaled] | None,
) -> Iterator[Totals]:
    """One scan for all these crosses: each is a set of a GROUP BY GROUPING SETS.

    Only the columns of these crosses are handed over, for the engine looks at every column it is
    given. GROUPING has a bit for each column, the first the highest: set where the column is not
    of the row's set.
    """
    arrays = {id(column): column for cross in crosses for column in cross.columns}
    places = {column: place for place, column in enumerate(arrays)}
    table = {f"c{place}": np.ascontiguousarray(one) for place, one in enumerate(arrays.values())}
    names = list(table)
    sums = ["count(*)"]
    if scaled is not None:
        table["w"], table["w2"] = (one.whole for one in scaled)
        sums += ["sum(w)::double", "sum(w2)::double"]
        if not scaled[0].whole.all():
            sums.append("count(*) filter (w > 0)")
    wanted = [tuple(places[id(column)] for column in cross.columns) for cross in crosses]
    sets = {frozenset(one): ", ".join(names[place] for place in sorted(set(one))) for one in wanted}
    every = ", ".join(names)
    query = (
        f"select {every}, grouping({every}), {', '.join(sums)} from t "  # noqa: S608  (own names)
        f"group by grouping sets ({', '.join(f'({one})' for one in sets.values())})"
    )
    connection.register("t", table)
    columns = [np.ma.getdata(one) for one in connection.execute(query).fetchnumpy().values()]
    connection.unregister("t")
    groups = columns[len(names)]
    for one in wanted:
        left_out = sum(
            1 << place for place in range(len(names)) if len(names) - 1 - place not in one
        )
        chosen = groups == left_out
        keys = [columns[place][chosen] for place in one]
        yield _sorted(keys, [sum_[chosen] for sum_ in columns[len(names) + 1 :]], scaled)


def _sorted(
    keys: Sequence[Array], sums: Sequence[Array], scaled: tuple[_Scaled, _Scaled] | None
) -> Totals:
    order = np.lexsort(keys[::-1])
    ranked = tuple(key[order] for key in keys)
    counts = sums[0][order].astype(np.int64)
    if scaled is None:
        return Totals(ranked, counts, counts, counts.astype(float), counts.astype(float))
    weight, squares = (one[order] for one in sums[1:3])
    contributing = sums[3][order] if len(sums) > 3 else counts  # noqa: PLR2004  (see _run)
    return Totals(
        ranked,
        counts,
        contributing.astype(np.int64),
        np.ldexp(weight.astype(float), -scaled[0].exponent),
        np.ldexp(squares.astype(float), -scaled[1].exponent),
    )


def _none_of(cross: Cross) -> Totals:
    keys = tuple(column[:0] for column in cross.columns)
    nothing = np.zeros(0)
    return Totals(keys, nothing.astype(np.int64), nothing.astype(np.int64), nothing, nothing)
