"""`rundfrage forget`: erasing addresses of who wants no mail, or of all when no more is sent."""

from __future__ import annotations

from typing import Annotated

import typer

from rundfrage import services
from rundfrage.cli.arguments import InFolder, InParticipation, open_survey
from rundfrage.cli.console import errors, results
from rundfrage.errors import Problem
from rundfrage.locales import counted_message, message


def forget(
    survey: InFolder,
    addresses: Annotated[
        list[str] | None,
        typer.Argument(help=message("The addresses to erase."), metavar="ADDRESS…"),
    ] = None,
    *,
    every: Annotated[bool, typer.Option("--all", help=message("Erase all addresses."))] = False,
    participation: InParticipation = None,
) -> None:
    """Erase addresses that were invited: they get no more mail, and still count as invited."""
    if bool(addresses) == every:
        raise Problem(
            "forget-whom",
            found=message("There are addresses beside --all.")
            if every
            else message("There is no address."),
            expected=message("the addresses to erase, or --all."),
            mend=message("Name some, or ask for all."),
        )
    opened = open_survey(survey, None, participation)
    done = services.forget(opened, addresses) if addresses else services.forget_everybody(opened)
    results.print(
        counted_message(
            "{count} address erased. Backups still hold them.",
            "{count} addresses erased. Backups still hold them.",
            done.addresses,
        )
    )
    if done.warning:
        errors.print(done.warning)
