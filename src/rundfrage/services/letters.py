"""Letters to people: invitations with links, reminders, and how they would look.

Letters that were sent can't be called back, so stopping a round is no failure: what was sent is
stored, and whoever still waits gets a letter in the next round.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from rundfrage.errors import Problem, Where
from rundfrage.fieldwork.invitations import sending
from rundfrage.fieldwork.invitations.addresses import read_addresses
from rundfrage.fieldwork.invitations.letter import Letter, Occasion, read_letter
from rundfrage.fieldwork.invitations.post import Delivery, Post, sender_of, server_at
from rundfrage.fieldwork.participation import Invitation, InvitationState, open_participation
from rundfrage.fieldwork.participation.blind import SIGNING_KEY, make_signer
from rundfrage.fieldwork.participation.gate import Register
from rundfrage.kinds import read_questionnaire
from rundfrage.questionnaire.folder import questionnaire_file
from rundfrage.questionnaire.model import Participation, Questionnaire
from rundfrage.services.levels import require_level
from rundfrage.services.settings import MailSettings
from rundfrage.services.site import site_of
from rundfrage.services.survey import Survey


@dataclass(frozen=True)
class Round:
    """What a round of letters is about to do.

    `letters` are to be sent; in a round of invitations `new` of the addresses were entered now.
    """

    letters: int
    new: int | None
    warnings: tuple[Problem, ...]

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
    """What a round came to: letters taken, refused for good, and left for the next round."""

    taken: int = 0
    refused: int = 0
    left: int = 0
    cancelled: bool = False


@dataclass(frozen=True)
class Sample:
    """A letter as its readers would get it, with a link that doesn't work; how many would."""

    language: str
    subject: str
    text: str
    readers: int | None


@dataclass(frozen=True)
class Samples:
    """A letter in each language that needs one."""

    letters: tuple[Sample, ...]
    warnings: tuple[Problem, ...]


def invite(survey: Survey, addresses: Path, progress: RoundProgress) -> Mailed:
    """Invite the addresses of a CSV file, and whoever still waits for a letter.

    Raises a Problem before anything is sent or stored if something needed is missing.
    """
    mail = _Mail.of(survey)
    given = mail.addresses(addresses)
    post = mail.post()
    mail.mailing(given, reminder=False)
    if mail.questionnaire.participation is Participation.BLIND:
        make_signer(survey.folder / SIGNING_KEY)
    return asyncio.run(_sent(mail, post, given, progress))


def remind(survey: Survey, progress: RoundProgress) -> Mailed:
    """Remind all who got an invitation, without a link of their own.

    Nobody knows who has answered. Raises a Problem before anything is sent.
    """
    mail = _Mail.of(survey)
    post = mail.post()
    mail.mailing((), reminder=True)
    if mail.questionnaire.participation is Participation.BLIND:
        make_signer(survey.folder / SIGNING_KEY)
    return asyncio.run(_sent(mail, post, None, progress))


def sample_letters(survey: Survey, addresses: Path | None) -> Samples:
    """The invitations to these addresses, or the reminders; nothing is sent and nothing stored."""
    mail = _Mail.of(survey)
    given = mail.addresses(addresses) if addresses is not None else ()
    counts = {tag: sum(one.language == tag for one in given) for tag in mail.languages}
    shown = [tag for tag, count in counts.items() if count or not given]
    link = f"{mail.site}/in/EXAMPLE" if mail.personal else f"{mail.site}/"
    letters = mail.letters(shown, reminder=not given)
    few = sending.too_few(given) if mail.personal else []
    return Samples(
        tuple(
            Sample(tag, filled.subject, filled.text, counts[tag] if given else None)
            for tag, letter in letters.items()
            for filled in [letter.filled({"link": link})]
        ),
        (*mail.unsigned(), *few),
    )


