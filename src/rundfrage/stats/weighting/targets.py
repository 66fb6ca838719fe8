"""Targets: how the population is spread over the categories of variables it is known for.

A *margin* is the spread over one variable, or over several crossed ones. Each of its *targets* is
one cell of the margin: a category, or several joined under one figure, or a class of a number. An
*axis* is one variable of a margin with the codes that its respondents get.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np
import numpy.typing as npt

from rundfrage.dataset import Coded, Dataset, Values
from rundfrage.text import Text

Array = npt.NDArray[Any]
Class = tuple[float, float]
NO_ANSWER = -1
OUTSIDE = -2
"""The code of a number that lies in none of the classes."""


@dataclass(frozen=True)
class Axis:
    """A coded variable, or a numeric one cut into classes (both ends belong to a class)."""

    variable: str
    classes: tuple[Class, ...] = ()

    def codes(self, dataset: Dataset) -> Array:
        """The code of each respondent, NO_ANSWER or OUTSIDE; shape (n,)."""
        column = dataset.columns[self.variable]
        if isinstance(column, Coded):
            return np.maximum(column.codes, NO_ANSWER)
        assert isinstance(column, Values)  # noqa: S101  (the reader of margins sees to it)
        numbers = np.where(column.answered, column.values.astype(float), np.nan)
        found = np.where(column.answered, OUTSIDE, NO_ANSWER).astype(np.int16)
        for code, (low, high) in enumerate(self.classes):
            found[(numbers >= low) & (numbers <= high)] = code
        return found


@dataclass(frozen=True)
class Target:
    """One figure: `codes` holds for each axis the codes that it joins.

    `share` is its part of those who answered, between 0 and 1; `slack` is how far rounding may
    have moved it; `line` is its row of the file.
    """

    codes: tuple[tuple[int, ...], ...]
    share: float
    label: Text
    slack: float = 0.0
    line: int | None = None

    @property
    def joins(self) -> bool:
        """True if several categories stand under this figure."""
        return any(len(one) > 1 for one in self.codes)


@dataclass(frozen=True)
class Margin:
    """Targets that together are everybody; their shares sum to 1.

    `sizes` is the number of codes on each axis. `total` is what the figures summed to as given:
    about 100, about 1, or the size of the population where they are `counted`.
    """

    axes: tuple[Axis, ...]
    sizes: tuple[int, ...]
    targets: tuple[Target, ...]
    label: Text
    total: float = 1.0
    counted: bool = False
    file: str = ""

    @property
    def name(self) -> str:
        """The variables as the file names them: q1, or q11*q1."""
        return "*".join(axis.variable for axis in self.axes)

    @property
    def shares(self) -> npt.NDArray[np.float64]:
        """The targets' shares, shape (targets,)."""
        return np.array([one.share for one in self.targets])

    def levels(self) -> Array:
        """The target of each combination of codes, -1 where none is given; shape `sizes`."""
        found = np.full(self.sizes, -1, np.int64)
        for place, target in enumerate(self.targets):
            for cell in product(*target.codes):
                found[cell] = place
        return found


def joined(texts: Sequence[Text], between: str) -> Text:
    """Several texts as one, in each language that one of them has."""
    languages = dict.fromkeys(language for text in texts for language, _ in text.versions)
    return Text(
        tuple(
            (language, between.join(text.into(language) for text in texts))
            for language in languages
        )
    )
