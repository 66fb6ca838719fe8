"""`rundfrage demo`: the alliance survey of 2020, rebuilt from simulated answers."""

from __future__ import annotations

import shutil
import time
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

from rundfrage.cli.console import results
from rundfrage.cli.report import report_into
from rundfrage.cli.simulate import simulate_into
from rundfrage.errors import Problem, Where

_EXAMPLE = "alliance-2020"
_RESPONDENTS = 484
_WEIGHTS = ("weights.csv", "weights.json")


def demo(
    folder: Annotated[
        Path, typer.Argument(help="Where to put the example survey.", metavar="DIR")
    ] = Path("rundfrage-demo"),
) -> None:
    """Copy the example survey, simulate its 484 respondents, and build the deck."""
    started = time.perf_counter()
    copy_example(folder)
    simulate_into(folder, _RESPONDENTS, seed=1, targets=folder / "targets.toml")
    paths = report_into(folder, None)
    results.print(f"The alliance survey of 2020, {_RESPONDENTS} simulated respondents:")
    for path in paths:
        results.print(f"  {path.resolve()}")
    results.print(f"made in {time.perf_counter() - started:.1f} s")


def copy_example(folder: Path) -> None:
    """Copy the example survey; a folder that holds anything but an earlier demo is refused."""
    example = _example()
    if folder.exists() and (not folder.is_dir() or _strangers(folder, example)):
        raise Problem(
            "folder-not-empty",
            where=Where(str(folder)),
            found="There is something else there already.",
            expected="a new folder, or that of an earlier demo.",
            mend="Name another folder.",
        )
    shutil.copytree(example, folder, dirs_exist_ok=True)


def _strangers(folder: Path, example: Path) -> bool:
    """True if the folder isn't empty and isn't an earlier copy of the example."""
    names = {entry.name for entry in folder.iterdir()}
    known = {entry.name for entry in example.iterdir()}
    made = {"out", *(f"simulated.{end}" for end in ("csv", "codebook.json", *_WEIGHTS))}
    return bool(names) and ("questionnaire.md" not in names or bool(names - known - made))


def _example() -> Path:
    """The example's folder: in the installed package, or in the checkout it was installed from."""
    installed = Path(str(files("rundfrage"))) / "examples" / _EXAMPLE
    if installed.is_dir():
        return installed
    return Path(str(files("rundfrage"))).parents[1] / "examples" / _EXAMPLE
