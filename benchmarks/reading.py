"""What `rundfrage tables` costs over a bare reader that counts the same columns of the same file.

Run it with `python benchmarks/reading.py [NAME ...] [--runs N]`, NAME one of those printed; with
`--share 0.01` the files have a hundredth of the rows. Polars, of the development dependencies, is
needed. The files are made once, in a folder that is
removed afterwards: 1,000,000 respondents with 30 columns and 10,000 with 800, half of them answers
in words, the others numbers of scales, amounts and ticks.

Both run as processes of their own and take turns. What either takes for a file of ten rows with
the same columns is subtracted: importing and printing are not reading. Polars counts every
column of CSV and Parquet files; pyreadstat with pandas those of `.sav` files. Printed are medians
of seconds, their ratio, and the peak of memory beyond the ten rows' in both.

The targets: at most 3 times polars, at most 1.5 times pyreadstat with pandas, and under 1 GB
beyond the data, which are what the bare reader holds.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyreadstat
from pyarrow import csv as arrow_csv
from pyarrow import parquet as arrow_parquet

SIZES = {"long": (1_000_000, 30), "wide": (10_000, 800)}
MOST_RATIO = {"csv": 3.0, "parquet": 3.0, "plain": 3.0, "sav": 1.5}
MOST_MEMORY = 1 << 30
SHORT = 10

PLACES = ["Hamburg", "Bremen", "Lüneburg", "Göttingen", "Osnabrück", "Oldenburg", "Emden"]
AGREEMENT = ["Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"]
YES_NO = ["Yes", "No"]

BARE_POLARS = """
import sys, polars
path = sys.argv[1]
data = polars.read_csv(path) if path.endswith(".csv") else polars.read_parquet(path)
print(sum(len(data[name].value_counts()) for name in data.columns))
"""
BARE_PANDAS = """
import sys, pyreadstat
data, details = pyreadstat.read_sav(sys.argv[1])
print(sum(len(data[name].value_counts()) for name in data.columns))
"""


@dataclass(frozen=True)
class Cost:
    """Seconds, seconds of the processors, and bytes that a process took."""

    seconds: float
    work: float
    memory: int


def table(rows: int, columns: int, seed: int = 1) -> pa.Table:
    """Answers of invented respondents: words, numbers of scales, amounts, ticks, gaps."""
    chance = np.random.default_rng(seed)
    arrays = {}
    for place in range(columns):
        gaps = chance.random(rows) < 0.05  # noqa: PLR2004  the share of gaps
        words = (PLACES, AGREEMENT, YES_NO)[place // 6 % 3]
        drawn = chance.integers(0, len(words), rows)
        match place % 6:
            case 0 | 1 | 2:
                arrays[f"word{place}"] = pa.array(np.array(words, object)[drawn], mask=gaps)
            case 3:
                arrays[f"step{place}"] = pa.array(chance.integers(1, 6, rows), mask=gaps)
            case 4:
                amounts = np.round(chance.gamma(2.0, 20.0, rows), 1)
                arrays[f"amount{place}"] = pa.array(amounts, mask=gaps)
            case _:
                arrays[f"tick{place}"] = pa.array(chance.integers(0, 2, rows))
    return pa.table(arrays)


def _codes(column: pa.ChunkedArray) -> pa.Array:
    """Words as the numbers from 1 on, in the order of the words."""
    words = sorted(column.unique().drop_null().to_pylist())
    return pc.add(pc.index_in(column, pa.array(words)), 1).cast(pa.float64())


def write(made: pa.Table, kind: str, path: Path) -> Path:
    """The table as a file of the kind."""
    if kind == "csv":
        arrow_csv.write_csv(made, path)
    elif kind == "parquet":
        coded = [
            column.dictionary_encode() if pa.types.is_string(column.type) else column
            for column in made.columns
        ]
        arrow_parquet.write_table(pa.table(coded, names=made.column_names), path)
    elif kind == "plain":
        arrow_parquet.write_table(made, path, use_dictionary=False)
    else:
        labels: dict[str, dict[int, str]] = {}
        columns = {}
        for name, column in zip(made.column_names, made.columns, strict=True):
            columns[name] = column.cast(pa.float64()) if name[:4] != "word" else _codes(column)
            if name[:4] == "word":
                labels[name] = dict(enumerate(sorted(column.unique().drop_null().to_pylist()), 1))
        frame = pa.table(columns).to_pandas()
        pyreadstat.write_sav(frame, path, variable_value_labels=labels, row_compress=True)
    return path


def cost(command: list[str]) -> Cost:
    """What the process and all that it starts take."""
    began, worked = time.perf_counter(), work()
    peak = 0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            peak = max(peak, sum(map(resident, family(process.pid))))
            time.sleep(0.05)
    if process.returncode:
        raise SystemExit(f"{command} failed with {process.returncode}.")
    return Cost(time.perf_counter() - began, work() - worked, peak)


def work() -> float:
    """Seconds of the processors that all ended children took."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def family(process: int) -> list[int]:
    """The process and those that it started, and so on."""
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return []
    return [process, *(one for child in children for one in family(int(child)))]


