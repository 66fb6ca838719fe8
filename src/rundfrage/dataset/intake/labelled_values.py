"""The values of labelled columns: codes that are numbers, or words."""

from __future__ import annotations

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
