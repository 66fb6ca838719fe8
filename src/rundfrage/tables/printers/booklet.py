"""What every printer of tables takes and gives: a Booklet in, bytes out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rundfrage.codebook import Study
from rundfrage.tables.table import Table


@dataclass(frozen=True)
class Booklet:
    """Tables to be printed together, in one language.

    `interviews` counts the respondents of the dataset; `width` is the room of a line in
    characters, for printers that need to know.
    """

    study: Study
    interviews: int
    tables: tuple[Table, ...]
    language: str
    width: int = 80

    @property
    def title(self) -> str:
        """The survey's title, or its name if it has none."""
        return self.study.title.into(self.language) or self.study.name


@dataclass(frozen=True)
class Printer:
    """One format: its name on the command line, its file's ending, and how it prints.

    `streams` is True for a format that is fit to be read from the terminal or a pipe.
    """

    name: str
    suffix: str
    streams: bool
    print: Callable[[Booklet], bytes]
