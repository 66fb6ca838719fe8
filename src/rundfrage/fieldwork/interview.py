"""The interview: what the entries of one respondent add up to."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from rundfrage.fieldwork.instrument import Instrument
from rundfrage.fieldwork.journal import ENDS, Entry, Event
from rundfrage.fieldwork.stored_answers import read
from rundfrage.fieldwork.walk import Step, Walk, variables_of, walk, walk_on
from rundfrage.questionnaire.answers.posted import Given, Posted


class Status(StrEnum):
    """How far an interview is."""

    STARTED = "started"
    COMPLETED = "completed"
    SCREENED_OUT = "screened_out"
    QUOTA_FULL = "quota_full"
    REPEATED = "repeated"


_ENDS = {event: Status(event.value) for event in ENDS}


_TURNED_AWAY = (Status.SCREENED_OUT, Status.QUOTA_FULL)


@dataclass(frozen=True)
class Interview:
    """The state of one interview.

    `stored` are the latest answers to every variable, also those the walk passes by; `sent` are
    the screens whose answers were taken; `drafts` the fields of screens that were left as typed
    after that; `ahead` are the screens of the walk that aren't done. `owes_pass` is true if the
    pass that it was begun by is spent at its end, and `turned_away` if it ended without thanks:
    screened out or beyond a quota, counted or not.

    A screen is done if it was sent, and with all that is asked there now: another answer on an
    earlier screen may lead to a question that was not asked when this screen was sent.
    """

    instrument: Instrument
    status: Status
    walk: Walk
    stored: Mapping[str, Given]
    sent: frozenset[int]
    drafts: Mapping[int, Posted]
    ahead: frozenset[int]
    owes_pass: bool = False
    turned_away: bool = False

    @property
    def answers(self) -> Mapping[str, Given]:
        """The answers that count, by variable."""
        return self.walk.answers

    @property
    def next_screen(self) -> int | None:
        """The first screen of the walk that is not done; None if all are."""
        return min(self.ahead, default=None)

    @property
    def next_step(self) -> Step | None:
        """The step at that screen."""
        return self.walk.step(min(self.ahead)) if self.ahead else None

    @property
    def screened(self) -> bool:
        """Whether the walk ends at a page that screens out."""
        return bool(self.walk.steps) and self.walk.steps[-1].ends


def interview(instrument: Instrument, entries: Sequence[Entry]) -> Interview:
    """The fold of the entries, which are in the order they were stored.

    The latest entry of a screen counts; the first end of an interview is its end, and what was
    sent after it doesn't count. An end may hold the answers that led to it.
    """
    owes_pass = bool(entries) and entries[0].event is Event.ENTERED
    told = _told(entries, instrument)
    way = walk(instrument, told.answers)
    ahead = frozenset(_undone(way, way.steps, told.answers, told.sent))
    return Interview(
        instrument,
        told.status,
        way,
        told.answers,
        frozenset(told.sent),
        told.drafts,
        ahead,
        owes_pass,
        told.turned_away,
    )


def answers_count(entry: Entry) -> bool:
    """Whether the entry's answers count if no end came before it."""
    return entry.event is Event.SENT or (entry.event in ENDS and bool(entry.answers))


def continued(before: Interview, entries: Sequence[Entry]) -> Interview:
    """The interview once these entries lie behind those that it was folded from."""
    if before.status is not Status.STARTED or not entries:
        return before
    told = _told(entries, before.instrument, before.drafts)
    return replace(
        _answered(before, told.answers, told.sent) if told.sent else before,
        status=told.status,
        drafts=told.drafts,
        turned_away=told.turned_away,
    )


def answered(before: Interview, screen: int, answers: Mapping[str, Given]) -> Interview:
    """The interview once these answers of that screen are stored."""
    drafts = {number: fields for number, fields in before.drafts.items() if number != screen}
    return replace(_answered(before, answers, {screen}), drafts=drafts)


def _answered(
    before: Interview, answers: Mapping[str, Given], screens: Collection[int]
) -> Interview:
    """With these answers besides those before, and these screens sent."""
    stored, sent = {**before.stored, **answers}, before.sent.union(screens)
    way, looked_at = walk_on(before.walk, stored, answers)
    again = {*looked_at, *screens}
    steps = (step for number in again if (step := way.step(number)) is not None)
    ahead = before.ahead.difference(again).union(_undone(way, steps, stored, sent))
    return replace(before, walk=way, stored=stored, sent=sent, ahead=ahead)


def _undone(
    way: Walk, steps: Iterable[Step], stored: Mapping[str, Given], sent: Collection[int]
) -> Iterator[int]:
    """The screens of the steps that aren't done."""
    for step in steps:
        if step.screen.number not in sent or not all(
            variable in stored for variable in variables_of(step, way.instrument)
        ):
            yield step.screen.number


@dataclass(frozen=True)
class _Told:
    """What entries tell: the end if there is one, answers, the screens sent, what was typed."""

    status: Status
    answers: Mapping[str, Given]
    sent: Collection[int]
    drafts: Mapping[int, Posted]
    turned_away: bool = False


def _told(
    entries: Iterable[Entry], instrument: Instrument, typed: Mapping[int, Posted] = {}
) -> _Told:
    answers: dict[str, Given] = {}
    sent: set[int] = set()
    drafts = dict(typed)
    for entry in entries:
        if answers_count(entry):
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
            return _Told(status, answers, sent, drafts, turned_away)
    return _Told(Status.STARTED, answers, sent, drafts)
