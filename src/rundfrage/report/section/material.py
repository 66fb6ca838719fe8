"""The Material of a deck: all that its slides are made of."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rundfrage.errors import Problem, Where, did_you_mean, raise_all
from rundfrage.locales import message
from rundfrage.report.claims import Assertion, Bound, Evidence, state_figure
from rundfrage.report.deck import Figure
from rundfrage.report.quotes import Release
from rundfrage.report.section.subject import Subject
from rundfrage.tables.table import Table


@dataclass(frozen=True)
class Material:
    """The numbers, how they are printed, and the answers that may be quoted.

    `quoted` says that some slide of the report quotes.
    """

    evidence: Evidence
    subject: Subject
    release: Release
    quoted: bool
    folder: Path = Path()
    """Where the report lies."""

    def beside(self, file: str, line: int | None = None) -> Path:
        """A file in the report's folder or below it; raises a Problem for one elsewhere."""
        folder = self.folder.resolve()
        path = (folder / file).resolve()
        if not path.is_relative_to(folder) or ":" in file.split("/", maxsplit=1)[0]:
            raise Problem(
                "map-file",
                where=Where(line=line),
                found=message("The map {file} isn't beside the report.", file=file[:60]),
                expected=message("a file in the report's folder or in one below it."),
                mend=message("Copy it there, and name it without its folder."),
            )
        return path

    def question(self, name: str) -> Table:
        """The table of a question; raises a Problem if there is none."""
        table = self.evidence.questions.get(name)
        if table is None or not table.blocks:
            names = list(self.evidence.questions)
            raise Problem(
                "unknown-question",
                found=message("There is no question {question}.", question=name[:60]),
                expected=message("a question of the survey."),
                mend=did_you_mean(name[:60], names) or message("Check the name."),
            )
        return table

    def figure(self, written: Bound | Assertion) -> Figure:
        """The number that a binding or a wording prints; raises a Problem if it prints none."""
        problems: list[Problem] = []
        figure = state_figure(written, self.evidence, problems)
        raise_all(problems)
        assert figure is not None  # noqa: S101  (else there is a Problem)
        return figure
