"""Reads shapes, charts and tables from the XML of a slide into what a snapshot holds of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from rundfrage.report.outputs.pptx.bodies import (
    A,
    Element,
    P,
    paragraph_text,
    sizes_of,
    spacings_of,
    text_of,
)
from rundfrage.report.outputs.pptx.snapshot import (
    Box,
    DrawnChart,
    DrawnSeries,
    DrawnTable,
    PrintedText,
)
from rundfrage.report.outputs.pptx.workbook import INTERVALS, LABELS

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def words_of(body: Element) -> PrintedText:
    """The text of a body without its bindings; size and spacing if the whole body has one."""
    sizes, spacings = sizes_of(body), spacings_of(body)
    return PrintedText(
        text_of(body),
        size=sizes.pop() if len(sizes) == 1 else 0,
        spacing=spacings.pop() if len(spacings) == 1 else 0,
    )


def lines_of(body: Element) -> tuple[PrintedText, ...]:
    """The paragraphs of a body one by one."""
    return tuple(PrintedText(paragraph_text(one)) for one in body.findall(f"{A}p"))


def properties_of(shape: Element) -> Element:
    """The `p:cNvPr` of a shape, which holds its name and its alternative text."""
    return next(shape.iter(f"{P}cNvPr"))


def frame_of(shape: Element) -> Element | None:
    """The element that holds a shape's offset and extent."""
    if shape.tag == f"{P}graphicFrame":
        return shape.find(f"{P}xfrm")
    return shape.find(f"{P}spPr/{A}xfrm")


def box_of(shape: Element) -> Box | None:
    """Where a shape stands, or None if its layout says."""
    frame = frame_of(shape)
    offset = None if frame is None else frame.find(f"{A}off")
    extent = None if frame is None else frame.find(f"{A}ext")
    if offset is None or extent is None:
        return None
    return (int(offset.get("x")), int(offset.get("y")), int(extent.get("cx")),
            int(extent.get("cy")))  # fmt: skip


def table_of(shape: Element) -> DrawnTable | None:
    """The table in a graphic frame; its rows are keyed by their first cell."""
    table = shape.find(f".//{A}tbl")
    if table is None:
        return None
    rows = table.findall(f"{A}tr")
    cells = tuple(tuple(words_of(body) for body in cell_bodies(row)) for row in rows)
    keys = tuple(row[0].text if row else "" for row in cells)
    return DrawnTable(keys, tuple(int(row.get("h", 0)) for row in rows), cells)


def cell_bodies(row: Element) -> Iterator[Element]:
    """The bodies of a table row's cells."""
    yield from row.iterfind(f"{A}tc/{A}txBody")


def chart_of(space: Element) -> DrawnChart:
    """The chart in a `c:chartSpace`; its categories are those of its first series."""
    series = series_of(space)
    names = names_of(space)
    categories = (
        row_names(names) if names is not None else category_labels(series[0]) if series else ()
    )
    return DrawnChart(
        categories,
        categories,
        tuple(_series(one, len(categories)) for one in series),
        _axis(space),
        _plot(space),
        _size(space),
    )


def series_of(space: Element) -> list[Element]:
    """Every `c:ser` of the plots of a chart as they are drawn, but names and intervals of dots."""
    every = space.iterfind(f"{C}chart/{C}plotArea/*/{C}ser")
    return [one for one in every if series_name(one) not in {LABELS, INTERVALS}]


def names_of(space: Element) -> Element | None:
    """The unseen series that bears the names of dots; None in any other chart."""
    return _beside(space, LABELS)


def intervals_of(space: Element) -> Element | None:
    """The series that draws the intervals of dots; None without one."""
    return _beside(space, INTERVALS)


def _beside(space: Element, name: str) -> Element | None:
    every = space.iterfind(f"{C}chart/{C}plotArea/{C}scatterChart/{C}ser")
    return next((one for one in every if series_name(one) == name), None)


