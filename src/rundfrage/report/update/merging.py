"""Merges a chart: what was printed, what people made of it, and what the data say now.

A row is a category of the chart, told by a key that outlives a new wording; a series is told by
the name that the program gave it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rundfrage.locales import message
from rundfrage.report.outputs.pptx.bodies import same_words
from rundfrage.report.outputs.pptx.snapshot import DrawnChart
from rundfrage.report.update.order import OWN, merged, recognised
from rundfrage.report.update.summary import Tally


@dataclass(frozen=True)
class ChartMerge:
    """A chart in its three states: as printed (None if not known), as edited, as it must be."""

    old: DrawnChart | None
    edited: DrawnChart
    new: DrawnChart
    rows: tuple[str, ...]
    """The keys of the edited chart's categories."""
    names: tuple[str, ...]
    """The names that the program gave the edited chart's series, or OWN."""
    order: tuple[str, ...]
    """The keys of the categories to be drawn."""
    columns: tuple[str, ...]
    """The names of the series to be drawn."""


def merge(old: DrawnChart | None, edited: DrawnChart, new: DrawnChart, tally: Tally) -> ChartMerge:
    """What the chart is to show: rows and series in order; tells of what was kept or left out."""
    base = old or new

    def same_row(index: int, at: int) -> bool:
        return _row_values(base, index) == _row_values(edited, at)

    def same_series(index: int, at: int) -> bool:
        return base.series[index].values == edited.series[at].values

    # What a printed row or series held proves who it is; without a record nothing does.
    rows = recognised(base.categories, base.rows, edited.categories, same_row if old else None)
    names = recognised(_names(base), _names(base), _names(edited), same_series if old else None)
    if old is None:
        for key, label in zip(rows, edited.categories, strict=True):
            if key.startswith(OWN):
                tally.notices.append(
                    message(
                        "chart: the row “{row}” is not in the report and was left out",
                        row=same_words(label),
                    )
                )
        shown_rows = [key for key in rows if not key.startswith(OWN)]
        order = merged(None, shown_rows, new.rows)
    else:
        order = merged(old.rows, rows, new.rows)
    columns = merged(_names(old) if old else None, names, _names(new))
    result = ChartMerge(old, edited, new, tuple(rows), tuple(names), tuple(order), tuple(columns))
    _tell(result, tally)
    return result


def _row_values(chart: DrawnChart, at: int) -> tuple[float | None, ...]:
    return tuple(one.values[at] for one in chart.series)


def _names(chart: DrawnChart) -> list[str]:
    return [one.name for one in chart.series]


def _tell(merge: ChartMerge, tally: Tally) -> None:
    _tell_rows(merge, tally)
    for key, one in zip(merge.names, merge.edited.series, strict=True):
        if key.startswith(OWN):
            tally.edits.append(message("chart: your own series “{series}”", series=one.name))
        elif key != one.name:
            tally.edits.append(
                message("chart: the series “{series}” as “{name}”", series=key, name=one.name)
            )
    for one in merge.new.series:
        if one.name not in merge.columns:
            tally.edits.append(message("chart: without the series “{series}”", series=one.name))


def _tell_rows(merge: ChartMerge, tally: Tally) -> None:
    old = merge.old
    for key, label in zip(merge.rows, merge.edited.categories, strict=True):
        if key.startswith(OWN):
            if key in merge.order:
                tally.edits.append(message("chart: your own row “{row}”", row=same_words(label)))
        elif old and same_words(printed := _printed(old, key)) != same_words(label):
            tally.edits.append(
                message(
                    "chart: the row “{row}” as “{name}”",
                    row=same_words(printed),
                    name=same_words(label),
                )
            )
    for key, label in zip(merge.new.rows, merge.new.categories, strict=True):
        if key not in merge.order:
            tally.edits.append(message("chart: without the row “{row}”", row=same_words(label)))
        elif old and key not in old.rows:
            tally.notices.append(message("chart: the row “{row}” is new", row=same_words(label)))


def _printed(old: DrawnChart, key: str) -> str:
    return old.categories[old.rows.index(key)]


@dataclass(frozen=True)
class Cell:
    """Where one value of the merged chart comes from, by position; None where it isn't."""

    old: tuple[int, int] | None
    edited: tuple[int, int] | None
    new: tuple[int, int] | None


def cell(merge: ChartMerge, column: str, row: str) -> Cell:
    """The three places of a value: positions of series and category."""

    def place(names: Sequence[str], rows: Sequence[str]) -> tuple[int, int] | None:
        return (names.index(column), rows.index(row)) if column in names and row in rows else None

    old = merge.old
    return Cell(
        place(_names(old), old.rows) if old else None,
        place(merge.names, merge.rows),
        place(_names(merge.new), merge.new.rows),
    )


def value_of(chart: DrawnChart, place: tuple[int, int]) -> float | None:
    """The value at a place of the chart."""
    return chart.series[place[0]].values[place[1]]


def label_of(merge: ChartMerge, key: str) -> str:
    """The label of a row: people's if they renamed it, else the program's new one."""
    if key not in merge.rows:
        return merge.new.categories[merge.new.rows.index(key)]
    label = merge.edited.categories[merge.rows.index(key)]
    if key.startswith(OWN) or key not in merge.new.rows:
        return label
    base = merge.old or merge.new
    printed = base.categories[base.rows.index(key)] if key in base.rows else label
    renamed = same_words(printed) != same_words(label)
    return label if renamed else merge.new.categories[merge.new.rows.index(key)]
