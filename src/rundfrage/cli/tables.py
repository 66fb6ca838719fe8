"""`rundfrage tables`: every question's table, to read, to work on or to compute with."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

from rundfrage import services
from rundfrage.cli.account import who_is_at_work
from rundfrage.cli.arguments import InAnew, InAnswers, InThreshold, InWeight, reading
from rundfrage.cli.console import bar, results, show_problem, write_bytes, write_text
from rundfrage.locales import message

_TEXT = "text"
FORMATS = (_TEXT, "json", "xlsx", "html")
_NARROWEST = 80


@reading
def tables(
    source: InAnswers,
    *,
    reading: services.Reading,
    by: Annotated[
        str | None, typer.Option(help=message("A variable whose categories stand across the top."))
    ] = None,
    weight: InWeight = None,
    design: Annotated[
        str | None,
        typer.Option(
            help=message(
                "How a probability sample was drawn, for intervals and letters: "
                "strata=…,psu=…,fpc=…,weight=…,margins=… [as DIR/report.md says]."
            )
        ),
    ] = None,
    format: Annotated[  # noqa: A002  (the option's name)
        str,
        typer.Option(
            help=message("How the tables are printed: {formats}.", formats=", ".join(FORMATS))
        ),
    ] = _TEXT,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            help=message(
                "The file to write [the terminal; for xlsx and html DIR/out/tables.…, or "
                "FILE-tables.…]."
            ),
        ),
    ] = None,
    language: Annotated[
        str | None, typer.Option(help=message("The language of the tables [the survey's]."))
    ] = None,
    threshold: InThreshold = 5,
    anew: InAnew = False,
    only: Annotated[
        list[str] | None,
        typer.Option(
            help=message("A variable or battery to print; can be given several times [all].")
        ),
    ] = None,
    engine: Annotated[
        str | None,
        typer.Option(
            help=message(
                "Count where the answers lie: duckdb or spark (Parquet larger than memory), "
                "spark://host:port, or postgresql://user@host/database [in memory]."
            )
        ),
    ] = None,
    table: Annotated[
        str, typer.Option(help=message("The table or view of a database that holds the answers."))
    ] = "answers",
) -> None:
    """Print the tables of a survey: shares, means, nets, each with its base."""
    printer = services.printer_of(format)
    answers = services.open_source(source, reading=reading, who=who_is_at_work())
    wanted = services.Tabulation(
        services.Analysis(language, weight, design, threshold, anew),
        by,
        tuple(only or ()),
        None if engine is None else services.Engine(engine, table),
    )
    with bar() as progress:
        made = services.make_tables(answers, wanted, progress)
    for warning in made.warnings:
        show_problem(warning)
    if output is None and printer.streams:
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() else _NARROWEST
        printed = services.print_tables(made, printer.name, width=width)
        if printer.name == _TEXT:
            write_text(printed.decode())
        else:
            write_bytes(printed)
        return
    results.print(str(services.write_tables(answers, made, printer.name, output)))
