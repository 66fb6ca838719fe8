"""How the command `invite` sends letters: who gets one, in which words, by which server."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.progress import Progress
from rich.text import Text

from rundfrage.cli.console import errors, results, show_problem
from rundfrage.cli.databases import KEY
from rundfrage.fieldwork.invitations.addresses import read_addresses
from rundfrage.fieldwork.invitations.letter import Letter, Occasion, read_letter
from rundfrage.fieldwork.invitations.post import Post, sender_of, server_at
from rundfrage.fieldwork.invitations.sending import (
    Mailing,
    Tally,
    invite,
    remind,
    to_remind,
    too_few,
)
from rundfrage.fieldwork.participation import Invitation, InvitationState, open_participation
from rundfrage.fieldwork.participation.blind import SIGNING_KEY, make_signer
from rundfrage.questionnaire.model import Participation, Questionnaire

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
        study = self.questionnaire.study
        return {
            language: read_letter(
                self.survey, language, Occasion.REMINDER if reminder else occasion
            ).filled({"title": study.title.into(language), "organisation": study.organisation})
            for language in sorted(languages)
        }

    def mailing(self, invitations: Sequence[Invitation], *, reminder: bool) -> Mailing:
        """The mailing to these."""
        languages = {one.language for one in invitations}
        letters = self.letters(languages, reminder=reminder)
        return Mailing(letters, self.site, self.personal, self.per_minute)


def send_letters(mail: Mail, place: str, addresses: Path | None) -> None:
    """Invite the addresses of the file and who still waits; without a file, remind.

    Raises a Problem before anything is sent or stored if something needed is missing.
    """
    study = mail.questionnaire.study
    languages = study.languages or (study.language,)
    given = read_addresses(addresses, study.language, languages) if addresses else ()
    if mail.dry_run:
        _show(mail, given, languages)
        return
    post = Post(
        server_at(mail.smtp, mail.user, os.environ.get(_PASSWORD, "")), sender_of(mail.sender)
    )
    mail.mailing(given, reminder=addresses is None)
    if mail.questionnaire.participation is Participation.BLIND:
        make_signer(mail.survey / SIGNING_KEY)
    work = _remind(mail, place, post) if addresses is None else _invite(mail, place, post, given)
    asyncio.run(work)


async def _invite(mail: Mail, place: str, post: Post, given: Sequence[Invitation]) -> None:
    register = open_participation(place, mail.survey / KEY, make=True)
    try:
        new = await register.enter(given)
        known = await register.invitations()
        waiting = [one for one in known if one.state is InvitationState.WAITING]
        mailing = mail.mailing(waiting, reminder=False)
        if mail.personal:
            for warning in too_few(waiting):
                show_problem(warning)
        results.print(f"New addresses: {new}. Invitations to send: {len(waiting)}.")
        with post, _bar() as bar:
            task = bar.add_task("Sending", total=len(waiting))
            tally = await invite(register, post, mailing, lambda: bar.advance(task))
    finally:
        await register.shut()
    _say(tally)


async def _remind(mail: Mail, place: str, post: Post) -> None:
    register = open_participation(place, mail.survey / KEY)
    try:
        _, reminded = to_remind(await register.invitations())
        mailing = mail.mailing(reminded, reminder=True)
        results.print(f"Reminders to send: {len(reminded)}.")
        with post, _bar() as bar:
            task = bar.add_task("Sending", total=len(reminded))
            tally = await remind(register, post, mailing, lambda: bar.advance(task))
    finally:
        await register.shut()
    _say(tally)


def _bar() -> Progress:
    return Progress(console=errors, transient=True, disable=not errors.is_terminal)


def _say(tally: Tally) -> None:
    results.print(f"The mail server took {tally.taken} letters.")
    if tally.refused:
        results.print(f"It refused {tally.refused} addresses for good.")
    if tally.later:
        results.print(
            f"It put off {tally.later}: give the same command later, and they are tried again."
        )


def _show(mail: Mail, given: Sequence[Invitation], languages: Sequence[str]) -> None:
    """Print each letter once, with a link that doesn't work, and how many would get it."""
    counts = {tag: sum(one.language == tag for one in given) for tag in languages}
    shown = [tag for tag, count in counts.items() if count or not given]
    for tag, letter in mail.letters(shown, reminder=not given).items():
        link = f"{mail.site}/in/EXAMPLE" if mail.personal else f"{mail.site}/"
        filled = letter.filled({"link": link})
        heading = f"== {tag}" + (f": {counts[tag]} addresses" if given else "")
        for words in (heading, f"Subject: {filled.subject}", "", filled.text):
            results.print(Text(words), soft_wrap=True)
    for warning in too_few(given) if mail.personal else ():
        show_problem(warning)
    results.print("Nothing was sent and nothing stored.")
