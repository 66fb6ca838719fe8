"""A finished report as the audit reads it: passages of text on numbered pages.

A *passage* is a paragraph, a cell of a table, a value of a chart or an alternative text. What it
needs to be understood stands with it: the label at the left of its row and the heading above it.
A *page* is whatever the format counts: slides, pages, or the sections of a text.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum


class Role(StrEnum):
    """Where in the document a passage stands."""

    TEXT = "text"
    HEADING = "heading"
    CELL = "cell"
    """A cell of a table that is not its first column."""
    LABEL = "label"
    """The head of a row or column, or a label in a drawing."""
    CHART = "chart"
    """A value of a chart's data."""
    ALT = "alt"
    """The alternative text of a picture or chart."""
    NOTE = "note"
    """The speaker's notes, or a footnote."""
    QUOTE = "quote"
    """Somebody's words, marked as such by the format."""


@dataclass(frozen=True, eq=False)
class Passage:
    """A piece of text with its place; two with the same words are two.

    `line` counts from 1 in text files and is None elsewhere. `row` and `column` are the labels
    that belong to a cell or a drawn value; `step` is the place of a value among the unlabelled
    values of its row (0 the first), None where there is no such row. `ends` are the labels below
    both ends of a bar, of the values in it. `beside` are the texts at whose side it stands in much
    larger letters.
    """

    text: str
    page: int
    line: int | None = None
    role: Role = Role.TEXT
    row: str = ""
    column: str = ""
    step: int | None = None
    steps: int = 0
    """How many such values the row has."""
    group: int = 0
    """Passages of one table, chart or drawing share a group; 0 is running text."""
    chart: bool = False
    """True for values that were drawn as a chart, whose columns may be of several kinds."""
    ends: tuple[str, str] = ("", "")
    beside: tuple[str, ...] = ()


@dataclass(frozen=True)
class Document:
    """A report: its passages in reading order. `unit` names what its pages are.

    `language` is the code of the language that the file says it is in; empty if it says none.
    """

    name: str
    format: str
    unit: str
    pages: int
    passages: tuple[Passage, ...]
    language: str = ""


def untitled(document: Document) -> Document:
    """The document; of a table with one row the label is left out where it is the page's title.

    Such a row is of all that the page is on, and its title names neither item nor answer.
    """
    titles = {(one.page, one.text) for one in document.passages if one.role is Role.HEADING}
    rows: dict[tuple[int, int], set[str]] = defaultdict(set)
    columns: dict[tuple[int, int], set[str]] = defaultdict(set)
    for one in document.passages:
        if one.role is Role.CELL:
            rows[one.page, one.group].add(one.row)
            columns[one.page, one.group].add(one.column)

    def bare(one: Passage) -> Passage:
        place = (one.page, one.group)
        single = one.role is Role.CELL and len(rows[place]) == 1 and len(columns[place]) > 1
        return replace(one, row="") if single and (one.page, one.row) in titles else one

    return replace(document, passages=tuple(map(bare, document.passages)))
