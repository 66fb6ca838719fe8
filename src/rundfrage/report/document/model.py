"""A Document: what a report says and in which order, before any number is looked up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from rundfrage.manuscript.line import Comment
from rundfrage.report.claims import Band
from rundfrage.report.document.waves import NO_WAVES, Waves
from rundfrage.report.section.model import Section

FILE = "report.md"


@dataclass(frozen=True)
class Document:
    """A whole report; empty texts of the head mean the survey's own.

    `design` says in words how the sample was drawn (rundfrage.tables.sampling).

    `bands` are the author's word bands by name. `names` are the author's own names
    for variables. Comments of the front matter are kept, and are no
    part of what two documents are compared by.
    """

    sections: tuple[Section, ...]
    title: str = ""
    language: str = ""
    design: str = ""
    bands: Mapping[str, tuple[Band, ...]] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    waves: Waves = NO_WAVES
    """What was asked before and is compared with the answers at hand."""
    comments: tuple[Comment, ...] = field(default=(), compare=False)
    file: str | None = field(default=None, compare=False)
