"""What a subgroup is called in a footer: its condition in words, without names and codes."""

from __future__ import annotations

import datetime
import operator
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rundfrage.codebook import Codebook, Variable, VariableType
from rundfrage.errors import Where
from rundfrage.locales.phrases import Phrasebook
from rundfrage.look.clip import clip
from rundfrage.report.charts.rows import one_line
from rundfrage.report.claims.phrases import phrases_in
from rundfrage.report.claims.subgroup import condition_of
from rundfrage.report.words import isolated, listed, words_in
from rundfrage.rules import Answered, Compare, Condition, Contains, Count, Not, Or
from rundfrage.rules.expression import And, Literal_
from rundfrage.text import date, number

_LABEL = 60
_FEW = 3
"""So many steps of a scale are named, of more the first and the last."""
_COMPARES: dict[str, Callable[[float, float], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_OF_NUMBERS = {
    "==": "group-is",
    "<": "group-below",
    "<=": "group-at-most",
    ">": "group-above",
    ">=": "group-at-least",
}
_OF_DAYS = {
    "==": "group-is",
    "<": "group-before",
    "<=": "group-until",
    ">": "group-after",
    ">=": "group-from",
}


def group_name(words: str, codebook: Codebook, language: str) -> str:
    """The group of a condition by the answers that make it, in the language of the report.

    Raises a Problem for a condition that has no sense.
    """
    condition = condition_of(words, codebook, Where())
    return _Naming(codebook, language, phrases_in(language), words_in(language)).name(condition)


@dataclass(frozen=True)
class _Naming:
    codebook: Codebook
    language: str
    phrases: Phrasebook
    lists: Phrasebook

    def name(self, condition: Condition) -> str:
        match condition:
            case Compare(variable, how, value):
                return self.compared(self.codebook[variable], how, value)
            case Contains(category, variable):
                return self.answers(self.codebook[variable], [category])
            case Answered(variable):
                return self.phrases("group-answered", question=self.asked(variable))
            case Count(variable, how, value):
                asked = self.phrases("group-count", question=self.asked(variable))
                return self.measured(asked, how, number(value, self.language), _OF_NUMBERS)
            case And(parts):
                return self.every(parts)
            case Or(parts):
                return self.joined([self.name(part) for part in parts], "list-or")
            case Not(part):
                return self.others(self.name(part))

    def every(self, parts: Sequence[Condition]) -> str:
        """Parts that hold at once; two ends of one number are a range."""
        match parts:
            case [Compare(one, ">=", float(low)), Compare(other, "<=", float(high))] | [
                Compare(one, "<=", float(high)),
                Compare(other, ">=", float(low)),
            ] if one == other and self.codebook[one].type is VariableType.NUMERIC:
                ends = (self.printed(low), self.printed(high))
                return self.phrases(
                    "group-between", question=self.asked(one), low=ends[0], high=ends[1]
                )
        names = [
            f"({self.name(part)})" if isinstance(part, Or) else self.name(part) for part in parts
        ]
        return self.joined(names, "list-last")

    def compared(self, variable: Variable, how: str, value: Literal_) -> str:
        if variable.coded:
            return self.coded(variable, how, value)
        if how == "!=":
            return self.others(self.compared(variable, "==", value))
        asked = self.asked(variable.name)
        if variable.type is VariableType.DATE:
            day = date(datetime.date.fromisoformat(str(value)), self.language)
            return self.measured(asked, how, day, _OF_DAYS)
        return self.measured(asked, how, self.printed(float(value)), _OF_NUMBERS)

    def coded(self, variable: Variable, how: str, value: Literal_) -> str:
        """The answers for which it holds; all but one where one is left out."""
        codes = {one.name: float(one.code) for one in variable.categories}
        wanted = codes[value] if isinstance(value, str) else value
        if how == "!=":
            return self.others(self.compared(variable, "==", value))
        holds = _COMPARES[how]
        names = [name for name, code in codes.items() if holds(code, wanted)]
        return self.answers(variable, names) if names else self.lists("nothing")

    def answers(self, variable: Variable, names: Sequence[str]) -> str:
        """The labels of these answers; of an item behind its own."""
        labels = [
            self.label(one.label.into(self.language) or one.name)
            for one in variable.categories
            if one.name in names
        ]
        if len(labels) > _FEW:
            said = self.phrases("group-steps", first=labels[0], last=labels[-1])
        else:
            said = self.joined(labels, "list-or")
        if variable.item:
            return self.phrases("group-item", item=self.asked(variable.name), answer=said)
        return said

    def measured(self, asked: str, how: str, value: str, wordings: dict[str, str]) -> str:
        if how == "!=":
            return self.others(self.measured(asked, "==", value, wordings))
        return self.phrases(wordings[how], question=asked, value=value)

    def asked(self, name: str) -> str:
        """The question, or the item of a grid."""
        known = {one.name: one.label for one in self.codebook.batteries}
        label = known.get(name)
        if name in self.codebook:
            variable = self.codebook[name]
            label = variable.item or variable.label
        return self.label((one_line(label, self.language) if label is not None else "") or name)

    def others(self, group: str) -> str:
        return self.phrases("group-others", group=group)

    def joined(self, names: Sequence[str], last: str) -> str:
        return listed_text(names, self.lists, last)

    def label(self, words: str) -> str:
        return isolated(clip(words, _LABEL), self.language)

    def printed(self, value: float) -> str:
        exponent = Decimal(repr(value)).normalize().as_tuple().exponent
        places = max(0, -exponent) if isinstance(exponent, int) else 0
        return number(value, self.language, places)


def listed_text(names: Sequence[str], lists: Phrasebook, last: str) -> str:
    """The names in a list, `last` before the last of them."""
    return "".join(str(part) for part in listed(names, lists, last=last).parts)
