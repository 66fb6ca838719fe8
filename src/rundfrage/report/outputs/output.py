"""What every output offers: it writes a Report to one file, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from rundfrage.look.theme import DEFAULT, Theme
from rundfrage.report.arrange import arrange
from rundfrage.report.deck import Deck
from rundfrage.report.layout import SlideLayout
from rundfrage.tables.table import Table


@dataclass(frozen=True)
class Report:
    """All that an output may print: the deck, its tables in full, and the look.

    `tables` are in the order of the questionnaire.
    """

    deck: Deck
    tables: tuple[Table, ...]
    theme: Theme = DEFAULT
    hidden: bool = False
    """Hidden slides are printed too."""

    @cached_property
    def printed(self) -> Report:
        """The report as it is printed where no slide can be skipped."""
        return self if self.hidden else replace(self, deck=self.deck.shown)

    @cached_property
    def layouts(self) -> tuple[SlideLayout, ...]:
        """Where everything stands on its slides; raises the Problem `slide-overflow`."""
        return arrange(self.deck, self.theme)


Write = Callable[[Report, Path], None]
"""Writes the report to the path; the caller moves it to its place when all outputs are written."""


@dataclass(frozen=True)
class Output:
    """One output: its name on the command line, its file name's ending, and how it writes."""

    name: str
    suffix: str
    write: Write
    reads: Callable[[Report], Report] = lambda report: report
    """The report without what it doesn't print: where nothing else changed, it is as it was."""
