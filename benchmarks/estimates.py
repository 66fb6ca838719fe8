"""What estimates cost over the bare queries: a million rows, 200 strata, 4,000 sampling units.

Run it with `python benchmarks/estimates.py [rows] [--r] [--svy PYTHON] [--parquet ROWS]`. Each
estimate and the raw GROUP BY of the same columns take turns five times on the same arrays; printed
are the medians and their ratio, the import left out. The first estimate of a design also counts
its units; that cost is in every figure here, for each run makes its design anew. With `--r` R's
survey computes the same from a CSV file (reading left out), with `--svy` PyPI's svy in the given
Python. With `--parquet` so many rows are written as Parquet files, and the mean over them is
compared with the raw scan.

The targets: a mean at most 2.5 times the raw query, 40 domain proportions 5 times, Rao-Scott 8
times; over 100,000,000 rows of Parquet a mean at most 3 times the raw scan.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

import duckdb
import numpy as np

from rundfrage.stats.association import association
from rundfrage.stats.averages import means
from rundfrage.stats.design import Design
from rundfrage.stats.engine import Arrays, ParquetFiles
from rundfrage.stats.shares import proportions

ROWS, STRATA, UNITS, RUNS = 1_000_000, 200, 4_000, 5
MIDDLE = 3
TARGETS = {"mean": 2.5, "domains": 5.0, "association": 8.0}


def columns(rows: int) -> dict[str, np.ndarray]:
    """A sample of equal strata; units differ in their level."""
    chance = np.random.default_rng(1)
    unit = chance.integers(0, UNITS, rows).astype(np.int32)
    level = chance.normal(0, 0.3, UNITS)
    answer = MIDDLE + level[unit] + chance.normal(0, 1, rows)
    return {
        "h": (unit // (UNITS // STRATA)).astype(np.int16),
        "u": unit,
        "w": chance.uniform(0.5, 2, rows),
        "x": answer,
        "d": chance.integers(0, 40, rows).astype(np.int16),
        "yes": (answer > MIDDLE).astype(np.int8),
        "q": np.clip(np.rint(answer), 1, 5).astype(np.int8),
        "g": chance.integers(0, 4, rows).astype(np.int8),
    }


RAW = {
    "mean": "select h, u, sum(w), sum(w * x) from t group by h, u",
    "domains": "select h, u, d, yes, sum(w) from t group by h, u, d, yes",
    "association": "select h, u, q, g, sum(w) from t group by h, u, q, g",
}


def estimates(arrays: dict[str, np.ndarray]) -> dict[str, Callable[[], object]]:
    """What is timed; each call starts with a new design."""

    def design() -> Design:
        return Design(Arrays(arrays), "w", ("h",), ("u",))

    return {
        "mean": lambda: means(design(), "x")[0],
        "domains": lambda: proportions(design(), "yes", by=["d"])[0],
        "association": lambda: association(design(), "q", "g"),
    }


def raw(database: duckdb.DuckDBPyConnection, arrays: dict[str, np.ndarray], query: str) -> None:
    """The bare query on the same arrays in an open database, its result fetched as arrays."""
    with database.cursor() as connection:
        connection.register("t", arrays)
        connection.execute(query).fetchnumpy()


def seconds(call: Callable[[], object]) -> float:
    """The time of one call."""
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


R_SCRIPT = """
suppressPackageStartupMessages(library(survey))
t <- read.csv(commandArgs(TRUE)[1])
clock <- function(f) system.time(f())[["elapsed"]]
d <- NULL
cat("design", clock(function() d <<- svydesign(id = ~u, strata = ~h, weights = ~w, data = t)), "\n")
cat("mean", clock(function() svymean(~x, d)), "\n")
cat("domains", clock(function() svyby(~yes, ~d, d, svymean)), "\n")
cat("association", clock(function() svychisq(~q + g, d)), "\n")
"""

SVY_SCRIPT = """
import sys, time
import polars as pl, svy
t = pl.read_csv(sys.argv[1])
def clock(name, call):
    start = time.perf_counter()
    try:
        call()
        print(name, round(time.perf_counter() - start, 3))
    except Exception as error:
        print(name, "failed:", type(error).__name__, str(error)[:100])
def sample():
    return svy.Sample(t, svy.Design(stratum="h", psu="u", wgt="w"))
clock("mean", lambda: sample().estimation.mean("x"))
clock("domains", lambda: sample().estimation.prop("yes", by="d"))
clock("association", lambda: sample().categorical.tabulate("q", "g"))
"""


def beside(arrays: dict[str, np.ndarray], command: list[str], script: str) -> str:
    """What another program says of the same rows."""
    with tempfile.TemporaryDirectory() as folder:
        data, source = Path(folder, "rows.csv"), Path(folder, "script")
        with duckdb.connect() as connection:
            connection.register("t", arrays)
            connection.execute(f"copy t to '{data}' (header)")
        source.write_text(script, encoding="utf-8")
        done = subprocess.run(
            [*command, str(source), str(data)], capture_output=True, text=True, check=False
        )
    return done.stdout or done.stderr[-400:]


def parquet(rows: int) -> None:
    """Time the mean over generated Parquet files and the raw scan of them, in turns."""
    with tempfile.TemporaryDirectory() as folder, duckdb.connect(config={"threads": 4}) as database:
        database.execute(
            "copy (select (u // 20)::smallint as h, u, 0.5 + 1.5 * random() as w, "
            "3 + random() + (u % 7) / 10 as x, u % 4 as part "
            f"from (select (random() * {UNITS - 1})::int as u from range({rows}))) "
            f"to '{folder}/rows' (format parquet, partition_by (part))"
        )
        files = f"read_parquet('{folder}/rows/*/*.parquet', hive_partitioning=false)"
        query = f"select h, u, sum(w), sum(w * x) from {files} group by h, u"
        source = ParquetFiles(Path(folder, "rows"))
        times = [
            (
                seconds(lambda: database.execute(query).fetchnumpy()),
                seconds(lambda: means(Design(source, "w", ("h",), ("u",)), "x")[0]),
            )
            for _ in range(3)
        ]
    plain, ours = (median(one) for one in zip(*times, strict=True))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    print(
        f"{rows:,} rows of Parquet: raw {plain:.2f} s, mean {ours:.2f} s, "
        f"ratio {ours / plain:.2f} (at most 3), peak memory {memory:.2f} GB"
    )


def main() -> None:
    """Print medians and ratios."""
    parser = argparse.ArgumentParser()
    parser.add_argument("rows", type=int, nargs="?", default=ROWS)
    parser.add_argument("--r", action="store_true")
    parser.add_argument("--svy", metavar="PYTHON")
    parser.add_argument("--parquet", type=int, metavar="ROWS")
    given = parser.parse_args()
    arrays = columns(given.rows)
    database = duckdb.connect(config={"threads": 4, "preserve_insertion_order": "false"})
    for name, estimate in estimates(arrays).items():
        bare = partial(raw, database, arrays, RAW[name])
        times = [(seconds(bare), seconds(estimate)) for _ in range(RUNS)]
        plain, ours = (median(one) for one in zip(*times, strict=True))
        print(
            f"{name:12} raw {plain:.3f} s, estimate {ours:.3f} s, ratio {ours / plain:.2f} "
            f"(at most {TARGETS[name]})"
        )
    if given.r:
        print("R's survey, seconds:", beside(arrays, ["Rscript"], R_SCRIPT), sep="\n")
    if given.svy:
        print("svy, seconds:", beside(arrays, [given.svy], SVY_SCRIPT), sep="\n")
    if given.parquet:
        parquet(given.parquet)


if __name__ == "__main__":
    main()
