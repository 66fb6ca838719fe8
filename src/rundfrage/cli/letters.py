"""How the command `invite` sends letters: who gets one, in which words, by which server."""

from __future__ import annotations

import asyncio
import os
import signal
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType, TracebackType
from typing import Self

import typer
from rich.progress import Progress

from rundfrage.cli.console import INTERRUPTED, errors, results, show_problem
from rundfrage.cli.databases import KEY
from rundfrage.errors import Problem, Where
from rundfrage.fieldwork.invitations.addresses import read_addresses
from rundfrage.fieldwork.invitations.letter import Letter, Occasion, read_letter
from rundfrage.fieldwork.invitations.post import Delivery, Post, sender_of, server_at
from rundfrage.fieldwork.invitations.sending import Mailing, invite, remind, to_remind, too_few
from rundfrage.fieldwork.participation import Invitation, InvitationState, open_participation
from rundfrage.fieldwork.participation.blind import SIGNING_KEY, make_signer
from rundfrage.fieldwork.participation.gate import Register
from rundfrage.questionnaire.folder import questionnaire_file
from rundfrage.questionnaire.model import Participation, Questionnaire
from rundfrage.text import counted

_PASSWORD = "RUNDFRAGE_SMTP_PASSWORD"  # noqa: S105 - the name of a variable


@dataclass(frozen=True)
class Mail:
    """What the command line says of the letters; `site` is the address of the survey."""

    survey: Path
    questionnaire: Questionnaire
    site: str
    per_minute: int
    smtp: str
    user: str
    sender: str
    dry_run: bool

    @property
    def personal(self) -> bool:
        """True if each gets a link of their own."""
        return self.questionnaire.participation is not Participation.OPEN

    def letters(self, languages: Collection[str], *, reminder: bool) -> Mapping[str, Letter]:
        """The letters in these languages, filled in but for the link."""
        occasion = Occasion.INVITATION if self.personal else Occasion.OPEN
        if reminder:
            occasion = Occasion.REMINDER
        study = self.questionnaire.study
        return {
            language: read_letter(self.survey, language, occasion).filled(
                {"title": study.title.into(language), "organisation": study.organisation}
            )
            for language in sorted(languages)
        }

    def mailing(self, invitations: Sequence[Invitation], *, reminder: bool) -> Mailing:
        """The mailing to these."""
        languages = {one.language for one in invitations}
        letters = self.letters(languages, reminder=reminder)
        return Mailing(letters, self.site, self.personal, self.per_minute)


class _Round:
    """One round of letters: a bar, Ctrl+C that ends it between two letters, and what it came to.

    Breaking off within a letter could send it without noting it, and its reader would get two.
    """

    def __init__(self, letters: int) -> None:
        self._letters = letters
        self._came_to: Counter[Delivery] = Counter()
        self._bar = Progress(console=errors, transient=True, disable=not errors.is_terminal)
        self.interrupted = False

    def __enter__(self) -> Self:
        self._before = signal.signal(signal.SIGINT, self._interrupt)
        self._bar.start()
        self._task = self._bar.add_task("Sending", total=self._letters)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._bar.stop()
        signal.signal(signal.SIGINT, self._before)
        self._say()

    def told(self, delivery: Delivery) -> bool:
        """Count a letter; False if the user wants no more to be sent."""
        self._came_to[delivery] += 1
        self._bar.advance(self._task)
        return not self.interrupted

    def _interrupt(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002 - Python's signature
        self.interrupted = True

    def _say(self) -> None:
        came_to = self._came_to
        results.print(f"The mail server took {counted(came_to[Delivery.TAKEN], 'letter')}.")
        if refused := came_to[Delivery.REFUSED]:
            results.print(f"It refused {counted(refused, 'address', 'addresses')} for good.")
        if left := self._letters - came_to[Delivery.TAKEN] - refused:
            results.print(
                f"{counted(left, 'address waits', 'addresses wait')} for a letter: "
                "give the same command later to go on.",
            )


def send_letters(mail: Mail, place: str, addresses: Path | None) -> None:
    """Invite the addresses of the file and who still waits; without a file, remind.

    Raises a Problem before anything is sent or stored if something needed is missing.
    """
    study = mail.questionnaire.study
    languages = study.languages or (study.language,)
    given = read_addresses(addresses, study.language, languages) if addresses else ()
    if not study.organisation:
        show_problem(_unsigned(mail.survey))
    if mail.dry_run:
        _show(mail, given, languages)
        return
    post = Post(
        server_at(mail.smtp, mail.user, os.environ.get(_PASSWORD, "")), sender_of(mail.sender)
    )
    mail.mailing(given, reminder=addresses is None)
    if mail.questionnaire.participation is Participation.BLIND:
        make_signer(mail.survey / SIGNING_KEY)
    if asyncio.run(_sent(mail, place, post, None if addresses is None else given)):
        raise typer.Exit(INTERRUPTED)


async def _sent(mail: Mail, place: str, post: Post, given: Sequence[Invitation] | None) -> bool:
    """Invite these, or remind; True if the user broke it off.

    The mail server is asked first: who is entered is invited by the next command at the latest.
    """
    async with post:
        register = open_participation(place, mail.survey / KEY, make=given is not None)
        try:
            if given is None:
                return await _remind(mail, register, post)
            return await _invite(mail, register, post, given)
        finally:
            await register.shut()


async def _invite(mail: Mail, register: Register, post: Post, given: Sequence[Invitation]) -> bool:
    new = await register.enter(given)
    known = await register.invitations()
    waiting = [one for one in known if one.state is InvitationState.WAITING]
    mailing = mail.mailing(waiting, reminder=False)
    if mail.personal:
        for warning in too_few(waiting):
            show_problem(warning)
    results.print(f"New addresses: {new}. Invitations to send: {len(waiting)}.")
    if len(waiting) > new:
        results.print(f"{len(waiting) - new} of these waited since an earlier run.")
    with _Round(len(waiting)) as round_:
        await invite(register, post, mailing, round_.told)
    return round_.interrupted


async def _remind(mail: Mail, register: Register, post: Post) -> bool:
    _, reminded = to_remind(await register.invitations())
    mailing = mail.mailing(reminded, reminder=True)
    results.print(f"Reminders to send: {len(reminded)}.")
    with _Round(len(reminded)) as round_:
        await remind(register, post, mailing, round_.told)
    return round_.interrupted


def _unsigned(survey: Path) -> Problem:
    return Problem(
        "letter-unsigned",
        where=Where(str(questionnaire_file(survey))),
        found="The questionnaire names no organisation, so the letters don't say who sends them.",
        expected="a line such as organisation: Neighbours of Sampleton at its top.",
        mend="Add it: people don't follow a link from nobody.",
        severity="warning",
    )


def _show(mail: Mail, given: Sequence[Invitation], languages: Sequence[str]) -> None:
    """Print each letter once, with a link that doesn't work, and how many would get it."""
    counts = {tag: sum(one.language == tag for one in given) for tag in languages}
    shown = [tag for tag, count in counts.items() if count or not given]
    for tag, letter in mail.letters(shown, reminder=not given).items():
        link = f"{mail.site}/in/EXAMPLE" if mail.personal else f"{mail.site}/"
        filled = letter.filled({"link": link})
        heading = f"== {tag}"
        if given:
            heading += f": {counted(counts[tag], 'address', 'addresses')}"
        for words in (heading, f"Subject: {filled.subject}", "", filled.text):
            results.print(words)
    for warning in too_few(given) if mail.personal else ():
        show_problem(warning)
    results.print("Nothing was sent and nothing stored.")
