"""The command line: parse, call, print. One file a command group; all commands are listed here."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from rundfrage import __version__
from rundfrage.cli.console import FAULT, show_fault, show_problem
from rundfrage.cli.data import codebook, convert
from rundfrage.cli.demo import demo
from rundfrage.cli.questionnaire import check, fmt, new, translate
from rundfrage.cli.report import report
from rundfrage.cli.simulate import simulate
from rundfrage.cli.tables import tables
from rundfrage.errors import Problem

app = typer.Typer(
    name="rundfrage",
    help="From a questionnaire in Markdown to a published deck in which every number is bound "
    "to the data.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (new, check, fmt, translate, simulate, tables, report, demo, convert, codebook):
    app.command()(command)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"rundfrage {__version__}")
        raise typer.Exit


@app.callback()
def rundfrage(
    *,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,
    version: Annotated[  # noqa: ARG001 - handled by its callback
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Ask people something and publish what they said."""
    if debug:
        os.environ["RUNDFRAGE_DEBUG"] = "1"


def main() -> None:
    """Run the command line; a Problem is printed and ends with 1, a fault of ours with 70."""
    try:
        app()
    except Problem as problem:
        if os.environ.get("RUNDFRAGE_DEBUG"):
            raise
        show_problem(problem)
        sys.exit(1)
    except BrokenPipeError:
        # Whoever read our output has read enough (rundfrage tables | head).
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as fault:
        if os.environ.get("RUNDFRAGE_DEBUG"):
            raise
        show_fault(fault)
        sys.exit(FAULT)
