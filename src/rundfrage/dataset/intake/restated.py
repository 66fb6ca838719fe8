"""A column beside a multiple choice that says at once what its columns say one by one.

It names the options in one cell, or counts how many were chosen. One that is only called so, and
says something else, is a question of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

import numpy as np
import numpy.typing as npt

from rundfrage.codebook import Category
from rundfrage.dataset.cells import REASONS, Cells, parsed_number
from rundfrage.dataset.columns import CHOSEN, Marks
from rundfrage.dataset.intake.scales import folded

_MOSTLY = 0.9
_NAMED = 0.5


class Restated(Enum):
    """How a column says once more what was chosen."""

    NAMED = "named"
    COUNTED = "counted"


def restated(cells: Cells, marks: Marks, options: Sequence[Category]) -> Restated | None:
    """How the column says what the marks say; None if it says something else."""
    filled = np.array([word not in REASONS for word in cells.words] or [False])[cells.index]
    if not filled.any():
        return Restated.NAMED
    chosen = (marks.marks == CHOSEN)[:, filled]
    index = cells.index[filled]
    numbers = [parsed_number(word, comma=False) for word in cells.words]
    counts = np.array([-1.0 if one is None else one for one in numbers])[index]
    if (counts == chosen.sum(axis=0)).mean() >= _MOSTLY and len(np.unique(counts)) > 1:
        return Restated.COUNTED
    if _determined(index, chosen) < _MOSTLY:
        return None
    used = [cells.words[place] for place in np.unique(index).tolist()]
    repeats = len(used) * 2 <= len(index)
    return Restated.NAMED if repeats or _names(used, options) else None


def _determined(index: npt.NDArray[np.int32], chosen: npt.NDArray[np.bool_]) -> float:
    """The share of rows whose marks are those that most rows with the same cell have."""
    weights = np.random.default_rng(0).integers(1, 1 << 40, len(chosen))
    _, vectors = np.unique(weights @ chosen, return_inverse=True)
    pairs, often = np.unique(
        index.astype(np.int64) * (int(vectors.max()) + 1) + vectors, return_counts=True
    )
    most = np.zeros(int(index.max()) + 1, np.int64)
    np.maximum.at(most, pairs // (int(vectors.max()) + 1), often)
    return float(most.sum() / len(index))


def _names(words: Sequence[str], options: Sequence[Category]) -> bool:
    """True if most cells hold the name or the label of an option."""
    known = {folded(one) for option in options for one in (option.name, option.label.source)}
    naming = sum(any(one in folded(word) for one in known) for word in words)
    return naming >= _NAMED * len(words)
