"""Renews the intervals of a chart's bars, which stand in its XML and not in its workbook.

Error bars that people took away stay away, and their own (of another kind than "custom") stay;
what the program drew is written anew for the rows as they stand now, or goes where the new deck
has no intervals.
"""

from __future__ import annotations

from collections.abc import Sequence

from pptx.oxml import parse_xml

from rundfrage.report.outputs.pptx.bodies import A, Element
from rundfrage.report.outputs.pptx.drawn import C
from rundfrage.report.outputs.pptx.error_bars import literal_xml
from rundfrage.report.update.merging import Cell

_SIDES = ("plus", "minus")


def renew_error_bars(series: Element, made: Element | None, rows: Sequence[Cell]) -> None:
    """Write the intervals of `made`, the series as the program draws it, into an edited one."""
    own = series.find(f"{C}errBars")
    if own is None or own.find(f"{C}errValType").get("val") != "cust":
        return
    drawn = None if made is None else made.find(f"{C}errBars")
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


def _lengths(side: Element | None) -> dict[int, float]:
    points = () if side is None else side.iter(f"{C}pt")
    return {int(one.get("idx")): float(one.findtext(f"{C}v")) for one in points}
