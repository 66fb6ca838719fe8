"""From interviews to a dataset: each answer under its variable, and why there is none elsewhere.

Rows come in random order, so that their place tells nothing.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import numpy as np

from rundfrage.codebook import Codebook, Missing, Variable, VariableType
from rundfrage.dataset import ANSWERED, CHOSEN, Coded, Column, Dataset, Marks, Values
from rundfrage.fieldwork.interview import Interview
from rundfrage.progress import UNWATCHED, Progress, stepwise
from rundfrage.questionnaire.answers.posted import Given
from rundfrage.questionnaire.versions.marked import marked_since
from rundfrage.rules.answer_space import Answer


@dataclass(frozen=True)
class Export:
    """A dataset, and how many answers of older versions have no place in its codebook."""

    dataset: Dataset
    orphaned: Mapping[str, int]


def export(
    codebook: Codebook,
    interviews: Iterable[Interview],
    source: str,
    progress: Progress = UNWATCHED,
) -> Export:
    """The answers of these interviews in the codebook in the field; each variable is a step.

    What an interview's own version asked of a respondent and was left, not yet reached or is not
    an answer any more, is LEFT_BLANK; what it led the respondent past, NOT_ASKED.
    """
    shuffled = list(interviews)
    random.SystemRandom().shuffle(shuffled)
    rows = [_row(interview) for interview in shuffled]
    versions = [interview.instrument.codebook for interview in shuffled]
    orphaned: dict[str, int] = {}
    columns: dict[str, Column] = {}
    for variable in stepwise(codebook.variables, progress, lambda one: one.name):
        given = [row.get(variable.name, Missing.NOT_ASKED) for row in rows]
        marked = _marked(variable, versions)
        given = [
            _reason(answer, marked[id(version)])
            for answer, version in zip(given, versions, strict=True)
        ]
        fitting = [_fitting(variable, answer) for answer in given]
        if lost := sum(one is not other for one, other in zip(given, fitting, strict=True)):
            orphaned[variable.name] = lost
        columns[variable.name] = _column(variable, fitting)
    for name in sorted({name for row in rows for name in row} - set(columns)):
        orphaned[name] = sum(not isinstance(row.get(name, Missing.NOT_ASKED), Missing)
                             for row in rows)  # fmt: skip
    return Export(Dataset(codebook, columns, len(rows), source), orphaned)


def _marked(
    variable: Variable, versions: Iterable[Codebook]
) -> Mapping[int, Mapping[str, Missing]]:
    """The answers of each version that the variable has as reasons for no answer."""
    return {
        id(version): marked_since(version[variable.name], variable)
        if variable.name in version
        else {}
        for version in {id(one): one for one in versions}.values()
    }


def _reason(given: Given, marked: Mapping[str, Missing]) -> Given:
    """The answer, or the reason for none that it is marked as since it was given."""
    if isinstance(given, frozenset) and not marked.keys().isdisjoint(given):
        return given.difference(marked) or marked[min(given)]
    return marked.get(given, given) if isinstance(given, str) else given


def _row(interview: Interview) -> dict[str, Given]:
    """What is known of each variable that the respondent was asked.

    The field of "other, namely" was asked of those who chose that option alone.
    """
    instrument = interview.instrument
    row: dict[str, Given] = {}
    for step in interview.walk.steps:
        for question in step.questions:
            for name in instrument.members[question.name]:
                variable = instrument.codebook[name]
                if variable.of is None or _chosen(
                    interview.answers.get(variable.of), variable.opened_by
                ):
                    row[name] = interview.answers.get(name, Missing.LEFT_BLANK)
    return row


def _chosen(answer: Given | None, option: str) -> bool:
    return option in answer if isinstance(answer, frozenset) else answer == option


def _fitting(variable: Variable, given: Given) -> Given:
    """The answer if the variable can hold it, else LEFT_BLANK; the same object if it can."""
    if isinstance(given, Missing):
        return given
    names = {category.name for category in variable.categories}
    match variable.type:
        case VariableType.CATEGORICAL | VariableType.ORDINAL:
            fits = isinstance(given, str) and given in names
        case VariableType.MULTIPLE:
            fits = isinstance(given, frozenset) and given <= names
        case VariableType.NUMERIC:
            fits = isinstance(given, Decimal)
        case VariableType.DATE:
            fits = isinstance(given, date)
        case VariableType.TEXT:
            fits = isinstance(given, str)
    return given if fits else Missing.LEFT_BLANK


def _column(variable: Variable, given: Sequence[Given]) -> Column:
    reasons = np.array([one if isinstance(one, Missing) else ANSWERED for one in given], np.int8)
    if variable.coded:
        places = {category.name: at for at, category in enumerate(variable.categories)}
        codes = [one if isinstance(one, Missing) else places[str(one)] for one in given]
        return Coded(np.array(codes, np.int16))
    if variable.type is VariableType.MULTIPLE:
        marks = np.tile(reasons, (len(variable.categories), 1))
        for at, one in enumerate(given):
            if isinstance(one, frozenset):
                for place, category in enumerate(variable.categories):
                    marks[place, at] = CHOSEN if category.name in one else 0
        return Marks(marks)
    return Values(_values(variable, given), reasons)


def _values(variable: Variable, given: Sequence[Given]) -> np.ndarray:
    answers: list[Answer | None] = [None if isinstance(one, Missing) else one for one in given]
    if variable.type is VariableType.NUMERIC:
        return np.array([0.0 if one is None else float(str(one)) for one in answers], np.float64)
    if variable.type is VariableType.DATE:
        return np.array(["NaT" if one is None else str(one) for one in answers], "datetime64[D]")
    texts = np.empty(len(answers), dtype=np.object_)
    texts[:] = ["" if one is None else str(one) for one in answers]
    return texts
