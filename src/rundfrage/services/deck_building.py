"""The deck of a survey: drafted as a report to go on from, built in four formats, and updated.

That a deck still stands is known without any of this; see `deck.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from rundfrage.dataset import Dataset
from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.look.theme import DEFAULT, Theme
from rundfrage.look.theme_file import read_theme
from rundfrage.progress import UNWATCHED, Progress, advance
from rundfrage.report.build import (
    ReportSettings,
    build,
    compose,
    draft_text,
    refuse_edited,
    version_warnings,
    warnings_of,
)
from rundfrage.report.document.versions import chosen_version, versions_of
from rundfrage.services.analysis import Analysis
from rundfrage.services.edition import BuiltDeck, Edition, UpdatedDeck
from rundfrage.services.intake import doubts_of
from rundfrage.services.releases import releases_of, with_threshold, withheld_of
from rundfrage.services.sampled import load_sampled
from rundfrage.services.survey import Source, Survey
from rundfrage.services.translation import language_in
from rundfrage.services.waves import WaveLoader, wave_places
from rundfrage.tables.sampling import Sampling
from rundfrage.writing import write_whole

if TYPE_CHECKING:
    pass

_QUOTES = "quotes.toml"
_THEME = "theme.toml"


def draft_report(
    source: Source,
    analysis: Analysis | None = None,
    progress: Progress = UNWATCHED,
    questions: tuple[str, ...] = (),
) -> Path:
    """Write the automatic deck as report.md, to go on from; one that is there stays.

    It has a slide for each question, or for those named.

    Raises a Problem then.
    """
    analysis = with_threshold(source, analysis or Analysis())
    path = source.report
    if path.exists():
        raise Problem(
            "report-exists",
            where=Where(str(path)),
            found=message("There is a report already."),
            expected=message("no file of that name."),
            mend=message(
                "Move it away first: a draft never takes the place of what somebody wrote."
            ),
        )
    progress.expect(2)
    advance(progress, message("answers"))
    dataset, sampling = _sampled(source, analysis)
    settings = ReportSettings(
        language=analysis.language,
        quotes=source.beside(_QUOTES),
        weight=_weight(analysis, sampling),
        threshold=analysis.threshold,
        sampling=sampling,
        releases=releases_of(source, dataset, anew=analysis.anew),
        questions=questions,
        spoken=partial(language_in, source),
    )
    text = draft_text(dataset, settings, design=analysis.design or "", progress=progress)
    advance(progress, path.name)
    write_whole(path, text)
    return path


def made_deck(
    source: Source,
    edition: Edition,
    wanted: tuple[str, ...],
    folder: Path | None,
    progress: Progress,
) -> tuple[BuiltDeck, tuple[Path, ...]]:
    """The deck, built in these formats, and what else it read than the answers; see build_deck."""
    target = folder if folder is not None else source.outputs
    progress.expect(len(wanted) + 2)
    advance(progress, message("answers"))
    dataset, settings = _prepared(source, edition)
    others = _others(source, settings, edition)
    if folder is None:
        for one in (settings, *others):
            refuse_edited(target, wanted, one.tag)
    progress.expect(len(others) * (len(wanted) + 1))
    with _saying((*_doubts(dataset), *warnings_of(settings))) as warnings:
        left_out: list[Problem] = []
        differing = version_warnings(dataset, settings, others)
        files = build(dataset, target, wanted, settings, progress, left_out, others)
    withheld = (*withheld_of(settings.releases), *_of_waves(settings))
    deck = BuiltDeck(files, (*warnings, *differing, *withheld, *map(_as_warning, left_out)))
    theme = (edition.theme, settings.theme.logo, settings.theme.template, settings.theme.fonts)
    waves = set(sources_of(source)) - {source.path}
    return deck, (*(one for one in theme if one is not None), *waves)


def _of_waves(settings: ReportSettings) -> tuple[Problem, ...]:
    """What the owner should know of the earlier waves."""
    loader = settings.load_wave
    return loader.warnings if isinstance(loader, WaveLoader) else ()


def _as_warning(problem: Problem) -> Problem:
    """The problem of one output, where the others were made."""
    return Problem(
        problem.code,
        where=problem.where,
        found=problem.found,
        expected=problem.expected,
        mend=problem.mend,
        severity="warning",
    )


def update_deck(
    source: Source,
    edited: Path,
    edition: Edition | None = None,
    target: Path | None = None,
    progress: Progress = UNWATCHED,
) -> UpdatedDeck:
    """Renew the numbers of a .pptx that people edited since it was made, and keep their edits.

    `target` is a file, or a folder in which the file is named as it would be without one. Raises
    a Problem for a file that is no deck of this survey.
    """
    # PowerPoint's library takes longer to load than an HTML report takes to build.
    from rundfrage.report.update import summary_lines, updated_name  # noqa: PLC0415
    from rundfrage.report.update import update_deck as update  # noqa: PLC0415

    if target is not None and target.is_dir():
        target = target / updated_name(edited).name
    progress.expect(1)
    advance(progress, message("answers"))
    dataset, settings = _prepared(source, edition or Edition())
    with _saying((*_doubts(dataset), *warnings_of(settings))) as warnings:
        deck, _ = compose(dataset, settings, progress)
        done, path = update(deck, edited, target, settings.theme, progress)
    warnings = (*warnings, *withheld_of(settings.releases), *_of_waves(settings))
    return UpdatedDeck(path, done, tuple(summary_lines(done)), warnings)


def sources_of(source: Source, theme: Path | None = None) -> tuple[Path, ...]:
    """The files and folders that a deck is made of, to be watched for changes."""
    versions = tuple(one.path for one in versions_of(source.report))
    waves = (place for report in (source.report, *versions) for place in wave_places(report))
    own = (source.path, source.report, *versions, *([theme] if theme is not None else []))
    return tuple({*own, *waves})


def _prepared(source: Source, edition: Edition) -> tuple[Dataset, ReportSettings]:
    """The answers, and the settings of a deck of them."""
    analysis = with_threshold(source, edition.analysis)
    dataset, sampling = _sampled(source, analysis)
    if not dataset.n and not isinstance(source, Survey):
        raise Problem(
            "file-empty",
            where=Where(dataset.source),
            found=message("There are no respondents: a report would be of nobody."),
            expected=message("a row of column names and a row for each respondent."),
            mend=message(
                "Look whether the file is whole, how many rows are headings or none below the "
                "answers, and whom a condition leaves."
            ),
        )
    own, automatic = source.report, edition.automatic or bool(edition.questions)
    tag = ""
    if not automatic and analysis.language:
        asked = chosen_version(versions_of(own), analysis.language)
        own, tag = (asked.path, asked.tag) if asked is not None else (own, tag)
    return dataset, ReportSettings(
        language=analysis.language,
        theme=_theme(source, edition.theme),
        quotes=source.beside(_QUOTES),
        report=own if own.is_file() and not automatic else None,
        tag=tag,
        hidden=edition.hidden,
        questions=edition.questions,
        weight=_weight(analysis, sampling),
        threshold=analysis.threshold,
        sampling=sampling,
        releases=releases_of(source, dataset, anew=analysis.anew),
        spoken=partial(language_in, source),
        load_wave=WaveLoader(source, own, analysis),
    )


def _others(
    source: Source, settings: ReportSettings, edition: Edition
) -> tuple[ReportSettings, ...]:
    """The versions of the author's report in other languages; none where one is asked for."""
    if edition.automatic or edition.questions or settings.language is not None:
        return ()
    return tuple(
        replace(settings, report=one.path, language=one.language, tag=one.tag)
        for one in versions_of(source.report)
    )


def _doubts(dataset: Dataset) -> tuple[Problem, ...]:
    return doubts_of(dataset, (one.name for one in dataset.codebook.variables if one.shown))


@contextmanager
def _saying(warnings: tuple[Problem, ...]) -> Iterator[tuple[Problem, ...]]:
    """Warnings of work that may fail: a Problem takes them along, for its owner needs them too."""
    try:
        yield warnings
    except Problem as problem:
        raise problem.with_further((*problem.further, *warnings)) from None


def _sampled(source: Source, analysis: Analysis) -> tuple[Dataset, Sampling | None]:
    return load_sampled(source, source.report, design=analysis.design, weight=analysis.weight)


def _weight(analysis: Analysis, sampling: Sampling | None) -> str | None:
    return analysis.weight if sampling is None else sampling.weight


def _theme(source: Source, given: Path | None) -> Theme:
    file = given if given is not None else source.beside(_THEME)
    return DEFAULT if file is None else read_theme(file)
