"""`rundfrage print`: the questionnaire as a form on paper."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rundfrage import services
from rundfrage.cli.console import bar, results
from rundfrage.locales import message


def print(  # noqa: A001 - the command's name
    survey: Annotated[
        Path,
        typer.Argument(help=message("A survey folder, or a questionnaire."), metavar="DIR|FILE"),
    ],
    *,
    language: Annotated[
        list[str] | None,
        typer.Option(
            "--language", "-l", help=message("Only this language; may be given several times.")
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", help=message("The folder to write to; out in the survey's else.")
        ),
    ] = None,
) -> None:
    """Make a form to print and fill in by hand, a PDF for everybody in each language."""
    opened = services.open_questionnaire(survey)
    with bar() as progress:
        files = services.print_forms(opened, language or (), output, progress)
    for file in files:
        results.print(str(file))