def resident(process: int) -> int:
    """The bytes of memory that the process holds; what it shares with others in part."""
    try:
        account = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0
    return next(
        (int(line.split()[1]) * 1024 for line in account.splitlines() if line.startswith("Pss:")), 0
    )


def commands(kind: str, path: Path) -> tuple[list[str], list[str]]:
    """How ours and the bare reader are called."""
    ours = [sys.executable, "-m", "rundfrage", "tables", str(path)]
    return ours, [sys.executable, "-c", BARE_PANDAS if kind == "sav" else BARE_POLARS, str(path)]


def beyond(full: list[Cost], short: list[Cost]) -> Cost:
    """The medians of the full runs, less those of the short ones."""
    seconds, work, memory = (
        median(getattr(one, what) for one in full) - median(getattr(one, what) for one in short)
        for what in ("seconds", "work", "memory")
    )
    return Cost(seconds, work, int(memory))


def measure(name: str, folder: Path, runs: int, share: float) -> bool:
    """Print what reading costs; True if the targets are met."""
    size, kind = name.split("-")
    rows, columns = SIZES[size]
    suffix = "parquet" if kind == "plain" else kind
    made = table(max(int(rows * share), SHORT), columns)
    full = write(made, kind, folder / f"{name}.{suffix}")
    short = write(made.slice(0, SHORT), kind, folder / f"{name}-short.{suffix}")
    del made
    taken: dict[str, tuple[list[Cost], list[Cost]]] = {"full": ([], []), "short": ([], [])}
    for _ in range(runs):
        for which, path in (("full", full), ("short", short)):
            for place, command in enumerate(commands(kind, path)):
                taken[which][place].append(cost(command))
    ours, bare = (beyond(taken["full"][place], taken["short"][place]) for place in (0, 1))
    ratio = ours.seconds / max(bare.seconds, 1e-3)
    more = ours.memory - bare.memory
    print(
        f"{name:14} {ours.seconds:6.2f} s, bare {bare.seconds:5.2f} s, ratio {ratio:5.2f}"
        f" (at most {MOST_RATIO[kind]}), of work {ours.work / max(bare.work, 1e-3):5.2f},"
        f" memory {ours.memory / 2**20:5.0f} MB, bare {bare.memory / 2**20:5.0f} MB",
        flush=True,
    )
    return ratio <= MOST_RATIO[kind] and more <= MOST_MEMORY


def main() -> None:
    """Measure the files named, or all."""
    names = [f"{size}-{kind}" for size in SIZES for kind in MOST_RATIO]
    parser = argparse.ArgumentParser(description="What `rundfrage tables` costs over bare readers.")
    parser.add_argument("names", nargs="*", default=names, metavar="NAME", help=", ".join(names))
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--share", type=float, default=1.0)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        met = [measure(name, Path(folder), wanted.runs, wanted.share) for name in wanted.names]
    sys.exit(not all(met))


if __name__ == "__main__":
    main()
