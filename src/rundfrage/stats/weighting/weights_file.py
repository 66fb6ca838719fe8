"""Weights beside the answers they belong to: `answers.weights.csv` and `answers.weights.json`.

The CSV holds one column a weight and one row a respondent, in the order of the answers. The JSON
holds the SHA-256 of the answers and of the CSV: weights of answers that have changed are refused,
and the answers themselves stay as they were.
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from rundfrage.codebook import Codebook, Variable, VariableType
from rundfrage.dataset import Dataset, Values
from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.locales.phrases import versions
from rundfrage.text import Text
from rundfrage.writing import is_private, write_whole

Numbers = npt.NDArray[np.float64]
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,62}")
_CHUNK = 1 << 20


@dataclass(frozen=True)
class _Stored:
    """What lies beside the answers: columns as written, and what is known of each."""

    columns: Mapping[str, list[str]]
    about: Mapping[str, Any]


def weights_beside(answers: Path) -> Path:
    """Where the weights of a file of answers lie."""
    return answers.with_name(f"{answers.stem}.weights.csv")


def require_name(name: str, codebook: Codebook) -> None:
    """Raise a Problem for a name that no weight can have."""
    taken = {one.name.casefold() for one in codebook.variables}
    if not _NAME.fullmatch(name) or name.casefold() in taken:
        there = "the answers have a variable of that name" if _NAME.fullmatch(name) else "no name"
        raise Problem(
            "weight-name",
            where=Where(name=name, argument="name"),
            found=message(
                "{name} can't be the name of the weights: {there}.", name=repr(name), there=there
            ),
            expected=message("a name of its own, of letters, digits and underscores."),
            mend=message("Choose another, such as weight_2."),
        )


def write_weights(
    answers: Path, name: str, weights: Numbers, about: Mapping[str, str | float | None]
) -> Path:
    """Write weights (shape (n,)) beside the answers, and return where.

    Other weights of the same answers are stored; `about` says how these were made. Raises a Problem
    if the folder can't be written.
    """
    path = weights_beside(answers)
    fingerprint = _fingerprint(answers)
    stored = _read_stored(path, fingerprint) or _Stored({}, {})
    columns = {**stored.columns, name: [repr(one) for one in weights.tolist()]}
    known = {**stored.about, name: dict(about)}
    private = is_private(answers)
    _replace(path, columns, private=private)
    content = {
        "answers": {"file": answers.name, "sha256": fingerprint, "respondents": len(weights)},
        "weights": {"file": path.name, "sha256": _fingerprint(path), "made": known},
    }
    words = json.dumps(content, ensure_ascii=False, indent=1)
    write_whole(path.with_suffix(".json"), f"{words}\n", private=private)
    return path


def with_weights(dataset: Dataset, name: str) -> Dataset:
    """The dataset with the weights `name` that lie beside its file as one more variable.

    Without such weights the dataset is returned as it is. Raises a Problem if the answers or the
    weights have changed since the weights were made.
    """
    answers = Path(dataset.source)
    path = weights_beside(answers)
    if name in dataset.codebook or not path.with_suffix(".json").is_file():
        return dataset
    stored = _read_stored(path, _fingerprint(answers))
    if stored is None:
        raise Problem(
            "weights-stale",
            where=Where(str(path)),
            found=message(
                "{name} or the weights have changed since the weights were made.", name=answers.name
            ),
            expected=message("weights made of these answers."),
            mend=message("Make them again."),
        )
    if name not in stored.columns:
        return dataset
    return weighted(dataset, name, np.array(stored.columns[name], float))


def base_of(dataset: Dataset, name: str) -> str | None:
    """The base weights of the weights `name` that lie beside the answers; None if nothing says so.

    What doesn't belong to these answers says nothing of them.
    """
    answers = Path(dataset.source)
    if not weights_beside(answers).with_suffix(".json").is_file():
        return None
    stored = _read_stored(weights_beside(answers), _fingerprint(answers))
    made = {} if stored is None else stored.about.get(name, {})
    base = made.get("base")
    return base if isinstance(base, str) else None


def weighted(dataset: Dataset, name: str, weights: Numbers) -> Dataset:
    """The dataset with weights (shape (n,)) as a numeric variable at the end."""
    label = Text(versions("data", "weight"))
    variable = Variable(name, VariableType.NUMERIC, label)
    book = replace(dataset.codebook, variables=(*dataset.codebook.variables, variable))
    column = Values(weights, np.zeros(dataset.n, np.int8))
    return replace(dataset, codebook=book, columns={**dataset.columns, name: column})


def _read_stored(path: Path, fingerprint: str) -> _Stored | None:
    """The weights that lie there, None if there are none or they belong to other answers."""
    try:
        content = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        if content["answers"]["sha256"] != fingerprint or content["weights"][
            "sha256"
        ] != _fingerprint(path):
            return None
        with path.open(encoding="utf-8", newline="") as stream:
            names, *rows = csv.reader(stream)
        columns = {name: [row[place] for row in rows] for place, name in enumerate(names)}
        return _Stored(columns, content["weights"]["made"])
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        return None


def _fingerprint(path: Path) -> str:
    found = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            found.update(chunk)
    return found.hexdigest()


def _replace(path: Path, columns: Mapping[str, list[str]], *, private: bool) -> None:
    lines = [",".join(columns), *(",".join(row) for row in zip(*columns.values(), strict=True))]
    write_whole(path, "\n".join(lines) + "\n", private=private)
