"""From interviews to datasets: each answer under its variable, and why there is none elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import repeat

import numpy as np

from rundfrage.codebook import Codebook, Missing, Variable, VariableType
from rundfrage.dataset import ANSWERED, CHOSEN, Coded, Column, Dataset, Marks, Values
from rundfrage.fieldwork.folding import Alike
from rundfrage.fieldwork.interview import Interview
from rundfrage.fieldwork.walk import Step, variables_of
from rundfrage.questionnaire.answers.posted import Given
from rundfrage.questionnaire.versions.marked import marked_since
from rundfrage.rules.answer_space import Answer

MOST_WAYS = 10_000
"""So many ways through questionnaires are remembered while interviews are gathered."""
_MISFIT = -1000
"""Stands for an answer that the variable can't hold; no reason and no category has the number."""


@dataclass(frozen=True)
class _Asked:
    """A variable that an interview asked, where its answers go, and when it was asked.

    `of` and `option` are the question and the option that open the field of "other, namely";
    `marked` the answers that have become reasons for none since.
    """

    name: str
    answers: list[Given]
    of: str | None
    option: str
    marked: Mapping[str, Missing]


@dataclass(frozen=True)
class _Way:
    """What a row gets of an interview that went this way: `steps` are the walk's.

    `plain` are the variables that were asked of everybody, `other` those that need a look, `passed`
    the lists of those that weren't asked, `orphans` those that the codebook in the field hasn't.
    """

    steps: tuple[Step, ...]
    plain: tuple[tuple[str, list[Given]], ...]
    other: tuple[_Asked, ...]
    passed: tuple[list[Given], ...]
    orphans: tuple[_Asked, ...]


class Gathering:
    """Gathers interviews until they are taken away, and keeps their answers alone.

    What an interview's own version asked of a respondent and was left, not yet reached or is not
    an answer any more, is LEFT_BLANK; what it led the respondent past, NOT_ASKED.
    """

    def __init__(self, codebook: Codebook, source: str) -> None:
        self._codebook = codebook
        self._source = source
        self._answers: dict[str, list[Given]] = {one.name: [] for one in codebook.variables}
        self._lost: Counter[str] = Counter()
        self._orphaned: Counter[str] = Counter()
        self._ways: dict[int, _Way] = {}
        self.count = 0

    @property
    def orphaned(self) -> Mapping[str, int]:
        """How many answers of older versions have no place in the codebook, by variable.

        It is whole when all was taken.
        """
        lost = {one.name: self._lost[one.name] for one in self._codebook.variables}
        return {name: count for name, count in lost.items() if count} | {
            name: self._orphaned[name] for name in sorted(self._orphaned)
        }

    def add(self, alike: Alike) -> None:
        """Gather these."""
        count, answers = alike.count, alike.answers
        self.count += count
        way = self._way(alike.interview)
        for name, column in way.plain:
            column.extend(answers.get(name) or repeat(Missing.LEFT_BLANK, count))
        for one in way.other:
            given = _given(answers, one, count)
            column = one.answers
            column.extend([_reason(each, one.marked) for each in given] if one.marked else given)
        for column in way.passed:
            column.extend(repeat(Missing.NOT_ASKED, count))
        for one in way.orphans:
            given = _given(answers, one, count)
            self._orphaned[one.name] += sum(not isinstance(each, Missing) for each in given)

    def take(self) -> Dataset:
        """What was gathered since it was last taken away."""
        columns: dict[str, Column] = {}
        for variable in self._codebook.variables:
            given = self._answers[variable.name]
            columns[variable.name], lost = _column(variable, given)
            self._lost[variable.name] += lost
            given.clear()
        count, self.count = self.count, 0
        return Dataset(self._codebook, columns, count, self._source)

    def _way(self, interview: Interview) -> _Way:
        # Where many go the same way, its steps are the same object.
        steps = interview.walk.steps
        known = self._ways.get(id(steps))
        if known is not None and known.steps is steps:
            return known
        if len(self._ways) >= MOST_WAYS:
            self._ways.clear()
        way = self._way_of(interview)
        self._ways[id(steps)] = way
        return way

    def _way_of(self, interview: Interview) -> _Way:
        codebook = interview.instrument.codebook
        plain, other, orphans = [], [], []
        passed = dict(self._answers)
        for step in interview.walk.steps:
            for name in variables_of(step, interview.instrument):
                variable = codebook[name]
                column = passed.pop(name, None)
                marked = _marked(codebook, self._codebook, name)
                option = "" if variable.of is None else variable.opened_by
                asked = _Asked(name, column or [], variable.of, option, marked)
                if column is None:
                    orphans.append(asked)
                    self._orphaned[name] += 0
                elif variable.of is None and not marked:
                    plain.append((name, column))
                else:
                    other.append(replace(asked, answers=column))
        return _Way(
            interview.walk.steps,
            tuple(plain),
            tuple(other),
            tuple(passed.values()),
            tuple(orphans),
        )


