"""Forgetting: the addresses of who wants no mail are erased, or all when no more is sent."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from itertools import chain

from rundfrage.errors import Problem, Where
from rundfrage.fieldwork.address import shown
from rundfrage.fieldwork.invitations.addresses import spellings
from rundfrage.fieldwork.participation import Invitation, InvitationState, open_participation
from rundfrage.locales import message
from rundfrage.services.survey import Survey


def forget(survey: Survey, addresses: Sequence[str]) -> int:
    """Erase these addresses; how many were erased.

    They get no more mail and still count as invited. Raises a Problem, and erases nothing, if one
    of them isn't invited.
    """
    place = survey.participation
    return _erased(survey, lambda known: _among(known, addresses, place))


def forget_everybody(survey: Survey) -> int:
    """Erase all addresses, when no more mail is to be sent; how many were erased."""
    return _erased(survey, lambda known: [one.address for one in known])


def _erased(survey: Survey, choose: Callable[[Sequence[Invitation]], Sequence[str]]) -> int:
    """How many addresses were erased, of those that aren't yet the ones to choose."""

    async def work() -> int:
        register = open_participation(survey.participation, survey.key)
        try:
            invited = await register.invitations()
            chosen = choose([one for one in invited if one.state is not InvitationState.ERASED])
            await register.erase(chosen)
        finally:
            await register.shut()
        return len(chosen)

    return asyncio.run(work())


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
