"""A Document: what a report says and in which order, before any number is looked up.

A *section* is a slide as its author thinks of it; where it needs more room it becomes several.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from rundfrage.manuscript.line import Comment
from rundfrage.report.claims import Assertion, Band, Bound, Sentence

EMPTY = Sentence(())


class SectionKind(StrEnum):
    """What a section is; its name opens the braces behind the heading."""

    TITLE = "title"
    HEADLINE = "headline"
    CHART = "chart"
    COMPARE = "compare"
    TOP = "top"
    QUOTE = "quote"
    QUOTES = "quotes"
    SUMMARY = "summary"
    TEXT = "text"
    METHOD = "method"
    LEDGER = "ledger"


@dataclass(frozen=True)
class Section:
    """One slide of the report.

    `question` is the question a chart or a quotation belongs to, `headline` the figure of a
    headline; `title` may be empty (the question's wording then stands there); `kicker` is None for
    the usual small line above the title; `form` names the form of a chart, empty for the usual
    one; `by` names the question whose answers are the groups that are compared by the number
    `headline`; `count` is how many items or quotations are shown, None for the usual number.
    """

    kind: SectionKind
    title: Sentence = EMPTY
    sentences: tuple[Sentence, ...] = ()
    question: str = ""
    headline: Bound | Assertion | None = None
    kicker: str | None = None
    form: str = ""
    count: int | None = None
    by: str = ""
    line: int | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Document:
    """A whole report; empty texts of the head mean the survey's own.

    `design` says in words how the sample was drawn (rundfrage.tables.sampling).

    `bands` are the author's word bands by name. Comments of the front matter are kept, and are no
    part of what two documents are compared by.
    """

    sections: tuple[Section, ...]
    title: str = ""
    language: str = ""
    design: str = ""
    bands: Mapping[str, tuple[Band, ...]] = field(default_factory=dict)
    comments: tuple[Comment, ...] = field(default=(), compare=False)
    file: str | None = field(default=None, compare=False)
