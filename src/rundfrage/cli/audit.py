"""`rundfrage audit`: which numbers of somebody's finished report the data bear out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from rundfrage.audit import LANGUAGES, Audit, examine
from rundfrage.audit.printers import FILES
from rundfrage.audit.printers.terminal import print_terminal
from rundfrage.cli.console import fitted, results
from rundfrage.cli.sources import load
from rundfrage.errors import Problem, Where, did_you_mean
from rundfrage.manuscript.writing import write_whole

FAILED = 3
"""The exit status of a report that contradicts itself or the data."""

_TEXT = "text"
_FORMATS = (_TEXT, *FILES)
_WIDTH = 80


def audit(
    report: Annotated[
        Path,
        typer.Argument(
            help="A finished report: .txt, .md, .html, .docx, .pptx or .pdf.", metavar="FILE"
        ),
    ],
    *,
    survey: Annotated[
        Path | None,
        typer.Option(help="The survey folder or file of answers that the report is on."),
    ] = None,
    format: Annotated[  # noqa: A002  (the option's name)
        str, typer.Option(help=f"How the audit is printed: {', '.join(_FORMATS)}.")
    ] = _TEXT,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="The file to write [the terminal].")
    ] = None,
    language: Annotated[
        str | None, typer.Option(help="The language of the report, de or en [found out].")
    ] = None,
    weight: Annotated[
        str | None, typer.Option(help="The variable that the report's figures are weighted by.")
    ] = None,
    every: Annotated[
        bool,
        typer.Option(
            "--all", help="List every figure, not only those to look at [always without --survey]."
        ),
    ] = False,
) -> None:
    """Find a report's figures, its contradictions, and what the data say; ends with 3 if wrong."""
    form = _known("unknown-format", format.strip().lower(), _FORMATS, "format")
    if language is not None:
        _known("unknown-language", language, LANGUAGES, "language")
    dataset = load(survey) if survey is not None else None
    found = examine(report, dataset, language=language, weight=weight)
    everything = every or dataset is None
    if output is not None:
        write_whole(output, FILES[form](found) if form in FILES else _as_text(found, everything))
        results.print(str(output))
    elif form in FILES:
        sys.stdout.buffer.write(FILES[form](found))
        sys.stdout.buffer.flush()
    else:
        print_terminal(found, fitted, every=everything)
    if not found.passed:
        raise typer.Exit(FAILED)


def _as_text(found: Audit, every: bool) -> bytes:
    console = Console(width=_WIDTH, highlight=False, emoji=False, color_system=None)
    with console.capture() as said:
        print_terminal(found, console, every=every)
    return said.get().encode()


def _known(code: str, name: str, known: tuple[str, ...], argument: str) -> str:
    if name in known:
        return name
    raise Problem(
        code,
        where=Where(argument=argument),
        found=f"There is no {name!r}.",
        expected=f"one of {', '.join(known)}.",
        mend=did_you_mean(name, known) or "Choose one of these.",
    )
