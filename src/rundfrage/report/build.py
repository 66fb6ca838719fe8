"""From a dataset to a folder of outputs, which appear whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from rundfrage.codebook.language import language_of
from rundfrage.dataset import Dataset
from rundfrage.errors import Problem, Where, raise_all
from rundfrage.locales import message
from rundfrage.look.house.house import house_warnings
from rundfrage.look.logo import read_logo
from rundfrage.look.theme import DEFAULT, Theme
from rundfrage.progress import UNWATCHED, Progress, advance
from rundfrage.report.deck import Deck
from rundfrage.report.document.model import Document
from rundfrage.report.document.read import read_report
from rundfrage.report.document.untranslated import untranslated
from rundfrage.report.document.versions import differences
from rundfrage.report.document.write import write_document
from rundfrage.report.earlier import LoadWave, WaveAnswers
from rundfrage.report.figures import figures_json
from rundfrage.report.outputs import OUTPUTS
from rundfrage.report.outputs.output import Output, Report
from rundfrage.report.plan import drafted, plan
from rundfrage.report.quotes import Release, mask_warnings, read_release
from rundfrage.report.unchanged import Earlier, key_of
from rundfrage.tables import Table, tabulate
from rundfrage.tables.releases import Releases
from rundfrage.tables.sampling import Sampling
from rundfrage.writing import made_whole

_NAME = "report"
_CACHE = ".cache"
_WIDE = 60
"""A deck of so many questions is made without a word; who wants more has to choose."""
_FIGURES = "figures.json"
_FEW = 30
"""Numbers of fewer people stand in brackets."""


@dataclass(frozen=True)
class ReportSettings:
    """What the user may choose of a report.

    `quotes` is the file of released quotations, `report` the author's report; without one the deck
    is drafted of the tables. `sampling` says how a probability sample was drawn; it weighs by
    `weight`. With `releases` it is remembered what is shown. With `hidden` all outputs print
    hidden slides. `spoken` gives a language the
    program's words that the survey brings along for it. `questions` are those that a draft shows:
    names between commas, with stars ("q1*"), or "all", as without any.
    """

    language: str | None = None
    theme: Theme = DEFAULT
    quotes: Path | None = None
    report: Path | None = None
    weight: str | None = None
    threshold: int = 5
    sampling: Sampling | None = None
    releases: Releases | None = None
    spoken: Callable[[str], str] = str
    hidden: bool = False
    questions: tuple[str, ...] = ()
    load_wave: LoadWave | None = None
    """Loads the answers of a wave that the report names; without it no report names any."""
    tag: str = ""
    """What stands in the outputs' names before their ending: that of the report's version."""

    def named(self, name: str) -> str:
        """The name of an output, such as report.pptx, of this version."""
        stem, _, ending = name.partition(".")
        return f"{stem}.{self.tag}.{ending}" if self.tag else name


def compose(
    dataset: Dataset,
    settings: ReportSettings,
    progress: Progress = UNWATCHED,
    tables: tuple[Table, ...] = (),
) -> tuple[Deck, tuple[Table, ...]]:
    """The deck and the tables it is made of, which are made unless they are there."""
    language, document = _document(dataset, settings)
    tables = tables or _tables(dataset, settings, progress)
    if document is None and not settings.questions:
        _refuse_wide(tables, dataset)
    deck = plan(
        dataset,
        tables,
        language=settings.spoken(language),
        theme=settings.theme,
        quotes=_release(settings),
        document=document,
        threshold=settings.threshold,
        sampling=settings.sampling,
        releases=settings.releases,
        questions=settings.questions,
        waves=_waves(document, settings),
    )
    return deck, tables


def _waves(document: Document | None, settings: ReportSettings) -> dict[str, WaveAnswers]:
    """The answers of the earlier waves that the report names, in their order."""
    if document is None or settings.load_wave is None:
        return {}
    found: dict[str, WaveAnswers] = {}
    problems: list[Problem] = []
    for source in document.waves.earlier:
        try:
            found[source.name] = settings.load_wave(source)
        except Problem as problem:
            place = Where(document.file, source.line, source.name)
            problems.extend(problem.placed(partial(_named, place)).all)
    raise_all(problems)
    return found


def _named(place: Where, where: Where) -> Where:
    """The place itself, for what names no file."""
    return where if where.file else place


def _refuse_wide(tables: Sequence[Table], dataset: Dataset) -> None:
    """Raise a Problem if a deck of all questions would be one that nobody reads."""
    count = sum(bool(table.blocks) and table.blocks[0].variable.of is None for table in tables)
    if count > _WIDE:
        raise Problem(
            "deck-wide",
            where=Where(dataset.source),
            found=message(
                "There are {count} questions, and a deck of all would have about as many slides.",
                count=count,
            ),
            expected=message("at most {most} questions, or a choice of them.", most=_WIDE),
            mend=message(
                "Choose what readers should see: name the questions, or write the draft and take "
                "slides out of it."
            ),
        )


def _tables(dataset: Dataset, settings: ReportSettings, progress: Progress) -> tuple[Table, ...]:
    return tabulate(
        dataset,
        weight=settings.weight,
        threshold=settings.threshold,
        sampling=settings.sampling,
        releases=settings.releases,
        progress=progress,
    )


def draft_text(
    dataset: Dataset,
    settings: ReportSettings,
    *,
    design: str = "",
    progress: Progress = UNWATCHED,
) -> str:
    """The automatic report as the text of its file; building that gives the automatic deck.

    `design` is the sampling in the words that its front matter is to have.
    """
    tables = _tables(dataset, settings, progress)
    language = language_of(dataset.codebook.study, settings.language)
    document = drafted(
        dataset,
        tables,
        language=settings.spoken(language),
        quotes=_release(settings),
        threshold=settings.threshold,
        sampling=settings.sampling,
        releases=settings.releases,
        questions=settings.questions,
    )
    return write_document(replace(document, design=design))


def warnings_of(settings: ReportSettings) -> tuple[Problem, ...]:
    """What the user should know though the report can be built: masked quotations, the template."""
    release = _release(settings)
    masked = () if release is None else mask_warnings(release)
    return (*masked, *house_warnings(settings.theme))


def _release(settings: ReportSettings) -> Release | None:
    return read_release(settings.quotes) if settings.quotes is not None else None


def _document(dataset: Dataset, settings: ReportSettings) -> tuple[str, Document | None]:
    """The language of the deck, and the author's report if there is one."""
    language = language_of(dataset.codebook.study, settings.language)
    if settings.report is None:
        return language, None
    document = read_report(settings.report, language)
    own = document.language or language
    if settings.language is not None and own != settings.language:
        raise Problem(
            "report-language",
            where=Where(str(settings.report)),
            found=message(
                "The report is written in {own}, and {language} is asked for.",
                own=own,
                language=settings.language,
            ),
            expected=message("one language."),
            mend=message("Ask for no language, or for the automatic deck."),
        )
    return own, document


