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
from typer.core import TyperCommand, TyperGroup

from rundfrage import __version__
from rundfrage.cli.console import (
    FAULT,
    errors,
    show_fault,
    show_problem,
)
from rundfrage.cli.interrupts import INTERRUPTED, break_off, listening, was_interrupted
from rundfrage.cli.language import localised, localised_template
from rundfrage.cli.library_words import bind_library_words
from rundfrage.errors import Problem
from rundfrage.locales import message
from rundfrage.services.progress import Cancelled

_DEBUG = "RUNDFRAGE_DEBUG"

COMMANDS = {
    "new": (
        "questionnaire",
        message("Start a survey with a questionnaire that shows the usual kinds of question."),
    ),
    "check": (
        "questionnaire",
        message("Find what is wrong with a questionnaire; ends with 1 if there is an error."),
    ),
    "paths": (
        "paths",
        message(
            "Print a few answer patterns that together visit every question, to try a survey out."
        ),
    ),
    "fmt": (
        "questionnaire",
        message(
            "Write a questionnaire in the canonical layout; a JSON file is printed as Markdown."
        ),
    ),
    "translate": (
        "questionnaire",
        message(
            "Make or update the PO files of a survey's translations, and list what is missing."
        ),
    ),
    "print": (
        "paper",
        message("Make a form to print and fill in by hand, a PDF for everybody in each language."),
    ),
    "publish": (
        "field",
        message("Put the questionnaire into the field, as a version that never changes."),
    ),
    "serve": (
        "serve",
        message(
            "Put the survey before people; the questionnaire is published if it wasn't before."
        ),
    ),
    "data-protection": (
        "data_protection",
        message(
            "Write record, measures, impact assessment, contract annex and notice as DOCX and PDF."
        ),
    ),
    "invite": (
        "invite",
        message("Invite people by letters or codes, or make a QR code of the survey's address."),
    ),
    "forget": (
        "forget",
        message(
            "Erase addresses that were invited: they get no more mail, and still count as invited."
        ),
    ),
    "split-key": (
        "key_shares",
        message("Split the key of the participation into shares, of which some are needed."),
    ),
    "join-key": ("key_shares", message("Put the key of the participation back by its shares.")),
    "withdraw": (
        "withdraw",
        message(
            "Delete the answers under a return code, as the respondent could on the survey's pages."
        ),
    ),
    "status": (
        "field",
        message("Say how many began, completed and broke off where, and the outcome rates."),
    ),
    "close": ("field", message("Close the field for good: no interview begins or goes on.")),
    "export": (
        "field",
        message("Write the answers of completed interviews as a file, in random order."),
    ),
    "logbook": (
        "logbook",
        message("Show who published, closed, exported and used the key, and check the chain."),
    ),
    "retire": (
        "retire",
        message(
            "Close a field that is over, and delete what is due by the settings, after three "
            "notices."
        ),
    ),
    "verify-field": (
        "verify_field",
        message("Name what was altered, forged or removed in the field."),
    ),
    "simulate": (
        "simulate",
        message("Let simulated respondents answer a questionnaire along its routing."),
    ),
    "weight": ("weight", message("Make weights, and a dossier that shows what they do and cost.")),
    "tables": (
        "tables",
        message("Print the tables of a survey: shares, means, nets, each with its base."),
    ),
    "report": (
        "report",
        message("Make a deck: PPTX, PDF, HTML and XLSX, with the same figures in each."),
    ),
    "audit": (
        "audit",
        message(
            "Find a report's figures, its contradictions, and what the data say; ends with 3 if "
            "wrong."
        ),
    ),
    "demo": (
        "demo",
        message("Copy the example survey, simulate its 484 respondents, and build the deck."),
    ),
    "inspect": (
        "inspection",
        message(
            "Show what each column of a file was taken for, what was left out, and what is doubted."
        ),
    ),
    "convert": (
        "data",
        message(
            "Write a file of answers in another format, with all that is known of its variables."
        ),
    ),
    "codebook": (
        "data",
        message("Print the variables of a survey or a file: names, types, questions and answers."),
    ),
    "verify": (
        "verify",
        message("Compare every statistic with figures that R's package survey computed."),
    ),
}
"""Every command in the order of --help: the module of the function of that name, and its line."""


