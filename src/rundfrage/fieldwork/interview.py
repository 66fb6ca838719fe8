"""The interview: what the entries of one respondent add up to."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rundfrage.fieldwork.instrument import Instrument
from rundfrage.fieldwork.journal import Entry, Event
from rundfrage.fieldwork.stored_answers import read
from rundfrage.fieldwork.walk import Step, Walk, walk
from rundfrage.questionnaire.answers.posted import Given, Posted


class Status(StrEnum):
    """How far an interview is."""

    STARTED = "started"
    COMPLETED = "completed"
    SCREENED_OUT = "screened_out"
    QUOTA_FULL = "quota_full"
    REPEATED = "repeated"


_ENDS = {
    Event.COMPLETED: Status.COMPLETED,
    Event.SCREENED_OUT: Status.SCREENED_OUT,
    Event.QUOTA_FULL: Status.QUOTA_FULL,
    Event.REPEATED: Status.REPEATED,
}


_TURNED_AWAY = (Status.SCREENED_OUT, Status.QUOTA_FULL)


@dataclass(frozen=True)
class Interview:
    """The state of one interview.

    `stored` are the latest answers to every variable, also those the walk passes by; `sent` are
    the screens whose answers were taken; `drafts` the fields of screens that were left as typed
    after that. `owes_pass` is true if the pass that it was begun by is spent at its end, and
    `turned_away` if it ended without thanks: screened out or beyond a quota, counted or not.
    """

    instrument: Instrument
    status: Status
    walk: Walk
    stored: Mapping[str, Given]
    sent: frozenset[int]
    drafts: Mapping[int, Posted]
    owes_pass: bool = False
    turned_away: bool = False

    @property
    def answers(self) -> Mapping[str, Given]:
        """The answers that count, by variable."""
        return self.walk.answers

    @property
    def next_screen(self) -> int | None:
        """The first screen of the walk that is not done; None if all are."""
        return next(
            (step.screen.number for step in self.walk.steps if not self.done(step)),
            None,
        )

    @property
    def screened(self) -> bool:
        """Whether the walk ends at a page that screens out."""
        return bool(self.walk.steps) and self.walk.steps[-1].ends

    def done(self, step: Step) -> bool:
        """Whether the screen was sent, and with all that is asked there now.

        Another answer on an earlier screen may lead to a question that was not asked when this
        screen was sent.
        """
        return step.screen.number in self.sent and all(
            variable in self.stored
            for question in step.questions
            for variable in self.instrument.members[question.name]
        )


def interview(instrument: Instrument, entries: Sequence[Entry]) -> Interview:
    """The fold of the entries, which are in the order they were stored.

    The latest entry of a screen counts; the first end of an interview is its end, and what was
    sent after it doesn't count. An end may hold the answers that led to it.
    """
    owes_pass = bool(entries) and entries[0].event is Event.ENTERED
    return _folded(instrument, entries, {}, set(), {}, owes_pass=owes_pass)


def continued(before: Interview, entries: Sequence[Entry]) -> Interview:
    """The interview once these entries lie behind those that it was folded from."""
    if before.status is not Status.STARTED or not entries:
        return before
    return _folded(
        before.instrument,
        entries,
        dict(before.stored),
        set(before.sent),
        dict(before.drafts),
        owes_pass=before.owes_pass,
    )


def _folded(
    instrument: Instrument,
    entries: Sequence[Entry],
    answers: dict[str, Given],
    sent: set[int],
    drafts: dict[int, Posted],
    *,
    owes_pass: bool,
) -> Interview:
    status, turned_away = Status.STARTED, False
    for entry in entries:
        if entry.event is Event.SENT or (entry.event in _ENDS and entry.answers):
            answers |= read(entry.answers, instrument.codebook)
            sent.add(entry.screen)
            drafts.pop(entry.screen, None)
        elif entry.event is Event.DRAFTED:
            drafts[entry.screen] = json.loads(entry.answers)
        if entry.event in _ENDS:
            status = _ENDS[entry.event]
            turned_away = status in _TURNED_AWAY or (
                # What isn't counted tells by its screen at which it would have ended.
                status is Status.REPEATED and entry.screen >= 0
            )
            break
    return Interview(
        instrument,
        status,
        walk(instrument, answers),
        answers,
        frozenset(sent),
        drafts,
        owes_pass,
        turned_away,
    )
