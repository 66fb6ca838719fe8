"""What decks are asked for by, and what is said of those that were made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from rundfrage.errors import Problem
from rundfrage.services.analysis import Analysis, chosen

if TYPE_CHECKING:
    from rundfrage.report.update import Update

FORMATS = ("pptx", "pdf", "html", "xlsx")


@dataclass(frozen=True)
class Edition:
    """How a deck is made: of which analysis, with which theme, and of the author's report or not.

    Without a `theme` that beside the answers holds; with `automatic` the deck is the automatic
    one, whatever the author's report says, and with `questions` it is that of those: names
    between commas, with stars ("q1*"), or "all". With `hidden` PDF, HTML and XLSX hold
    hidden slides too.
    """

    analysis: Analysis = field(default_factory=Analysis)
    theme: Path | None = None
    automatic: bool = False
    questions: tuple[str, ...] = ()
    hidden: bool = False


@dataclass(frozen=True)
class BuiltDeck:
    """The files of a deck that was built, and what its owner should know of it."""

    files: tuple[Path, ...]
    warnings: tuple[Problem, ...]


@dataclass(frozen=True)
class UpdatedDeck:
    """Where an updated deck is, what the update did, and what its owner should know of it."""

    file: Path
    update: Update
    lines: tuple[str, ...]
    warnings: tuple[Problem, ...]


def formats_of(names: Iterable[str]) -> tuple[str, ...]:
    """The formats of those names; raises a Problem for one that no deck has."""
    return chosen(names, FORMATS, "formats", "output")
