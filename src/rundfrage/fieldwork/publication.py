"""Publishing: a questionnaire becomes an immutable version, named by the hash of what it says.

A new version is compared with the one in the field. What would leave stored answers without their
question, or give them another meaning, must be accepted by name.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from rundfrage.errors import Problem, Where, raise_all
from rundfrage.fieldwork.journal import Journal, Version
from rundfrage.fieldwork.week import this_week
from rundfrage.locales import message
from rundfrage.questionnaire.json.form import from_json
from rundfrage.questionnaire.model import Kind, Questionnaire
from rundfrage.questionnaire.versions.canonical import canonical, version_name
from rundfrage.questionnaire.versions.changes import Change, Severity, changes


@dataclass(frozen=True)
class Published:
    """The version in the field, whether it is new, and what changed since the one before.

    `warnings` tell why nobody could begin today.
    """

    version: Version
    new: bool
    changes: Sequence[Change] = ()
    warnings: tuple[Problem, ...] = ()


async def publish(
    journal: Journal,
    questionnaire: Questionnaire,
    kinds: Sequence[Kind],
    accepted: Collection[str] = (),
    announce: Callable[[Version], object] = lambda _: None,
) -> Published:
    """Put the questionnaire into the field; one that is there already changes nothing.

    `announce` is called when nothing is left to do but this, and can still prevent it by raising.
    `accepted` are the names of questions whose harmful changes are wanted. Raises a Problem for
    each that isn't accepted, one if the field is closed, one if the level of participation changed
    after somebody took part, and one if a version that was replaced is to come back.
    """
    content = canonical(questionnaire)
    name = version_name(content)
    versions = await journal.versions()
    if versions and versions[-1].name == name:
        return Published(versions[-1], new=False)
    if await journal.field_closed():
        raise Problem(
            "field-closed",
            where=Where(name=questionnaire.study.name),
            found=message("The field of this survey was closed."),
            expected=message("a survey whose field is open."),
            mend=message("Start a survey of its own for a new wave."),
        )
    found: Sequence[Change] = ()
    if versions:
        former = from_json(json.loads(versions[-1].content), kinds)
        found = changes(former, questionnaire)
        if former.participation is not questionnaire.participation and await _begun(journal):
            raise _level_is_fixed(former, questionnaire)
        _refuse(found, {"participation", *accepted})
    if any(version.name == name for version in versions):
        raise Problem(
            "version-came-back",
            where=Where(name=questionnaire.study.name),
            found=message(
                "The version {name} was in the field before and was replaced.", name=name
            ),
            expected=message("a version that wasn't published yet."),
            mend=message(
                "Change a word of the title or of a text, so that the two can be told apart."
            ),
        )
    version = Version(name, len(versions) + 1, content, this_week())
    announce(version)
    await journal.publish(version)
    return Published(version, new=True, changes=found)


async def _begun(journal: Journal) -> bool:
    """Whether anybody took part."""
    async for _ in journal.interviews():
        return True
    return False


def _level_is_fixed(former: Questionnaire, questionnaire: Questionnaire) -> Problem:
    return Problem(
        "participation-fixed",
        where=Where(name=questionnaire.study.name),
        found=message(
            "People took part at the level {before}, and the questionnaire says {now} now.",
            before=former.participation,
            now=questionnaire.participation,
        ),
        expected=message("the level that respondents were told before they answered."),
        mend=message(
            "Write participation: {participation}, or start a survey of its own.",
            participation=former.participation,
        ),
    )


def _refuse(found: Sequence[Change], accepted: Collection[str]) -> None:
    raise_all(
        Problem(
            "change-needs-consent",
            where=Where(name=change.name),
            found=change.words,
            expected=message(
                "changes that leave stored answers with their question and their meaning."
            ),
            mend=message("Give the question another name, or accept the change."),
        )
        for change in found
        if change.severity is not Severity.HARMLESS and change.name not in accepted
    )
