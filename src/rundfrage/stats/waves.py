"""Comparing waves: the same question asked again, of other people or of the same.

Two waves become one design with a column that says which wave a row is of. Samples drawn anew are
strata of their own, so that their variances add up. In a panel the same persons answer twice, and
what they say is correlated: each person is then one unit, in the stratum of the first wave that
has them, and the covariance comes out of the design by itself.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from rundfrage.codebook import Variable
from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.stats.design import Design
from rundfrage.stats.engine import Arrays
from rundfrage.stats.engine.source import require

Array = npt.NDArray[Any]
WAVE = "wave of the survey"
"""The column that tells the waves apart, with the levels "first" and "second"."""
_UNIT, _STRATUM, _WEIGHT = "unit of the waves", "stratum of the waves", "weight of the waves"


def same_wording(first: Variable, second: Variable) -> None:
    """Raise a Problem unless both variables ask the same with the same answers, in every language.

    A line between two waves says that people changed; with another wording, it may be the question.
    """
    differing = [
        what
        for what, one, other in (
            ("type", first.type, second.type),
            ("wording", first.label, second.label),
            ("item", first.item, second.item),
            (
                "answers",
                [(category.name, category.label) for category in first.categories],
                [(category.name, category.label) for category in second.categories],
            ),
            ("unit", first.unit, second.unit),
        )
        if one != other
    ]
    if differing:
        raise Problem(
            "waves-differ",
            where=Where(name=second.name),
            found=message("The waves differ in {differing}.", differing=", ".join(differing)),
            expected=message("the same wording and the same answers in both waves."),
            mend=message(
                "Show the waves side by side, without a line and without a test between them."
            ),
        )


def waves(first: Design, second: Design, *, ids: tuple[str, str] | None = None) -> Design:
    """Both waves as one design; estimate `by=[WAVE]` and take the difference.

    Columns are those that both have. `ids` names the columns of persons in the two waves if it is
    a panel; then persons, or the primary units where there are any, are the units of both waves
    (Kish 1965, section 12.4; the covariance as in Binder 1983). A person's units and strata are
    taken from the first wave that has them. Without `ids` the samples are independent.

    Raises a Problem for designs with replicates or population sizes, or not in memory: their waves
    belong into one file with a column for the wave.
    """
    one, other = _joinable(first), _joinable(second)
    columns: dict[str, Array] = {}
    levels: dict[str, tuple[str, ...]] = {}
    for name in one.columns:
        if name in other.columns:
            columns[name], known = _joined(one, other, name)
            if known is not None:
                levels[name] = known
    sizes = [_length(one), _length(other)]
    columns[WAVE] = np.repeat(np.array([0, 1], np.int8), sizes)
    levels[WAVE] = ("first", "second")
    columns[_WEIGHT] = np.concatenate(
        [
            np.ones(size) if design.weight is None else source.columns[design.weight]
            for size, design, source in zip(sizes, (first, second), (one, other), strict=True)
        ]
    )
    strata = [_key(source, design.strata) for design, source in ((first, one), (second, other))]
    units = [
        _key(source, design.psu[:1]) if design.psu else None
        for design, source in ((first, one), (second, other))
    ]
    if ids is None:
        columns[_STRATUM] = _codes(
            [("first", key) for key in strata[0]] + [("second", key) for key in strata[1]]
        )
        columns[_UNIT] = _codes(
            [("first", key) for key in units[0] or range(sizes[0])]
            + [("second", key) for key in units[1] or range(sizes[1])]
        )
    else:
        persons = [
            [str(key) for (key,) in _key(source, (name,))]
            for source, name in zip((one, other), ids, strict=True)
        ]
        places: dict[str, tuple[Any, Any]] = {}
        for person, stratum, unit in zip(
            persons[0] + persons[1],
            strata[0] + strata[1],
            (units[0] or persons[0]) + (units[1] or persons[1]),
            strict=True,
        ):
            places.setdefault(person, (stratum, unit))
        joined = [places[person] for person in persons[0] + persons[1]]
        columns[_STRATUM] = _codes([stratum for stratum, _ in joined])
        columns[_UNIT] = _codes([unit for _, unit in joined])
    source = Arrays(columns, levels, one.marks & other.marks, one.origin)
    return Design(source, _WEIGHT, (_STRATUM,), (_UNIT,), lonely=first.lonely)


def _joinable(design: Design) -> Arrays:
    if not isinstance(design.source, Arrays) or design.replicates or design.fpc:
        raise Problem(
            "waves-not-joinable",
            found=message(
                "A wave has replicate weights or population sizes, or lies in Parquet files."
            ),
            expected=message("two designs in memory with weights, strata and units."),
            mend=message("Put both waves into one file with a column for the wave."),
        )
    return design.source


def _length(source: Arrays) -> int:
    return len(next(iter(source.columns.values())))


def _key(source: Arrays, names: tuple[str, ...]) -> list[Any]:
    """A tuple of each respondent's values in these columns of the design, in words."""
    if not names:
        return [()] * _length(source)
    columns = []
    for name in names:
        require(source, name)
        codes, known = source.coded(name)
        columns.append([known[value] for value in codes.tolist()] if known else codes.tolist())
    return list(zip(*columns, strict=True))


def _codes(keys: list[Any]) -> Array:
    numbers: dict[Any, int] = {}
    return np.array([numbers.setdefault(key, len(numbers)) for key in keys], np.int64)


def _joined(one: Arrays, other: Arrays, name: str) -> tuple[Array, tuple[str, ...] | None]:
    """A column of both waves; codes of the second are put into the first's levels, by name."""
    (column, known), (codes, named) = one.coded(name), other.coded(name)
    if (known is None) != (named is None):
        raise Problem(
            "waves-differ",
            where=Where(name=name),
            found=message("{name} has answers in one wave and numbers in the other.", name=name),
            expected=message("the same kind of column in both waves."),
            mend=message("Leave the column out of one of them, or mend its codebook."),
        )
    if known is None or named is None:
        return np.concatenate([column, codes]), None
    every = tuple(dict.fromkeys([*known, *named]))
    place = np.array([every.index(level) for level in named], np.int64)
    codes = codes.astype(np.int64)
    moved = codes.copy()
    moved[codes >= 0] = place[codes[codes >= 0]]
    return np.concatenate([column.astype(np.int64), moved]), every
