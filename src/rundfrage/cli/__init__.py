"""The command line: parse, call, print. One file a command group; all commands are listed here."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from rundfrage import __version__
from rundfrage.cli.console import FAULT, show_fault, show_problem
from rundfrage.errors import Problem

COMMANDS = {
    "new": "questionnaire",
    "check": "questionnaire",
    "paths": "paths",
    "fmt": "questionnaire",
    "translate": "questionnaire",
    "print": "paper",
    "publish": "field",
    "serve": "serve",
    "invite": "invite",
    "forget": "forget",
    "status": "field",
    "close": "field",
    "export": "field",
    "simulate": "simulate",
    "weight": "weight",
    "tables": "tables",
    "report": "report",
    "audit": "audit",
    "demo": "demo",
    "convert": "data",
    "codebook": "data",
    "verify": "verify",
}
"""Every command, in the order of --help, and the module that holds the function of that name."""


class Commands(TyperGroup):
    """Imports a command's module when the command is called.

    Each needs other libraries, and all of them together take longer to import than most commands
    take to run.
    """

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002 - Click's signature
        """The names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401, ARG002
        """The command of that name, or None if there is none."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"rundfrage.cli.{COMMANDS[cmd_name]}")
        alone = typer.Typer(pretty_exceptions_enable=False, add_completion=False)
        alone.command(cmd_name)(getattr(module, cmd_name))
        return typer.main.get_command(alone)


app = typer.Typer(
    name="rundfrage",
    cls=Commands,
    help="From a questionnaire in Markdown to a published deck in which every number is bound "
    "to the data.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"rundfrage {__version__}")
        raise typer.Exit


def _debug(wanted: bool) -> None:
    if wanted:
        os.environ["RUNDFRAGE_DEBUG"] = "1"


@app.callback()
def rundfrage(
    *,
    debug: Annotated[
        bool,
        typer.Option(
            "--debug", callback=_debug, is_eager=True, help="Show the traceback of an error."
        ),
    ] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Ask people something and publish what they said."""


def main() -> None:
    """Run the command line; a Problem is printed and ends with 1, a fault of ours with 70.

    The process ends without the interpreter's own goodbye: Arrow's reading threads may outlive a
    short command, and taking them down then aborted about one run in twenty-five.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        # As the error output has it: a terminal that knows no umlaut is no reason to break off.
        sys.stdout.reconfigure(errors="backslashreplace")
    status = run(sys.argv[1:])
    with suppress(BrokenPipeError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(status)


def run(arguments: Sequence[str]) -> int:
    """Run the command line with these arguments; its exit status. The process goes on."""
    try:
        app(list(arguments), prog_name="rundfrage")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except Problem as problem:
        if os.environ.get("RUNDFRAGE_DEBUG"):
            raise
        show_problem(problem)
        return 1
    except BrokenPipeError:
        # Whoever read our output has read enough (rundfrage tables | head).
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Exception as fault:
        if os.environ.get("RUNDFRAGE_DEBUG"):
            raise
        show_fault(fault)
        return FAULT
    return 0