def version_warnings(
    dataset: Dataset, settings: ReportSettings, others: Sequence[ReportSettings]
) -> tuple[Problem, ...]:
    """What the report says in one language and not in another; what has no words in its own."""
    language, first = _document(dataset, settings)
    found = [(language, first), *(_document(dataset, other) for other in others)]
    differing = (
        problem
        for _, document in found[1:]
        if first is not None and document is not None
        for problem in differences(first, document)
    )
    foreign = (
        problem
        for spoken, document in found
        if document is not None
        for problem in untranslated(document, dataset.codebook, spoken)
    )
    return (*differing, *foreign)


def refuse_edited(folder: Path, formats: Sequence[str], tag: str = "") -> None:
    """Raise a Problem if an output in the folder isn't as it was written there."""
    earlier = Earlier(folder, folder / _CACHE)
    for output in OUTPUTS:
        name = ReportSettings(tag=tag).named(f"{_NAME}{output.suffix}")
        if output.name in formats and not earlier.is_own(name):
            raise Problem(
                "output-edited",
                where=Where(str(folder / name)),
                found=message(
                    "Somebody changed this file since it was made, or it comes from elsewhere."
                ),
                expected=message("no file of that name, or one as it was written."),
                mend=message(
                    "Move it away, keep the edits of a .pptx by an update, or name its folder to "
                    "write over it."
                ),
                subject=str(folder),
            )