def row_names(names: Element) -> tuple[str, ...]:
    """The names of the rows of dots, by the number of their labels."""
    found = {
        int(label.find(f"{C}idx").get("val")): text_of(label.find(f"{C}tx/{C}rich"))
        for label in names.iterfind(f"{C}dLbls/{C}dLbl")
        if label.find(f"{C}tx/{C}rich") is not None
    }
    return tuple(found.get(at, "") for at in range(max(found, default=-1) + 1))


def series_name(series: Element) -> str:
    """The name of a series, as the legend shows it."""
    return " ".join((series.findtext(f"{C}tx//{C}v") or "").split())


def category_labels(series: Element) -> tuple[str, ...]:
    """The categories of a series; the innermost level of several."""
    points = _points(series.find(f"{C}cat"))
    return tuple(points.get(at, "") for at in range(max(points, default=-1) + 1))


def _points(data: Element | None) -> dict[int, str]:
    """The cached points of a reference or literal, by index."""
    if data is None:
        return {}
    level = data.find(f".//{C}lvl")
    home = data if level is None else level
    return {int(one.get("idx")): one.findtext(f"{C}v") or "" for one in home.iter(f"{C}pt")}


def _series(series: Element, count: int) -> DrawnSeries:
    across = series.find(f"{C}xVal")
    points = _points(series.find(f"{C}val") if across is None else across)
    labels = series.find(f"{C}dLbls")
    states = label_states(series)
    return DrawnSeries(
        series_name(series),
        _format(labels),
        tuple(_number(points.get(at)) for at in range(count)),
        ("",) * count,
        tuple(states.get(at, "") for at in range(count)),
        _fills(series),
        series.find(f"{C}errBars") is not None,
    )


def _fills(series: Element) -> str:
    """The colour of a series and those of bars that have one of their own, by index."""
    points = (
        f"{point.find(f'{C}idx').get('val')}:{_fill(point)}" for point in series.iter(f"{C}dPt")
    )
    return " ".join((_fill(series), *points))


def _fill(home: Element) -> str:
    colour = home.find(f"{C}spPr/{A}solidFill")
    parts = () if colour is None else colour.iterdescendants()
    return "".join(f"({one.tag.rpartition('}')[2]} {one.get('val')})" for one in parts)


def label_states(series: Element) -> dict[int, str]:
    """How single labels depart from their series', by index; see `DrawnSeries`."""
    return {
        int(label.find(f"{C}idx").get("val")): _state(label)
        for label in series.iterfind(f"{C}dLbls/{C}dLbl")
    }


def _state(label: Element) -> str:
    if label.find(f"{C}delete") is not None:
        return "-"
    rich = label.find(f"{C}tx/{C}rich")
    if rich is not None:
        return f"'{text_of(rich)}"
    return f"={_format(label)}"


def _format(labels: Element | None) -> str:
    code = None if labels is None else labels.find(f"{C}numFmt")
    return "" if code is None else code.get("formatCode", "")


def _number(text: str | None) -> float | None:
    try:
        return None if text is None else float(text)
    except ValueError:
        return None


def _axis(space: Element) -> tuple[float, ...]:
    scaling = space.find(f".//{C}valAx/{C}scaling")
    ends = [] if scaling is None else [scaling.find(f"{C}min"), scaling.find(f"{C}max")]
    return tuple(float(end.get("val")) for end in ends if end is not None)


def plot_of(space: Element) -> list[Element]:
    """The elements that place the inner plot area: x, y, width, height; empty if none do."""
    layout = space.find(f"{C}chart/{C}plotArea/{C}layout/{C}manualLayout")
    found = [] if layout is None else [layout.find(f"{C}{name}") for name in "xywh"]
    return [] if None in found else found


def _plot(space: Element) -> tuple[float, ...]:
    return tuple(float(one.get("val")) for one in plot_of(space))


def _size(space: Element) -> int:
    letters = space.find(f"{C}txPr//{A}defRPr")
    return 0 if letters is None else int(letters.get("sz", 0))


def alike(first: tuple[float, ...], second: tuple[float, ...], tolerance: float) -> bool:
    """True if two rows of numbers are equally long and nowhere further apart."""
    return all(
        one is not None and other is not None and abs(one - other) <= tolerance
        for one, other in zip_longest(first, second)
    )
