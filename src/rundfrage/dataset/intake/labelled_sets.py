"""Sets of labelled columns that a file, or a person, says to be one question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rundfrage.codebook import Category, Variable, VariableType
from rundfrage.dataset.columns import ANSWERED, CHOSEN, Marks, Reasons
from rundfrage.dataset.flat import joined_marks
from rundfrage.dataset.intake.categories import slug
from rundfrage.dataset.intake.labelled_values import Value, different, plain, sorting
from rundfrage.dataset.intake.running_names import mentions
from rundfrage.dataset.intake.scales import role_of
from rundfrage.dataset.intake.shared_words import cut_labels
from rundfrage.dataset.labelled import Labelled
from rundfrage.text import Text


@dataclass(frozen=True)
class MultipleSet:
    """Columns that are one multiple question: each a category, chosen where it is `counted`.

    Without `counted` each column holds one of the categories chosen.
    """

    name: str
    label: str
    members: tuple[str, ...]
    counted: float | str | None


def is_grid(members: Sequence[Labelled]) -> bool:
    """True if the columns of a set are questions of their own, and no mentions of one answer."""
    return _answers_twice(members) and not mentions([one.label for one in members])


def _answers_twice(members: Sequence[Labelled]) -> bool:
    """True if somebody gives one answer in two columns: they are questions of their own then."""
    alike = {tuple(sorted(one.labels.items(), key=str)) for one in members}
    if len(members) < 2 or len(alike) > 1:  # noqa: PLR2004  one says nothing twice
        return False
    for at, one in enumerate(members):
        for other in members[at + 1 :]:
            if (one.answered & other.answered & one.same(other)).any():
                return True
    return False


def multiple(one: MultipleSet, members: Sequence[Labelled]) -> tuple[Variable, Marks]:
    """The multiple choice that the columns of a set are, and who chose what."""
    label = Text.of(one.label or one.name)
    marks: list[Reasons] = []
    categories: list[Category] = []
    names: list[str] = []
    if one.counted is not None:
        _, items = cut_labels([column.label or column.name for column in members])
        for number, (column, words) in enumerate(zip(members, items, strict=True), 1):
            part = np.where(column.holds(one.counted), CHOSEN, ANSWERED).astype(np.int8)
            marks.append(np.where(column.answered, part, column.reasons))
            categories.append(Category(column.name, Text.of(words), number, role_of(words)))
    else:
        labels: dict[Value, str] = {}
        for column in members:
            labels |= column.labels
            for value in different(column):
                labels.setdefault(value, plain(value))
        any_answer = np.array([column.answered for column in members]).any(axis=0)
        reasons = members[0].reasons
        for number, value in enumerate(sorted(labels, key=sorting), 1):
            chosen = np.array([c.answered & c.holds(value) for c in members]).any(axis=0)
            marks.append(np.where(any_answer, chosen.astype(np.int8), reasons).astype(np.int8))
            names.append(slug(labels[value], names))
            code = int(value) if isinstance(value, float) and value.is_integer() else number
            words = labels[value]
            categories.append(Category(names[-1], Text.of(words), code, role_of(words)))
    variable = Variable(one.name, VariableType.MULTIPLE, label, tuple(categories))
    if not marks:
        return variable, Marks(np.empty((0, len(members[0].reasons)), np.int8))
    return variable, joined_marks(marks)
