"""`rundfrage forget`: erasing addresses of who wants no mail, or of all when no more is sent."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Annotated

import typer

from rundfrage.cli.arguments import InParticipation, Survey
from rundfrage.cli.console import results
from rundfrage.cli.databases import KEY, SQLITE, participation_of
from rundfrage.errors import Problem, Where
from rundfrage.fieldwork.participation import Invitation, InvitationState, open_participation
from rundfrage.text import counted


def forget(
    survey: Survey,
    addresses: Annotated[
        list[str] | None, typer.Argument(help="The addresses to erase.", metavar="ADDRESS…")
    ] = None,
    *,
    every: Annotated[bool, typer.Option("--all", help="Erase all addresses.")] = False,
    participation: InParticipation = SQLITE,
) -> None:
    """Erase addresses that were invited: they get no more mail, and still count as invited."""
    given = tuple(addresses or ())
    if bool(given) == every:
        raise Problem(
            "forget-whom",
            found="There are addresses, and all are meant." if every else "There is no address.",
            expected="the addresses to erase, or all of them.",
            mend="Name some, or ask for all.",
        )
    place = participation_of(survey, participation)

    async def work() -> int:
        register = open_participation(place, survey / KEY)
        try:
            known = [
                one
                for one in await register.invitations()
                if one.state is not InvitationState.ERASED
            ]
            chosen = [one.address for one in known] if every else _among(known, given, place)
            await register.erase(chosen)
        finally:
            await register.shut()
        return len(chosen)

    erased = asyncio.run(work())
    results.print(f"{counted(erased, 'address', 'addresses')} erased. Backups still hold them.")


def _among(known: Sequence[Invitation], given: Sequence[str], place: str) -> list[str]:
    """The addresses as they are stored; raises a Problem if one isn't."""
    stored = {one.address.casefold(): one.address for one in known}
    missing = [one for one in given if one.strip().casefold() not in stored]
    if missing:
        raise Problem(
            "not-invited",
            where=Where(place),
            found=f"Not among the invited: {', '.join(missing)[:200]}",
            expected="addresses that were invited and aren't erased yet. Nothing was erased.",
            mend="Correct the address, or look for it in the file you invited by.",
        )
    return [stored[one.strip().casefold()] for one in dict.fromkeys(given)]