def _marked(old: Codebook, new: Codebook, name: str) -> Mapping[str, Missing]:
    """The answers of the old version that the variable has as reasons for none in the new one."""
    return marked_since(old[name], new[name]) if name in new else {}


def _given(answers: Mapping[str, Sequence[Given]], asked: _Asked, count: int) -> Sequence[Given]:
    """The answers; the field of "other, namely" was asked of those who chose that option alone."""
    given = answers.get(asked.name) or [Missing.LEFT_BLANK] * count
    if asked.of is None:
        return given
    opening = answers.get(asked.of) or [Missing.LEFT_BLANK] * count
    return [
        one if _chosen(choice, asked.option) else Missing.NOT_ASKED
        for one, choice in zip(given, opening, strict=True)
    ]


def _reason(given: Given, marked: Mapping[str, Missing]) -> Given:
    """The answer, or the reason for none that it is marked as since it was given."""
    if isinstance(given, frozenset) and not marked.keys().isdisjoint(given):
        return given.difference(marked) or marked[min(given)]
    return marked.get(given, given) if isinstance(given, str) else given


def _chosen(answer: Given, option: str) -> bool:
    return option in answer if isinstance(answer, frozenset) else answer == option


def _fitting(variable: Variable, given: Given) -> Given:
    """The answer if the variable can hold it, else LEFT_BLANK; the same object if it can."""
    if isinstance(given, Missing):
        return given
    fits = False
    match variable.type:
        case VariableType.NUMERIC:
            fits = isinstance(given, Decimal)
        case VariableType.DATE:
            fits = isinstance(given, date)
        case VariableType.TEXT:
            fits = isinstance(given, str)
    return given if fits else Missing.LEFT_BLANK


def _column(variable: Variable, given: Sequence[Given]) -> tuple[Column, int]:
    """The column, and how many answers the variable can't hold, which are LEFT_BLANK there."""
    if variable.coded:
        places = _Places({category.name: at for at, category in enumerate(variable.categories)})
        codes = np.array(
            [places[one] if type(one) is str else _code(one) for one in given], np.int16
        )
        misfits = codes == _MISFIT
        codes[misfits] = Missing.LEFT_BLANK
        return Coded(codes), int(misfits.sum())
    if variable.type is VariableType.MULTIPLE:
        return _marks(variable, given)
    fitting = [_fitting(variable, one) for one in given]
    lost = sum(one is not other for one, other in zip(given, fitting, strict=True))
    reasons = np.array([one if isinstance(one, Missing) else ANSWERED for one in fitting], np.int8)
    return Values(_values(variable, fitting), reasons), lost


class _Places(dict[str, int]):
    """Where categories stand; _MISFIT of what is none."""

    def __missing__(self, name: str) -> int:
        return _MISFIT


def _code(given: Given) -> int:
    return given if isinstance(given, Missing) else _MISFIT


def _marks(variable: Variable, given: Sequence[Given]) -> tuple[Marks, int]:
    """Of respondents who chose the same there are many: each choice is looked at once."""
    names = [category.name for category in variable.categories]
    patterns: dict[Missing | frozenset[str], int] = {Missing.LEFT_BLANK: 0}
    lost = 0
    of_each = []
    for one in given:
        known: Missing | frozenset[str] = Missing.LEFT_BLANK
        if isinstance(one, Missing) or (isinstance(one, frozenset) and one.issubset(names)):
            known = one
        else:
            lost += 1
        of_each.append(patterns.setdefault(known, len(patterns)))
    marks = np.zeros((len(names), len(patterns)), np.int8)
    for at, pattern in enumerate(patterns):
        if isinstance(pattern, frozenset):
            marks[:, at] = [CHOSEN if name in pattern else 0 for name in names]
        else:
            marks[:, at] = int(pattern)
    return Marks(marks[:, np.array(of_each, np.intp)]), lost


def _values(variable: Variable, given: Sequence[Given]) -> np.ndarray:
    answers: list[Answer | None] = [None if isinstance(one, Missing) else one for one in given]
    if variable.type is VariableType.NUMERIC:
        return np.array([0.0 if one is None else float(str(one)) for one in answers], np.float64)
    if variable.type is VariableType.DATE:
        return np.array(["NaT" if one is None else str(one) for one in answers], "datetime64[D]")
    texts = np.empty(len(answers), dtype=np.object_)
    texts[:] = ["" if one is None else str(one) for one in answers]
    return texts
