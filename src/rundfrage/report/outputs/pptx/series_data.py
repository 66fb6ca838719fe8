"""The data of a chart's series as DrawingML: references into the workbook, with cached values."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from rundfrage.report.outputs.pptx.words import clean
from rundfrage.report.outputs.pptx.workbook import SHEET


def name_xml(number: int, name: str) -> str:
    """The name of the series of that number, counted from 0."""
    return (
        f"<c:tx><c:strRef><c:f>{SHEET}!${_column(number + 1)}$1</c:f><c:strCache>"
        f"{_strings((clean(name),))}</c:strCache></c:strRef></c:tx>"
    )


def categories_xml(labels: Sequence[str]) -> str:
    """The labels of the categories."""
    return (
        f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${len(labels) + 1}</c:f><c:strCache>"
        f"{_strings(labels)}</c:strCache></c:strRef></c:cat>"
    )


def values_xml(number: int, values: Sequence[float | None]) -> str:
    """The values of the series of that number; None leaves its cell empty."""
    return numbers_xml("val", number, values)


def numbers_xml(element: str, number: int, values: Sequence[float | None]) -> str:
    """Values from the column of that number, in an element such as val or xVal."""
    column = _column(number + 1)
    cells = f"{SHEET}!${column}$2:${column}${len(values) + 1}"
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{value:.12g}</c:v></c:pt>'
        for at, value in enumerate(values)
        if value is not None
    )
    return (
        f"<c:{element}><c:numRef><c:f>{cells}</c:f><c:numCache>"
        f'<c:formatCode>General</c:formatCode><c:ptCount val="{len(values)}"/>{points}'
        f"</c:numCache></c:numRef></c:{element}>"
    )


def _strings(texts: Sequence[str]) -> str:
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{escape(text)}</c:v></c:pt>' for at, text in enumerate(texts)
    )
    return f'<c:ptCount val="{len(texts)}"/>{points}'


def _column(number: int) -> str:
    """The letters of a column, 0 for A."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
