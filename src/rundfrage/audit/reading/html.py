"""Reads a web page: what a browser would show, tables with their heads, drawn charts as they lie.

What only a machine sees (attributes other than alternative texts, scripts, comments) is left out:
the audit judges what readers are told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

from lxml import etree, html

from rundfrage.audit.document import Document, Passage, Role
from rundfrage.audit.reading.layout import laid_out
from rundfrage.audit.reading.package import is_swollen
from rundfrage.audit.reading.piece import Piece
from rundfrage.audit.reading.refusal import broken, swollen
from rundfrage.locales import message

_UNREAD = frozenset(
    {"script", "style", "template", "head", "noscript", "iframe", "object", "nav", "code"}
)
"""What says nothing of its own; a list of contents repeats titles away from their slides."""
_BLOCKS_WORDS = """
    address article aside blockquote body caption dd details dialog div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section
    summary ul
"""
_BLOCKS = frozenset(_BLOCKS_WORDS.split())
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_QUOTED = frozenset({"blockquote", "q"})
_PAGES = ("article", "section")
_MANY = 2
_WIDE = 0.52
"""The width of a letter in heights, where nothing tells it."""
_MOVE = re.compile(r"translate\(\s*([-\d.e]+)(?:[\s,]+([-\d.e]+))?\s*\)")
_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
_NUMBER = re.compile(r"[-\d.]+")
_SVG = "{http://www.w3.org/2000/svg}"


def read_html(path: Path, content: bytes) -> Document:
    """The document in an .html file; articles or sections, else chapters, are its pages."""
    if is_swollen(content):
        raise swollen(path)
    try:
        root = html.document_fromstring(content, parser=_parser(content))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise broken(path, message("it holds no page ({error})", error=error)) from error
    said = (root.get("lang") or "")[:2].lower()
    walk = _Walk(_page_tags(root), said)
    passages = tuple(one for one in walk.read(root) if one.text.strip())
    return Document(path.name, "html", "section", walk.page, passages, said)


def _parser(content: bytes) -> html.HTMLParser:
    """UTF-8 unless the page says otherwise, for lxml would take Latin-1."""
    said = re.search(rb"charset\s*=\s*[\"']?([\w-]+)", content[:4096])
    encoding = said[1].decode("ascii", "replace") if said else "utf-8"
    try:
        "".encode(encoding)
    except LookupError:
        encoding = "utf-8"
    return html.HTMLParser(encoding=encoding, no_network=True, huge_tree=True)


def _page_tags(root: Any) -> frozenset[str]:
    for tag in _PAGES:
        if sum(1 for _ in root.iter(tag)) >= _MANY:
            return frozenset({tag})
    return frozenset({"h1", "h2"})


class _Walk:
    """Goes through the tree in order, joining inline text to paragraphs."""

    def __init__(self, page_tags: frozenset[str], language: str) -> None:
        self._language = language
        self._page_tags = page_tags
        self._groups = count(1)
        self.page = 1
        self._begun = False
        self._text: list[str] = []
        self._row = ""

    def read(self, element: Any, role: Role = Role.TEXT) -> Iterator[Passage]:
        tag = element.tag if isinstance(element.tag, str) else ""
        tag = tag.removeprefix(_SVG)
        if not tag or tag in _UNREAD or element.get("hidden") is not None:
            return
        if tag in self._page_tags:
            yield from self._flush(role)
            self.page += 1 if self._begun else 0
            self._begun = True
        yield from self._described(element, role, tag)
        if tag == "svg":
            yield from self._flush(role)
            drawn = list(_drawn(element))
            yield from laid_out(drawn, self.page, next(self._groups), self._language)
            return
        if tag == "table":
            yield from self._flush(role)
            yield from self._table(element)
            return
        inner = _role(tag, role)
        if tag in _BLOCKS:
            yield from self._flush(role)
        elif tag == "br":
            self._text.append("\n")
        quoted = tag == "q"
        self._text.append(("„" if quoted else "") + (element.text or ""))
        for child in element:
            yield from self.read(child, inner)
            self._text.append(child.tail or "")
        if quoted:
            self._text.append("“")
        if tag in _BLOCKS:
            yield from self._flush(inner)

    def _described(self, element: Any, role: Role, tag: str) -> Iterator[Passage]:
        """Alternative texts: of pictures, and labels of what is drawn."""
        said = element.get("alt") if tag == "img" else None
        if element.get("role") in {"img", "figure", "graphics-document"} or tag == "svg":
            said = said or element.get("aria-label")
        if said:
            yield from self._flush(role)
            yield Passage(said, self.page, role=Role.ALT)

    def _flush(self, role: Role) -> Iterator[Passage]:
        text = _BLANKS.sub(" ", "".join(self._text))
        self._text.clear()
        if text.strip():
            yield Passage(text.strip(), self.page, role=role)

    def _table(self, table: Any) -> Iterator[Passage]:
        group = next(self._groups)
        headings: list[str] = []
        caption = table.find("caption")
        if caption is not None:
            yield Passage(_plain(caption), self.page, role=Role.LABEL)
        for row in table.iter("tr"):
            cells = [(one, _plain(one)) for one in row if one.tag in {"th", "td"}]
            heads = all(one.tag == "th" for one, _ in cells)
            if not headings and (heads or row is next(table.iter("tr"))):
                headings = [text for _, text in cells]
                yield from (Passage(text, self.page, role=Role.LABEL) for text in headings if text)
                continue
            label = cells[0][1] if cells else ""
            yield Passage(label, self.page, role=Role.LABEL)
            for place, (_, text) in enumerate(cells[1:], start=1):
                column = headings[place] if place < len(headings) else ""
                yield Passage(
                    text, self.page, None, Role.CELL, row=label, column=column, group=group
                )


def _role(tag: str, role: Role) -> Role:
    if tag in _HEADINGS:
        return Role.HEADING
    return Role.QUOTE if tag in _QUOTED - {"q"} else role


def _plain(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _drawn(svg: Any) -> Iterator[Piece]:
    """The texts of a drawing with their places, as far as they are moved and not turned."""
    for text in svg.iter("text", f"{_SVG}text"):
        words = _plain(text)
        if not words or text.get("display") == "none":
            continue
        across, down = _offset(text)
        size = _size(text)
        width = _WIDE * size * len(words)
        anchor = text.get("text-anchor", "start")
        left = across - {"middle": width / 2, "end": width}.get(anchor, 0.0)
        yield Piece(words, left, down - 0.8 * size, left + width, down + 0.2 * size, size)


def _offset(text: Any) -> tuple[float, float]:
    across, down = _first(text.get("x")), _first(text.get("y"))
    for one in (text, *text.iterancestors()):
        for found in _MOVE.finditer(one.get("transform") or ""):
            across += _first(found[1])
            down += _first(found[2])
    return across, down


def _size(text: Any) -> float:
    for one in (text, *text.iterancestors()):
        said = one.get("font-size") or ""
        if found := _NUMBER.match(said):
            return _first(found[0]) or 12.0
    return 12.0


def _first(said: str | None) -> float:
    try:
        return float((said or "0").split()[0].rstrip("px"))
    except (ValueError, IndexError):
        return 0.0
