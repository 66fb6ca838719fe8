"""Repeats: respondents whose answers are all the same as those of others, beyond what chance makes.

All answers of a respondent are compared, those of a battery as one. By chance as many others are
expected to be alike (Poisson) as the larger of these says:

- The product of the shares of their answers, times *n - 1*. Longer texts count by themselves: their
  share is that of the others who wrote the same, but at least 2 to the power of minus their length,
  for written language holds about a bit a letter (Shannon 1951).
- NEAR times those who agree in all but one answer. That product takes answers as independent of one
  another, which they aren't where people think alike; but where many agree in everything, many
  agree in all but one. Of one answer no more count than others gave it.

They are repeats where the probability of *g - 1* or more, times *n*, is at most MOST_BY_CHANCE; *g*
are alike. Who was not asked, or gave no answer, tells nothing. A mark is for looking: it doesn't
say who was first, and whoever varies an answer gets none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import exp, log

import numpy as np
import numpy.typing as npt

from rundfrage.dataset.columns import ANSWERED, Coded, Column, Marks, Values
from rundfrage.dataset.dataset import Dataset
from rundfrage.dataset.respondents import Flags

MOST_BY_CHANCE = 1e-6
"""So many groups of respondents alike are expected by chance in a whole field, at most."""

_FEW = 0.5
"""Where fewer are expected what is left of 1 would be lost in rounding."""
NEAR = 3.0
"""For one who agrees in all but one answer so many who agree in all."""
LONG = 20
"""From so many characters on words written alike count by themselves."""

_Patterns = npt.NDArray[np.int64]


@dataclass(frozen=True)
class _Unit:
    """What is compared as one, each of shape (n,).

    `patterns` are what respondents answered, as numbers; `answered` says whether that is an answer,
    `letters` how many characters it has if it is a longer text, else 0.
    """

    patterns: _Patterns
    answered: Flags
    letters: _Patterns


def repeats_in(dataset: Dataset) -> npt.NDArray[np.int64]:
    """For each respondent the number of the group of repeats that they are in, else -1; shape (n,).

    Groups are counted from 0 on in the order in which they are first met.
    """
    found = np.full(dataset.n, -1, np.int64)
    units = [_unit(columns) for columns in _batteries(dataset)]
    if not units or not dataset.n:
        return found
    table = np.column_stack([one.patterns for one in units])
    alike = _numbered(table)
    sizes = np.bincount(alike)
    firsts = np.unique(alike, return_index=True)[1]
    groups = 0
    for first in np.sort(firsts):
        inside = alike == alike[first]
        if sizes[alike[first]] > 1 and _is_no_chance(table, units, inside, int(first)):
            found[inside] = groups
            groups += 1
    return found


def one_of_each(dataset: Dataset) -> Flags:
    """Who is left if one respondent of each group of repeats is, and whoever repeats nobody."""
    groups = repeats_in(dataset)
    left = groups < 0
    # Which one it is can't be told: all answers of a group are the same.
    left[np.unique(groups, return_index=True)[1]] = True
    return left


def without_repeats(dataset: Dataset, left: Flags) -> Dataset:
    """Those of the dataset who are left, and how many are not."""
    return replace(dataset.kept(left), repeats=int((~left).sum()))


def _is_no_chance(table: _Patterns, units: Sequence[_Unit], inside: Flags, first: int) -> bool:
    """Whether so many wouldn't be alike by chance as are `inside`, the `first` among them."""
    n, size = len(inside), int(inside.sum())
    told = [place for place, unit in enumerate(units) if unit.answered[first]]
    agreeing = table[:, told] == table[first, told]
    gave = agreeing.sum(axis=0)
    chance = 0.0
    for place, number in zip(told, gave.tolist(), strict=True):
        those = int(units[place].answered.sum())
        letters = int(units[place].letters[first])
        others = (number - size) / max(those - size, 1)
        chance += max(log(others or 1e-300), -letters * log(2)) if letters else log(number / those)
    expected = (n - 1) * exp(chance)
    if n * _at_least(size - 1, expected) > MOST_BY_CHANCE:
        return False
    nearly = agreeing[agreeing.sum(axis=1) == len(told) - 1]
    near = np.minimum((~nearly).sum(axis=0), gave - size).sum()
    return n * _at_least(size - 1, max(expected, NEAR * float(near))) <= MOST_BY_CHANCE


def _batteries(dataset: Dataset) -> list[list[Column]]:
    """The columns that are compared as one: those of a battery, or a variable's own."""
    units: dict[tuple[str, str], list[Column]] = {}
    for variable in dataset.codebook.variables:
        key = ("battery", variable.battery) if variable.battery else ("", variable.name)
        units.setdefault(key, []).append(dataset.columns[variable.name])
    return list(units.values())


def _unit(columns: list[Column]) -> _Unit:
    patterns = _numbered(np.column_stack([part for one in columns for part in _parts(one)]))
    answered = np.asarray(np.any([one.reasons == ANSWERED for one in columns], axis=0), np.bool_)
    letters = np.zeros(len(patterns), np.int64)
    for one in columns:
        if isinstance(one, Values) and one.values.dtype == object:
            lengths = np.array([len(each) for each in one.values.tolist()], np.int64)
            letters = np.where(one.answered & (lengths >= LONG), lengths, letters)
    return _Unit(patterns, answered, letters)


def _parts(column: Column) -> list[npt.NDArray[np.int64]]:
    if isinstance(column, Coded):
        return [column.codes.astype(np.int64)]
    if isinstance(column, Marks):
        return [one.astype(np.int64) for one in column.marks]
    places: dict[object, int] = {}
    values = [places.setdefault(one, len(places)) for one in column.values.tolist()]
    return [np.where(column.answered, values, -1).astype(np.int64), column.reasons.astype(np.int64)]


def _numbered(rows: npt.NDArray[np.int64]) -> _Patterns:
    """The number of each row among those that differ."""
    return np.unique(rows, axis=0, return_inverse=True)[1].reshape(-1)


def _at_least(count: int, expected: float) -> float:
    """The probability of so many or more where so many are expected (Poisson)."""
    term, below = exp(-expected), 0.0
    for number in range(count):
        below += term
        term *= expected / (number + 1)
    # The next term and those behind it, each at most `expected` times the one before.
    return term / (1 - expected) if expected < _FEW else max(1 - below, 0.0)
