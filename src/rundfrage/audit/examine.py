"""Examines a finished report: its figures, where it contradicts itself, and what the data say."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from rundfrage.audit.bind import bind
from rundfrage.audit.contradict import Contradiction, Severity, contradictions
from rundfrage.audit.document import Document, untitled
from rundfrage.audit.figure import Figure
from rundfrage.audit.find import figures_of
from rundfrage.audit.finding import Finding, Verdict
from rundfrage.audit.reading import read_report
from rundfrage.audit.surroundings import surroundings
from rundfrage.audit.survey import Survey, survey_of
from rundfrage.audit.words import language_of
from rundfrage.dataset import Dataset

LANGUAGES = ("de", "en")
"""The languages whose numbers and number words are read."""


@dataclass(frozen=True)
class Audit:
    """What was found in a report.

    `findings` holds one for each figure, in order; it is empty if the report was examined without
    the survey's data, whose title and number of interviews are `survey` and `interviews`.
    """

    document: Document
    language: str
    figures: tuple[Figure, ...]
    findings: tuple[Finding, ...]
    contradictions: tuple[Contradiction, ...]
    survey: str | None = None
    interviews: int | None = None

    @cached_property
    def counts(self) -> dict[Verdict, int]:
        """How many figures have each verdict."""
        return {
            verdict: sum(one.verdict is verdict for one in self.findings) for verdict in Verdict
        }

    @property
    def errors(self) -> tuple[Contradiction, ...]:
        """The contradictions that are beyond doubt."""
        return tuple(one for one in self.contradictions if one.severity is Severity.ERROR)

    @property
    def notes(self) -> tuple[Contradiction, ...]:
        """Shifts of wording that somebody should look at."""
        return tuple(one for one in self.contradictions if one.severity is Severity.NOTE)

    @property
    def passed(self) -> bool:
        """True if nothing contradicts the data or the report itself."""
        return not self.errors and not self.counts[Verdict.DIFFERS]


def examine(
    path: Path,
    dataset: Dataset | None = None,
    *,
    language: str | None = None,
    weight: str | None = None,
) -> Audit:
    """Examine the report in the file, against the data if they are given.

    `language` is that of the report, `de` or `en`; if None it is found out, else it is the
    survey's. `weight` is the variable that the report's figures are weighted by. Raises a
    Problem if the report can't be read.
    """
    document = read_report(path)
    spoken = language or language_of((one.text for one in document.passages), document.language)
    if spoken is None:
        written = dataset.codebook.study.language[:2] if dataset is not None else ""
        spoken = written if written in LANGUAGES else LANGUAGES[0]
    survey = survey_of(dataset, spoken, weight=weight) if dataset is not None else None
    return examine_document(document, spoken, survey)


def examine_document(document: Document, language: str, survey: Survey | None) -> Audit:
    """Examine a report that was read before; see examine."""
    document = untitled(document)
    figures = figures_of(document, language)
    if survey is not None:
        figures = tuple(one for one in figures if not survey.words_hold(one))
    around = surroundings(document, figures)
    findings = bind(document, figures, around, survey) if survey is not None else ()
    return Audit(
        document=document,
        language=language,
        figures=figures,
        findings=findings,
        contradictions=contradictions(document, figures, around, findings),
        survey=survey.title if survey is not None else None,
        interviews=round(survey.study[0].value) if survey is not None else None,
    )
