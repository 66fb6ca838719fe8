"""`rundfrage split-key` and `join-key`: the key of the participation among several people."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rundfrage import services
from rundfrage.cli.arguments import InFolder, open_survey
from rundfrage.cli.console import results
from rundfrage.cli.shares import InShares, shares_of
from rundfrage.locales import message


def split_key(
    survey: InFolder,
    *,
    output: Annotated[
        Path,
        typer.Option("--output", "-o", help=message("The folder to write the shares into.")),
    ],
    shares: Annotated[int, typer.Option(help=message("How many shares are made."))] = 3,
    needed: Annotated[int, typer.Option(help=message("How many of them are needed."))] = 2,
    keep: Annotated[
        bool, typer.Option("--keep", help=message("Keep the key; the shares are its copy."))
    ] = False,
) -> None:
    """Split the key of the participation into shares, of which some are needed."""
    opened = open_survey(survey)
    sharing = services.Sharing(shares, needed)
    for file in services.split_key(opened, sharing, output, keep=keep):
        results.print(message("Written: {file}", file=file))
    results.print(
        message("The key stays where it is.")
        if keep
        else message("The key is erased here. Backups and other copies still hold it.")
    )
    results.print(
        message(
            "Give each share to somebody else, and leave none on this machine: {needed} of "
            "{shares} are the key.",
            needed=needed,
            shares=shares,
        )
    )


def join_key(survey: InFolder, *, share: InShares = None) -> None:
    """Put the key of the participation back by its shares."""
    opened = open_survey(survey)
    file = services.restore_key(opened, shares_of(opened, share))
    results.print(message("The key is back: {file}. The shares stay valid.", file=file))
