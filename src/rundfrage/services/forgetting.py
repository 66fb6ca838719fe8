"""Forgetting: the addresses of who wants no mail are erased, or all when no more is sent."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from rundfrage.errors import Problem, Where
from rundfrage.fieldwork.address import in_postgresql, shown
from rundfrage.fieldwork.invitations.addresses import spellings
from rundfrage.fieldwork.participation import Invitation, InvitationState, open_roll
from rundfrage.locales import joined, message
from rundfrage.services.log_warning import warning_of
from rundfrage.services.logbook import Act, note_or_say
from rundfrage.services.survey import Survey


@dataclass(frozen=True)
class Forgotten:
    """How many addresses were erased.

    A warning says if the server keeps them elsewhere, or if it stands in no logbook.
    """

    addresses: int
    warning: str | None


def forget(survey: Survey, addresses: Sequence[str]) -> Forgotten:
    """Erase these addresses.

    They get no more mail and still count as invited. Raises a Problem, and erases nothing, if one
    of them isn't invited.
    """
    place = survey.participation
    return _erased(survey, lambda known: _among(known, addresses, place))


def forget_everybody(survey: Survey) -> Forgotten:
    """Erase all addresses, when no more mail is to be sent."""
    return _erased(survey, lambda known: [one.address for one in known])


def _erased(survey: Survey, choose: Callable[[Sequence[Invitation]], Sequence[str]]) -> Forgotten:
    """What became of the addresses to choose, of those that aren't erased yet."""
    if not holds_invitations(survey):
        raise Problem(
            "not-invited",
            where=Where(shown(survey.participation)),
            found=message("Nobody was invited: there is no such database."),
            expected=message(
                "addresses that were invited and aren't erased yet. Nothing was erased."
            ),
            mend=message("Name the database of the invitations."),
        )

    async def work() -> Forgotten:
        roll = open_roll(survey.participation)
        try:
            unnoted = note_or_say(survey, Act.FORGET)
            invited = await roll.invitations()
            chosen = choose([one for one in invited if one.state is not InvitationState.ERASED])
            left = await roll.erase(chosen)
        finally:
            await roll.shut()
        warnings = filter(None, (unnoted, warning_of(left)))
        return Forgotten(len(chosen), joined(warnings, " ") or None)

    return asyncio.run(work())


def holds_invitations(survey: Survey) -> bool:
    """False if the database is a file that isn't there: nobody was invited."""
    return in_postgresql(survey.participation) or Path(survey.participation).is_file()


def _among(known: Sequence[Invitation], given: Sequence[str], place: str) -> list[str]:
    """The addresses as they are stored; raises a Problem if one isn't."""
    stored = {one.address.casefold(): one.address for one in known}
    chosen = {one: sorted(spellings(one) & stored.keys()) for one in given}
    missing = [one for one, found in chosen.items() if not found]
    if missing:
        raise Problem(
            "not-invited",
            where=Where(shown(place)),
            found=message("Not among the invited: {missing}", missing=", ".join(missing)[:200]),
            expected=message(
                "addresses that were invited and aren't erased yet. Nothing was erased."
            ),
            mend=message("Correct the address, or look for it in the file you invited by."),
        )
    return [stored[one] for one in dict.fromkeys(chain.from_iterable(chosen.values()))]
