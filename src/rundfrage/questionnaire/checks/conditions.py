"""Conditions: names that exist and come before, answers that exist, comparisons that make sense."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rundfrage.codebook import Variable, VariableType
from rundfrage.codebook.shapes import shape_of
from rundfrage.errors import Problem, did_you_mean
from rundfrage.locales import message
from rundfrage.questionnaire.checks.ground import Ground, Place
from rundfrage.questionnaire.model import Quota
from rundfrage.rules import Answered, Compare, Contains, Count, atoms, write
from rundfrage.rules.answer_space import COMPARISONS

_Atom = Answered | Compare | Contains | Count
_CHOICE = (VariableType.CATEGORICAL, VariableType.ORDINAL)


def check_conditions(ground: Ground) -> Iterator[Problem]:
    """The Problems of all conditions."""
    for place in ground.places():
        condition = place.condition
        if condition is None:
            continue
        verb = "counts" if isinstance(place.bearer, Quota) else "shown"
        for atom in atoms(condition):
            found = _Checked(ground, place, f"{verb} if {write(atom)}")
            problem = found.name(atom) or found.meaning(atom)
            if problem:
                yield problem


@dataclass(frozen=True)
class _Checked:
    """A simple condition, the place it belongs to, and the words for it."""

    ground: Ground
    place: Place
    words: str

    @property
    def before(self) -> str:
        """Where the question would have to stand: anywhere, if it is for a quota."""
        return "" if isinstance(self.place.bearer, Quota) else " before it"

    def condition_problem(self, code: str, found: str, expected: str, mend: str) -> Problem:
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
            message("there is no question {name}{before}.", name=name, before=self.before),
            message(
                "a question{value}.", value=message(" that stands before it") if self.before else ""
            ),
            self.proposal(atom, known) or message("Check the name."),
        )

    def proposal(self, atom: _Atom, known: Sequence[str]) -> str:
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
            message(
                "{name} has no such answer{as_missing}.",
                name=variable.name,
                as_missing=self.as_missing(variable, value),
            ),
            message(
                "one of {names}{value}.",
                names=", ".join(shown[:30]),
                value=" …" if len(shown) > 30 else "",  # noqa: PLR2004
            ),
            did_you_mean(given, shown) or message("Check the answer's name."),
        )

    def as_missing(self, variable: Variable, value: float | str) -> str:
        codes = [code.value for code in variable.missing]
        return " (it counts as missing: write not answered)" if value in codes else ""

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
        holds = "always" if always else "never"
        return self.condition_problem(
            "condition-out-of-range",
            message(
                "{name} goes from {low} to {high}, so that it {holds} holds.",
                name=variable.name,
                low=format(low, "g"),
                high=format(high, "g"),
                holds=holds,
            ),
            message(
                "a number between {low} and {high}.", low=format(low, "g"), high=format(high, "g")
            ),
            message("Change the number or the range."),
        )

    def date(self, variable: Variable, atom: Compare) -> Problem | None:
        try:
            datetime.date.fromisoformat(str(atom.value))
        except ValueError:
            return self.condition_problem(
                "condition-type",
                message("{value} is no day.", value=atom.value),
                message("a day of the calendar, as year, month and day."),
                message(
                    'Write for example {name} {operator} "2020-12-31".',
                    name=variable.name,
                    operator=atom.operator,
                ),
            )
        return None

    def wrong_type(self, variable: Variable, mend: str) -> Problem:
        return self.condition_problem(
            "condition-type",
            f"{variable.name} {shape_of(variable).described}.",
            message("a comparison that fits the question."),
            mend,
        )
