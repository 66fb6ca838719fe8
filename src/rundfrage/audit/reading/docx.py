"""Reads a Word document: paragraphs, tables, text boxes, footnotes and the data of its charts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rundfrage.audit.document import Document, Passage, Role
from rundfrage.audit.reading.charts import chart_passages
from rundfrage.audit.reading.package import Package, opened
from rundfrage.audit.reading.refusal import broken
from rundfrage.locales import message

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HEADING = re.compile(r"(?:heading|berschrift|title|titel)\s*(\d?)", re.IGNORECASE)
_DEEPEST = 2
_MAIN = "word/document.xml"


def read_docx(path: Path) -> Document:
    """The document in a .docx file; a heading of the first two levels begins a section."""
    with opened(path) as package:
        root = package.xml(_MAIN)
        body = None if root is None else root.find(f"{_W}body")
        if body is None:
            raise broken(path, message("it has no {part} with a body", part=_MAIN))
        walk = _Walk(package)
        passages = [*walk.blocks(body)]
        for name in ("word/footnotes.xml", "word/endnotes.xml"):
            notes = package.xml(name)
            passages.extend(
                Passage(_text(one), walk.page, role=Role.NOTE)
                for one in (() if notes is None else notes.iter(f"{_W}p"))
            )
    kept = tuple(one for one in passages if one.text.strip())
    return Document(path.name, "docx", "section", walk.page, kept)


class _Walk:
    """Goes through the body in order and counts sections and tables."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._related = package.related(_MAIN)
        self.page = 1
        self._begun = False
        self._group = 0

    def blocks(self, parent: Any) -> Iterator[Passage]:
        for element in parent:
            if element.tag == f"{_W}p":
                yield from self._paragraph(element)
            elif element.tag == f"{_W}tbl":
                yield from self._table(element)
            elif element.tag in {f"{_W}sdt", f"{_W}sdtContent"}:
                yield from self.blocks(element)

    def _paragraph(self, element: Any) -> Iterator[Passage]:
        style = element.find(f"{_W}pPr/{_W}pStyle")
        heading = _HEADING.search("" if style is None else style.get(f"{_W}val", ""))
        text = _text(element)
        if heading and text.strip():
            if int(heading[1] or 1) <= _DEEPEST:
                self.page += 1 if self._begun else 0
                self._begun = True
            yield Passage(text, self.page, role=Role.HEADING)
        else:
            yield Passage(text, self.page)
        yield from self._drawn(element)

    def _drawn(self, element: Any) -> Iterator[Passage]:
        """Text boxes, alternative texts and charts anchored in a paragraph."""
        for box in element.iter(f"{_W}txbxContent"):
            if not any(one.tag == _FALLBACK for one in box.iterancestors()):
                yield from self.blocks(box)
        for drawn in element.iter(_DRAWN):
            if drawn.get("descr"):
                yield Passage(drawn.get("descr"), self.page, role=Role.ALT)
        for chart in element.iter(_CHART):
            _, part = self._related.get(chart.get(_ID, ""), ("", ""))
            root = self._package.xml(part)
            if root is not None:
                self._group += 1
                yield from chart_passages(root, self.page, self._group)

    def _table(self, element: Any) -> Iterator[Passage]:
        self._group += 1
        headings: list[str] = []
        for number, row in enumerate(element.iter(f"{_W}tr")):
            cells = [" ".join(_text(one).split()) for one in row.iter(f"{_W}tc")]
            if number == 0:
                headings = cells
                yield from (Passage(one, self.page, role=Role.LABEL) for one in cells if one)
                continue
            yield from table_row(cells, headings, self.page, self._group)


def table_row(cells: list[str], headings: list[str], page: int, group: int) -> Iterator[Passage]:
    """The cells of one row below the first, each with its row's and column's label."""
    if cells and cells[0]:
        yield Passage(cells[0], page, role=Role.LABEL)
    for place, cell in enumerate(cells[1:], start=1):
        column = headings[place] if place < len(headings) else ""
        if cell:
            yield Passage(cell, page, None, Role.CELL, row=cells[0], column=column, group=group)


def _text(element: Any) -> str:
    """The words of a paragraph or cell, without deleted text and without text boxes."""
    parts = []
    for one in element.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr", f"{_W}noBreakHyphen"):
        inside = {above.tag for above in one.iterancestors()}
        if _FALLBACK in inside or (
            element.tag == f"{_W}p" and f"{_W}txbxContent" in _between(one, element)
        ):
            continue
        parts.append((one.text or "") if one.tag == f"{_W}t" else _SIGNS.get(one.tag, " "))
    return "".join(parts)


_SIGNS = {f"{_W}noBreakHyphen": "-", f"{_W}tab": "\t"}


def _between(inner: Any, outer: Any) -> set[str]:
    """The tags of the elements between an element and one around it."""
    tags = set()
    for one in inner.iterancestors():
        if one is outer:
            break
        tags.add(one.tag)
    return tags
