"""Conditions: names that exist and come before, answers that exist, comparisons that make sense."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rundfrage.codebook import Variable, VariableType
from rundfrage.codebook.shapes import shape_of
from rundfrage.errors import Problem, did_you_mean
from rundfrage.locales import Message, message
from rundfrage.questionnaire.checks.ground import Ground, Place
from rundfrage.questionnaire.model import Quota
from rundfrage.rules import Answered, Compare, Contains, Count, atoms, write
from rundfrage.rules.answer_space import COMPARISONS

_Atom = Answered | Compare | Contains | Count
_SHOWN = 30
_CHOICE = (VariableType.CATEGORICAL, VariableType.ORDINAL)


def check_conditions(ground: Ground) -> Iterator[Problem]:
    """The Problems of all conditions."""
    for place in ground.places():
        condition = place.condition
        if condition is None:
            continue
        for atom in atoms(condition):
            words = write(atom)
            said = (
                message("counts if {condition}", condition=words)
                if isinstance(place.bearer, Quota)
                else message("shown if {condition}", condition=words)
            )
            found = _Checked(ground, place, said)
            problem = found.name(atom) or found.meaning(atom)
            if problem:
                yield problem


@dataclass(frozen=True)
class _Checked:
    """A simple condition, the place it belongs to, and the words for it."""

    ground: Ground
    place: Place
    words: Message

    def condition_problem(
        self, code: str, found: Message, expected: Message, mend: Message
    ) -> Problem:
        return Problem(
            code,
            where=self.ground.where(self.place.name, self.place.line),
            found=message("{words}, but {found}", words=self.words, found=found),
            expected=expected,
            mend=mend,
        )

    def name(self, atom: _Atom) -> Problem | None:
        """The Problem of a name that is none, or none yet."""
        name = atom.variable
        if self.ground.known(name, self.place):
            return None
        known = self.ground.names_before(self.place)
        if name in self.ground.variables:
            return self.condition_problem(
                "forward-reference",
                message("{name} is asked only later.", name=name),
                message("a question that stands before it."),
                message("Move it behind that question, or ask that question earlier."),
            )
        at = self.ground.positions.get(name)
        if at is not None and self.ground.measured[at].battery is not None:
            members = self.ground.measured[at].variables
            return self.condition_problem(
                "condition-on-battery",
                message("{name} has an answer for each of its items.", name=name),
                message(
                    "one of them: {members}.", members=", ".join(member.name for member in members)
                ),
                message("Write for example {name}.", name=members[0].name),
            )
        if at is not None:
            return self.condition_problem(
                "condition-on-reading",
                message("{name} is a text to read and has no answer.", name=name),
                message("a question that is answered."),
                did_you_mean(name, known) or message("Name another question."),
            )
        return self.condition_problem(
            "unknown-name",
            *self.absent(name),
            self.proposal(atom, known) or message("Check the name."),
        )

    def absent(self, name: str) -> tuple[Message, Message]:
        """That there is no such question, and which: any, if it is for a quota."""
        if isinstance(self.place.bearer, Quota):
            return message("there is no question {name}.", name=name), message("a question.")
        return (
            message("there is no question {name} before it.", name=name),
            message("a question that stands before it."),
        )

    def proposal(self, atom: _Atom, known: Sequence[str]) -> Message:
        """The nearest name that the condition fits, else the nearest at all."""
        fitting = [name for name in known if self.meaning(replace(atom, variable=name)) is None]
        name = atom.variable[:60]
        return did_you_mean(name, fitting) or did_you_mean(name, known)

    def meaning(self, atom: _Atom) -> Problem | None:
        """The Problem of a condition that doesn't fit the question it names."""
        variable = self.ground.variables[atom.variable][1]
        match atom:
            case Answered():
                return None
            case Contains(category, _):
                return self.contains(variable, category)
            case Count(name, operator, number):
                return self.count(variable, name, operator, number)
            case Compare():
                return self.compare(variable, atom)

    def contains(self, variable: Variable, category: str) -> Problem | None:
        if variable.type is not VariableType.MULTIPLE:
            return self.wrong_type(
                variable,
                message('Write {name} == "{category}".', name=variable.name, category=category),
            )
        return self.known_answer(variable, category)

    def count(self, variable: Variable, name: str, operator: str, number: int) -> Problem | None:
        if variable.type is not VariableType.MULTIPLE:
            return self.wrong_type(
                variable, message("Write answered({name}) to ask for any answer.", name=name)
            )
        most = len(variable.categories)
        if number > most or (operator == ">" and number == most) or (operator, number) == ("<", 0):
            return self.condition_problem(
                "condition-out-of-range",
                message("{name} has {most} answers.", name=name, most=most),
                message("a number from 0 to {most} that can be met.", most=most),
                message("Change the number."),
            )
        return None

    def compare(self, variable: Variable, atom: Compare) -> Problem | None:
        order = atom.operator not in ("==", "!=")
        if variable.type is VariableType.MULTIPLE:
            return self.wrong_type(
                variable, message('Write for example "…" in {name}.', name=variable.name)
            )
        if variable.type in _CHOICE:
            if order and (variable.type is VariableType.CATEGORICAL or isinstance(atom.value, str)):
                return self.wrong_type(variable, message("Compare with == or !=, joined by or."))
            return self.known_answer(variable, atom.value)
        if variable.type is VariableType.NUMERIC:
            return self.number(variable, atom)
        if variable.type is VariableType.DATE:
            return self.date(variable, atom)
        if order or not isinstance(atom.value, str):
            return self.wrong_type(variable, message("Write answered({name}).", name=variable.name))
        return None

    def known_answer(self, variable: Variable, value: float | str) -> Problem | None:
        names = [category.name for category in variable.categories]
        codes = [category.code for category in variable.categories]
        if value in names or (not isinstance(value, str) and value in codes):
            return None
        shown = names if isinstance(value, str) else [str(code) for code in codes]
        given = value if isinstance(value, str) else f"{value:g}"
        return self.condition_problem(
            "unknown-answer",
            self.unknown_answer(variable, value),
            message(
                "one of {names}.",
                names=", ".join(shown[:_SHOWN]) + (" …" if len(shown) > _SHOWN else ""),
            ),
            did_you_mean(given, shown) or message("Check the answer's name."),
        )

    def unknown_answer(self, variable: Variable, value: float | str) -> Message:
        if value in [code.value for code in variable.missing]:
            return message(
                "{name} has no such answer (it counts as missing: write not answered).",
                name=variable.name,
            )
        return message("{name} has no such answer.", name=variable.name)

    def number(self, variable: Variable, atom: Compare) -> Problem | None:
        value, low, high = atom.value, variable.low, variable.high
        if isinstance(value, str):
            return self.wrong_type(
                variable, message("Write for example {name} >= 18.", name=variable.name)
            )
        if low is None or high is None:
            return None
        outside = {
            "==": not low <= value <= high,
            "!=": not low <= value <= high,
            "<": not low < value <= high,
            "<=": not low <= value < high,
            ">": not low <= value < high,
            ">=": not low < value <= high,
        }[atom.operator]
        if not outside:
            return None
        always = COMPARISONS[atom.operator](low, value) and COMPARISONS[atom.operator](high, value)
        return self.condition_problem(
            "condition-out-of-range",
            message(
                "{name} goes from {low} to {high}, so that it always holds.",
                name=variable.name,
                low=low,
                high=high,
            )
            if always
            else message(
                "{name} goes from {low} to {high}, so that it never holds.",
                name=variable.name,
                low=low,
                high=high,
            ),
            message("a number between {low} and {high}.", low=low, high=high),
            message("Change the number or the range."),
        )

    def date(self, variable: Variable, atom: Compare) -> Problem | None:
        try:
            datetime.date.fromisoformat(str(atom.value))
        except ValueError:
            return self.condition_problem(
                "condition-type",
                message("{words} is no day.", words=atom.value),
                message("a day of the calendar, as year, month and day."),
                message(
                    'Write for example {name} {operator} "2020-12-31".',
                    name=variable.name,
                    operator=atom.operator,
                ),
            )
        return None

    def wrong_type(self, variable: Variable, mend: Message) -> Problem:
        return self.condition_problem(
            "condition-type",
            message(
                "{name} {described}.", name=variable.name, described=shape_of(variable).described
            ),
            message("a comparison that fits the question."),
            mend,
        )
