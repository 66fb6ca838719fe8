"""Reads the data of a native chart (DrawingML), as Word and PowerPoint embed it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from rundfrage.audit.document import Passage, Role

_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WHOLE = 100
_LITERAL = re.compile(r'"[^"]*"|\\.')
"""What a number format prints as it stands: a sign in it does not multiply by hundred."""


def chart_passages(root: Any, page: int, group: int) -> Iterator[Passage]:
    """The cached values of every series; a value shown as a percentage gets its sign."""
    named = _names_of_dots(root)
    for series in root.iter(f"{_CHART}ser"):
        if _unseen(series) or series is named:
            continue
        name = " ".join(_points(series.find(f"{_CHART}tx")).values())
        categories = _points(series.find(f"{_CHART}cat")) if named is None else _typed(named)
        values = series.find(f"{_CHART}val" if named is None else f"{_CHART}xVal")
        form = _format(series, values)
        for place, value in _points(values).items():
            text = _shown(value, form)
            if text is not None:
                yield Passage(
                    text=text,
                    page=page,
                    role=Role.CHART,
                    row=" ".join(categories.get(place, "").split()),
                    column=" ".join(name.split()),
                    group=group,
                    chart=True,
                )


def _unseen(series: Any) -> bool:
    """True if bars have neither fill nor label: they shift those behind them and say nothing."""
    look = series.find(f"{_CHART}spPr")
    filled = look is None or look.find(f"{_DRAWING}noFill") is None
    labelled = any(one.get("val") in {"1", "true"} for one in series.iter(f"{_CHART}showVal"))
    return not filled and not labelled


def _names_of_dots(root: Any) -> Any | None:
    """In a scatter, the series without marks whose typed labels name the rows of the others."""
    for series in root.iterfind(f".//{_CHART}scatterChart/{_CHART}ser"):
        mark = series.find(f"{_CHART}marker/{_CHART}symbol")
        if mark is not None and mark.get("val") == "none" and _typed(series):
            return series
    return None


def _typed(series: Any) -> dict[int, str]:
    """The typed labels of a series by the number of their point."""
    return {
        int(label.find(f"{_CHART}idx").get("val")): " ".join(
            run.text or "" for run in rich.iter(f"{_DRAWING}t")
        )
        for label in series.iterfind(f"{_CHART}dLbls/{_CHART}dLbl")
        if (rich := label.find(f"{_CHART}tx/{_CHART}rich")) is not None
    }


def chart_categories(root: Any) -> tuple[str, ...]:
    """The labels of the first series' categories as they stand from top to bottom, else left on."""
    named = _names_of_dots(root)
    if named is not None:
        return tuple(" ".join(label.split()) for _, label in sorted(_typed(named).items()))
    series = next(root.iter(f"{_CHART}ser"), None)
    found = {} if series is None else _points(series.find(f"{_CHART}cat"))
    labels = tuple(" ".join(label.split()) for _, label in sorted(found.items()))
    lying = any(one.get("val") == "bar" for one in root.iter(f"{_CHART}barDir"))
    axis = next(root.iter(f"{_CHART}catAx"), None)
    turned = axis is not None and any(
        one.get("val") == "maxMin" for one in axis.iter(f"{_CHART}orientation")
    )
    return labels[::-1] if lying and not turned else labels


def _points(element: Any) -> dict[int, str]:
    """Place to text of the cached points; of several levels of categories the innermost."""
    found: dict[int, str] = {}
    if element is None:
        return found
    for point in element.iter(f"{_CHART}pt"):
        value = point.find(f"{_CHART}v")
        if value is not None and value.text:
            found.setdefault(int(point.get("idx", "0")), value.text.strip())
    if not found:
        # A series may be named by a plain value instead of a reference.
        for place, value in enumerate(element.iter(f"{_CHART}v")):
            found[place] = (value.text or "").strip()
    return found


def _format(series: Any, values: Any) -> str:
    """The number format of the labels, else of the values."""
    for element in series.iter(f"{_CHART}numFmt"):
        if element.get("sourceLinked") not in {"1", "true"}:
            return str(element.get("formatCode", ""))
    code = None if values is None else next(values.iter(f"{_CHART}formatCode"), None)
    return "" if code is None or code.text is None else str(code.text)


def _shown(value: str, form: str) -> str | None:
    try:
        number = float(value)
    except ValueError:
        return None
    if "%" not in form:
        return f"{number:.12g}"
    scaled = "%" in _LITERAL.sub("", form)
    return f"{number * _WHOLE if scaled else number:.6g} %"
