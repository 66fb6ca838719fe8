"""Repeats: respondents whose answers are all the same as those of others, beyond what chance makes.

All answers of a respondent are compared. By chance as many others are expected to be alike
(Poisson) as the larger of these says:

- The product of the shares of their answers, times *n - 1*. A battery answered all the same counts
  as one answer, since many do that. Longer texts count by themselves: their share is that of the
  others who wrote the same, but at least 2 to the power of minus their length, for written language
  holds about a bit a letter (Shannon 1951).
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
from math import exp, inf, log

import numpy as np
import numpy.typing as npt

from rundfrage.codebook import Missing, Use, Variable, VariableType
from rundfrage.dataset.columns import ANSWERED, Coded, Column, Marks, Values
from rundfrage.dataset.dataset import Dataset
from rundfrage.dataset.respondents import Flags
from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.text import Text

MOST_BY_CHANCE = 1e-6
"""So many groups of respondents alike are expected by chance in a whole field, at most."""

_FEW = 0.5
"""Where fewer are expected what is left of 1 would be lost in rounding."""
MARK = "repeats"
"""The variable that marks them in files."""
NEAR = 3.0
"""For one who agrees in all but one answer so many who agree in all."""
LONG = 20
"""From so many characters on words written alike count by themselves."""

_Patterns = npt.NDArray[np.int64]
_Known = tuple[tuple[int, ...], tuple[int, ...], int]
"""The places of answers, what they are, and of texts how many are alike."""


@dataclass(frozen=True)
class _Unit:
    """The answers to a variable, each of shape (n,).

    `patterns` are what respondents answered, as numbers; `answered` says whether that is an answer,
    `letters` how many characters it has if it is a longer text, else 0; `codes` are those of
    answers that can be the same throughout a `battery`.
    """

    patterns: _Patterns
    answered: Flags
    letters: _Patterns
    battery: str | None
    codes: npt.NDArray[np.int16] | None


def repeats_in(dataset: Dataset) -> npt.NDArray[np.int64]:
    """For each respondent the number of the group of repeats that they are in, else -1; shape (n,).

    Groups are counted from 0 on in the order in which they are first met.
    """
    found = np.full(dataset.n, -1, np.int64)
    units = [
        _unit(dataset.columns[one.name], one.battery)
        for one in dataset.codebook.variables
        if one.use is Use.ANSWER
    ]
    if not units or not dataset.n:
        return found
    table = np.column_stack([one.patterns for one in units])
    alike = _numbered(table)
    sizes = np.bincount(alike)
    firsts = np.unique(alike, return_index=True)[1]
    groups = 0
    known: dict[_Known, float] = {}
    for first in np.sort(firsts[sizes > 1]):
        size = int(sizes[alike[first]])
        if _is_no_chance(table, units, known, size, int(first)):
            found[alike == alike[first]] = groups
            groups += 1
    return found


def one_of_each(dataset: Dataset) -> Flags:
    """Who is left if one respondent of each group of repeats is, and whoever repeats nobody."""
    groups = repeats_in(dataset)
    left = groups < 0
    # Which one it is can't be told: all answers of a group are the same.
    left[np.unique(groups, return_index=True)[1]] = True
    return left


def with_marks(dataset: Dataset) -> Dataset:
    """The dataset with a variable MARK, which numbers the groups of repeats from 1 on.

    Raises a Problem if there is such a variable already.
    """
    if MARK in dataset.codebook:
        raise Problem(
            "repeats-name-taken",
            where=Where(dataset.source, name=MARK),
            found=message("There is a variable {name} already.", name=MARK),
            expected=message("a name that is free for the marks of repeats."),
            mend=message("Give the variable another name."),
        )
    groups = repeats_in(dataset)
    none = np.where(groups < 0, Missing.NOT_ASKED, ANSWERED).astype(np.int8)
    mark = Variable(MARK, VariableType.NUMERIC, Text((("", MARK),)), use=Use.ASIDE)
    return replace(
        dataset,
        codebook=replace(dataset.codebook, variables=(*dataset.codebook.variables, mark)),
        columns={**dataset.columns, MARK: Values((groups + 1).astype(np.float64), none)},
    )


def without_repeats(dataset: Dataset, left: Flags) -> Dataset:
    """Those of the dataset who are left, and how many are not."""
    return replace(dataset.kept(left), repeats=int((~left).sum()))


def _is_no_chance(
    table: _Patterns, units: Sequence[_Unit], known: dict[_Known, float], size: int, first: int
) -> bool:
    """Whether so many wouldn't be alike by chance as are with the `first`: `size` in all.

    `known` holds what answers were reckoned with before.
    """
    n = len(table)
    told = [place for place, unit in enumerate(units) if unit.answered[first]]
    chance = 0.0
    for places in _together([units[place] for place in told], first):
        own = tuple(told[place] for place in places)
        key = own, tuple(table[first, own].tolist()), size if units[own[0]].letters[first] else 0
        if key not in known:
            agreeing = table[:, own] == table[first, own]
            known[key] = _chance([units[place] for place in own], agreeing, size, first)
        chance += known[key]
    expected = (n - 1) * exp(chance)
    if n * _at_least(size - 1, expected) > MOST_BY_CHANCE:
        return False
    agreeing = table[:, told] == table[first, told]
    gave = agreeing.sum(axis=0)
    nearly = agreeing[agreeing.sum(axis=1) == len(told) - 1]
    near = np.minimum((~nearly).sum(axis=0), gave - size).sum()
    return n * _at_least(size - 1, max(expected, NEAR * float(near))) <= MOST_BY_CHANCE


def _together(units: Sequence[_Unit], first: int) -> list[list[int]]:
    """The places of units by what counts as one answer: a battery answered all the same does."""
    batteries: dict[str, list[int]] = {}
    for place, unit in enumerate(units):
        if unit.battery is not None and unit.codes is not None:
            batteries.setdefault(unit.battery, []).append(place)
    lines = [
        places
        for places in batteries.values()
        if len({int(codes[first]) for one in places if (codes := units[one].codes) is not None})
        == 1
    ]
    lined = {place for places in lines for place in places}
    return lines + [[place] for place in range(len(units)) if place not in lined]


def _chance(units: Sequence[_Unit], agreeing: Flags, size: int, first: int) -> float:
    """The logarithm of how probable it is that somebody gives these answers."""
    same = int(agreeing.all(axis=1).sum())
    those = int(np.all([one.answered for one in units], axis=0).sum())
    if letters := int(units[0].letters[first]):
        others = (same - size) / max(those - size, 1)
        return max(log(others) if others else -inf, -letters * log(2))
    return log(same / those)


def _unit(column: Column, battery: str | None) -> _Unit:
    patterns = _numbered(np.column_stack(_parts(column)))
    answered = np.asarray(column.reasons == ANSWERED)
    letters = np.zeros(len(patterns), np.int64)
    if isinstance(column, Values) and column.values.dtype == object:
        lengths = np.array([len(each) for each in column.values.tolist()], np.int64)
        letters = np.where(answered & (lengths >= LONG), lengths, letters)
    codes = column.codes if isinstance(column, Coded) else None
    return _Unit(patterns, answered, letters, battery, codes)


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
    if rows.shape[1] == 1:
        return np.unique(rows, return_inverse=True)[1].reshape(-1)
    return np.unique(rows, axis=0, return_inverse=True)[1].reshape(-1)


def _at_least(count: int, expected: float) -> float:
    """The probability of so many or more where so many are expected (Poisson)."""
    term, below = exp(-expected), 0.0
    for number in range(count):
        below += term
        term *= expected / (number + 1)
    # The next term and those behind it, each at most `expected` times the one before.
    return term / (1 - expected) if expected < _FEW else max(1 - below, 0.0)
