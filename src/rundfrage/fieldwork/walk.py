"""The walk of one respondent: which questions are asked, given the answers so far.

Answers to questions that the walk passes by don't count, though the journal keeps them: they come
back if the respondent goes back and is led there again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

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

    steps: tuple[Step, ...]
    answers: Mapping[str, Given]
    holds: Respondent

    def step(self, number: int) -> Step | None:
        """The step at the screen of that number; None if the walk doesn't come by."""
        return next((step for step in self.steps if step.screen.number == number), None)

    def after(self, number: int) -> Step | None:
        """The first step behind that screen; None at the end."""
        return next((step for step in self.steps if step.screen.number > number), None)

    def before(self, number: int) -> Step | None:
        """The last step in front of that screen; None at the beginning."""
        return next((step for step in reversed(self.steps) if step.screen.number < number), None)

    def fulfils(self, condition: Condition) -> bool:
        """Whether the condition holds for the answers that count."""
        return fold(condition, self.holds)


def walk(instrument: Instrument, answers: Mapping[str, Given]) -> Walk:
    """The walk of a respondent who gave these answers; it ends at a page that screens out.

    A screen is a step if its page's condition holds and a question of it is asked, or if it opens
    a page that has words of its own or ends the interview.
    """
    given: dict[str, Answer] = {}
    counted: dict[str, Given] = {}
    respondent = Respondent(instrument.spaces, given)
    steps: list[Step] = []
    for screen in instrument.screens:
        page = screen.page
        if page.show_if is not None and not fold(page.show_if, respondent):
            continue
        asked, variables = screen.questions, screen.variables
        if not screen.steady:
            asked = tuple(
                one for one in asked if one.show_if is None or fold(one.show_if, respondent)
            )
            variables = tuple(name for one in asked for name in instrument.members[one.name])
        for variable in variables if answers else ():
            if variable in answers:
                answer = answers[variable]
                counted[variable] = answer
                if not isinstance(answer, Missing):
                    given[variable] = answer
        ends = page.role is PageRole.SCREENOUT
        if asked or ends or (screen.opens and page.text):
            steps.append(Step(screen, asked))
            if ends:
                break
    return Walk(tuple(steps), counted, respondent)
