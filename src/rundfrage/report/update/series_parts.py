"""Puts parts into a chart's series where the schema wants them."""

from __future__ import annotations

from collections.abc import Sequence

from pptx.oxml import parse_xml

from rundfrage.report.outputs.pptx.bodies import A, Element
from rundfrage.report.outputs.pptx.drawn import C
from rundfrage.report.outputs.pptx.series_data import categories_xml, name_xml, values_xml
from rundfrage.report.outputs.pptx.workbook import Column

_ORDER = (
    "idx", "order", "tx", "spPr", "invertIfNegative", "pictureOptions", "marker", "explosion",
    "dPt", "dLbls", "trendline", "errBars", "cat", "val", "xVal", "yVal", "smooth", "shape",
    "extLst",
)  # fmt: skip
"""The parts of a series of bars, lines, a pie or a scatter, in order (ECMA-376, part 1, 21.2.2)."""


def data_of(number: int, column: Column, labels: Sequence[str]) -> list[Element]:
    """The name, the categories and the values of a series as elements."""
    xml = name_xml(number, column.name) + categories_xml(labels) + values_xml(number, column.values)
    return list(parse_xml(f'<c:ser xmlns:c="{C[1:-1]}" xmlns:a="{A[1:-1]}">{xml}</c:ser>'))


def put(series: Element, part: Element) -> None:
    """Put a part behind those that the schema wants before it."""
    rank = _rank(part)
    at = sum(1 for one in series if _rank(one) <= rank)
    series.insert(at, part)


def _rank(part: Element) -> int:
    name = str(part.tag).rpartition("}")[2]
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)
