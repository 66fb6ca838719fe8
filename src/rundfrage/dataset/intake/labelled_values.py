"""The values of labelled columns: codes that are numbers, or words, and how they are measured."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, ValuesView
from dataclasses import replace
from functools import cached_property
from itertools import chain, islice

from rundfrage.dataset.cells import number_cell
from rundfrage.dataset.intake.numbered import POINTS
from rundfrage.dataset.labelled import Labelled

Value = float | str

_FEWEST_STEPS = 3
_SAMPLE = 200


def different(column: Labelled) -> list[Value]:
    """The different answers of a column that holds no dates."""
    return [] if column.is_date else list(column.counts)


def sorting(value: Value) -> tuple[bool, float, str]:
    """The key by which values are sorted: numbers, then words."""
    return (True, 0.0, value) if isinstance(value, str) else (False, value, "")


def plain(value: Value) -> str:
    """A value as people write it."""
    return value if isinstance(value, str) else number_cell(value)


def measured(columns: Sequence[Labelled]) -> Sequence[Labelled]:
    """The columns without measures where a program set them, and else with those that were chosen.

    Programs set one for all, or nominal where there are labels.
    """
    if {column.measure for column in columns if column.is_number} == {"scale"}:
        return [one if one.labels else replace(one, measure="unknown") for one in columns]
    if not any(map(_ordered_aloud, columns)):
        return columns
    return [replace(column, chosen=column.measure == "nominal") for column in columns]


def _ordered_aloud(column: Labelled) -> bool:
    """True if somebody said of a few labelled codes that they are ordinal, or a scale."""
    if not _FEWEST_STEPS <= len(column.labels) <= POINTS or not column.is_number:
        return False
    whole = column.measure == "scale" and set(column.counts) <= set(column.labels)
    return column.measure == "ordinal" or whole


class Written(Mapping[str, int]):
    """Counts by what people write for each value, which is made where it is looked at.

    The first of them are looked at again and again, and made once.
    """

    def __init__(self, counts: Mapping[Value, int]) -> None:
        self.counts = counts

    @cached_property
    def _first(self) -> list[str]:
        return list(map(plain, islice(self.counts, _SAMPLE)))

    def __len__(self) -> int:
        return len(self.counts)

    def __iter__(self) -> Iterator[str]:
        return chain(self._first, map(plain, islice(self.counts, _SAMPLE, None)))

    def __getitem__(self, word: str) -> int:
        return next(count for value, count in self.counts.items() if plain(value) == word)

    def values(self) -> ValuesView[int]:
        """How often each value is given."""
        return self.counts.values()
