"""Reads a PowerPoint deck: texts, tables, charts' data, alternative texts and speaker's notes.

The XML is read directly: a deck that was edited in other programs often breaks the rules that a
library for writing decks relies on, and all that is needed is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rundfrage.audit.document import Document, Passage, Role
from rundfrage.audit.reading.charts import chart_categories, chart_passages
from rundfrage.audit.reading.docx import table_row
from rundfrage.audit.reading.large import texts_beside
from rundfrage.audit.reading.package import Package, opened
from rundfrage.audit.reading.piece import Piece
from rundfrage.audit.reading.refusal import broken
from rundfrage.locales import message

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_NUMBER = re.compile(r"[\[(]?[+\-−±]?\d[\d.,\s]*%?[\])]?|–|-|")
_POINT = 12_700
"""English metric units in a point."""
_USUAL = 18.0
"""The size of letters that are given none, in points."""
_CORE = "docProps/core.xml"
_LANGUAGE = "{http://purl.org/dc/elements/1.1/}language"
_MAIN = "ppt/presentation.xml"
_APART = {"sldNum", "dt"}
"""Placeholders that say nothing about the survey: the slide's number and today's date."""


def read_pptx(path: Path) -> Document:
    """The deck in a .pptx file."""
    with opened(path) as package:
        root = package.xml(_MAIN)
        if root is None:
            raise broken(path, message("it has no {part}", part=_MAIN))
        related = package.related(_MAIN)
        names = [
            related[one.get(_ID)][1] for one in root.iter(f"{_P}sldId") if one.get(_ID) in related
        ]
        passages = [
            passage
            for page, name in enumerate(names, start=1)
            for passage in _slide(package, name, page)
        ]
        core = package.xml(_CORE)
    kept = tuple(one for one in passages if one.text.strip())
    said = "" if core is None else core.findtext(_LANGUAGE) or ""
    return Document(path.name, "pptx", "slide", len(names), kept, said[:2].lower())


def _slide(package: Package, name: str, page: int) -> Iterator[Passage]:
    root = package.xml(name)
    if root is None:
        return
    related = package.related(name)
    tree = root.find(f"{_P}cSld/{_P}spTree")
    group = 1000 * page
    beside = _categories(package, related, tree)
    headed = _headed(tree)
    for shape in () if tree is None else tree.iter(f"{_P}sp", f"{_P}graphicFrame", f"{_P}pic"):
        described = shape.find(f"./*/{_P}cNvPr")
        if described is not None and described.get("descr"):
            yield Passage(described.get("descr"), page, role=Role.ALT)
        if shape.tag == f"{_P}sp":
            yield from _shape(shape, page, headed.get(shape, ()))
            continue
        for table in shape.iter(f"{_A}tbl"):
            group += 1
            heading = "" if described is None else described.get("descr", "").partition(":")[0]
            yield from _table(table, page, group, beside, heading)
        for chart in shape.iter(_CHART):
            data = package.xml(related.get(chart.get(_ID, ""), ("", ""))[1])
            if data is not None:
                group += 1
                yield from chart_passages(data, page, group)
    for kind, part in related.values():
        notes = package.xml(part) if kind == "notesSlide" else None
        for shape in () if notes is None else notes.iter(f"{_P}sp"):
            for one in _shape(shape, page):
                yield Passage(one.text, page, role=Role.NOTE)


def _headed(tree: Any) -> dict[Any, tuple[str, ...]]:
    """The paragraphs that shapes in large letters stand beside, or above."""
    shapes = [] if tree is None else list(tree.iter(f"{_P}sp"))
    placed = {shape: piece for shape in shapes if (piece := _placed(shape)) is not None}
    of_piece = {id(piece): shape for shape, piece in placed.items()}
    found = {}
    for shape, piece in placed.items():
        text = texts_beside(piece, tuple(placed.values()))
        if text is not None:
            found[shape] = tuple(one.text for one in _shape(of_piece[id(text)], 0))
    return found


def _placed(shape: Any) -> Piece | None:
    """The text of a shape with its place in points; None if it has none of its own."""
    corner, extent = (shape.find(f"{_P}spPr/{_A}xfrm/{_A}{one}") for one in ("off", "ext"))
    text = "\n".join(one.text for one in _shape(shape, 0))
    if corner is None or extent is None or not text.strip():
        return None
    left, top, width, height = (
        int(element.get(name, "0")) / _POINT
        for element, name in ((corner, "x"), (corner, "y"), (extent, "cx"), (extent, "cy"))
    )
    sizes = [int(one.get("sz", "0")) / 100 for one in shape.iter(f"{_A}rPr")]
    return Piece(text, left, top, left + width, top + height, max(sizes, default=0.0) or _USUAL)


def _shape(shape: Any, page: int, beside: tuple[str, ...] = ()) -> Iterator[Passage]:
    """The paragraphs of a shape, each a passage; a title is a heading."""
    holder = shape.find(f"{_P}nvSpPr/{_P}nvPr/{_P}ph")
    kind = "" if holder is None else holder.get("type", "")
    if kind in _APART:
        return
    role = Role.HEADING if kind in {"title", "ctrTitle"} else Role.TEXT
    body = shape.find(f"{_P}txBody")
    paragraphs = [] if body is None else [_text(one) for one in body.iter(f"{_A}p")]
    if role is Role.HEADING:
        paragraphs = [" ".join(paragraphs)]
    for text in paragraphs:
        yield Passage(text, page, role=role, beside=beside)


def _categories(
    package: Package, related: dict[str, tuple[str, str]], tree: Any
) -> tuple[tuple[str, ...], ...]:
    """The categories of each chart on the slide."""
    parts = (
        []
        if tree is None
        else [related.get(one.get(_ID, ""), ("", "")) for one in tree.iter(_CHART)]
    )
    roots = [package.xml(part) for _, part in parts]
    return tuple(chart_categories(root) for root in roots if root is not None)


def _table(
    table: Any, page: int, group: int, beside: tuple[tuple[str, ...], ...], heading: str
) -> Iterator[Passage]:
    """The cells of a table; one of numbers alone stands beside the rows of a chart."""
    rows = [
        [
            " ".join(" ".join(_text(one) for one in cell.iter(f"{_A}p")).split())
            for cell in row.iter(f"{_A}tc")
        ]
        for row in table.iter(f"{_A}tr")
    ]
    if not rows:
        return
    headed = not all(map(_NUMBER.fullmatch, rows[0]))
    body = rows[1:] if headed else rows
    if body and all(_NUMBER.fullmatch(cell) for row in body for cell in row):
        labels = next((one for one in beside if len(one) == len(body)), ("",) * len(body))
        for label, row in zip(labels, body, strict=True):
            for place, cell in enumerate(row):
                column = rows[0][place] if headed and place < len(rows[0]) else heading
                yield Passage(
                    cell, page, None, Role.CELL, row=label, column=column, group=group, chart=True
                )
        return
    yield from (Passage(one, page, role=Role.LABEL) for one in rows[0] if one)
    for row in rows[1:]:
        yield from table_row(row, rows[0], page, group)


def _text(paragraph: Any) -> str:
    return "".join(
        (one.text or "") if one.tag == f"{_A}t" else "\n"
        for one in paragraph.iter(f"{_A}t", f"{_A}br")
    )
