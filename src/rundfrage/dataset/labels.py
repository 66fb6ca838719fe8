"""The codebook of a file of labelled columns that brings none: from labels and measures.

Multiple-response sets become multiple variables; so do neighbours of one name (`q3_1`, `q3_2`)
that hold 1 and 0. Neighbours of one name with the same categories become a grid.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from rundfrage.codebook import (
    Battery,
    Category,
    Codebook,
    Missing,
    Study,
    Variable,
    VariableType,
)
from rundfrage.codebook.shapes import RATINGS
from rundfrage.dataset.cells import Cells, clean, number_cell
from rundfrage.dataset.column_types import FEW, POINTS, single, slug
from rundfrage.dataset.columns import ANSWERED, CHOSEN, Coded, Column, Marks, Reasons, Values
from rundfrage.dataset.dataset import Dataset
from rundfrage.dataset.flat import joined_marks
from rundfrage.dataset.headings import Heading, heading
from rundfrage.dataset.labelled import Labelled
from rundfrage.dataset.scales import BESIDE, folded, role_of, scale_of, yes_or_no
from rundfrage.text import Text

MOST = 30_000
"""Most categories that a column of int16 positions can hold with room to spare."""


@dataclass(frozen=True)
class MultipleSet:
    """Columns that are one multiple question: each a category, chosen where it is `counted`.

    Without `counted` each column holds one of the categories chosen.
    """

    name: str
    label: str
    members: tuple[str, ...]
    counted: float | str | None


def reason_of(label: str) -> Missing:
    """The reason that a missing code's label gives; LEFT_BLANK if it is none of the known."""
    return BESIDE.get(folded(label), Missing.LEFT_BLANK)


def by_labels(
    columns: Sequence[Labelled], sets: Sequence[MultipleSet], study: Study, file: str
) -> Dataset:
    """The dataset that the columns are by their labels, measures and multiple-response sets."""
    by_name = {column.name: column for column in columns}
    n = len(columns[0].reasons) if columns else 0
    members = {name for one in sets for name in one.members}
    pending = {one.members[0]: one for one in reversed(sets) if one.members}
    sets_at = {
        name: [one for one in sets if one.members and one.members[0] == name] for name in pending
    }
    variables: list[Variable] = []
    read: dict[str, Column] = {}

    def add(variable: Variable, column: Column) -> None:
        name, number = variable.name, 1
        taken = {known.casefold() for known in read}
        while name.casefold() in taken:
            number += 1
            name = f"{variable.name}_{number}"
        variables.append(replace(variable, name=name))
        read[name] = column

    for name, group in _groups(columns, members):
        if _all_ticks(group) and len(group) > 1:
            add(*_ticked_group(name, group))
            continue
        for column in group:
            for one in sets_at.get(column.name, ()):
                add(*_multiple(one, [by_name[member] for member in one.members]))
            if column.name not in members:
                add(*_variable(column))
    grouped, batteries = _with_grids(variables)
    renamed = {variable.name: read[variable.name] for variable in grouped}
    return Dataset(Codebook(study, grouped, batteries), renamed, n, file)


def _groups(columns: Sequence[Labelled], members: set[str]) -> list[tuple[str, list[Labelled]]]:
    """Neighbouring columns whose names say that they are items of one group."""
    groups: list[tuple[str, list[Labelled]]] = []
    for column in columns:
        group = "" if column.name in members else heading(column.name).group
        if group and groups and groups[-1][0] == group:
            groups[-1][1].append(column)
        else:
            groups.append((group, [column]))
    return groups


def _all_ticks(group: Sequence[Labelled]) -> bool:
    for column in group:
        given = column.values[column.answered]
        words = [folded(label) for value, label in column.labels.items() if value in {0, 1}]
        if (
            column.values.dtype.kind != "f"
            or not np.isin(given, (ANSWERED, CHOSEN)).all()
            or not set(column.labels) <= {0.0, 1.0}
            or (len(words) > 1 and not _says_ticked(words))
        ):
            return False
    return any(column.answered.any() for column in group)


def _says_ticked(words: Sequence[str]) -> bool:
    return yes_or_no(words) is not None or any(
        word.startswith(("not ", "nicht ")) for word in words
    )


def _ticked_group(name: str, group: Sequence[Labelled]) -> tuple[Variable, Marks]:
    marks = []
    categories = []
    for number, column in enumerate(group, 1):
        part = column.reasons.copy()
        part[column.answered] = column.values[column.answered].astype(np.int8)
        marks.append(part)
        item = heading(column.name).item
        words = column.label or item
        categories.append(Category(item, Text.of(words), number, role_of(words)))
    variable = Variable(name, VariableType.MULTIPLE, Text.of(name), tuple(categories))
    return variable, joined_marks(marks)


def _multiple(one: MultipleSet, members: Sequence[Labelled]) -> tuple[Variable, Marks]:
    label = Text.of(one.label or one.name)
    marks: list[Reasons] = []
    categories: list[Category] = []
    if one.counted is not None:
        for number, column in enumerate(members, 1):
            part = np.where(column.values == one.counted, CHOSEN, ANSWERED).astype(np.int8)
            marks.append(np.where(column.answered, part, column.reasons))
            words = column.label or column.name
            categories.append(Category(column.name, Text.of(words), number, role_of(words)))
    else:
        labels: dict[float | str, str] = {}
        for column in members:
            labels |= column.labels
            for value in np.unique(column.values[column.answered]).tolist():
                labels.setdefault(value, _plain(value))
        any_answer = np.array([column.answered for column in members]).any(axis=0)
        reasons = members[0].reasons
        names: list[str] = []
        for number, value in enumerate(sorted(labels, key=_sorting), 1):
            chosen = np.array([c.answered & (c.values == value) for c in members]).any(axis=0)
            marks.append(np.where(any_answer, chosen.astype(np.int8), reasons).astype(np.int8))
            names.append(slug(labels[value], names))
            code = int(value) if isinstance(value, float) and value == int(value) else number
            words = labels[value]
            categories.append(Category(names[-1], Text.of(words), code, role_of(words)))
    variable = Variable(one.name, VariableType.MULTIPLE, label, tuple(categories))
    if not marks:
        return variable, Marks(np.empty((0, len(members[0].reasons)), np.int8))
    return variable, joined_marks(marks)


