"""Conditions: names that exist and come before, answers that exist, comparisons that make sense."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rundfrage.codebook import Variable, VariableType
from rundfrage.codebook.shapes import shape_of
from rundfrage.errors import Problem, did_you_mean
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
            found=f"{self.words}, but {found}",
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
                f"{name} is asked only later.",
                "a question that stands before it.",
                "Move it behind that question, or ask that question earlier.",
            )
        at = self.ground.positions.get(name)
        if at is not None and self.ground.measured[at].battery is not None:
            members = self.ground.measured[at].variables
            return self.condition_problem(
                "condition-on-battery",
                f"{name} has an answer for each of its items.",
                f"one of them: {', '.join(member.name for member in members)}.",
                f"Write for example {members[0].name}.",
            )
        if at is not None:
            return self.condition_problem(
                "condition-on-reading",
                f"{name} is a text to read and has no answer.",
                "a question that is answered.",
                did_you_mean(name, known) or "Name another question.",
            )
        return self.condition_problem(
            "unknown-name",
            f"there is no question {name}{self.before}.",
            f"a question{' that stands before it' if self.before else ''}.",
            self.proposal(atom, known) or "Check the name.",
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
            return self.wrong_type(variable, f'Write {variable.name} == "{category}".')
        return self.known_answer(variable, category)

    def count(self, variable: Variable, name: str, operator: str, number: int) -> Problem | None:
        if variable.type is not VariableType.MULTIPLE:
            return self.wrong_type(variable, f"Write answered({name}) to ask for any answer.")
        most = len(variable.categories)
        if number > most or (operator == ">" and number == most) or (operator, number) == ("<", 0):
            return self.condition_problem(
                "condition-out-of-range",
                f"{name} has {most} answers.",
                f"a number from 0 to {most} that can be met.",
                "Change the number.",
            )
        return None

    def compare(self, variable: Variable, atom: Compare) -> Problem | None:
        order = atom.operator not in ("==", "!=")
        if variable.type is VariableType.MULTIPLE:
            return self.wrong_type(variable, f'Write for example "…" in {variable.name}.')
        if variable.type in _CHOICE:
            if order and (variable.type is VariableType.CATEGORICAL or isinstance(atom.value, str)):
                return self.wrong_type(variable, "Compare with == or !=, joined by or.")
            return self.known_answer(variable, atom.value)
        if variable.type is VariableType.NUMERIC:
            return self.number(variable, atom)
        if variable.type is VariableType.DATE:
            return self.date(variable, atom)
        if order or not isinstance(atom.value, str):
            return self.wrong_type(variable, f"Write answered({variable.name}).")
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
            f"{variable.name} has no such answer{self.as_missing(variable, value)}.",
            f"one of {', '.join(shown[:30])}{' …' if len(shown) > 30 else ''}.",  # noqa: PLR2004
            did_you_mean(given, shown) or "Check the answer's name.",
        )

    def as_missing(self, variable: Variable, value: float | str) -> str:
        codes = [code.value for code in variable.missing]
        return " (it counts as missing: write not answered)" if value in codes else ""

    def number(self, variable: Variable, atom: Compare) -> Problem | None:
        value, low, high = atom.value, variable.low, variable.high
        if isinstance(value, str):
            return self.wrong_type(variable, f"Write for example {variable.name} >= 18.")
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
            f"{variable.name} goes from {low:g} to {high:g}, so that it {holds} holds.",
            f"a number between {low:g} and {high:g}.",
            "Change the number or the range.",
        )

    def date(self, variable: Variable, atom: Compare) -> Problem | None:
        try:
            datetime.date.fromisoformat(str(atom.value))
        except ValueError:
            return self.condition_problem(
                "condition-type",
                f"{atom.value} is no day.",
                "a day of the calendar, as year, month and day.",
                f'Write for example {variable.name} {atom.operator} "2020-12-31".',
            )
        return None

    def wrong_type(self, variable: Variable, mend: str) -> Problem:
        return self.condition_problem(
            "condition-type",
            f"{variable.name} {shape_of(variable).described}.",
            "a comparison that fits the question.",
            mend,
        )
