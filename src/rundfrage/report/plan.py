"""Plans the automatic deck: from the tables of a dataset to slides that can be published."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rundfrage.dataset import Dataset
from rundfrage.report.charts.rows import one_line
from rundfrage.report.deck import Deck, Slide
from rundfrage.report.quotes import Release, check_release
from rundfrage.report.slides.closing import method_slides, summary_slides
from rundfrage.report.slides.open_question import open_slides
from rundfrage.report.slides.opening import title_slide
from rundfrage.report.slides.question import question_slides
from rundfrage.report.slides.subject import Subject
from rundfrage.report.theme import DEFAULT, Theme
from rundfrage.report.words import words_in
from rundfrage.tables.table import Table, TableKind


def plan(
    dataset: Dataset,
    tables: Sequence[Table],
    *,
    language: str,
    theme: Theme = DEFAULT,
    quotes: Release | None = None,
) -> Deck:
    """The deck of all tables in order: title, questions, summary, method and bases.

    Only the first column of a table (everybody) is shown. Every slide fits; where the texts of
    one question cannot, arranging the deck raises the Problem `slide-overflow`. Raises a Problem
    if a released quotation is no answer of the dataset.
    """
    study = dataset.codebook.study
    shell = Deck(
        title=one_line(study.title, language) or study.name,
        language=language,
        organisation=theme.organisation or study.organisation,
        slides=(),
        ribbon=words_in(language).ribbon if study.simulated else "",
    )
    subject = Subject(study, dataset.n, language, theme, shell)
    release = quotes or Release()
    check_release(release, dataset)
    return replace(shell, slides=tuple(_slides(tables, subject, release)))


def _slides(tables: Sequence[Table], subject: Subject, release: Release) -> Iterator[Slide]:
    yield title_slide(subject)
    for table in tables:
        if not table.blocks:
            continue
        if table.kind is TableKind.TEXT:
            yield from open_slides(table, release.questions.get(table.name), subject)
        else:
            yield from question_slides(table, subject)
    yield from summary_slides(tables, subject)
    yield from method_slides(tables, subject, quoted=bool(release.questions))
