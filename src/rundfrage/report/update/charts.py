"""Refreshes a native chart: new data in its workbook and its XML, people's look kept.

Fills, positions, letters, titles and the type of the chart stay as they are. Categories that
people renamed, hid, sorted or added stay so, and so do series; the look of a single bar and of
its label goes with its category, whatever row that comes to stand in.
"""

from __future__ import annotations

from copy import deepcopy

from rundfrage.locales import Message, message
from rundfrage.report.outputs.pptx.bodies import A, Element, same_words
from rundfrage.report.outputs.pptx.drawn import C, alike, chart_of, names_of, plot_of, series_of
from rundfrage.report.outputs.pptx.workbook import OFFSET, Column, workbook
from rundfrage.report.update.dots import dots_of, renew_names
from rundfrage.report.update.error_bars import renew_error_bars
from rundfrage.report.update.labels import write_labels
from rundfrage.report.update.merging import Cell, ChartMerge, cell, label_of, value_of
from rundfrage.report.update.offset import settle_offset
from rundfrage.report.update.series_parts import data_of, put
from rundfrage.report.update.stale import Figures
from rundfrage.report.update.summary import Renewed, Tally

_AXIS, _PLOT = 1e-6, 0.004
"""How far numbers of an axis, and parts of a frame, may be apart and still be the same."""


def refresh(
    space: Element, pristine: Element, merge: ChartMerge, figures: Figures, tally: Tally
) -> bytes:
    """Write the merged data into the chart's XML; the bytes of the workbook that goes with it.

    `pristine` is the new chart as the program draws it: what is new takes its look from there.
    """
    labels = [label_of(merge, key) for key in merge.order]
    made = {one.name: element for one, element in
            zip(merge.new.series, series_of(pristine), strict=True)}  # fmt: skip
    there = dict(zip(merge.names, series_of(space), strict=True))
    for name, element in there.items():
        if name not in merge.columns:
            element.getparent().remove(element)
    columns: list[Column] = []
    rows = len(merge.columns) if names_of(space) is not None else None
    for number, name in enumerate(merge.columns):
        element = there.get(name)
        if element is None:
            element = deepcopy(made[name])
            _join(space, element)
        values = tuple(_value(merge, name, key, figures, tally) for key in merge.order)
        shown = merge.edited.series[merge.names.index(name)].name if name in there else name
        columns.append(Column(shown, values))
        _write_data(element, number, columns[-1], tuple(labels), rows=rows)
        _move_points(element, made.get(name), merge, name)
        old = merge.old.called(name) if merge.old else None
        edited = merge.edited.series[merge.names.index(name)] if name in there else None
        renew_error_bars(element, made.get(name), _places(merge, name), old, edited, tally)
        write_labels(element, made.get(name), merge, _places(merge, name), figures, tally)
    if rows is not None:
        content = workbook(tuple(labels), renew_names(space, pristine, merge, columns))
        _fit(space, pristine, merge)
        return content
    _number_anew(space)
    settle_offset(space, pristine, before=OFFSET in merge.names)
    _fit(space, pristine, merge)
    return workbook(tuple(labels), tuple(columns))


def _value(merge: ChartMerge, name: str, key: str, figures: Figures, tally: Tally) -> float | None:
    """The value to be drawn, and a line in the tally if it differs from what was drawn."""
    where = cell(merge, name, key)
    was = value_of(merge.edited, where.edited) if where.edited else None
    if where.new is None:
        return was
    value = value_of(merge.new, where.new)
    if name == OFFSET:
        return value
    label = same_words(label_of(merge, key))
    what = f"{label}, {name}" if len(merge.columns) > 1 else label
    printed = value_of(merge.old, where.old) if merge.old and where.old else None
    if where.edited and where.old and was != printed:
        tally.notices.append(
            message("chart: {what} had been set to {value} by hand", what=what, value=_plain(was))
        )
    if was != value and where.edited:
        former = dict(figures.old)
        binding = merge.new.series[where.new[0]].bindings[where.new[1]]
        old = former.get(binding) if was == printed or merge.old is None else None
        tally.values.append(
            Renewed(what, old or _plain(was), figures.now.get(binding) or _plain(value))
        )
    return value


def _plain(value: float | None) -> Message:
    return message("nothing") if value is None else message("{value}", value=value)


def _write_data(
    series: Element, number: int, column: Column, labels: tuple[str, ...], *, rows: int | None
) -> None:
    """Replace the name, the categories and the values of a series.

    Dots have no categories, but heights in the column `rows`.
    """
    pieces = data_of(number, column, labels) if rows is None else dots_of(number, column, rows)
    for piece in pieces:
        present = series.find(piece.tag)
        if present is not None:
            series.replace(present, piece)
        else:
            put(series, piece)


def _places(merge: ChartMerge, name: str) -> tuple[Cell, ...]:
    return tuple(cell(merge, name, key) for key in merge.order)


def _move_points(series: Element, made: Element | None, merge: ChartMerge, name: str) -> None:
    """Carry each bar's own look to the row where its category stands now."""
    own = {_index(point): point for point in series.findall(f"{C}dPt")}
    drawn = {_index(point): point for point in ([] if made is None else made.findall(f"{C}dPt"))}
    for point in own.values():
        series.remove(point)
    at_hand = name in merge.names
    for row, where in enumerate(_places(merge, name)):
        point = own.get(where.edited[1]) if at_hand and where.edited else None
        if point is None and where.edited is None and where.new:
            point = deepcopy(drawn.get(where.new[1]))
        if point is not None:
            point.find(f"{C}idx").set("val", str(row))
            put(series, point)


def _index(point: Element) -> int:
    return int(point.find(f"{C}idx").get("val"))


def _join(space: Element, series: Element) -> None:
    """Put a series that is new behind the last one of the chart."""
    last = series_of(space)[-1]
    last.addnext(series)


def _number_anew(space: Element) -> None:
    """Give series that came in numbers of their own; the others keep theirs."""
    taken: set[str] = set()
    for series in series_of(space):
        for name in ("idx", "order"):
            number = series.find(f"{C}{name}")
            if f"{name}{number.get('val')}" in taken:
                free = next(n for n in range(len(taken) + 1) if f"{name}{n}" not in taken)
                number.set("val", str(free))
            taken.add(f"{name}{number.get('val')}")


def _fit(space: Element, pristine: Element, merge: ChartMerge) -> None:
    """Take over the new axis and plot area where people left the old ones as they were."""
    if merge.old is None:
        return
    now = chart_of(space)
    if alike(now.axis, merge.old.axis, _AXIS) and len(now.axis) == len(merge.new.axis) == 2:
        scaling = space.find(f".//{C}valAx/{C}scaling")
        for name, value in zip(("min", "max"), merge.new.axis, strict=True):
            scaling.find(f"{C}{name}").set("val", f"{value:.12g}")
    was, size = merge.old.size, merge.new.size
    if was and size and was != size and now.size == was:
        for letters in space.iter(f"{A}defRPr", f"{A}rPr"):
            if letters.get("sz") == str(was):
                letters.set("sz", str(size))
    if now.plot and alike(now.plot, merge.old.plot, _PLOT):
        for place, wanted in zip(plot_of(space), plot_of(pristine), strict=False):
            place.set("val", wanted.get("val"))
