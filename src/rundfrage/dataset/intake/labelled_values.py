"""The values of labelled columns: codes that are numbers, or words, and how they are measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rundfrage.dataset.cells import number_cell
from rundfrage.dataset.labelled import Labelled

Value = float | str


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
    """The columns without measures, if no column has labels: then a program set one for all."""
    measures = {column.measure for column in columns}
    if measures != {"scale"} or any(column.labels for column in columns):
        return columns
    return [replace(column, measure="unknown") for column in columns]
