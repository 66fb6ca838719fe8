"""What tables cost over the bare queries: the alliance survey with a million respondents.

Run it with `python benchmarks/tables.py [respondents]`. It simulates respondents of the example
survey, tabulates all questions, and runs the same GROUP BYs raw in DuckDB on the same
arrays: one query a column of codes, of marks and of reasons, results fetched as arrays. Both take
turns five times; printed are the medians, their ratio, and the peak memory of the process.

The targets: a ratio of at most 3, and a peak under 2 GB.
"""

from __future__ import annotations

import gc
import resource
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median

import duckdb
import numpy as np

from rundfrage.codebook import Variable, VariableType
from rundfrage.dataset import Coded, Dataset, Marks, Values
from rundfrage.kinds import read_questionnaire
from rundfrage.simulate import read_targets, simulate
from rundfrage.tables import tabulate
from rundfrage.text import Text

SURVEY = Path(__file__).parents[1] / "examples" / "alliance-2020"
RESPONDENTS = 1_000_000
RUNS = 5
BANNER = "q11"
WEIGHT = "weight"
MOST_RATIO = 3
MOST_MEMORY = 2 * 1024**3


def simulated_answers(n: int) -> Dataset:
    """Simulated respondents of the example survey, and a weight for each of them."""
    answers = simulate(
        read_questionnaire(SURVEY),
        n,
        targets=read_targets(SURVEY / "targets.toml"),
        # One text for all: tables never look at what was written, and a million texts fill memory.
        pools={path.stem: ["An open answer"] for path in (SURVEY / "open").glob("*.txt")},
    )
    weight = Variable(WEIGHT, VariableType.NUMERIC, Text.of(WEIGHT))
    weights = np.random.default_rng(1).uniform(0.2, 3.0, n)
    book = replace(answers.codebook, variables=(*answers.codebook.variables, weight))
    columns = {**answers.columns, WEIGHT: Values(weights, np.zeros(n, np.int8))}
    return Dataset(book, columns, n)


def raw(dataset: Dataset, by: str | None, weight: str | None) -> None:
    """The same totals as bare queries, one a column."""
    arrays = {}
    for variable in dataset.codebook.variables:
        column = dataset.columns[variable.name]
        if variable.name == weight:
            continue
        if isinstance(column, Coded):
            arrays[f"c{len(arrays)}"] = column.codes
        elif isinstance(column, Marks):
            arrays |= {f"c{len(arrays) + place}": one for place, one in enumerate(column.marks)}
        elif variable.type is VariableType.TEXT:
            arrays[f"c{len(arrays)}"] = column.reasons
    table = dict(arrays)
    keys, sums = "", "count(*)"
    if by is not None:
        table["b"], keys = dataset.columns[by].codes, ", b"
    if weight is not None:
        table["w"], sums = dataset.weights(weight), "count(*), sum(w), sum(w * w)"
    with duckdb.connect(":memory:") as connection:
        connection.register("t", table)
        for name in arrays:
            query = f"select {name}{keys}, {sums} from t group by {name}{keys}"
            connection.execute(query).fetchnumpy()


def seconds(work: Callable[[], object]) -> float:
    """How long the work takes."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def compare(dataset: Dataset, by: str | None, weight: str | None) -> float:
    """Print both medians; their ratio."""
    ours, bare = [], []
    for _ in range(RUNS):
        ours.append(seconds(lambda: tabulate(without(dataset, weight), by=by, weight=weight)))
        bare.append(seconds(lambda: raw(without(dataset, weight), by, weight)))
    ratio = median(ours) / median(bare)
    title = f"{'by ' + by if by else 'total'}{', weighted' if weight else ''}"
    print(f"{title:<18} tables {median(ours):6.3f} s  raw {median(bare):6.3f} s  ratio {ratio:.2f}")
    return ratio


def without(dataset: Dataset, weight: str | None) -> Dataset:
    """The dataset as it is if it is weighted, else without its weight, which is no question."""
    if weight is not None:
        return dataset
    book = dataset.codebook
    kept = tuple(variable for variable in book.variables if variable.name != WEIGHT)
    columns = {variable.name: dataset.columns[variable.name] for variable in kept}
    return Dataset(replace(book, variables=kept), columns, dataset.n)


def main(arguments: Sequence[str]) -> int:
    """Compare four ways to tabulate; 1 if a target is missed."""
    n = int(arguments[0]) if arguments else RESPONDENTS
    dataset = simulated_answers(n)
    print(f"{n:,} respondents, {len(dataset.codebook.variables) - 1} variables, {RUNS} runs each")
    ratios = [compare(dataset, by, weight) for by in (None, BANNER) for weight in (None, WEIGHT)]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(f"peak memory {peak / 1024**3:.2f} GB, worst ratio {max(ratios):.2f}")
    return int(max(ratios) > MOST_RATIO or peak > MOST_MEMORY)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
