"""The example: the alliance survey of 2020, rebuilt from simulated answers."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.services.survey import Survey, open_survey

_EXAMPLE = "alliance-2020"
_WEIGHTS = ("weights.csv", "weights.json")


def copy_example(folder: Path) -> Survey:
    """The example survey in that folder; one that holds anything but an earlier copy is refused."""
    example = _example()
    if folder.exists() and (not folder.is_dir() or _strangers(folder, example)):
        raise Problem(
            "example-folder-taken",
            where=Where(str(folder)),
            found=message("There is something else there already."),
            expected=message("a new folder, or that of an earlier demo."),
            mend=message("Name another folder."),
        )
    shutil.copytree(example, folder, dirs_exist_ok=True)
    return open_survey(folder)


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
