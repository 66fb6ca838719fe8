"""`rundfrage tables`: every question's table, to read, to work on or to compute with."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

from rundfrage.cli import engines
from rundfrage.cli.console import errors, results
from rundfrage.cli.sampled import REPORT, load_sampled, stored_sampled
from rundfrage.codebook import Study
from rundfrage.dataset import Dataset
from rundfrage.errors import Problem, Where, did_you_mean
from rundfrage.manuscript.writing import write_whole
from rundfrage.tables import Table, table_of, tabulate
from rundfrage.tables.printers import PRINTERS, Booklet, Printer
from rundfrage.tables.sampling import Sampling
from rundfrage.tables.stored import tabulate_stored
from rundfrage.text import known_language

_FORMATS = tuple(one.name for one in PRINTERS)
_NARROWEST = 80


def tables(
    source: Annotated[
        Path, typer.Argument(help="A survey folder, or a file of answers.", metavar="DIR|FILE")
    ],
    *,
    by: Annotated[
        str | None, typer.Option(help="A variable whose categories stand across the top.")
    ] = None,
    weight: Annotated[str | None, typer.Option(help="A numeric variable to weight by.")] = None,
    design: Annotated[
        str | None,
        typer.Option(
            help="How a probability sample was drawn, for intervals and letters:"
            " strata=…,psu=…,fpc=…,weight=…,margins=… [as DIR/report.md says]."
        ),
    ] = None,
    format: Annotated[  # noqa: A002  (the option's name)
        str, typer.Option(help=f"How the tables are printed: {', '.join(_FORMATS)}.")
    ] = "text",
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            help="The file to write [the terminal; for xlsx and html DIR/out/tables.…, "
            "or FILE-tables.…].",
        ),
    ] = None,
    language: Annotated[
        str | None, typer.Option(help="The language of the tables [the survey's].")
    ] = None,
    threshold: Annotated[
        int, typer.Option(min=1, help="Bases smaller than this are not shown.")
    ] = 5,
    only: Annotated[
        list[str] | None,
        typer.Option(help="A variable or battery to print; can be given several times [all]."),
    ] = None,
    engine: Annotated[str | None, typer.Option(help=engines.OPTION)] = None,
    table: Annotated[str, typer.Option(help=engines.TABLE)] = "answers",
) -> None:
    """Print the tables of a survey: shares, means, nets, each with its base."""
    printer = _printer(format)
    if engine is not None:
        stored, sampling = stored_sampled(
            engines.stored_answers(source, engine, table),
            source / REPORT,
            design=design,
            weight=weight,
        )
        with errors.status("Counting …"):
            counted = tabulate_stored(
                stored,
                only or [],
                by=by,
                weight=weight if sampling is None else sampling.weight,
                threshold=threshold,
                sampling=sampling,
            )
        _write(
            source, printer, output, stored.codebook.study, stored.source.rows, counted, language
        )
        return
    dataset, sampling = load_sampled(source, source / REPORT, design=design, weight=weight)
    weight = weight if sampling is None else sampling.weight
    counted = _wanted(
        dataset, only or [], by=by, weight=weight, threshold=threshold, sampling=sampling
    )
    _write(source, printer, output, dataset.codebook.study, dataset.n, counted, language)


def _write(
    source: Path,
    printer: Printer,
    output: Path | None,
    study: Study,
    interviews: int,
    counted: tuple[Table, ...],
    language: str | None,
) -> None:
    content = printer.print(
        Booklet(
            study=study,
            interviews=interviews,
            tables=counted,
            language=_language(study, language),
            width=shutil.get_terminal_size().columns if sys.stdout.isatty() else _NARROWEST,
        )
    )
    if output is None and printer.streams:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    target = output if output is not None else _beside(source, printer)
    write_whole(target, content)
    results.print(str(target))


def _printer(name: str) -> Printer:
    for one in PRINTERS:
        if one.name == name.strip().lower():
            return one
    raise Problem(
        "unknown-format",
        where=Where(argument="format"),
        found=f"There is no printer {name!r}.",
        expected=f"one of {', '.join(_FORMATS)}.",
        mend=did_you_mean(name, _FORMATS) or "Choose one of these.",
    )


def _wanted(
    dataset: Dataset,
    only: list[str],
    *,
    by: str | None,
    weight: str | None,
    threshold: int,
    sampling: Sampling | None,
) -> tuple[Table, ...]:
    if not only:
        return tabulate(dataset, by=by, weight=weight, threshold=threshold, sampling=sampling)
    return tuple(
        table_of(dataset, name, by=by, weight=weight, threshold=threshold, sampling=sampling)
        for name in dict.fromkeys(only)
    )


def _language(study: Study, given: str | None) -> str:
    language = given or study.language or "en"
    if not known_language(language):
        raise Problem(
            "unknown-language",
            where=Where(name=language),
            found=f"There is no language {language!r}.",
            expected="a language tag such as de, en or ar.",
            mend="Correct it, here or in the questionnaire.",
        )
    return language


def _beside(source: Path, printer: Printer) -> Path:
    if source.is_dir():
        return source / "out" / f"tables{printer.suffix}"
    return source.with_name(f"{source.stem}-tables{printer.suffix}")
