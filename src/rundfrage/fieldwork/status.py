"""The state of the field: how many began, ended and broke off, and the outcome rates.

Source of the rates: The American Association for Public Opinion Research, Standard Definitions,
10th edition, 2023, for internet surveys of specifically named persons.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from rundfrage.fieldwork.folding import Alike
from rundfrage.fieldwork.interview import Interview, Status
from rundfrage.locales import message

REVIEW = (sys.maxsize, message("Check your answers"))
"""Number and name of the page after all screens of a questionnaire."""
MOST_KEPT = 10_000
"""So many sorts of interviews are kept before they are summed up."""


@dataclass(frozen=True)
class BreakOff:
    """A screen at which interviews stand that were not ended.

    `page` is the title of its page in the survey's language, or what the program calls the page
    on which answers are checked before they are sent. `reached` is how many interviews came so
    far, `stopped` how many of them went no further.
    """

    page: str
    reached: int
    stopped: int


@dataclass(frozen=True)
class FieldStatus:
    """Counts of interviews; `minutes` is the median duration in coarse steps, if any is known.

    `repeated` were ended by a pass that another interview had spent, or by none; nothing else
    counts them. `attempts` are those begun and not ended whose pass is spent at the end: one person
    may have begun several, so they are no persons. `partial_attempts` are those among the partial.
    """

    started: int
    completed: int
    screened_out: int
    quota_full: int
    repeated: int
    partial: int
    by_screen: tuple[BreakOff, ...]
    minutes: int | None
    weeks: Mapping[str, int]
    attempts: int = 0
    partial_attempts: int = 0

    @property
    def ended(self) -> int:
        """Interviews that were ended, each by another person where there are passes."""
        return self.completed + self.screened_out + self.quota_full

    @property
    def broken_off(self) -> int:
        """Interviews begun and not ended."""
        return self.started - self.ended


class Counting:
    """Counts interviews; of those that are alike it looks at one."""

    def __init__(self) -> None:
        self._alike: Counter[Hashable] = Counter()
        self._first: dict[Hashable, Alike] = {}
        self._statuses: Counter[Status] = Counter()
        self._weeks: Counter[str] = Counter()
        self._reached: Counter[tuple[int, str]] = Counter()
        self._stopped: Counter[tuple[int, str]] = Counter()
        self._durations: Counter[int] = Counter()
        self._partial: Counter[bool] = Counter()
        self._attempts = 0

    def add(self, alike: Alike) -> None:
        """Count these."""
        one = alike.interview
        # Where many go the same way, its steps are the same object.
        steps = id(one.walk.steps)
        key = (steps, one.status, one.sent, one.ahead, one.owes_pass, alike.week, alike.minutes)
        self._alike[key] += alike.count
        # Whatever is kept here keeps its steps, so that no others get their number.
        self._first.setdefault(key, alike)
        if len(self._first) >= MOST_KEPT:
            self._sum_up()

    def status(self) -> FieldStatus:
        """The status of the field.

        A break-off counts as *partial* if at least half of the questions asked on its way, as far
        as it is known, were on screens that it sent.
        """
        self._sum_up()
        statuses = self._statuses
        repeated = statuses[Status.REPEATED]
        return FieldStatus(
            started=statuses.total() - repeated,
            completed=statuses[Status.COMPLETED],
            screened_out=statuses[Status.SCREENED_OUT],
            quota_full=statuses[Status.QUOTA_FULL],
            repeated=repeated,
            partial=self._partial.total(),
            by_screen=tuple(
                BreakOff(page, self._reached[number, page], self._stopped[number, page])
                for number, page in sorted(self._reached)
            ),
            minutes=_median(self._durations),
            weeks=dict(sorted(self._weeks.items())),
            attempts=self._attempts,
            partial_attempts=self._partial[True],
        )

    def _sum_up(self) -> None:
        for key, alike in self._first.items():
            count, interview = self._alike[key], alike.interview
            self._statuses[interview.status] += count
            if interview.status is Status.REPEATED:
                continue
            self._weeks[alike.week] += count
            if alike.minutes >= 0 and interview.status is Status.COMPLETED:
                self._durations[alike.minutes] += count
            screens = _reached(interview)
            for screen in screens:
                self._reached[screen] += count
            if interview.status is Status.STARTED:
                self._stopped[screens[-1]] += count
                self._attempts += count * interview.owes_pass
                self._partial[interview.owes_pass] += count * _half_answered(interview)
        self._alike.clear()
        self._first.clear()


def _reached(interview: Interview) -> list[tuple[int, str]]:
    """Number and title of the screens that it came by, the one last at which it stands."""
    language = interview.instrument.questionnaire.study.language
    at = interview.next_screen
    screens = []
    for step in interview.walk.steps:
        screens.append((step.screen.number, step.screen.page.title.into(language)))
        if step.screen.number == at:
            break
    cut_off = interview.screened or interview.status is Status.QUOTA_FULL
    if at is None and not cut_off:
        screens.append(REVIEW)
    return screens


def _median(durations: Counter[int]) -> int | None:
    """The lower median; None of nothing."""
    place = (durations.total() - 1) // 2
    for minutes, count in sorted(durations.items()):
        if place < count:
            return minutes
        place -= count
    return None


def _half_answered(interview: Interview) -> bool:
    asked = [len(step.questions) for step in interview.walk.steps]
    sent = [
        len(step.questions) for step in interview.walk.steps if step.screen.number in interview.sent
    ]
    return sum(sent) > 0 and 2 * sum(sent) >= sum(asked)


@dataclass(frozen=True)
class Between:
    """A rate from 0 to 1, of which the lowest and the highest that it can be are known."""

    lowest: float
    highest: float

    @property
    def exact(self) -> bool:
        """Whether the rate itself is known."""
        return self.lowest == self.highest


@dataclass(frozen=True)
class OutcomeRates:
    """Rates of a survey whose persons were invited by name, each from 0 to 1.

    `response_1` is RR1 = I / (I + P + R + NC + UH + UO), `response_2` is RR2 with partial
    interviews among the responses; `cooperation` is COOP1 = I / (I + P + R), where R are break-offs
    that are no partial interviews. Who was screened out or met a full quota is not eligible; who
    did not answer an invitation counts as of unknown eligibility, and so does whose invitation
    waits to be sent or came back (AAPOR's codes 3.11, 3.19 and 3.30).

    Rates of persons can't be had of attempts: whoever completed may have broken off before, and
    whoever broke off may have done so twice. Where there are attempts, RR2 and COOP1 lie between
    what they are if all of them are of persons who are counted already, and if as many as can be
    are of others. RR1 is exact.
    """

    response_1: float
    response_2: Between
    cooperation: Between


def outcome_rates(status: FieldStatus, invited: int) -> OutcomeRates | None:
    """The rates of a sample of `invited` persons; None if nobody was eligible."""
    known = status.broken_off - status.attempts
    persons = max(invited, status.ended + known)
    eligible = persons - status.screened_out - status.quota_full
    if eligible <= 0:
        return None
    others = min(status.attempts, persons - status.ended - known)
    partial = status.partial - status.partial_attempts
    most_partial = partial + min(status.partial_attempts, others)
    completed = status.completed

    def cooperation(broken_off: int) -> float:
        met = completed + broken_off
        return completed / met if met else 0.0

    return OutcomeRates(
        completed / eligible,
        Between((completed + partial) / eligible, (completed + most_partial) / eligible),
        Between(cooperation(known + others), cooperation(known)),
    )
