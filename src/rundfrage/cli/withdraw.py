"""`rundfrage withdraw`: deleting the answers of somebody who tells their return code."""

from __future__ import annotations

from typing import Annotated

import typer

from rundfrage import services
from rundfrage.cli.arguments import InFolder, InJournal, open_survey
from rundfrage.cli.console import errors, results
from rundfrage.cli.language import localised
from rundfrage.locales import message


def withdraw(
    survey: InFolder,
    code: Annotated[
        str | None,
        typer.Argument(help=message("The return code; asked for if it isn't given.")),
    ] = None,
    *,
    journal: InJournal = None,
) -> None:
    """Delete the answers under a return code, as the respondent could on the survey's pages."""
    opened = open_survey(survey, journal)
    # What is typed behind a command stays in the shell's history.
    typed = code if code is not None else typer.prompt(localised(message("Return code")))
    warning = services.withdraw(opened, typed)
    results.print(
        message(
            "The answers are deleted. Exports and backups from before still hold them: export anew."
        )
    )
    if warning:
        errors.print(warning)
