"""What every check looks at: the questionnaire, its variables, and what comes before what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rundfrage.codebook import Variable
from rundfrage.errors import Where
from rundfrage.questionnaire import limits
from rundfrage.questionnaire.measure import measured
from rundfrage.questionnaire.model import Kind, Measured, Page, Question, Questionnaire


@dataclass(frozen=True)
class Place:
    """A page or question that a condition or text belongs to.

    `before` is how many questions come before it; its answers, and no others, are known there.
    """

    name: str
    line: int
    before: int
    bearer: Page | Question


@dataclass(frozen=True)
class Ground:
    """A questionnaire and what can be said of it before it is checked."""

    questionnaire: Questionnaire
    kinds: Sequence[Kind]
    file: str

    @cached_property
    def measured(self) -> tuple[Measured, ...]:
        """What each question becomes, in their order."""
        return tuple(measured(question, self.kinds) for question in self.questionnaire.questions)

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
        """All pages and questions, in order."""
        before = 0
        for page in self.questionnaire.pages:
            yield Place(page.title.source, page.line, before, page)
            for question in page.questions:
                yield Place(question.name, question.line, before, question)
                before += 1

    def known(self, name: str, place: Place) -> bool:
        """True if the variable's answer is known at the place."""
        return name in self.variables and self.variables[name][0] < place.before

    def names_before(self, place: Place) -> list[str]:
        """The names of the variables last asked before the place, to propose one."""
        known = [name for name, (at, _) in self.variables.items() if at < place.before]
        return known[-limits.PROPOSALS :]