def _sorting(value: float | str) -> tuple[bool, float, str]:
    return (True, 0.0, value) if isinstance(value, str) else (False, value, "")


def _plain(value: float | str) -> str:
    return value if isinstance(value, str) else number_cell(value)


def _variable(column: Labelled) -> tuple[Variable, Column]:
    label = Text.of(column.label or column.name)
    if column.values.dtype.kind == "M":
        variable = Variable(column.name, VariableType.DATE, label, missing=column.missing)
        return variable, Values(column.values, column.reasons)
    given = np.unique(column.values[column.answered])
    answers = _answers(column, given)
    if answers is not None and len(answers) <= MOST:
        return _coded(column, answers, label)
    if column.values.dtype.kind == "O":
        return _text(column, label)
    ends = None
    if len(column.labels) == 2:  # noqa: PLR2004  the two ends of a scale
        low, high = sorted(column.labels, key=_sorting)
        ends = (Text.of(column.labels[low]), Text.of(column.labels[high]))
    variable = Variable(column.name, VariableType.NUMERIC, label, missing=column.missing, ends=ends)
    return variable, Values(column.values, column.reasons)


def _answers(column: Labelled, given: npt.NDArray[np.generic]) -> dict[float | str, str] | None:
    """The column's answers with their labels if it is one of categories, else None."""
    values = given.tolist()
    labels = dict(column.labels)
    unlabelled = [value for value in values if value not in labels]
    if labels and not unlabelled:
        return labels
    if column.values.dtype.kind == "O":
        return labels | {value: _plain(value) for value in unlabelled} if labels else None
    whole = all(value == int(value) for value in [*values, *labels])
    span = [*values, *labels]
    if labels and whole and max(span) - min(span) < POINTS:
        steps = range(int(min(span)), int(max(span)) + 1)
        return {float(step): labels.get(float(step), str(step)) for step in steps}
    if column.measure in {"nominal", "ordinal"} and values and whole and len(values) <= FEW:
        return labels | {value: _plain(value) for value in unlabelled}
    return None


def _coded(
    column: Labelled, answers: Mapping[float | str, str], label: Text
) -> tuple[Variable, Coded]:
    values = sorted(answers, key=_sorting)
    words = {value: clean(answers[value]) for value in values}
    kind = VariableType.ORDINAL if column.measure == "ordinal" else VariableType.CATEGORICAL
    scale = scale_of(list(words.values())) if len(set(words.values())) == len(words) else None
    if scale and not scale.beside:
        kind = VariableType.ORDINAL
        values = sorted(values, key=lambda value: scale.steps.index(words[value]))
    elif len(values) > 2 and any(not column.labels.get(value) for value in values):  # noqa: PLR2004
        kind = VariableType.ORDINAL
    numbered = all(isinstance(value, float) and value == int(value) for value in values)
    names: list[str] = []
    categories = []
    for number, value in enumerate(values, 1):
        names.append(slug(words[value], names))
        code = int(value) if numbered else number
        shown = Text.of(words[value] or _plain(value))
        categories.append(Category(names[-1], shown, code, role_of(words[value])))
    codes = column.reasons.astype(np.int16)
    for place, value in enumerate(values):
        codes[column.answered & (column.values == value)] = place
    return Variable(column.name, kind, label, tuple(categories), missing=column.missing), Coded(
        codes
    )


def _text(column: Labelled, label: Text) -> tuple[Variable, Column]:
    """A column of words without labels: categories if they repeat, else texts."""
    words = np.where(column.answered, column.values, "")
    cells = Cells.of(column.name, words.tolist())
    variable, read = single(Heading(column.name, label.source), cells, comma=False)
    if isinstance(read, Coded):
        codes = np.where(column.answered, read.codes, column.reasons).astype(np.int16)
        return replace(variable, missing=(*variable.missing, *column.missing)), Coded(codes)
    # A blank string is how these files write that there is no answer.
    reasons = np.where(column.answered, read.reasons, column.reasons).astype(np.int8)
    return replace(variable, missing=column.missing), replace(read, reasons=reasons)


def _with_grids(
    variables: Sequence[Variable],
) -> tuple[tuple[Variable, ...], tuple[Battery, ...]]:
    """Neighbours named as items of one group, with the same categories, become a grid."""
    found: list[Variable] = []
    batteries: list[Battery] = []
    run: list[Variable] = []

    def close() -> None:
        group = heading(run[0].name).group if run else ""
        if len(run) > 1:
            label = Text.of(group)
            names = tuple(variable.name for variable in run)
            batteries.append(Battery(group, label, RATINGS, names))
            found.extend(replace(one, battery=group, item=one.label) for one in run)
        else:
            found.extend(run)
        run.clear()

    for variable in variables:
        group = heading(variable.name).group if variable.coded else ""
        same = (
            run
            and group
            and group == heading(run[0].name).group
            and (run[0].categories == variable.categories)
        )
        if not same:
            close()
        run.append(variable)
    close()
    return tuple(found), tuple(batteries)
