"""The level of participation: what it admits, and that the field and the file agree on it."""

from __future__ import annotations

import json

from rundfrage.errors import Problem
from rundfrage.fieldwork.journal import Journal, Version
from rundfrage.kinds import KINDS, read_questionnaire
from rundfrage.locales import Message, message
from rundfrage.questionnaire.json.form import from_json
from rundfrage.questionnaire.model import Participation, Questionnaire
from rundfrage.services.journal import holds_a_field, with_journal
from rundfrage.services.survey import Survey


def questionnaire_of(version: Version) -> Questionnaire:
    """The questionnaire of a version in the field."""
    return from_json(json.loads(version.content), KINDS)


def level_of(version: Version) -> Participation:
    """The level of a version in the field."""
    return questionnaire_of(version).participation


def needs_key(survey: Survey) -> bool:
    """Whether respondents of the survey are let in by a key: at every level but `open`."""
    version = version_in_field(survey.journal)
    level = read_questionnaire(survey.path).participation if version is None else level_of(version)
    return level is not Participation.OPEN


def require_participation(survey: Survey, *, letters: bool, codes: bool) -> None:
    """Raise a Problem if nobody could take part in the survey by letters or by codes."""
    level = read_questionnaire(survey.path).participation
    if letters or codes:
        require_level(level, survey.journal, letters=letters, codes=codes)


def require_level(level: Participation, journal: str, *, letters: bool, codes: bool) -> None:
    """Raise a Problem if nobody could take part by these letters or codes.

    `level` is what the questionnaire says, `journal` the address of the survey's journal: what is
    in the field admits, whatever was written into the file since.
    """
    if codes and level is not Participation.CODES:
        raise _wrong_level(level, "codes", message("participation: codes"))
    if letters and level is Participation.CODES:
        raise _wrong_level(
            level,
            "letters",
            message("another level: codes are handed out by chance, on slips"),
        )
    version = version_in_field(journal)
    if version is not None and level_of(version) is not level:
        raise Problem(
            "participation-not-in-field",
            found=message(
                "The questionnaire says {level}, and {published} is in the field.",
                level=level,
                published=level_of(version),
            ),
            expected=message("invitations for the level that people are admitted by."),
            mend=message("Publish the questionnaire first."),
        )


def version_in_field(address: str) -> Version | None:
    """The version that respondents meet; None if nothing was published."""
    if not holds_a_field(address):
        return None

    async def newest(journal: Journal) -> Version | None:
        versions = await journal.versions()
        return versions[-1] if versions else None

    return with_journal(address, newest)


def _wrong_level(level: Participation, what: str, expected: Message) -> Problem:
    return Problem(
        "wrong-participation",
        found=message(
            "The survey's participation is {level}, which has no {what}.", level=level, what=what
        ),
        expected=expected + ".",
        mend=message("Look at `participation` at the top of the questionnaire."),
    )
