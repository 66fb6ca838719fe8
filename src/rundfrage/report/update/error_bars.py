"""Renews the intervals of a chart's bars, which stand in its XML and not in its workbook.

Error bars that people took away stay away, and their own (of another kind than "custom") stay;
what the program drew is written anew for the rows as they stand now, goes where the new deck has
no intervals, and comes where the old one had none.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from pptx.oxml import parse_xml

from rundfrage.locales import message
from rundfrage.report.outputs.pptx.bodies import A, Element
from rundfrage.report.outputs.pptx.drawn import C
from rundfrage.report.outputs.pptx.error_bars import literal_xml
from rundfrage.report.outputs.pptx.snapshot import DrawnSeries
from rundfrage.report.update.merging import Cell
from rundfrage.report.update.series_parts import put
from rundfrage.report.update.summary import Tally

_SIDES = ("plus", "minus")


def renew_error_bars(
    series: Element,
    made: Element | None,
    rows: Sequence[Cell],
    old: DrawnSeries | None,
    edited: DrawnSeries | None,
    tally: Tally,
) -> None:
    """Write the intervals of `made`, the series as the program draws it, into an edited one.

    `old` is the series as it was printed, `edited` as people left it; None if that isn't known.
    """
    own = series.find(f"{C}errBars")
    drawn = None if made is None else made.find(f"{C}errBars")
    if own is None and drawn is not None:
        if old is None or old.intervals:
            tally.edits.append(message("chart: without the intervals"))
            return
        own = deepcopy(drawn)
        put(series, own)
        tally.notices.append(message("chart: its intervals are new in the report, added"))
        if edited is not None and edited.fills == old.fills:
            _take_fills(series, made, rows)
    if own is None or own.find(f"{C}errValType").get("val") != "cust":
        return
    if drawn is None:
        series.remove(own)
        return
    for side in _SIDES:
        lengths = _lengths(drawn.find(f"{C}{side}"))
        values = [lengths.get(row.new[1], 0.0) if row.new else 0.0 for row in rows]
        xml = f'<c:{side} xmlns:c="{C[1:-1]}" xmlns:a="{A[1:-1]}">{literal_xml(values)}</c:{side}>'
        present = own.find(f"{C}{side}")
        if present is not None:
            own.replace(present, parse_xml(xml))


def _take_fills(series: Element, made: Element, rows: Sequence[Cell]) -> None:
    """Take over the lighter tones on which the lines can be seen."""
    for point in series.findall(f"{C}dPt"):
        series.remove(point)
    points = {point.find(f"{C}idx").get("val"): point for point in made.findall(f"{C}dPt")}
    for row, where in enumerate(rows):
        point = deepcopy(points.get(str(where.new[1]))) if where.new else None
        if point is not None:
            point.find(f"{C}idx").set("val", str(row))
            put(series, point)
    look, wanted = series.find(f"{C}spPr"), made.find(f"{C}spPr")
    if look is not None and wanted is not None:
        series.replace(look, deepcopy(wanted))


def _lengths(side: Element | None) -> dict[int, float]:
    points = () if side is None else side.iter(f"{C}pt")
    return {int(one.get("idx")): float(one.findtext(f"{C}v")) for one in points}
