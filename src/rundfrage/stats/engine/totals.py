"""Totals of weights per cell of crossed columns: what tables are made of.

A *cross* names the columns (arrays with one entry a respondent) whose combinations are counted;
its *totals* hold one entry for each combination that occurs. Everything the tables and statistics
say is small algebra on such totals, so an engine of another kind needs to answer this one question.

Weights are summed as whole numbers (scaled by a power of two and cut off): a sum then depends
neither on the order of the rows nor on how the engine shares them out among its threads, and two
runs, or two engines, give the same bits. A weight keeps all its digits if it is at least 1/512 of
the largest; the error of a smaller one is below 2^-61 of the largest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from rundfrage.stats.engine.grouping import MOST_ROWS, Cells, Halves, Numbered, numbered

if TYPE_CHECKING:
    import duckdb

Array = npt.NDArray[Any]
Counts = npt.NDArray[np.int64]
Sums = npt.NDArray[np.float64]

THREADS = 4
MEMORY = "1GB"
_MOST_CROSSES = 16
_MOST_COLUMNS = 60
"""A query counts at most 16 crosses: more of them took longer to plan than they saved in scans.
Together they have at most 60 columns, for GROUPING has 64 bits."""
_BITS, _HALF = 62, 31
_PAIRS = (("w", "x"), ("w2", "x2"))


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
class Whole:
    """Numbers as whole numbers: numbers = (upper * 2^31 + lower) * 2^-exponent."""

    upper: Counts
    lower: Counts
    exponent: int

    def floats(self) -> Sums:
        """The numbers; of the same whole numbers always the same."""
        found: Sums = np.ldexp(self.upper * 2.0**_HALF + self.lower, -self.exponent)
        return found


@dataclass(frozen=True, eq=False)
class Repeated:
    """What each row stands for where a row is no respondent but all who answered alike.

    `n` counts them, `contributing` those with a weight above zero; `weight` and `squares` are the
    sums of their weights and of the squares, or None where each weighs 1.
    """

    n: Counts
    contributing: Counts
    weight: Whole | None = None
    squares: Whole | None = None


@dataclass(frozen=True, eq=False)
class _Weighing:
    """How the rows are weighed: columns for the engine, what it sums, and the sums' exponents.

    `repeated` is True where a row stands for several respondents.
    """

    columns: dict[str, Array]
    sums: tuple[str, ...]
    exponents: tuple[int, int] | None
    repeated: bool = False


_COUNTED = ("count(*)", "count(*)")


def totals(
    crosses: Sequence[Cross], weights: npt.NDArray[np.float64] | Repeated | None = None
) -> tuple[Totals, ...]:
    """The totals of each cross, in the order given; `weights` (shape (n,)) default to 1.

    Weights are finite and not negative (Dataset.weights sees to that).
    """
    if not crosses:
        return ()
    if not len(crosses[0].columns[0]):
        return tuple(_none_of(cross) for cross in crosses)
    weighing = _weighing(weights)
    found = _grouped(crosses, weighing)
    left = [cross for cross, totals in zip(crosses, found, strict=True) if totals is None]
    queried = iter(_queried(left, weighing))
    return tuple(next(queried) if totals is None else totals for totals in found)


def _queried(crosses: Sequence[Cross], weighing: _Weighing) -> list[Totals]:
    if not crosses:
        return []
    with memory_database().cursor() as connection:
        return [one for batch in _batches(crosses) for one in _run(connection, batch, weighing)]


def _grouped(crosses: Sequence[Cross], weighing: _Weighing) -> list[Totals | None]:
    """The totals of the crosses that have few cells, None for each of the others."""
    if weighing.repeated or len(crosses[0].columns[0]) > MOST_ROWS:
        return [None] * len(crosses)
    weights = None
    if weighing.exponents is not None:
        plain, squares = weighing.columns["w"], weighing.columns["w2"]
        some = None if plain.all() else plain > 0
        weights = _Weights(some, Halves.of(plain), Halves.of(squares), weighing.exponents)
    used = Counter(id(column) for cross in crosses for column in cross.columns)
    shared: dict[int, Numbered] = {}
    found: list[Totals | None] = []
    for cross in crosses:
        columns = []
        for column in cross.columns:
            known = shared.get(id(column)) or numbered(column)
            if used[id(column)] > 1:
                shared[id(column)] = known
            columns.append(known)
        cells = Cells.of(columns)
        found.append(None if cells is None else _totals_of(cells, weights))
    return found


@dataclass(frozen=True, eq=False)
class _Weights:
    """Weights and their squares as whole numbers; `some` is True where one is above zero."""

    some: npt.NDArray[np.bool_] | None
    plain: Halves
    squares: Halves
    exponents: tuple[int, int]


def _totals_of(cells: Cells, weights: _Weights | None) -> Totals:
    counts = cells.counts()
    taken = np.flatnonzero(counts)
    n = counts[taken]
    keys = tuple(cells.keys(taken))
    if weights is None:
        return Totals(keys, n, n, n.astype(float), n.astype(float))
    contributing = n if weights.some is None else cells.kept(weights.some).counts()[taken]
    sums = []
    for numbers, exponent in zip((weights.plain, weights.squares), weights.exponents, strict=True):
        upper, lower = cells.sums(numbers)
        sums.append(Whole(upper[taken], lower[taken], exponent).floats())
    return Totals(keys, n, contributing, *sums)


@cache
def memory_database() -> duckdb.DuckDBPyConnection:
    """One empty database a process: opening it takes longer than most queries do.

    Each call works in a cursor of its own, and what it registers is not seen by others.
    """
    import duckdb  # noqa: PLC0415 - few respondents need no engine

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


def exponent_of(largest: float) -> int:
    """The power of two that makes whole numbers of up to 62 bits of numbers up to `largest`."""
    _, magnitude = np.frexp(largest)
    return _BITS - int(magnitude)


def _scaled(numbers: npt.NDArray[np.float64]) -> tuple[Counts, int]:
    exponent = exponent_of(float(numbers.max(initial=0.0)))
    return np.floor(np.ldexp(numbers, exponent)).astype(np.int64), exponent


def _weighing(weights: npt.NDArray[np.float64] | Repeated | None) -> _Weighing:
    match weights:
        case None:
            return _Weighing({}, _COUNTED, None)
        case Repeated(weight=None):
            columns = {"n": weights.n, "m": weights.contributing}
            return _Weighing(columns, ("sum(n)::bigint", "sum(m)::bigint"), None, repeated=True)
        case Repeated(weight=Whole() as weight, squares=Whole() as squares):
            columns = {"n": weights.n, "m": weights.contributing}
            columns |= {"w": weight.upper, "x": weight.lower}
            columns |= {"w2": squares.upper, "x2": squares.lower}
            whole = [f"(sum({one}) * {1 << _HALF} + sum({two}))" for one, two in _PAIRS]
            counted = ("sum(n)::bigint", "sum(m)::bigint")
            exponents = weight.exponent, squares.exponent
            return _Weighing(columns, (*counted, *_halves(*whole)), exponents, repeated=True)
        case np.ndarray():
            (plain, exponent), (squared, other) = _scaled(weights), _scaled(np.square(weights))
            counted = (_COUNTED[0], _COUNTED[0] if plain.all() else "count(*) filter (w > 0)")
            sums = (*counted, *_halves("sum(w)", "sum(w2)"))
            return _Weighing({"w": plain, "w2": squared}, sums, (exponent, other))
        case _:
            raise TypeError("repeated rows have both sums of weights or none")


def _halves(*sums: str) -> Iterator[str]:
    for one in sums:
        yield f"({one} >> {_HALF})::bigint"
        yield f"({one} & {(1 << _HALF) - 1})::bigint"


def _batches(crosses: Sequence[Cross]) -> Iterator[Sequence[Cross]]:
    widest = max(len(cross.columns) for cross in crosses)
    step = max(min(_MOST_CROSSES, _MOST_COLUMNS // widest), 1)
    for start in range(0, len(crosses), step):
        yield crosses[start : start + step]


def _run(
    connection: duckdb.DuckDBPyConnection,
    crosses: Sequence[Cross],
    weighing: _Weighing,
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
    table |= weighing.columns
    wanted = [tuple(places[id(column)] for column in cross.columns) for cross in crosses]
    sets = {frozenset(one): ", ".join(names[place] for place in sorted(set(one))) for one in wanted}
    every = ", ".join(names)
    query = (
        f"select {every}, grouping({every}), {', '.join(weighing.sums)} from t "  # noqa: S608  (own names)
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
        yield _sorted(keys, [sum_[chosen] for sum_ in columns[len(names) + 1 :]], weighing)


def _sorted(keys: Sequence[Array], sums: Sequence[Array], weighing: _Weighing) -> Totals:
    order = np.lexsort(keys[::-1])
    ranked = tuple(key[order] for key in keys)
    counts, contributing, *halves = (one[order].astype(np.int64) for one in sums)
    if weighing.exponents is None:
        return Totals(ranked, counts, contributing, counts.astype(float), counts.astype(float))
    weight, squares = (
        Whole(halves[2 * place], halves[2 * place + 1], exponent).floats()
        for place, exponent in enumerate(weighing.exponents)
    )
    return Totals(ranked, counts, contributing, weight, squares)


def _none_of(cross: Cross) -> Totals:
    keys = tuple(column[:0] for column in cross.columns)
    nothing = np.zeros(0)
    return Totals(keys, nothing.astype(np.int64), nothing.astype(np.int64), nothing, nothing)
