"""Keeps a chart whole whose rows become shifted, or no longer are, when its form changes.

The series that shifts rows must stand before all others, and the chart's own legend would list
it, so that charts with one have their legend beside them.
"""

from __future__ import annotations

from copy import deepcopy

from rundfrage.report.outputs.pptx.bodies import Element
from rundfrage.report.outputs.pptx.drawn import C, series_name, series_of
from rundfrage.report.outputs.pptx.workbook import OFFSET


def settle_offset(space: Element, pristine: Element, *, before: bool) -> None:
    """Put a new series of shifts in front, and take the legend of the new form.

    `pristine` is the new chart as the program draws it; `before` says whether the edited chart
    had its rows shifted.
    """
    series = series_of(space)
    found = next((one for one in series if series_name(one) == OFFSET), None)
    if before == (found is not None):
        return
    if found is not None:
        if found is not series[0]:
            series[0].addprevious(found)
        for number, one in enumerate(series_of(space)):
            one.find(f"{C}order").set("val", str(number))
    home, legend = space.find(f"{C}chart"), pristine.find(f"{C}chart/{C}legend")
    for old in home.findall(f"{C}legend"):
        home.remove(old)
    if legend is not None:
        home.find(f"{C}plotArea").addnext(deepcopy(legend))
