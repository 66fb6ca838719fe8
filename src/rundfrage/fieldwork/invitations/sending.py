"""Sending invitations and reminders, so that nothing stored tells which code went to whom.

One address that is refused keeps no letter from the others. But a server that takes nothing at all
says so of each address: what it refuses counts only once it has taken a letter.

Codes are drawn in memory for all who wait, made valid in one transaction and forgotten when the
command ends. Whoever still waits when it is broken off gets a new code the next time; the old one
stays valid, but nobody has it.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from rundfrage.errors import Problem
from rundfrage.fieldwork.invitations.letter import Letter
from rundfrage.fieldwork.invitations.post import Delivery, Post
from rundfrage.fieldwork.participation.gate import Invitation, InvitationState, Register
from rundfrage.fieldwork.participation.passes import draw_codes, link_with
from rundfrage.locales import counted_message, message

FEW = 5
"""Fewer invited at once, or in a language, are too few to be lost among."""

MOST_REFUSED = 10
"""More letters refused, and none taken, are no fault of addresses."""

GLANCE = 0.1
"""Seconds after which a pause between two letters is looked at again: is the round cancelled?"""


class Progress(Protocol):
    """Counts what became of the letters, and may cancel the round between two of them."""

    @property
    def cancelled(self) -> bool:
        """Whether no more letters are to be sent."""

    def sent(self, delivery: Delivery, address: str) -> None:
        """Take note of what became of the letter to this address."""


@dataclass(frozen=True)
class Mailing:
    """The letters by language, filled in but for link and code, and how fast they go.

    `origin` is the address of the survey; `personal` is true if each gets a code of their own.
    """

    letters: Mapping[str, Letter]
    origin: str
    personal: bool
    per_minute: int


async def invite(register: Register, post: Post, mailing: Mailing, progress: Progress) -> None:
    """Send an invitation to all who wait, in random order."""
    waiting = _shuffled(await register.invitations(), InvitationState.WAITING)
    codes = draw_codes(len(waiting)) if mailing.personal else [""] * len(waiting)
    if mailing.personal and waiting:
        await register.allow(codes)

    def outgoing() -> Iterable[_Outgoing]:
        for invitation, code in zip(waiting, codes, strict=True):
            link = link_with(code, mailing.origin) if code else f"{mailing.origin}/"
            yield _Outgoing(
                mailing.letters[invitation.language].filled({"link": link, "code": code}),
                replace(invitation, state=InvitationState.SENT),
                replace(invitation, state=InvitationState.FAILED),
            )

    await _send(register, post, outgoing(), _Pace(mailing.per_minute), progress)


async def remind(register: Register, post: Post, mailing: Mailing, progress: Progress) -> None:
    """Send a reminder to all who got an invitation; a round that was broken off is finished.

    It is kept nowhere who has answered, so all are reminded; it holds no link of one's own.
    """
    round_, reminded = to_remind(await register.invitations())

    def outgoing() -> Iterable[_Outgoing]:
        for invitation in reminded:
            reached = replace(invitation, reminders=round_)
            yield _Outgoing(mailing.letters[invitation.language], reached, reached)

    await _send(register, post, outgoing(), _Pace(mailing.per_minute), progress)


def to_remind(invitations: Sequence[Invitation]) -> tuple[int, list[Invitation]]:
    """The number of the round of reminders that is due, and whom it still has to reach."""
    sent = _shuffled(invitations, InvitationState.SENT)
    counts = {one.reminders for one in sent}
    round_ = max(counts, default=0) + (len(counts) < 2)  # noqa: PLR2004 - all have had the same
    return round_, [one for one in sent if one.reminders < round_]


def too_few(waiting: Sequence[Invitation]) -> list[Problem]:
    """Warnings where so few are invited, at once or in a language, that one could guess them."""
    if not waiting:
        return []
    if len(waiting) < FEW:
        return [
            Problem(
                "few-invited",
                found=message(
                    "Only {count} invited now.",
                    count=counted_message(
                        "{count} address is", "{count} addresses are", len(waiting)
                    ),
                ),
                expected=message(
                    "at least {least} at once: who is invited alone and late can be guessed from "
                    "the answers that come late.",
                    least=FEW,
                ),
                mend=message("If you can, wait and invite them together with others."),
                severity="warning",
            )
        ]
    by_language = {
        language: sum(one.language == language for one in waiting)
        for language in sorted({one.language for one in waiting})
    }
    return [
        Problem(
            "few-in-language",
            found=message(
                "Only {count} invited in the language {language}.",
                count=counted_message("{count} address is", "{count} addresses are", count),
                language=language,
            ),
            expected=message(
                "at least {least}: the answers say in which language they were given.", least=FEW
            ),
            mend=message("If you can, invite them in a language that more have."),
            severity="warning",
        )
        for language, count in by_language.items()
        if count < FEW
    ]


@dataclass(frozen=True)
class _Outgoing:
    """A letter, and what its invitation is once it was taken, or refused for good."""

    letter: Letter
    taken: Invitation
    refused: Invitation


async def _send(
    register: Register,
    post: Post,
    letters: Iterable[_Outgoing],
    pace: _Pace,
    progress: Progress,
) -> None:
    """Send the letters; raises a Problem if none is taken, and notes none as refused then."""
    doubtful: list[Invitation] = []
    taken = False
    for one in letters:
        if not await pace.lets_pass(progress):
            break
        delivery = await post.send(one.letter, one.taken.address)
        if delivery is Delivery.TAKEN:
            taken = True
            await register.update(one.taken)
        elif delivery is Delivery.REFUSED:
            doubtful.append(one.refused)
        if len(doubtful) == MOST_REFUSED and not taken:
            raise post.refuses_all(MOST_REFUSED)
        progress.sent(delivery, one.taken.address)
        if taken:
            await _note(register, doubtful)
            doubtful.clear()
    # Who was only reminded loses nothing by it, and the round must end some day.
    await _note(register, [one for one in doubtful if one.state is not InvitationState.FAILED])


async def _note(register: Register, invitations: Sequence[Invitation]) -> None:
    for invitation in invitations:
        await register.update(invitation)


class _Pace:
    """Lets no more than so many letters a minute pass."""

    def __init__(self, per_minute: int) -> None:
        self._between = 60 / per_minute
        self._next = time.monotonic()

    async def lets_pass(self, progress: Progress) -> bool:
        """Wait until a letter may go; False, at once, if the round is cancelled meanwhile."""
        # Whoever cancels may be a signal's handler or another thread: there is no event to await.
        while not progress.cancelled and (pause := self._next - time.monotonic()) > 0:  # noqa: ASYNC110
            await asyncio.sleep(min(pause, GLANCE))
        self._next = max(self._next, time.monotonic() - self._between) + self._between
        return not progress.cancelled


def _shuffled(invitations: Sequence[Invitation], state: InvitationState) -> list[Invitation]:
    chosen = [one for one in invitations if one.state is state]
    random.SystemRandom().shuffle(chosen)
    return chosen
