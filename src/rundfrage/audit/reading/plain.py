"""Reads text and Markdown: paragraphs with their lines, sections by headings, tables by pipes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from rundfrage.audit.document import Document, Passage, Role
from rundfrage.audit.reading.refusal import broken
from rundfrage.locales import message

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_EMPHASIS = re.compile(r"\*{1,3}|__")
_RULE = re.compile(r"\s*([-*_=])(\s*\1){2,}\s*$")
_ITEM = re.compile(r"\s{0,6}(?:[-*+•–]|\d{1,3}[.)])\s+")
_TABLE_RULE = re.compile(r"\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$")
_MANY = 2


def read_plain(path: Path, content: bytes) -> Document:
    """The document in a .txt or .md file."""
    text = _decoded(path, content)
    passages = tuple(_passages(text))
    pages = max((one.page for one in passages), default=1)
    form = "md" if path.suffix.lower() in {".md", ".markdown"} else "txt"
    return Document(path.name, form, "section", pages, passages)


def _decoded(path: Path, content: bytes) -> str:
    for encoding in ("utf-8-sig", "utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else ""):
        if encoding:
            try:
                return content.decode(encoding)
            except UnicodeDecodeError:
                continue
    if b"\0" in content:
        raise broken(path, message("it holds bytes that no text has"))
    return content.decode("cp1252", errors="replace")


def _passages(text: str) -> Iterator[Passage]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    reader = _Lines(_page_level(lines))
    for number, line in enumerate(lines, start=1):
        yield from reader.read(line, number)
    yield from reader.flush()


class _Lines:
    """Takes lines one by one and gives passages when they are whole."""

    def __init__(self, level: int) -> None:
        self._level = level
        self._page = 1
        self._begun = False
        self._group = 0
        self._paragraph: list[str] = []
        self._start = 1
        self._headings: tuple[str, ...] = ()

    def flush(self) -> Iterator[Passage]:
        """The paragraph that is open."""
        if self._paragraph:
            yield Passage("\n".join(self._paragraph), self._page, self._start)
            self._paragraph.clear()

    def read(self, raw: str, number: int) -> Iterator[Passage]:
        """What the line completes."""
        if fed := raw.count("\f"):
            yield from self.flush()
            self._page += fed
        line = _EMPHASIS.sub("", _TAG.sub(" ", raw.replace("\f", "")))
        if _is_row(line) or (self._headings and "|" in line):
            yield from self.flush()
            yield from self._table(line.strip(), number)
            return
        self._headings = ()
        if heading := _HEADING.match(line):
            yield from self.flush()
            yield self._heading(heading, number)
        elif not line.strip() or _RULE.match(line):
            yield from self.flush()
        else:
            if _ITEM.match(line):
                yield from self.flush()
            if not self._paragraph:
                self._start = number
            self._paragraph.append(line)

    def _heading(self, heading: re.Match[str], number: int) -> Passage:
        if len(heading[1]) <= self._level:
            self._page += 1 if self._begun else 0
            self._begun = True
        return Passage(heading[2], self._page, number, Role.HEADING)

    def _table(self, line: str, number: int) -> Iterator[Passage]:
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if _TABLE_RULE.match(line):
            return
        if self._headings:
            yield from _row(cells, self._headings, self._page, number, self._group)
            return
        self._group += 1
        self._headings = tuple(cells)
        for one in cells:
            if one:
                yield Passage(one, self._page, number, Role.LABEL)


def _row(
    cells: list[str], headings: tuple[str, ...], page: int, line: int, group: int
) -> Iterator[Passage]:
    yield Passage(cells[0], page, line, Role.LABEL)
    for place, cell in enumerate(cells[1:], start=1):
        column = headings[place] if place < len(headings) else ""
        if cell:
            yield Passage(cell, page, line, Role.CELL, row=cells[0], column=column, group=group)


def _is_row(line: str) -> bool:
    bare = line.strip()
    return bare.startswith("|") and bare.count("|") >= _MANY


def _page_level(lines: list[str]) -> int:
    """The level of heading that begins a page: 1 if there are several, else 2, else none.

    Form feeds, which converters of PDF leave, begin pages by themselves.
    """
    if any("\f" in line for line in lines):
        return 0
    for level in (1, 2):
        found = [one for line in lines if (one := _HEADING.match(line))]
        if sum(len(one[1]) == level for one in found) >= _MANY:
            return level
    return 2
