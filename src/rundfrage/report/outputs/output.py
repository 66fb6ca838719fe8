"""What every output offers: it writes a Report to one file, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from rundfrage.look.theme import DEFAULT, Theme
from rundfrage.report.deck import Deck
from rundfrage.tables.table import Table


@dataclass(frozen=True)
class Report:
    """All that an output may print: the deck, its tables in full, and the look.

    `cache` is a folder where an output may keep what is dear to make, keyed by its content.
    `tables` are in the order of the questionnaire.
    """

    deck: Deck
    tables: tuple[Table, ...]
    theme: Theme = DEFAULT
    cache: Path | None = None
    hidden: bool = False
    """Hidden slides are printed too."""

    @property
    def printed(self) -> Report:
        """The report as it is printed where no slide can be skipped."""
        return self if self.hidden else replace(self, deck=self.deck.shown)


Write = Callable[[Report, Path], None]
"""Writes the report to the path; the caller moves it to its place when all outputs are written."""


@dataclass(frozen=True)
class Output:
    """One output: its name on the command line, its file name's ending, and how it writes."""

    name: str
    suffix: str
    write: Write
