"""What building a deck costs, beside an older version of the program on the same report.

    python benchmarks/building.py [runs] [--against CHECKOUT] [--slides 200]

The report is the example survey's, 36 slides in four outputs, of 484 simulated respondents. Each
build is a process of its own, as users start it: from scratch, of unchanged input, and with one
sentence changed; and once more from scratch, with the slides repeated until there are 200. The
older version is a working copy of its commit, whose packages are those of its `.venv` if it has
one; both build the same files, in turns. Printed are the medians of seconds and of the processor's
seconds, and the ratios.

The targets, against a checkout of d3b3a37: from scratch at most 0.7 of its time, unchanged 0.6,
one sentence changed 0.5; and 200 slides at most five times the time of 36.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
RUNS = 5
SLIDES = 36
MANY = 200
MOST_GROWTH = 5.0
MOST = {"from scratch": 0.7, "unchanged": 0.6, "one sentence changed": 0.5}
SENTENCE = "dass die Arbeit weitergeht"
SMALL = "from scratch"
LARGE = "many slides"


@dataclass(frozen=True)
class Program:
    """A version of rundfrage by what starts it."""

    name: str
    checkout: Path

    def run(self, *arguments: str) -> Cost:
        """Run it to its end; raises CalledProcessError if it fails."""
        own = self.checkout / ".venv" / "bin" / "python"
        python = str(own) if own.exists() else sys.executable
        command = [python, "-m", "rundfrage", *arguments]
        begun, before = time.perf_counter(), os.times()
        subprocess.run(
            command,
            check=True,
            capture_output=True,
            env=os.environ | {"PYTHONPATH": str(self.checkout / "src")},
        )
        spent, after = time.perf_counter() - begun, os.times()
        busy = after.children_user + after.children_system
        return Cost(spent, busy - before.children_user - before.children_system)


@dataclass(frozen=True)
class Cost:
    """Seconds by the clock and of the processor."""

    clock: float
    processor: float


def builds(program: Program, survey: Path, large: Path, run: int) -> Iterator[tuple[str, Cost]]:
    """Every way to build, by its name; `survey` and `large` are the program's own copies."""
    report = survey / "report.md"
    shutil.rmtree(survey / "out", ignore_errors=True)
    yield SMALL, program.run("report", str(survey))
    yield "unchanged", program.run("report", str(survey))
    text = report.read_text(encoding="utf-8")
    changed = re.sub(rf"{SENTENCE}( \w+)?\.", f"{SENTENCE} {'abcdefghij'[run % 10]}.", text)
    if changed == text:
        raise ValueError("the report has no sentence to change")
    report.write_text(changed, encoding="utf-8")
    yield "one sentence changed", program.run("report", str(survey))
    shutil.rmtree(large / "out", ignore_errors=True)
    yield LARGE, program.run("report", str(large))


def repeated(report: str, slides: int) -> str:
    """The report with its slides after the title repeated until there are so many."""
    head, title, *rest = re.split(r"^(?=## )", report, flags=re.MULTILINE)
    return "".join((head, title, *islice(cycle(rest), slides - 1)))


def prepared(folder: Path, many: int) -> tuple[Path, Path]:
    """The example survey with its answers, and the same with a report of `many` slides."""
    small, large = folder / "small", folder / "large"
    Program("now", ROOT).run("demo", str(small))
    shutil.rmtree(small / "out")
    shutil.copytree(small, large)
    report = large / "report.md"
    report.write_text(repeated(report.read_text(encoding="utf-8"), many), encoding="utf-8")
    return small, large


def measured(
    programs: Sequence[Program], runs: int, many: int
) -> Mapping[tuple[str, str], list[Cost]]:
    """The costs by program and way to build, in turns; a build before them warms the files up."""
    found: defaultdict[tuple[str, str], list[Cost]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        survey, large = prepared(Path(folder), many)
        own = {}
        for program in programs:
            own[program.name] = tuple(
                Path(shutil.copytree(one, Path(folder) / f"{program.name}-{one.name}"))
                for one in (survey, large)
            )
            program.run("report", str(own[program.name][0]))
        for run in range(runs):
            turns = [(one, builds(one, *own[one.name], run)) for one in programs]
            for steps in zip(*(steps for _, steps in turns), strict=True):
                for (program, _), (name, cost) in zip(turns, steps, strict=True):
                    found[program.name, name].append(cost)
    return found


def main() -> None:
    """Measure, and say what each way costs and whether the targets are met."""
    asked = argparse.ArgumentParser(description="What building a deck costs.")
    asked.add_argument("runs", nargs="?", type=int, default=RUNS)
    asked.add_argument("--against", type=Path, metavar="CHECKOUT")
    asked.add_argument("--slides", type=int, default=MANY)
    given = asked.parse_args()
    programs = [Program("now", ROOT)]
    if given.against is not None:
        programs.append(Program("before", given.against.resolve()))
    costs = measured(programs, given.runs, given.slides)
    ways = list(dict.fromkeys(way for _, way in costs))

    def middle(program: str, way: str) -> Cost:
        every = costs[program, way]
        return Cost(median(one.clock for one in every), median(one.processor for one in every))

    for way in ways:
        for program in programs:
            cost = middle(program.name, way)
            print(f"{way}, {program.name}: {cost.clock:.2f} s, processor {cost.processor:.2f} s")
    pairs = list(zip(costs["now", LARGE], costs["now", SMALL], strict=True))
    clock = median(large.clock / small.clock for large, small in pairs)
    busy = median(large.processor / small.processor for large, small in pairs)
    print(f"{given.slides} slides cost {clock:.2f} times {SLIDES} by the clock, {busy:.2f} by the "
          f"processor (200 at most {MOST_GROWTH})")  # fmt: skip
    if len(programs) > 1:
        for way in ways:
            # Paired by run: other work on the machine weighs on both of a pair.
            pairs = list(zip(costs["now", way], costs["before", way], strict=True))
            clock = median(now.clock / old.clock for now, old in pairs)
            busy = median(now.processor / old.processor for now, old in pairs)
            most = f" (at most {MOST[way]})" if way in MOST else ""
            print(f"{way}: {clock:.2f} of before by the clock, {busy:.2f} by the processor{most}")


if __name__ == "__main__":
    main()
