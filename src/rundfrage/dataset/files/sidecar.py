"""The codebook that lies beside a file of answers: `answers.codebook.json` beside `answers.csv`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from rundfrage.codebook import Codebook
from rundfrage.codebook.json import from_file
from rundfrage.dataset.account import Account, Doubt
from rundfrage.dataset.dataset import Dataset
from rundfrage.dataset.flat import flat_columns
from rundfrage.dataset.intake.labelled_followed import follow_labelled
from rundfrage.dataset.labelled import Labelled
from rundfrage.errors import Problem
from rundfrage.locales import message


def sidecar(path: Path) -> Path:
    """Where the codebook of a file lies: beside it."""
    return path.with_name(f"{path.stem}.codebook.json")


def read_sidecar(path: Path) -> Codebook | None:
    """The codebook beside the file, None if there is none."""
    beside = sidecar(path)
    return from_file(beside) if beside.exists() else None


def by_its_own(dataset: Dataset, path: Path) -> Dataset:
    """The dataset of a file that holds its codebook, doubted where one beside it says otherwise."""
    beside = sidecar(path)
    # What isn't looked at keeps nobody from the answers: a broken one says something else, too.
    with suppress(Problem):
        if not beside.exists() or from_file(beside) == dataset.codebook:
            return dataset
    doubt = Doubt(
        message(
            "{file} isn't looked at, for the file of answers holds a codebook itself.",
            file=beside.name,
        ),
        message("Take it away; to correct the variables, convert the answers to CSV."),
    )
    account = dataset.account or Account()
    return replace(dataset, account=replace(account, doubts=(*account.doubts, doubt)))


def beside_or(
    path: Path,
    columns: Sequence[Labelled],
    concluded: Callable[[], Dataset],
    fitting: Callable[[str], str] | None = None,
) -> Dataset:
    """Labelled columns by the codebook beside their file, or as they are concluded without one.

    `fitting` makes a name one that the format can hold.
    """
    beside = read_sidecar(path)
    if beside is None:
        return concluded()
    flats = flat_columns(beside, fitting)
    return follow_labelled(beside, flats, columns, str(path), concluded)