@dataclass(frozen=True)
class _Mail:
    """The letters of a survey; `site` is its address."""

    survey: Survey
    questionnaire: Questionnaire
    site: str

    @staticmethod
    def of(survey: Survey) -> _Mail:
        """The letters of the survey; raises a Problem if nobody could take part by them."""
        site = site_of(survey)
        questionnaire = read_questionnaire(survey.path)
        require_level(questionnaire.participation, survey.journal, letters=True, codes=False)
        return _Mail(survey, questionnaire, site)

    @property
    def personal(self) -> bool:
        """True if each gets a link of their own."""
        return self.questionnaire.participation is not Participation.OPEN

    @property
    def languages(self) -> Sequence[str]:
        """The languages that letters may be in."""
        study = self.questionnaire.study
        return study.languages or (study.language,)

    def addresses(self, file: Path) -> Sequence[Invitation]:
        """The addresses in the file."""
        return read_addresses(file, self.questionnaire.study.language, self.languages)

    def post(self) -> Post:
        """The way to the mail server, not yet taken."""
        said: MailSettings = self.survey.settings.mail
        named = said.password_from != MailSettings().password_from
        password = (
            self.survey.secret(said.password_from)
            if named
            else self.survey.secrets.get(said.password_from, "")
        )
        return Post(server_at(said.server, said.user, password), sender_of(said.sender))

    def letters(self, languages: Collection[str], *, reminder: bool) -> Mapping[str, Letter]:
        """The letters in these languages, filled in but for the link."""
        occasion = Occasion.INVITATION if self.personal else Occasion.OPEN
        if reminder:
            occasion = Occasion.REMINDER
        study = self.questionnaire.study
        return {
            language: read_letter(self.survey.folder, language, occasion).filled(
                {"title": study.title.into(language), "organisation": study.organisation}
            )
            for language in sorted(languages)
        }

    def mailing(self, invitations: Sequence[Invitation], *, reminder: bool) -> sending.Mailing:
        """The mailing to these."""
        languages = {one.language for one in invitations}
        letters = self.letters(languages, reminder=reminder)
        per_minute = self.survey.settings.mail.per_minute
        return sending.Mailing(letters, self.site, self.personal, per_minute)

    def unsigned(self) -> tuple[Problem, ...]:
        """A warning if the letters don't say who sends them."""
        if self.questionnaire.study.organisation:
            return ()
        return (
            Problem(
                "letter-unsigned",
                where=Where(str(questionnaire_file(self.survey.path))),
                found="The questionnaire names no organisation, so the letters don't say who sends "
                "them.",
                expected="a line such as organisation: Neighbours of Sampleton at its top.",
                mend="Add it: people don't follow a link from nobody.",
                severity="warning",
            ),
        )


async def _sent(
    mail: _Mail, post: Post, given: Sequence[Invitation] | None, progress: RoundProgress
) -> Mailed:
    """Invite these, or remind.

    The mail server is asked first: who is entered is invited by the next round at the latest.
    """
    async with post:
        survey = mail.survey
        register = open_participation(survey.participation, survey.key, make=given is not None)
        try:
            if given is None:
                return await _remind(mail, register, post, progress)
            return await _invite(mail, register, post, given, progress)
        finally:
            await register.shut()


async def _invite(
    mail: _Mail,
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
    progress.begin(Round(len(waiting), new, (*mail.unsigned(), *few)))
    await sending.invite(register, post, mailing, counting.told)
    return counting.came_to


async def _remind(mail: _Mail, register: Register, post: Post, progress: RoundProgress) -> Mailed:
    _, reminded = sending.to_remind(await register.invitations())
    mailing = mail.mailing(reminded, reminder=True)
    counting = _Counting(progress, len(reminded))
    progress.begin(Round(len(reminded), None, mail.unsigned()))
    await sending.remind(register, post, mailing, counting.told)
    return counting.came_to


class _Counting:
    """Counts what became of the letters of a round."""

    def __init__(self, progress: RoundProgress, letters: int) -> None:
        self._progress = progress
        self._letters = letters
        self._counts: Counter[Delivery] = Counter()

    def told(self, delivery: Delivery) -> bool:
        """Count a letter; False if no more are to be sent."""
        self._counts[delivery] += 1
        self._progress.sent(self.came_to)
        return not self._progress.cancelled

    @property
    def came_to(self) -> Mailed:
        """What the round came to."""
        taken, refused = self._counts[Delivery.TAKEN], self._counts[Delivery.REFUSED]
        left = self._letters - taken - refused
        return Mailed(taken, refused, left, self._progress.cancelled)