_NO_LETTER = "glyph-missing"


def build(
    dataset: Dataset,
    folder: Path,
    formats: Sequence[str],
    settings: ReportSettings,
    progress: Progress = UNWATCHED,
    left_out: list[Problem] | None = None,
    others: Sequence[ReportSettings] = (),
) -> tuple[Path, ...]:
    """Write the outputs and figures.json into the folder; each is a step.

    `others` are the versions of the report in other languages, which are written beside it.

    An output whose fonts lack a letter is left out, and why is put into `left_out`, unless it is
    the only one; without that list it is a Problem. Headlines of few people are named there, too.

    Everything is written beside the folder first and moved in at the end, so that a failure leaves
    the outputs of an earlier run as they were; what would be the same is left as it is. Raises a
    Problem if the folder can't be written, or for a logo that is no whole and harmless picture.
    """
    for one in (settings, *others):
        if one.theme.logo is not None:
            read_logo(one.theme.logo)
    reports = _reports(dataset, (settings, *others), progress)
    if left_out is not None:
        left_out.extend(small_headlines(reports[0][1].deck))
    earlier = Earlier(folder, folder / _CACHE)
    keys: dict[str, str] = {}
    written: list[str] = []
    with made_whole(folder / _FIGURES) as work:
        for one, report in reports:
            whole = key_of(report)
            for output in OUTPUTS:
                name = one.named(f"{_NAME}{output.suffix}")
                if output.name not in formats:
                    continue
                advance(progress, output.name)
                read = output.reads(report)
                key = whole if read is report else key_of(read)
                if not earlier.stands(name, key) and not _written(
                    output, read, work / name, left_out if len(formats) > 1 else None
                ):
                    # What an earlier run made has other numbers.
                    (folder / name).unlink(missing_ok=True)
                    continue
                keys[name] = key
                written.append(name)
            advance(progress, message("figures"))
            figures = figures_json(report.deck, dataset.account)
            (work / one.named(_FIGURES)).write_text(
                json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
            )
            written.append(one.named(_FIGURES))
    earlier.note(keys)
    return tuple(folder / name for name in written)


def small_headlines(deck: Deck) -> tuple[Problem, ...]:
    """A warning for each number that carries a slide and rests on few people."""
    return tuple(
        Problem(
            "headline-small-base",
            where=Where(name=slide.big.binding),
            found=message(
                "Slide {slide} sets {figure} large, which rests on {base} people.",
                slide=at,
                figure=slide.big.text,
                base=slide.big.base,
            ),
            expected=message(
                "a base of {least} or more for what readers will remember.", least=_FEW
            ),
            mend=message("Set a number of more people large, or write it into a sentence."),
            severity="warning",
        )
        for at, slide in enumerate(deck.slides, start=1)
        if slide.big is not None and slide.big.base is not None and slide.big.base < _FEW
    )


def _reports(
    dataset: Dataset, every: Sequence[ReportSettings], progress: Progress
) -> list[tuple[ReportSettings, Report]]:
    """All versions composed of the same tables; raises what is wrong with any of them at once."""
    reports: list[tuple[ReportSettings, Report]] = []
    problems: list[Problem] = []
    tables: tuple[Table, ...] = ()
    for one in every:
        try:
            deck, tables = compose(dataset, one, progress, tables)
            reports.append((one, Report(deck, tables, one.theme, one.hidden)))
        except Problem as problem:
            problems.extend(problem.all)
    raise_all(problems)
    return reports


def _written(output: Output, report: Report, path: Path, left_out: list[Problem] | None) -> bool:
    """Write an output; False if it is left out, since its fonts lack a letter."""
    try:
        output.write(report, path)
    except Problem as problem:
        if left_out is None or problem.code != _NO_LETTER:
            raise
        left_out.append(problem)
        return False
    return True
