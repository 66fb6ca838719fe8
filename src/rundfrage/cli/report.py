"""`rundfrage report`: from answers to a deck in four formats."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rundfrage import services
from rundfrage.cli.account import who_is_at_work
from rundfrage.cli.arguments import InAnew, InAnswers, InThreshold, InWeight, reading
from rundfrage.cli.console import bar, results, show_problem
from rundfrage.cli.interrupts import heed_interrupts
from rundfrage.cli.watch import watch as follow
from rundfrage.locales import message

FORMATS = ("pptx", "pdf", "html", "xlsx")
_WATCHED = "html"


@reading
def report(
    source: InAnswers,
    *,
    reading: services.Reading,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            help=message(
                "The folder to write to [DIR/out, or FILE-report]; with --update the file "
                "[DECK-updated.pptx]."
            ),
        ),
    ] = None,
    formats: Annotated[
        str | None,
        typer.Option(help=message("Which outputs, separated by commas [all; with --watch html].")),
    ] = None,
    language: Annotated[
        str | None, typer.Option(help=message("The language of the deck [the survey's]."))
    ] = None,
    theme: Annotated[
        Path | None, typer.Option(help=message("Colours, fonts and logo [DIR/theme.toml]."))
    ] = None,
    weight: InWeight = None,
    design: Annotated[
        str | None,
        typer.Option(
            help=message(
                "How a probability sample was drawn, for intervals and tests: "
                "strata=…,psu=…,fpc=…,weight=…,margins=… [as report.md says]."
            )
        ),
    ] = None,
    threshold: InThreshold = 5,
    anew: InAnew = False,
    automatic: Annotated[
        bool,
        typer.Option(
            "--automatic", help=message("Make the automatic deck, whatever report.md says.")
        ),
    ] = False,
    draft: Annotated[
        bool,
        typer.Option(
            "--draft", help=message("Write the automatic deck as report.md, to go on from.")
        ),
    ] = False,
    questions: Annotated[
        list[str] | None,
        typer.Option(
            help=message(
                "Make the automatic deck of these questions: names separated by commas, q1* for "
                "all that begin so, or all."
            )
        ),
    ] = None,
    hidden: Annotated[
        bool,
        typer.Option("--hidden", help=message("Print hidden slides in PDF, HTML and XLSX too.")),
    ] = False,
    update: Annotated[
        Path | None,
        typer.Option(
            "--update",
            help=message("Renew the numbers of a .pptx that was edited since, and keep the edits."),
            metavar="DECK.pptx",
        ),
    ] = None,
    watch: Annotated[
        bool,
        typer.Option(
            "--watch", help=message("Show the HTML in a browser and follow every change.")
        ),
    ] = False,
    port: Annotated[
        int, typer.Option(min=1, max=65535, help=message("Where --watch serves the report."))
    ] = 8765,
) -> None:
    """Make a deck: PPTX, PDF, HTML and XLSX, with the same figures in each."""
    if update is not None and (draft or watch or formats is not None):
        raise typer.BadParameter(
            message("--update renews one .pptx; leave out --draft, --watch and --formats.")
        )
    if hidden and (draft or update is not None):
        raise typer.BadParameter(
            message("--hidden says what PDF, HTML and XLSX print; leave it out here.")
        )
    if watch and anew:
        raise typer.BadParameter(
            message("--watch builds again and again; build once with --anew, and watch then.")
        )
    if draft and (watch or automatic or any(one is not None for one in (output, formats, theme))):
        raise typer.BadParameter(
            message(
                "--draft writes report.md; leave out --output, --formats, --theme, "
                "--automatic and --watch."
            )
        )
    answers = services.open_source(source, reading=reading, who=who_is_at_work())
    analysis = services.Analysis(language, weight, design, threshold, anew)
    wanted = tuple(questions or ())
    edition = services.Edition(analysis, theme, automatic, wanted, hidden)
    if draft:
        with bar() as progress:
            drafted = services.draft_report(answers, analysis, progress, wanted)
        results.print(str(drafted))
    elif update is not None:
        with bar() as progress:
            done = services.update_deck(answers, update, edition, output, progress)
        for warning in done.warnings:
            show_problem(warning)
        for line in (*done.lines, str(done.file)):
            results.print(line)
    elif watch:
        shown = _formats(formats or _WATCHED)
        if _WATCHED not in shown:
            raise typer.BadParameter(
                message("--watch shows the HTML: name html among --formats, or leave it out.")
            )
        follow(
            services.sources_of(answers, theme),
            lambda: _html(_watched(answers, edition, shown, output)),
            port,
        )
    else:
        for path in _built(answers, edition, _formats(formats), output):
            results.print(str(path))


def _watched(
    source: services.Source,
    edition: services.Edition,
    formats: tuple[str, ...],
    folder: Path | None,
) -> tuple[Path, ...]:
    """Build the outputs as `_built` does; Ctrl+C meanwhile ends the watching."""
    files = _built(source, edition, formats, folder)
    heed_interrupts()
    return files


def _built(
    source: services.Source,
    edition: services.Edition,
    formats: tuple[str, ...],
    folder: Path | None,
) -> tuple[Path, ...]:
    """Build the outputs with a progress bar, and return where they are."""
    with bar() as progress:
        deck = services.build_deck(
            source, edition, formats=formats, folder=folder, progress=progress
        )
    for warning in deck.warnings:
        show_problem(warning)
    return deck.files


def _formats(given: str | None) -> tuple[str, ...]:
    return FORMATS if given is None else services.formats_of(given.split(","))


def _html(paths: tuple[Path, ...]) -> Path:
    return next(path for path in paths if path.suffix == ".html")
