"""`rundfrage forget`: erasing addresses of who wants no mail, or of all when no more is sent."""

from __future__ import annotations

from typing import Annotated

import typer

from rundfrage import services
from rundfrage.cli.arguments import InFolder, InParticipation, open_survey
from rundfrage.cli.console import results
from rundfrage.errors import Problem
from rundfrage.text import counted


def forget(
    survey: InFolder,
    addresses: Annotated[
        list[str] | None, typer.Argument(help="The addresses to erase.", metavar="ADDRESS…")
    ] = None,
    *,
    every: Annotated[bool, typer.Option("--all", help="Erase all addresses.")] = False,
    participation: InParticipation = None,
) -> None:
    """Erase addresses that were invited: they get no more mail, and still count as invited."""
    if bool(addresses) == every:
        raise Problem(
            "forget-whom",
            found="There are addresses beside --all." if every else "There is no address.",
            expected="the addresses to erase, or --all.",
            mend="Name some, or ask for all.",
        )
    erased = services.forget(open_survey(survey, None, participation), addresses or None)
    results.print(f"{counted(erased, 'address', 'addresses')} erased. Backups still hold them.")
