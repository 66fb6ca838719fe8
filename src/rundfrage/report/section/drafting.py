"""A Drafting: what a draft is made of, and which questions it shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from rundfrage.errors import Problem, did_you_mean
from rundfrage.locales import message
from rundfrage.report.claims import Evidence
from rundfrage.report.quotes import Release
from rundfrage.tables.table import Table

ALL = "all"
"""Names every question."""


@dataclass(frozen=True)
class Drafting:
    """The numbers, the answers that may be quoted, and the tables of the questions to show."""

    evidence: Evidence
    release: Release
    tables: tuple[Table, ...]

    @property
    def language(self) -> str:
        """The language of the draft."""
        return self.evidence.language

    def shows(self, table: Table) -> bool:
        """True if the question is one of those."""
        return any(one.name == table.name for one in self.tables)


def drafting_of(evidence: Evidence, release: Release, wanted: Sequence[str]) -> Drafting:
    """The drafting of the questions that are named, in the order in which they were asked.

    Names stand between commas and may hold stars: `q1*, q4`. Without names it is all of them.
    Raises a Problem for a name that is none of a question.
    """
    tables = [table for table in evidence.tables if table.blocks]
    names = [table.name for table in tables]
    named = [name for words in wanted for name in _names(words, names)]
    if named and ALL not in named:
        for one in named:
            if not any(_is_meant(name, one) for name in names):
                raise Problem(
                    "unknown-question",
                    found=message("There is no question {question}.", question=one[:60]),
                    expected=message("a question of the survey."),
                    mend=did_you_mean(one[:60], names) or message("Check the name."),
                )
        tables = [one for one in tables if any(_is_meant(one.name, each) for each in named)]
    return Drafting(evidence, release, tuple(tables))


def _names(words: str, known: Sequence[str]) -> list[str]:
    """The names between the commas; one name where a question is called so."""
    if words in known:
        return [words]
    return [name for one in words.split(",") if (name := one.strip())]


def _is_meant(name: str, wanted: str) -> bool:
    return name == wanted or fnmatchcase(name, wanted)
