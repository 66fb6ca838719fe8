"""What a whole deck's tables cost with letters: 60 variables by a banner of 10 columns.

Run it with `python benchmarks/letters.py [respondents]`. Respondents stand in 200 strata and 4,000
sampling units and are weighted; every cell gets its share with standard error and interval, every
column its letters by the joint covariance of the design. Beside it stand the bare GROUP BYs that
no way of computing them could do without: one a variable, by stratum, unit and banner. A second
part tabulates a small survey of 484 rows in the same way and prints the time for each table.

The targets: 30 seconds and a peak of 4 GB for 1,000,000 respondents; 20 ms a table for 484.
"""

from __future__ import annotations

import gc
import resource
import sys
import time
from collections.abc import Callable

import duckdb
import numpy as np

from rundfrage.codebook import Category, Codebook, Sample, Study, Variable, VariableType
from rundfrage.dataset import Coded, Dataset, Values
from rundfrage.tables import tabulate
from rundfrage.tables.sampling import Sampling
from rundfrage.text import Text

RESPONDENTS, FEW = 1_000_000, 484
VARIABLES, POINTS, COLUMNS, STRATA, UNITS = 60, 5, 10, 200, 4_000
MOST_SECONDS, MOST_MEMORY, MOST_A_TABLE = 30, 4 * 1024**3, 0.020
SAMPLING = Sampling(weight="weight", strata=("stratum",), psu=("unit",), lonely="adjust")


def survey(n: int, strata: int, units: int) -> Dataset:
    """Scales of five points, half of them single choices, that lean on unit and banner."""
    chance = np.random.default_rng(1)
    unit = chance.integers(0, units, n)
    banner = chance.integers(0, COLUMNS, n)
    level = chance.normal(0, 0.3, units)[unit] + 0.05 * banner
    variables = [_coded("banner", COLUMNS, VariableType.CATEGORICAL)]
    columns: dict[str, Coded | Values] = {"banner": Coded(banner.astype(np.int16))}
    for number in range(VARIABLES):
        kind = VariableType.ORDINAL if number % 2 else VariableType.CATEGORICAL
        answer = np.clip(np.rint(2 + level + chance.normal(0, 1, n)), 0, POINTS - 1)
        answer[chance.random(n) < 0.03] = -4  # noqa: PLR2004  (three in a hundred left it blank)
        variables.append(_coded(f"q{number}", POINTS, kind))
        columns[f"q{number}"] = Coded(answer.astype(np.int16))
    numbers = {
        "stratum": unit * strata // units,
        "unit": unit,
        "weight": chance.uniform(0.5, 2, n),
    }
    for name, values in numbers.items():
        variables.append(Variable(name, VariableType.NUMERIC, Text.of(name)))
        columns[name] = Values(values.astype(float), np.zeros(n, np.int8))
    study = Study("letters", Text.of("letters"), sample=Sample.PROBABILITY)
    return Dataset(Codebook(study, tuple(variables)), columns, n)


def _coded(name: str, size: int, kind: VariableType) -> Variable:
    categories = tuple(Category(f"c{one}", Text.of(f"c{one}"), one + 1) for one in range(size))
    return Variable(name, kind, Text.of(name), categories)


def raw(dataset: Dataset) -> None:
    """The bare queries."""
    table = {
        name: one.codes if isinstance(one, Coded) else one.values
        for name, one in dataset.columns.items()
    }
    with duckdb.connect() as connection:
        connection.execute("set threads = 4")
        connection.register("t", table)
        for number in range(VARIABLES):
            names = f"stratum, unit, banner, q{number}"
            query = f"select {names}, count(*), sum(weight) from t group by {names}"
            connection.execute(query).fetchnumpy()


def seconds(work: Callable[[], object]) -> float:
    """How long the work takes."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> int:
    """Measure and print; 1 if a target is missed."""
    n = int(sys.argv[1]) if len(sys.argv) > 1 else RESPONDENTS
    small = survey(FEW, 8, 40)
    first = seconds(lambda: tabulate(small, by="banner", weight="weight", sampling=SAMPLING))
    times = [
        seconds(lambda: tabulate(small, by="banner", weight="weight", sampling=SAMPLING))
        for _ in range(3)
    ]
    begun = time.process_time()
    tabulate(small, by="banner", weight="weight", sampling=SAMPLING)
    spent = (time.process_time() - begun) / (VARIABLES + 1)
    each = min(times) / (VARIABLES + 1)
    print(
        f"{FEW} respondents, {VARIABLES} variables by {COLUMNS} columns with letters: "
        f"{1000 * each:.1f} ms a table (at most {1000 * MOST_A_TABLE:.0f}; "
        f"{1000 * spent:.1f} ms of processors), "
        f"{1000 * first / (VARIABLES + 1):.1f} ms the first time"
    )
    large = survey(n, STRATA, UNITS)
    begun = time.process_time()
    ours = seconds(lambda: tabulate(large, by="banner", weight="weight", sampling=SAMPLING))
    spent = time.process_time() - begun
    bare = seconds(lambda: raw(large))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(
        f"{n:,} respondents, {STRATA} strata, {UNITS:,} units: {ours:.1f} s "
        f"(at most {MOST_SECONDS}; {spent:.1f} s of processors), raw {bare:.1f} s, "
        f"ratio {ours / bare:.1f}, "
        f"peak memory {peak / 1024**3:.2f} GB (at most {MOST_MEMORY / 1024**3:.0f})"
    )
    return int(ours > MOST_SECONDS or peak > MOST_MEMORY or each > MOST_A_TABLE)


if __name__ == "__main__":
    sys.exit(main())
