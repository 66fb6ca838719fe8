"""Rounds of letters to people: invitations with links, and reminders.

Letters that were sent can't be called back, so stopping a round is no failure: what was sent is
stored, and whoever still waits gets a letter in the next round.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from rundfrage.errors import Problem
from rundfrage.fieldwork.invitations import sending
from rundfrage.fieldwork.invitations.post import Delivery, Post
from rundfrage.fieldwork.participation import (
    Invitation,
    InvitationState,
    begin_participation,
    open_participation,
)
from rundfrage.fieldwork.participation.blind import SIGNING_KEY, make_signer, read_signer
from rundfrage.fieldwork.participation.gate import Register
from rundfrage.questionnaire.model import Participation
from rundfrage.services.logbook import Act, note
from rundfrage.services.mail import SurveyMail
from rundfrage.services.survey import Survey


@dataclass(frozen=True)
class Round:
    """What a round of letters is about to do.

    `letters` are to be sent; in a round of invitations `new` of the addresses were entered now.
    `refused` are addresses that were refused for good in earlier rounds, and get none.
    """

    letters: int
    new: int | None
    warnings: tuple[Problem, ...]
    refused: tuple[str, ...] = ()

    @property
    def waited(self) -> int:
        """How many wait since an earlier round."""
        return 0 if self.new is None else self.letters - self.new


class RoundProgress(Protocol):
    """What a front shows of a round, and by which it ends it between two letters."""

    @property
    def cancelled(self) -> bool:
        """Whether no more letters are to be sent."""
        ...

    def begin(self, planned: Round) -> None:
        """The first letter is about to be sent."""
        ...

    def sent(self, so_far: Mailed) -> None:
        """The mail server took or refused a letter; what the round has come to so far."""
        ...


@dataclass(frozen=True)
class Mailed:
    """What a round came to: letters taken, who was refused for good, and letters left to send."""

    taken: int = 0
    refused: tuple[str, ...] = ()
    left: int = 0
    cancelled: bool = False


def invite(survey: Survey, addresses: Path, progress: RoundProgress) -> Mailed:
    """Invite the addresses of a CSV file, and whoever still waits for a letter.

    Raises a Problem before anything is sent or stored if something needed is missing.
    """
    mail = SurveyMail.of(survey)
    given = mail.addresses(addresses)
    post = mail.post()
    mail.mailing(given, reminder=False)
    return asyncio.run(_sent(mail, post, given, progress))


def remind(survey: Survey, progress: RoundProgress) -> Mailed:
    """Remind all who got an invitation, without a link of their own.

    It is kept nowhere who has answered. Raises a Problem before anything is sent.
    """
    mail = SurveyMail.of(survey)
    post = mail.post()
    mail.mailing((), reminder=True)
    return asyncio.run(_sent(mail, post, None, progress))


async def _sent(
    mail: SurveyMail, post: Post, given: Sequence[Invitation] | None, progress: RoundProgress
) -> Mailed:
    """Invite these, or remind.

    The mail server is asked first: who is entered is invited by the next round at the latest.
    """
    async with post:
        survey = mail.survey
        note(survey, Act.REMIND if given is None else Act.INVITE)
        if given is None:
            register = open_participation(survey.participation, survey.key_or_file)
        else:
            register = await begin_participation(survey.participation, survey.key_or_file)
        try:
            await _see_to_signing(mail, register)
            if given is None:
                return await _remind(mail, register, post, progress)
            return await _invite(mail, register, post, given, progress)
        finally:
            await register.shut()


async def _see_to_signing(mail: SurveyMail, register: Register) -> None:
    """Have the key that a blind survey signs with; raises a Problem if the one it had is gone.

    What was signed with it is what people who have begun go on with.
    """
    if mail.questionnaire.participation is not Participation.BLIND:
        return
    file = mail.survey.folder / SIGNING_KEY
    if (await register.counts()).admitted:
        read_signer(file)
    else:
        make_signer(file)


async def _invite(
    mail: SurveyMail,
    register: Register,
    post: Post,
    given: Sequence[Invitation],
    progress: RoundProgress,
) -> Mailed:
    new = await register.enter(given)
    known = await register.invitations()
    waiting = [one for one in known if one.state is InvitationState.WAITING]
    few = sending.too_few(waiting) if mail.personal else []
    mailing = mail.mailing(waiting, reminder=False)
    counting = _Counting(progress, len(waiting))
    refused = tuple(one.address for one in known if one.state is InvitationState.FAILED)
    progress.begin(Round(len(waiting), new, (*mail.unsigned(), *few), refused))
    await sending.invite(register, post, mailing, counting)
    return counting.came_to


async def _remind(
    mail: SurveyMail, register: Register, post: Post, progress: RoundProgress
) -> Mailed:
    _, reminded = sending.to_remind(await register.invitations())
    mailing = mail.mailing(reminded, reminder=True)
    counting = _Counting(progress, len(reminded))
    progress.begin(Round(len(reminded), None, mail.unsigned()))
    await sending.remind(register, post, mailing, counting)
    return counting.came_to


class _Counting:
    """Counts what became of the letters of a round."""

    def __init__(self, progress: RoundProgress, letters: int) -> None:
        self._progress = progress
        self._letters = letters
        self._taken = 0
        self._refused: list[str] = []

    @property
    def cancelled(self) -> bool:
        """Whether no more letters are to be sent."""
        return self._progress.cancelled

    def sent(self, delivery: Delivery, address: str) -> None:
        """Count a letter."""
        self._taken += delivery is Delivery.TAKEN
        if delivery is Delivery.REFUSED:
            self._refused.append(address)
        self._progress.sent(self.came_to)

    @property
    def came_to(self) -> Mailed:
        """What the round came to."""
        left = self._letters - self._taken - len(self._refused)
        return Mailed(self._taken, tuple(sorted(self._refused)), left, self.cancelled)