def _localised_help(option: Any) -> Any:  # noqa: ANN401 - Typer hides the class of its options
    """The option --help with its line in the user's language."""
    if option is not None:
        option.help = localised(message("Show this message and exit."))
    return option


class Command(TyperCommand):
    """A command that explains --help in the user's language."""

    def get_help_option(self, ctx: Any) -> Any:  # noqa: ANN401
        """The option --help."""
        return _localised_help(super().get_help_option(ctx))


class Commands(TyperGroup):
    """Lists the commands from the table above, and imports a command's module when it is called.

    Each needs other libraries, and all of them together take longer to import than most commands
    take to run; the help and a shell that completes names need their lines alone.
    """

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        _localise(self.params)
        self.help = localised_template(self.help or "")
        self.commands = {
            name: Command(name, help=localised(line)) for name, (_, line) in COMMANDS.items()
        }

    def get_help_option(self, ctx: Any) -> Any:  # noqa: ANN401
        """The option --help."""
        return _localised_help(super().get_help_option(ctx))

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:  # noqa: ANN401
        """The command that is called, with what it takes."""
        name, _, rest = super().resolve_command(ctx, args)
        return name, name and command(name), rest


def command(name: str) -> Any:  # noqa: ANN401 - Typer hides the class of its commands
    """The command of that name, with what it takes."""
    module = import_module(f"rundfrage.cli.{COMMANDS[name][0]}")
    alone = typer.Typer(pretty_exceptions_enable=False, add_completion=False)
    alone.command(name, cls=Command)(getattr(module, name.replace("-", "_")))
    made = typer.main.get_command(alone)
    made.help = "\n\n".join(map(localised_template, (made.help or "").split("\n\n")))
    _localise(made.params)
    return made


def _localise(parameters: list[Any]) -> None:
    """Explain arguments and options in the user's language; Typer knows them as plain strings."""
    for one in parameters:
        if one.help:
            one.help = localised_template(one.help)


app = typer.Typer(
    name="rundfrage",
    cls=Commands,
    help=message(
        "From a questionnaire in Markdown to a published deck in which every number is bound "
        "to the data."
    ),
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
        os.environ[_DEBUG] = "1"


@app.callback()
def rundfrage(
    *,
    debug: Annotated[
        bool,
        typer.Option(
            "--debug",
            callback=_debug,
            is_eager=True,
            help=message("Show the traceback of an error."),
        ),
    ] = False,
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help=message("Show the version.")
        ),
    ] = False,
) -> None:
    """Ask people something and publish what they said."""


def run_process() -> int:
    """Run the command line of this process, which is to end with the status that it returns.

    It is to end without the interpreter's own goodbye: Arrow's reading threads may outlive a
    short command, and taking them down then aborted about one run in twenty-five.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        # As the error output has it: a terminal that knows no umlaut is no reason to break off.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        with listening(break_off):
            bind_library_words()
            status = run(sys.argv[1:])
    except BaseException:
        if not was_interrupted():
            raise
        status = INTERRUPTED
    # Whoever read our output may have read enough (rundfrage tables | head).
    with suppress(BrokenPipeError):
        sys.stdout.flush()
        sys.stderr.flush()
    return status


def run(arguments: Sequence[str]) -> int:
    """Run the command line with these arguments; its exit status.

    A Problem is printed and ends with 1, a fault of ours with 70. The process goes on.
    """
    before = os.environ.get(_DEBUG)
    try:
        status = _run(arguments)
        return INTERRUPTED if was_interrupted() else status
    finally:
        # Whoever runs the next command in this process asks anew for tracebacks.
        os.environ.pop(_DEBUG, None)
        if before is not None:
            os.environ[_DEBUG] = before


def _run(arguments: Sequence[str]) -> int:
    try:
        app(list(arguments), prog_name="rundfrage")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except Cancelled:
        errors.print(message("Stopped. Nothing is left half done."))
        return INTERRUPTED
    except BrokenPipeError:
        return 0
    except Exception as fault:
        if was_interrupted():
            return INTERRUPTED
        if os.environ.get(_DEBUG):
            raise
        if isinstance(fault, Problem):
            show_problem(fault)
            return 1
        show_fault(fault)
        return FAULT
    return 0
