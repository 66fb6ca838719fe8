"""The visit: one request, and the interview that it belongs to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import count

from rundfrage.fieldwork.interview import Interview, Status
from rundfrage.fieldwork.journal import Entry
from rundfrage.fieldwork.walk import Step
from rundfrage.questionnaire.answers.posted import Given, Mistake, Posted
from rundfrage.questionnaire.model import Participation, Question
from rundfrage.respond.credential import Credential
from rundfrage.respond.editions import Edition

MOST_STORED = 4_000_000
"""Characters that one interview may store, since each of its pages reads them all again."""
AGAIN = "again"
"""What stands behind the ? of a last page to which the survey's own address led."""
_ENTRY = 500
"""What an entry without answers counts as."""


@dataclass(frozen=True)
class Visit:
    """`credential` is that of the cookie, `interview` what its entries add up to, if there are any.

    `edition` is the interview's own, or else the newest; `characters` are those of its entries'
    answers.
    """

    language: str
    edition: Edition
    credential: Credential | None = None
    entries: Sequence[Entry] = ()
    interview: Interview | None = None
    characters: int = 0

    @property
    def full(self) -> bool:
        """Whether the interview has stored more than any person types."""
        return self.characters + _ENTRY * len(self.entries) > MOST_STORED


@dataclass(frozen=True)
class Reading:
    """What the questions asked on a screen make of what was posted."""

    answers: Mapping[str, Given]
    mistakes: tuple[Mistake, ...]


def level_of(visit: Visit) -> Participation:
    """How people come to take part in what the visit is about."""
    return visit.edition.instrument.questionnaire.participation


def is_thanked(interview: Interview) -> bool:
    """Whether the interview was ended by sending all its answers, counted or not."""
    ended = interview.status in (Status.COMPLETED, Status.REPEATED)
    return ended and not interview.turned_away


def place(language: str, interview: Interview | None) -> str:
    """The path of the page at which the interview is."""
    if interview is None:
        return f"/{language}/"
    if is_thanked(interview):
        return f"/{language}/thanks"
    if interview.status is not Status.STARTED:
        return f"/{language}/end"
    number = interview.next_screen
    return f"/{language}/review" if number is None else f"/{language}/screen/{number}"


def own_fields(questions: Sequence[Question], form: Posted) -> dict[str, Sequence[str]]:
    """The posted fields that belong to these questions."""
    names = {question.name for question in questions}
    return {field: values for field, values in form.items() if field.partition(".")[0] in names}


def without(fields: Posted, cleared: str) -> dict[str, Sequence[str]]:
    """The fields without one of them, and without the text fields that it opens."""
    return {
        field: values
        for field, values in fields.items()
        if field != cleared and not field.startswith(f"{cleared}.")
    }


def viewed(visit: Visit, interview: Interview, step: Step) -> dict[str, Sequence[str]]:
    """The fields of a screen as they were left, or else filled with the stored answers."""
    draft = interview.drafts.get(step.screen.number)
    if draft is not None:
        return dict(draft)
    fields: dict[str, Sequence[str]] = {}
    members, stored = interview.instrument.members, interview.stored
    if stored.keys().isdisjoint(step.screen.variables):
        return fields
    for question in step.questions:
        if not stored.keys().isdisjoint(members[question.name]):
            fields |= question.kind.view(question, stored, visit.language)
    return fields


def read_fields(visit: Visit, questions: Sequence[Question], fields: Posted) -> Reading:
    """The answers in the fields, and all mistakes in the order of the questions."""
    answers: dict[str, Given] = {}
    mistakes: list[Mistake] = []
    for question in questions:
        parsed = question.kind.parse(question, fields, visit.language)
        answers |= parsed.answers
        mistakes += parsed.mistakes
    return Reading(answers, tuple(mistakes))


def full_quotas(edition: Edition, interview: Interview, counts: Mapping[str, int]) -> list[str]:
    """The full quotas that the interview would count in, as far as its answers tell by now."""
    return [
        watched.quota.name
        for watched in edition.quotas
        if counts.get(watched.quota.name, 0) >= watched.quota.most
        and (interview.next_screen is None or watched.variables <= interview.answers.keys())
        and interview.walk.fulfils(watched.quota.condition)
    ]


def key_of(entries: Sequence[Entry], posted: str, content: Entry) -> str | None:
    """The key under which the posted form is stored; None if that was done already.

    A browser may send a form twice, which must not store it twice; but a form that was kept by the
    browser, changed and sent again must be stored, and so must one that was changed back. So the
    key is made of the form's own key and of what was typed, and drawn anew where the screen has
    been stored otherwise since.
    """
    keys = [entry.key for entry in entries]
    latest = next((entry.key for entry in reversed(entries) if entry.screen == content.screen), "")
    for turn in count():
        words = f"{posted}:{content.event}:{content.language}:{content.screen}:{turn}:"
        key = sha256((words + content.answers).encode()).hexdigest()[:32]
        if key not in keys:
            return key
        if key == latest:
            return None
    return None
