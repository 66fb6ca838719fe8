"""The walk of one respondent: which questions are asked, given the answers so far.

Answers to questions that the walk passes by don't count, though the journal keeps them: they come
back if the respondent goes back and is led there again.

Whoever sends a page changes a few answers. `walk_on` looks again only at the screens of these, and
at those where a condition speaks of what changed; the walk that it gives is the whole one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from rundfrage.codebook import Missing
from rundfrage.fieldwork.instrument import Instrument, Screen
from rundfrage.questionnaire.answers.posted import Given
from rundfrage.questionnaire.model import PageRole, Question
from rundfrage.rules.answer_space import Answer
from rundfrage.rules.expression import Condition, fold
from rundfrage.rules.route import Respondent


@dataclass(frozen=True)
class Step:
    """A screen that the respondent comes by, and those of its questions that are asked."""

    screen: Screen
    questions: tuple[Question, ...]

    @property
    def ends(self) -> bool:
        """True if the interview ends here without being completed."""
        return self.screen.page.role is PageRole.SCREENOUT


@dataclass(frozen=True)
class Walk:
    """The steps in order, as far as the answers lead, and the answers that count.

    `answers` has an entry for every variable of the questions asked that was answered or left.
    """

    instrument: Instrument
    steps: tuple[Step, ...]
    answers: Mapping[str, Given]

    def place(self, number: int) -> int:
        """How many steps stand in front of the screen of that number."""
        return bisect_left(self.steps, number, key=_number)

    def step(self, number: int) -> Step | None:
        """The step at the screen of that number; None if the walk doesn't come by."""
        step = self._at(self.place(number))
        return step if step is not None and step.screen.number == number else None

    def after(self, number: int) -> Step | None:
        """The first step behind that screen; None at the end."""
        return self._at(self.place(number + 1))

    def before(self, number: int) -> Step | None:
        """The last step in front of that screen; None at the beginning."""
        place = self.place(number)
        return self.steps[place - 1] if place else None

    def fulfils(self, condition: Condition) -> bool:
        """Whether the condition holds for the answers that count."""
        return fold(condition, Respondent(self.instrument.spaces, _Answered(self.answers)))

    def _at(self, place: int) -> Step | None:
        return self.steps[place] if place < len(self.steps) else None


class _Answered(Mapping[str, Answer]):
    """Of the answers that count those that conditions see: not the reasons for none."""

    def __init__(self, counted: Mapping[str, Given]) -> None:
        self._counted = counted

    def __getitem__(self, variable: str) -> Answer:
        answer = self._counted[variable]
        if isinstance(answer, Missing):
            raise KeyError(variable)
        return answer

    def __iter__(self) -> Iterator[str]:
        return (name for name, one in self._counted.items() if not isinstance(one, Missing))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def variables_of(step: Step, instrument: Instrument) -> tuple[str, ...]:
    """The variables of the questions asked."""
    if step.screen.steady:
        return step.screen.variables
    return tuple(name for one in step.questions for name in instrument.members[one.name])


def walk(instrument: Instrument, answers: Mapping[str, Given]) -> Walk:
    """The walk of a respondent who gave these answers; it ends at a page that screens out."""
    counted: dict[str, Given] = {}
    respondent = Respondent(instrument.spaces, _Answered(counted))
    steps: list[Step] = []
    for screen in instrument.screens:
        step = _step(screen, respondent)
        if step is None:
            continue
        steps.append(step)
        for variable in variables_of(step, instrument) if answers else ():
            if variable in answers:
                counted[variable] = answers[variable]
        if step.ends:
            break
    return Walk(instrument, tuple(steps), counted)


def walk_on(
    before: Walk, answers: Mapping[str, Given], changed: Iterable[str]
) -> tuple[Walk, Collection[int]]:
    """The walk once the answers to the `changed` variables are those in `answers`.

    All others are what they were when the walk before was made. Also the numbers of the screens
    that were looked at: at no other one is anything otherwise than before.
    """
    instrument = before.instrument
    course = instrument.course
    if not course.forward or (before.steps and before.steps[-1].ends):
        return walk(instrument, answers), range(len(instrument.screens))
    counted, steps = dict(before.answers), list(before.steps)
    respondent = Respondent(instrument.spaces, _Answered(counted))
    waiting = list({course.homes[variable] for variable in changed if variable in course.homes})
    heapify(waiting)
    looked_at: set[int] = set()
    while waiting:
        number = heappop(waiting)
        if number in looked_at:
            continue
        looked_at.add(number)
        screen = instrument.screens[number]
        step = _step(screen, respondent)
        if step is not None and step.ends:
            return walk(instrument, answers), range(len(instrument.screens))
        place = bisect_left(steps, number, key=_number)
        there = place < len(steps) and steps[place].screen.number == number
        steps[place : place + there] = [] if step is None else [step]
        asked = frozenset(variables_of(step, instrument)) if step else frozenset[str]()
        for variable in screen.variables:
            answer = answers.get(variable) if variable in asked else None
            if answer is counted.get(variable):
                continue
            if answer is None:
                del counted[variable]
            else:
                counted[variable] = answer
            for later in course.leads.get(variable, ()):
                heappush(waiting, later)
    return Walk(instrument, tuple(steps), counted), looked_at


def _step(screen: Screen, respondent: Respondent) -> Step | None:
    """The step at the screen; None if whoever answered so far is led past it.

    A screen is a step if its page's condition holds and a question of it is asked, or if it opens
    a page that has words of its own or ends the interview.
    """
    page, asked = screen.page, screen.questions
    if page.show_if is not None and not fold(page.show_if, respondent):
        return None
    if not screen.steady:
        asked = tuple(one for one in asked if one.show_if is None or fold(one.show_if, respondent))
    if asked or page.role is PageRole.SCREENOUT or (screen.opens and page.text):
        return Step(screen, asked)
    return None


def _number(step: Step) -> int:
    return step.screen.number
