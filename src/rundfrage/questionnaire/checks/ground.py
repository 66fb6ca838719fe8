"""What every check looks at: the questionnaire, its variables, and what comes before what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from rundfrage.codebook import Variable
from rundfrage.errors import Where
from rundfrage.questionnaire import limits
from rundfrage.questionnaire.checks.plan import NO_PLAN, Plan
from rundfrage.questionnaire.measure import measured
from rundfrage.questionnaire.model import Measured, Page, Question, Questionnaire, Quota
from rundfrage.questionnaire.roles import BESIDE_THE_INTERVIEW
from rundfrage.rules import Condition

Bearer = Page | Question | Quota
"""What has a condition or a text."""


@dataclass(frozen=True)
class Place:
    """A page, question or quota that a condition or text belongs to.

    `before` is how many questions come before it; its answers, and no others, are known there.
    """

    name: str
    line: int
    before: int
    bearer: Bearer

    @property
    def condition(self) -> Condition | None:
        """The condition of its bearer."""
        return self.bearer.condition if isinstance(self.bearer, Quota) else self.bearer.show_if


@dataclass(frozen=True)
class Ground:
    """A questionnaire and what can be said of it before it is checked."""

    questionnaire: Questionnaire
    file: str
    plan: Plan = NO_PLAN

    @cached_property
    def measured(self) -> tuple[Measured, ...]:
        """What each question becomes, in their order."""
        return tuple(measured(question) for question in self.questionnaire.questions)

    @cached_property
    def variables(self) -> dict[str, tuple[int, Variable]]:
        """Each variable by its name, with the position of its question."""
        return {
            variable.name: (at, variable)
            for at, one in enumerate(self.measured)
            for variable in one.variables
        }

    @cached_property
    def positions(self) -> dict[str, int]:
        """The position of each question by its name."""
        return {question.name: at for at, question in enumerate(self.questionnaire.questions)}

    def where(self, name: str | None, line: int) -> Where:
        """A place in the file."""
        return Where(self.file, line or None, name)

    def places(self) -> Iterator[Place]:
        """All pages and questions in order, and then the quotas.

        No answers are known on pages that are read before or after the interview.
        """
        before = 0
        for page in self.questionnaire.pages:
            known = 0 if page.role in BESIDE_THE_INTERVIEW else before
            yield Place(page.title.source, page.line, known, page)
            for question in page.questions:
                yield Place(question.name, question.line, before, question)
                before += 1
        for quota in self.questionnaire.quotas:
            yield Place(quota.name, quota.line, before, quota)

    def known(self, name: str, place: Place) -> bool:
        """True if the variable's answer is known at the place."""
        return name in self.variables and self.variables[name][0] < place.before

    def names_before(self, place: Place) -> list[str]:
        """The names of the variables last asked before the place, to propose one."""
        known = [name for name, (at, _) in self.variables.items() if at < place.before]
        return known[-limits.PROPOSALS :]
