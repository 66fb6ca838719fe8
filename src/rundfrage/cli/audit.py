"""`rundfrage audit`: which numbers of somebody's finished report the data bear out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rundfrage import services
from rundfrage.cli.console import bar, fitted, results, write_bytes, write_text
from rundfrage.cli.language import user_language
from rundfrage.locales import message

FAILED = 3
"""The exit status of a report that contradicts itself or the data."""
_TEXT = "text"


def audit(
    report: Annotated[
        Path,
        typer.Argument(
            help=message("A finished report: .txt, .md, .html, .docx, .pptx or .pdf."),
            metavar="FILE",
        ),
    ],
    *,
    survey: Annotated[
        Path | None,
        typer.Option(help=message("The survey folder or file of answers that the report is on.")),
    ] = None,
    format: Annotated[  # noqa: A002  (the option's name)
        str,
        typer.Option(help=message("How the audit is printed: text, json or html.")),
    ] = _TEXT,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help=message("The file to write [the terminal].")),
    ] = None,
    language: Annotated[
        str | None, typer.Option(help=message("The language of the report, de or en [found out]."))
    ] = None,
    weight: Annotated[
        str | None,
        typer.Option(help=message("The variable that the report's figures are weighted by.")),
    ] = None,
    every: Annotated[
        bool,
        typer.Option(
            "--all",
            help=message("List every figure, not only those to look at [always without --survey]."),
        ),
    ] = False,
) -> None:
    """Find a report's figures, its contradictions, and what the data say; ends with 3 if wrong."""
    form = services.audit_format(format)
    source = services.open_source(survey) if survey is not None else None
    with bar() as progress:
        found = services.audit(report, source, language=language, weight=weight, progress=progress)
    everything = every or source is None
    # A page goes to those who read the report, text to who sits here.
    spoken = user_language() if form == _TEXT else None
    if output is not None:
        services.write_audit(found, output, form, language=spoken, every=everything)
        results.print(str(output))
    else:
        printed = services.print_audit(
            found,
            form,
            language=spoken,
            every=everything,
            width=fitted.width,
            colours=fitted.color_system is not None,
        )
        if form == _TEXT:
            write_text(printed.decode())
        else:
            write_bytes(printed)
    if not found.passed:
        raise typer.Exit(FAILED)
