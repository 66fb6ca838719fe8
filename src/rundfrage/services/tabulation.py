"""Tabulation: the tables of a survey or a file, counted in memory or where the answers lie."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path

from rundfrage.codebook import Study
from rundfrage.codebook.language import language_of
from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.progress import UNWATCHED, Progress, advance, stepwise
from rundfrage.services.analysis import Analysis, chosen
from rundfrage.services.intake import doubts_of
from rundfrage.services.releases import refuse_engine, releases_of, with_threshold, withheld_of
from rundfrage.services.sampled import load_sampled, stored_sampled
from rundfrage.services.stored import EMBEDDED, lies_in_parts, stored_answers
from rundfrage.services.survey import Reading, Source, Survey
from rundfrage.services.translation import language_in
from rundfrage.tables import Table, table_of, tabulate
from rundfrage.tables.printers import PRINTERS, Booklet, Printer
from rundfrage.tables.stored import tabulate_stored
from rundfrage.writing import write_whole

FORMATS = tuple(one.name for one in PRINTERS)
NARROWEST = 80


@dataclass(frozen=True)
class Engine:
    """Where the answers lie: duckdb or spark (Parquet), spark://host:port, or postgresql://….

    `table` is the table or view of a database that holds them.
    """

    address: str
    table: str = "answers"


@dataclass(frozen=True)
class Tabulation:
    """Which tables are wanted: all, or those of `only`; `by` stands across the top.

    Without an engine the answers are counted in memory.
    """

    analysis: Analysis = field(default_factory=Analysis)
    by: str | None = None
    only: tuple[str, ...] = ()
    engine: Engine | None = None


@dataclass(frozen=True)
class Tables:
    """The tables, the study they are of, how many interviews it has, and their language."""

    study: Study
    interviews: int
    tables: tuple[Table, ...]
    language: str
    warnings: tuple[Problem, ...] = ()


def make_tables(
    source: Source, wanted: Tabulation | None = None, progress: Progress = UNWATCHED
) -> Tables:
    """The tables of the answers: shares, means, nets, each with its base.

    Raises a Problem for names that aren't there and for a design that doesn't fit the survey.
    """
    wanted = wanted or Tabulation()
    progress.expect(2)
    advance(progress, message("answers"))
    engine = wanted.engine
    if engine is None and lies_in_parts(source.path):
        # Many files are many answers: they are counted without being read into memory.
        engine = Engine(EMBEDDED)
    if engine is not None:
        _require_plain(source)
        refuse_engine(source)
        return _stored(source, wanted, engine, progress)
    analysis = with_threshold(source, wanted.analysis)
    dataset, sampling = load_sampled(
        source, _report(source), design=analysis.design, weight=analysis.weight
    )
    weight = analysis.weight if sampling is None else sampling.weight
    releases = releases_of(source, dataset, anew=analysis.anew)
    advance(progress, message("tables"))
    if wanted.only:
        counted = tuple(
            table_of(
                dataset,
                name,
                by=wanted.by,
                weight=weight,
                threshold=analysis.threshold,
                sampling=sampling,
                releases=releases,
            )
            for name in stepwise(dict.fromkeys(wanted.only), progress)
        )
    else:
        counted = tabulate(
            dataset,
            by=wanted.by,
            weight=weight,
            threshold=analysis.threshold,
            sampling=sampling,
            releases=releases,
            progress=progress,
        )
    study = dataset.codebook.study
    language = language_in(source, language_of(study, analysis.language))
    return Tables(
        study,
        dataset.n,
        counted,
        language,
        (*doubts_of(dataset, _counted(counted, wanted)), *withheld_of(releases)),
    )


def _counted(tables: Sequence[Table], wanted: Tabulation) -> Iterator[str]:
    """The variables whose numbers stand in the tables."""
    for table in tables:
        yield from (table.name, *(block.name for block in table.blocks))
    yield from filter(None, (wanted.by, wanted.analysis.weight))


def _require_plain(source: Source) -> None:
    """Raise a Problem for options of reading: an engine finds its columns as the codebook says."""
    if source.reading == Reading():
        return
    said = [one.name for one in fields(Reading) if getattr(source.reading, one.name) != one.default]
    raise Problem(
        "engine-reads-plainly",
        where=Where(str(source.path), argument=said[0]),
        found=message("Answers that stay in an engine are read by their codebook alone."),
        expected=message("no option that says how a file is read, or who is counted."),
        mend=message("Leave the option out, or count a file of answers without an engine."),
    )


def _stored(source: Source, wanted: Tabulation, engine: Engine, progress: Progress) -> Tables:
    analysis = wanted.analysis
    stored, sampling = stored_sampled(
        stored_answers(source.path, engine.address, engine.table),
        _report(source),
        design=analysis.design,
        weight=analysis.weight,
    )
    advance(progress, message("tables"))
    counted = tabulate_stored(
        stored,
        list(wanted.only),
        by=wanted.by,
        weight=analysis.weight if sampling is None else sampling.weight,
        threshold=analysis.threshold,
        sampling=sampling,
        progress=progress,
    )
    study = stored.codebook.study
    return Tables(
        study,
        stored.source.rows,
        counted,
        language_in(source, language_of(study, analysis.language)),
    )


def _report(source: Source) -> Path | None:
    """The report that may say how the sample was drawn; a file of answers has none of its own."""
    return source.report if isinstance(source, Survey) else None


def printer_of(name: str) -> Printer:
    """The printer of that name; raises a Problem if there is none."""
    (wanted,) = chosen([name], FORMATS, "format", "printer")
    return next(one for one in PRINTERS if one.name == wanted)


def print_tables(tables: Tables, form: str = "text", *, width: int = NARROWEST) -> bytes:
    """The tables as a file of that format; `width` is that of a terminal, in characters."""
    return printer_of(form).print(
        Booklet(
            study=tables.study,
            interviews=tables.interviews,
            tables=tables.tables,
            language=tables.language,
            width=width,
        )
    )


def write_tables(source: Source, tables: Tables, form: str, file: Path | None = None) -> Path:
    """Write the tables to the file, or to their place beside the answers; where they are."""
    suffix = printer_of(form).suffix
    beside = source.tables.with_name(f"{source.tables.name}{suffix}")
    target = file if file is not None else beside
    write_whole(target, print_tables(tables, form))
    return target
