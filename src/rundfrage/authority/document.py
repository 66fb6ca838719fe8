"""A document as every printer takes it: titles, paragraphs, lists and tables of messages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BLANK = re.compile(r"(‹[^›]*›)")


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of text."""

    words: str


@dataclass(frozen=True)
class Items:
    """A list."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A table with a row of headings; the first cell of each row is its heading."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Paragraph | Items | Table


@dataclass(frozen=True)
class Section:
    """A heading and what stands under it."""

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Document:
    """`name` is that of its files, in every language."""

    name: str
    title: str
    survey: str
    sections: tuple[Section, ...]


def pieces(words: str) -> Iterator[tuple[str, bool]]:
    """The words cut at their blanks, and whether each piece is one."""
    for piece in _BLANK.split(words):
        if piece:
            yield piece, piece.startswith("‹")
