"""Renews a scatter of dots: where they lie, their rows, and the names that label these."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from pptx.oxml import parse_xml

from rundfrage.report.deck import Axis
from rundfrage.report.outputs.pptx.bodies import A, Element, text_of
from rundfrage.report.outputs.pptx.dots import interval_data
from rundfrage.report.outputs.pptx.drawn import C, intervals_of, names_of
from rundfrage.report.outputs.pptx.series_data import name_xml, numbers_xml
from rundfrage.report.outputs.pptx.workbook import LABELS, Column, rows_of
from rundfrage.report.update.merging import ChartMerge, label_of


def dots_of(number: int, column: Column, rows: int) -> list[Element]:
    """The name and the places of a series as elements; the column `rows` holds its heights."""
    heights = rows_of(column.values)
    return _elements(
        name_xml(number, column.name)
        + numbers_xml("xVal", number, column.values)
        + numbers_xml("yVal", rows, heights)
    )


def renew_names(
    space: Element, pristine: Element, merge: ChartMerge, columns: Sequence[Column]
) -> tuple[Column, ...]:
    """Label the rows anew, in the look that people gave the labels; the columns they need."""
    names: Element = names_of(space)
    made: Element = names_of(pristine)
    heights = rows_of(merge.order)
    start = _start(space)
    at = len(columns)
    for piece in _elements(
        numbers_xml("xVal", at + 1, (start,) * len(heights)) + numbers_xml("yVal", at, heights)
    ):
        names.replace(names.find(piece.tag), piece)
    _label(names, made, merge)
    _renew_intervals(space, pristine, merge)
    limit = space.findall(f".//{C}valAx")[-1].find(f"{C}scaling/{C}max")
    if limit is not None:
        limit.set("val", str(len(heights)))
    return (*columns, Column("(rows)", heights), Column(LABELS, (start,) * len(heights)))


def _renew_intervals(space: Element, pristine: Element, merge: ChartMerge) -> None:
    """Write the intervals of the new deck for the rows as they stand, unless people took them."""
    own, made = intervals_of(space), intervals_of(pristine)
    if own is None:
        return
    if made is None:
        own.getparent().remove(own)
        return
    across, heights = (_literals(made.find(f"{C}{name}")) for name in ("xVal", "yVal"))
    reaches = []
    for key in merge.order:
        at = 3 * merge.new.rows.index(key) if key in merge.new.rows else None
        known = at is not None and at in heights
        reaches.append((across[at], across[at + 1]) if known and at is not None else None)
    least, most = merge.new.axis
    axis = Axis(least, most)
    for piece in _elements(interval_data(reaches, axis)):
        own.replace(own.find(piece.tag), piece)


def _literals(data: Element) -> dict[int, float]:
    return {int(one.get("idx")): float(one.findtext(f"{C}v")) for one in data.iter(f"{C}pt")}


def _label(names: Element, made: Element, merge: ChartMerge) -> None:
    home = names.find(f"{C}dLbls")
    own = {_index(one): one for one in home.findall(f"{C}dLbl")}
    drawn = {_index(one): one for one in made.iterfind(f"{C}dLbls/{C}dLbl")}
    for one in own.values():
        home.remove(one)
    for row, key in enumerate(merge.order):
        there = own.get(merge.rows.index(key)) if key in merge.rows else None
        new = drawn.get(merge.new.rows.index(key)) if key in merge.new.rows else None
        label = deepcopy(there if there is not None else new)
        if label is not None:
            label.find(f"{C}idx").set("val", str(row))
            _write(label, label_of(merge, key))
            home.insert(row, label)


def _write(label: Element, words: str) -> None:
    """Set the words of a label, a paragraph a line, in the look of its first run."""
    rich = label.find(f"{C}tx/{C}rich")
    if rich is None or text_of(rich) == words:
        return
    first, *others = rich.findall(f"{A}p")
    for one in others:
        rich.remove(one)
    for run in first.findall(f"{A}r")[1:]:
        first.remove(run)
    for line in words.split("\n"):
        paragraph = deepcopy(first)
        run = paragraph.find(f"{A}r/{A}t")
        if run is not None:
            run.text = line
        rich.append(paragraph)
    rich.remove(first)


def _start(space: Element) -> float:
    least = space.find(f".//{C}valAx/{C}scaling/{C}min")
    return 0.0 if least is None else float(least.get("val"))


def _index(label: Element) -> int:
    return int(label.find(f"{C}idx").get("val"))


def _elements(xml: str) -> list[Element]:
    return list(parse_xml(f'<c:ser xmlns:c="{C[1:-1]}" xmlns:a="{A[1:-1]}">{xml}</c:ser>'))
