"""The mail of a survey: its letters in all languages, the way they go, and how they would look."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rundfrage.errors import Problem, Where
from rundfrage.fieldwork.invitations import sending
from rundfrage.fieldwork.invitations.addresses import read_addresses
from rundfrage.fieldwork.invitations.letter import Letter, Occasion, read_letter
from rundfrage.fieldwork.invitations.post import Post, sender_of, server_at
from rundfrage.fieldwork.participation import Invitation
from rundfrage.fieldwork.participation.passes import link_with
from rundfrage.kinds import read_questionnaire
from rundfrage.locales import message
from rundfrage.questionnaire.folder import questionnaire_file
from rundfrage.questionnaire.model import Participation, Questionnaire
from rundfrage.services.levels import require_level
from rundfrage.services.settings import MailSettings
from rundfrage.services.site import site_of
from rundfrage.services.survey import Survey


@dataclass(frozen=True)
class SampleLetter:
    """A letter as its readers would get it, with a link that doesn't work; how many would."""

    language: str
    subject: str
    text: str
    readers: int | None


@dataclass(frozen=True)
class SampleLetters:
    """A letter in each language that needs one."""

    letters: tuple[SampleLetter, ...]
    warnings: tuple[Problem, ...]


@dataclass(frozen=True)
class SurveyMail:
    """The letters of a survey; `site` is its address."""

    survey: Survey
    questionnaire: Questionnaire
    site: str

    @staticmethod
    def of(survey: Survey) -> SurveyMail:
        """The letters of the survey; raises a Problem if nobody could take part by them."""
        site = site_of(survey)
        questionnaire = read_questionnaire(survey.path)
        require_level(questionnaire.participation, survey.journal, letters=True, codes=False)
        return SurveyMail(survey, questionnaire, site)

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
                found=message(
                    "The questionnaire names no organisation, so the letters don't say who sends "
                    "them."
                ),
                expected=message(
                    "a line such as organisation: Neighbours of Sampleton at its top."
                ),
                mend=message("Add it: people don't follow a link from nobody."),
                severity="warning",
            ),
        )


def sample_letters(survey: Survey, addresses: Path | None) -> SampleLetters:
    """The invitations to these addresses, or the reminders; nothing is sent and nothing stored."""
    mail = SurveyMail.of(survey)
    given = mail.addresses(addresses) if addresses is not None else ()
    counts = {tag: sum(one.language == tag for one in given) for tag in mail.languages}
    shown = [tag for tag, count in counts.items() if count or not given]
    code = "EXAMPLE"
    link = link_with(code, mail.site) if mail.personal else f"{mail.site}/"
    letters = mail.letters(shown, reminder=not given)
    few = sending.too_few(given) if mail.personal else []
    return SampleLetters(
        tuple(
            SampleLetter(tag, filled.subject, filled.text, counts[tag] if given else None)
            for tag, letter in letters.items()
            for filled in [letter.filled({"link": link, "code": code})]
        ),
        (*mail.unsigned(), *few),
    )
