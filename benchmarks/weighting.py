"""What raking costs over the bare query: a million respondents on four margins.

Run it with `python benchmarks/weighting.py [respondents]`. It rakes respondents to the margins of
four variables, and runs the GROUP BY of the same four columns raw in DuckDB on the same arrays,
results fetched as arrays. Both take turns seven times; printed are the medians and their ratio. If
R and its `survey` are installed, `rake` is measured beside them (reading and start-up excluded).

The target: a ratio of at most 8, and faster than R.
"""

from __future__ import annotations

import gc
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import duckdb
import numpy as np

from rundfrage.codebook import Category, Codebook, Study, Variable, VariableType
from rundfrage.dataset import Coded, Dataset
from rundfrage.stats.weighting import Axis, Margin, Target, weigh
from rundfrage.text import Text

RESPONDENTS = 1_000_000
RUNS = 7
SIZES = {"sex": 2, "age": 6, "region": 16, "school": 5}
MOST_RATIO = 8
IN_R = """
suppressMessages(library(survey))
folder <- commandArgs(TRUE)[1]
size <- c(sex = 2, age = 6, region = 16, school = 5)
rows <- as.data.frame(lapply(names(size), function(name) factor(
  readBin(file.path(folder, name), "integer", 1e9, size = 2), levels = seq_len(size[name]) - 1)))
names(rows) <- names(size)
design <- svydesign(id = ~1, weights = ~1, data = rows)
targets <- lapply(names(size), function(name) setNames(data.frame(
  factor(seq_len(size[name]) - 1), readBin(file.path(folder, paste0(name, ".target")), "double", 99)
), c(name, "Freq")))
taken <- system.time(raked <- rake(design, lapply(names(size), reformulate), targets,
                                   control = list(maxit = 100, epsilon = 1e-9)))
cat(taken["elapsed"])
"""


def sample(n: int) -> tuple[Dataset, tuple[Margin, ...]]:
    """Respondents whose answers hang together, and targets somewhat away from them."""
    chance = np.random.default_rng(1)
    trait = chance.normal(size=n)
    variables, columns, margins = [], {}, []
    for name, size in SIZES.items():
        noisy = trait + chance.normal(size=n) * 2
        codes = np.searchsorted(np.quantile(noisy, np.linspace(0, 1, size + 1)[1:-1]), noisy)
        columns[name] = Coded(codes.astype(np.int16))
        categories = tuple(Category(f"c{one}", Text.of(f"c{one}"), one) for one in range(size))
        variables.append(Variable(name, VariableType.CATEGORICAL, Text.of(name), categories))
        shares = chance.dirichlet(np.full(size, 30.0))
        targets = tuple(
            Target(((code,),), float(share), Text.of(f"c{code}"))
            for code, share in enumerate(shares)
        )
        margins.append(Margin((Axis(name),), (size,), targets, Text.of(name)))
    return Dataset(Codebook(Study("b", Text.of("b")), tuple(variables)), columns, n), tuple(margins)


def raw(dataset: Dataset) -> None:
    """The counts of the crossed columns as one bare query."""
    table = {name: column.codes for name, column in dataset.columns.items()}  # type: ignore[union-attr]
    names = ", ".join(table)
    with duckdb.connect() as connection:
        connection.execute("set threads = 4")
        connection.register("t", table)
        connection.execute(f"select {names}, count(*) from t group by {names}").fetchnumpy()


def seconds(work: Callable[[], object]) -> float:
    """The time of one run."""
    gc.collect()
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def in_r(dataset: Dataset, margins: tuple[Margin, ...]) -> float | None:
    """Seconds of R's `rake` on the same answers, None without R."""
    if shutil.which("Rscript") is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        for margin in margins:
            column = dataset.columns[margin.name]
            column.codes.tofile(Path(folder) / margin.name)  # type: ignore[union-attr]
            (margin.shares * dataset.n).tofile(Path(folder) / f"{margin.name}.target")
        script = Path(folder) / "rake.R"
        script.write_text(IN_R, encoding="utf-8")
        found = subprocess.run(
            ["Rscript", script, folder], capture_output=True, text=True, check=False
        )
    return float(found.stdout) if found.returncode == 0 else None


def main() -> int:
    """Measure and print; 1 if the target is missed."""
    n = int(sys.argv[1]) if len(sys.argv) > 1 else RESPONDENTS
    dataset, margins = sample(n)
    weigh(dataset, margins)
    raw(dataset)
    turns = [
        (seconds(lambda: weigh(dataset, margins)), seconds(lambda: raw(dataset)))
        for _ in range(RUNS)
    ]
    ours, bare = (median(one) for one in zip(*turns, strict=True))
    print(f"{n:,} respondents, {len(margins)} margins")
    print(f"raking     {ours * 1000:8.1f} ms")
    print(f"raw query  {bare * 1000:8.1f} ms")
    print(f"ratio      {ours / bare:8.2f}   (at most {MOST_RATIO})")
    beside = in_r(dataset, margins)
    if beside is not None:
        print(f"R survey   {beside * 1000:8.1f} ms   ({beside / ours:.0f} times as long)")
    return int(ours / bare > MOST_RATIO or (beside is not None and beside < ours))


if __name__ == "__main__":
    sys.exit(main())
