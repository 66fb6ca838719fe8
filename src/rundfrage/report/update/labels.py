"""The labels of a chart's bars after an update: new texts, in the look that people gave them.

A label that departs from its series' (a typed mean, a bracketed percent, none where the segment
is too small) follows the data; one that people changed stays theirs and goes with its category.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from rundfrage.locales import message
from rundfrage.report.outputs.pptx.bodies import A, Element
from rundfrage.report.outputs.pptx.drawn import C, label_states
from rundfrage.report.update.merging import Cell, ChartMerge
from rundfrage.report.update.stale import Figures, stale
from rundfrage.report.update.summary import Tally


def write_labels(
    series: Element,
    made: Element | None,
    merge: ChartMerge,
    places: Sequence[Cell],
    figures: Figures,
    tally: Tally,
) -> None:
    """Write the labels of a series whose rows come from `places`; `made` is the program's own.

    A series without labels was stripped of them by people, and stays so.
    """
    home = series.find(f"{C}dLbls")
    if home is None:
        return
    states = label_states(series)
    own = {_index(one): one for one in home.findall(f"{C}dLbl")}
    for label in own.values():
        home.remove(label)
    drawn = {} if made is None else {_index(one): one for one in made.iterfind(f"{C}dLbls/{C}dLbl")}
    written = []
    for row, where in enumerate(places):
        there = own.get(where.edited[1]) if where.edited else None
        state = states.get(where.edited[1], "") if where.edited else ""
        if where.new is None or (where.edited and _peoples(merge, where, state)):
            label = there
            if state.startswith("'"):
                tally.stale.extend(stale(message("chart label"), state[1:], figures))
        else:
            label = deepcopy(drawn.get(where.new[1]))
            if label is not None:
                _dress(label, there, home, made)
        if label is not None:
            label.find(f"{C}idx").set("val", str(row))
            written.append(label)
    for at, label in enumerate(written):
        home.insert(at, label)
    extra = None if made is None else made.find(f"{C}dLbls/{C}extLst")
    if extra is not None and home.find(f"{C}extLst") is None:
        home.append(deepcopy(extra))
    _take_format(home, made, merge, places)


def _index(label: Element) -> int:
    return int(label.find(f"{C}idx").get("val"))


def _peoples(merge: ChartMerge, where: Cell, state: str) -> bool:
    """True if people changed this label."""
    if merge.old is None or where.old is None:
        typed = state.startswith("'")
        return typed and not any(letter.isdigit() for letter in state)
    return merge.old.series[where.old[0]].labels[where.old[1]] != state


def _dress(label: Element, there: Element | None, home: Element, made: Element | None) -> None:
    """Give a label of the program's the look of the one in its place, else of its series.

    The program sets letters smaller where a segment is narrow, so the size is its own unless
    people made it larger.
    """
    look = None if there is None else _look(there)
    common = _look(home)
    look = look if look is not None else common
    if look is None:
        return
    for target in (*label.iter(f"{A}rPr"), *label.iter(f"{A}defRPr")):
        size = _size(look) if _grown(look, common, made) else target.get("sz")
        fresh = deepcopy(look)
        fresh.tag = target.tag
        if size is not None:
            fresh.set("sz", size)
        target.getparent().replace(target, fresh)


def _look(labels: Element) -> Element | None:
    """The properties of the letters of one label, or of those of a series."""
    run = labels.find(f"{C}tx/{C}rich//{A}rPr")
    return labels.find(f"{C}txPr//{A}defRPr") if run is None else run


def _size(look: Element) -> str | None:
    size: str | None = look.get("sz")
    return size


def _grown(look: Element, common: Element | None, made: Element | None) -> bool:
    """True if the letters are larger than the program ever sets those of this series."""
    program = None if made is None else _look(made.find(f"{C}dLbls"))
    usual = max((int(one.get("sz", 0)) for one in (program,) if one is not None), default=0)
    asked = int(look.get("sz", 0))
    return asked > usual or (common is not None and asked == int(common.get("sz", 0)) != usual)


def _take_format(
    home: Element, made: Element | None, merge: ChartMerge, places: Sequence[Cell]
) -> None:
    """Take over the program's number format where people left it as it was."""
    code = home.find(f"{C}numFmt")
    wanted = None if made is None else made.find(f"{C}dLbls/{C}numFmt")
    if code is None or wanted is None:
        return
    old = merge.old
    known = next((place.old for place in places if place.old), None)
    new = wanted.get("formatCode")
    now = code.get("formatCode", "")
    # LibreOffice writes out the conditions of a format's empty parts.
    same = now == old.series[known[0]].format if old and known else now.startswith(new.rstrip(";"))
    if same:
        code.set("formatCode", new)
