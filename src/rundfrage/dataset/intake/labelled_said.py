"""What people said of a labelled column, put into effect: see edits.py."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from rundfrage.codebook import MissingCode, Use
from rundfrage.dataset.account import Certainty
from rundfrage.dataset.cells import Cells
from rundfrage.dataset.columns import ANSWERED, Coded
from rundfrage.dataset.intake.edits import Edit, Kind
from rundfrage.dataset.intake.labelled_columns import ColumnRead
from rundfrage.dataset.intake.labelled_missing import (
    beside_of,
    without_missing,
    without_offered,
)
from rundfrage.dataset.intake.labelled_values import different, plain
from rundfrage.dataset.intake.may_be_ordered import MAY_BE_SCALE
from rundfrage.dataset.intake.said import SAID
from rundfrage.dataset.intake.scales import folded
from rundfrage.dataset.labelled import Labelled
from rundfrage.text import Text

_MEASURES = {Kind.CHOICE: "nominal", Kind.SCALE: "ordinal", Kind.NUMBER: "scale"}


def column_said(column: Labelled, edit: Edit, words: Sequence[str]) -> Labelled:
    """The column with labels, measure and missing codes as they were said, or as labels tell.

    `words` are those that were said to be no answer in the whole file.
    """
    if edit.type is not Kind.NUMBER:
        column = column.in_words
    labels = dict(column.labels)
    if edit.labels:
        shown = {folded(word): label for word, label in edit.labels.items()}
        for value in {*labels, *different(column)}:
            old = labels.get(value, plain(value))
            label = shown.get(folded(plain(value))) or shown.get(folded(old))
            if label is not None:
                labels[value] = label
    said = replace(
        column,
        label=edit.label or column.label,
        labels=labels,
        measure=_measure(edit, column),
        complete=edit.missing is not None or edit.type is not None,
        said=frozenset(edit.keys),
    )
    said = without_missing(said, words) if edit.missing is None else _missing_said(said, edit)
    if edit.type is Kind.NUMBER:
        return replace(without_offered(said, beside_of(said.labels)), labels={})
    return said


def _missing_said(column: Labelled, edit: Edit) -> Labelled:
    """The column with just those codes as missing that were said; the file's others are answers."""
    labels, reasons = dict(column.labels), column.reasons.copy()
    missing: list[MissingCode] = []
    for code in column.missing:
        if isinstance(code.value, str) and not isinstance(column.values, Cells):
            missing.append(code)  # Stata's .a to .z are no values: they can be no answers.
            continue
        reasons[column.holds(code.value)] = ANSWERED
        if code.label:
            labels.setdefault(code.value, code.label.source)
    whole = replace(column, labels=labels, reasons=reasons)
    for word, why in edit.reasons.items():
        for value in {*labels, *different(whole)}:
            if folded(word) in {folded(plain(value)), folded(labels.get(value, ""))}:
                reasons[whole.answered & column.holds(value)] = why
                missing.append(MissingCode(why, value, label=Text.of(labels.pop(value, ""))))
    return replace(column, labels=labels, reasons=reasons, missing=tuple(missing))


def _measure(edit: Edit, column: Labelled) -> str:
    return column.measure if edit.type is None else _MEASURES.get(edit.type, column.measure)


def read_said(read: ColumnRead, edit: Edit) -> ColumnRead:
    """The column with the name, use and order of answers that were said."""
    variable, column = read.variable, read.column
    if edit.name:
        variable = replace(variable, name=edit.name)
    if edit.answers and isinstance(column, Coded):
        wanted = {folded(answer): place for place, answer in enumerate(edit.answers)}
        order = sorted(
            range(len(variable.categories)),
            key=lambda at: wanted.get(
                folded(variable.categories[at].label.source), len(wanted) + at
            ),
        )
        places = np.empty(len(order), np.int16)
        places[order] = np.arange(len(order), dtype=np.int16)
        codes = np.where(column.codes >= 0, places[np.maximum(column.codes, 0)], column.codes)
        variable = replace(variable, categories=tuple(variable.categories[at] for at in order))
        column = Coded(codes.astype(np.int16))
    if edit.use is None and edit.type is None:
        return replace(read, variable=variable, column=column)
    use = edit.use or Use.ANSWER
    aside = None if use is Use.ANSWER else SAID
    return replace(
        read,
        variable=replace(variable, use=use),
        column=column,
        why=SAID,
        aside=aside,
        certainty=Certainty.SAID,
        doubts=tuple(doubt for doubt in read.doubts if doubt != MAY_BE_SCALE),
    )
