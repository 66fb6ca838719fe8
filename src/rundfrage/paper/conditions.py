"""Conditions in words, for people who fill in a form by hand and find their way themselves."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rundfrage.codebook import Codebook, Variable, VariableType
from rundfrage.codebook.shapes import space_of
from rundfrage.locales.phrases import Phrasebook
from rundfrage.paper.words import SAYS, between
from rundfrage.rules.answer_space import COMPARISONS, OneOf
from rundfrage.rules.expression import Algebra, Condition, Literal_, Operator, fold
from rundfrage.text import EMPTY, date, number


@dataclass(frozen=True)
class Clause:
    """A condition as a clause; `joined` if it is made of several, so that it may need brackets."""

    words: str
    joined: bool = False

    def inside(self) -> str:
        """The clause as a part of another."""
        return f"({self.words})" if self.joined else self.words


def in_words(condition: Condition, asked: Asked) -> str:
    """The condition as a clause in the language of the form."""
    return fold(condition, _Clauses(asked)).words


@dataclass(frozen=True)
class Asked:
    """What a form knows of its questions: their numbers, by variable, and the words to use."""

    numbers: Mapping[str, int]
    codebook: Codebook
    words: Phrasebook
    language: str

    def question(self, variable: str) -> str:
        """How the form refers to the question of the variable."""
        place = self.numbers[variable]
        # A battery as a whole has a number, and is no variable.
        item = self.codebook[variable].item if variable in self.codebook else EMPTY
        if item:
            return self.words("item", number=place, item=item.into(self.language))
        return self.words("question", number=place)


class _Clauses(Algebra[Clause]):
    """The algebra in which a condition means: the clause that says it."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._words = asked.words
        self._both = between(asked.words, "list-last")
        self._either = between(asked.words, "list-or")

    def compare(self, variable: str, operator: Operator, value: Literal_) -> Clause:
        """The answers that fulfil it, where there are answers to choose; else in numbers."""
        known = self._asked.codebook[variable]
        question = self._asked.question(variable)
        space = space_of(known)
        if isinstance(space, OneOf):
            fitting = [one for one in space.names if space.holds(one, operator, value)]
            if not fitting:
                return Clause(self._words("none-of", question=question))
            answers = self._either.join(self._label(known, one) for one in fitting)
            return Clause(self._words("one-of", question=question, answers=answers))
        shown = self._value(known, value)
        return Clause(self._words(SAYS[operator], question=question, value=shown))

    def contains(self, variable: str, category: str) -> Clause:
        """The answer is ticked."""
        known = self._asked.codebook[variable]
        answer = self._label(known, category)
        return Clause(self._words("ticked", question=self._asked.question(variable), answer=answer))

    def answered(self, variable: str) -> Clause:
        """The question is answered."""
        return Clause(self._words("answered", question=self._asked.question(variable)))

    def count(self, variable: str, operator: Operator, number: int) -> Clause:
        """The numbers of ticks that fulfil it."""
        most = len(self._asked.codebook[variable].categories)
        fitting = [str(one) for one in range(most + 1) if COMPARISONS[operator](one, number)]
        question = self._asked.question(variable)
        return Clause(
            self._words(
                "answers",
                question=question,
                number=self._either.join(fitting) or str(number),
            )
        )

    def all_of(self, parts: Sequence[Clause]) -> Clause:
        """Clauses with "and" between them."""
        return Clause(self._both.join(part.inside() for part in parts), joined=True)

    def any_of(self, parts: Sequence[Clause]) -> Clause:
        """Clauses with "or" between them."""
        return Clause(self._either.join(part.inside() for part in parts), joined=True)

    def negation(self, part: Clause) -> Clause:
        """The clause with "not so" before it."""
        return Clause(self._words("negated", condition=part.words), joined=True)

    def _label(self, variable: Variable, category: str) -> str:
        label = variable.categories[variable.position(category)].label
        return self._words("answer", label=label.into(self._asked.language))

    def _value(self, variable: Variable, value: Literal_) -> str:
        if variable.type is VariableType.DATE:
            return date(datetime.date.fromisoformat(str(value)), self._asked.language)
        if isinstance(value, str):
            return self._words("answer", label=value)
        exact = Decimal(repr(value)).normalize()
        return number(value, self._asked.language, max(0, -int(exact.as_tuple().exponent)))
