"""What is no answer in a labelled column: by its labels, by blanks, and by what the user named."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import numpy as np

from rundfrage.codebook import Missing, MissingCode
from rundfrage.dataset.cells import Cells, clean
from rundfrage.dataset.intake.code_labels import without_codes
from rundfrage.dataset.intake.label_reasons import behind_gap, coded_reasons
from rundfrage.dataset.intake.labelled_values import Value, different, plain
from rundfrage.dataset.intake.missing import Cleared, cleared
from rundfrage.dataset.intake.scales import beside_reason, folded
from rundfrage.dataset.intake.stray_codes import stray_codes
from rundfrage.dataset.intake.word_reasons import company_of, offered_reason
from rundfrage.dataset.labelled import Labelled
from rundfrage.text import Text


def without_missing(column: Labelled, said: Sequence[str]) -> Labelled:
    """The column with labels of no answer, blank words and what the user named as missing."""
    labels = without_codes(column.labels)
    reasons = column.reasons.copy()
    missing = list(column.missing)
    words = {folded(word) for word in said}
    candidates = dict(labels)
    if words:
        for value in different(column):
            candidates.setdefault(value, plain(value))
    known = coded_reasons(labels)
    behind = behind_gap(labels, {})
    gone = tuple(
        labels[value]
        for value in (column.counts if behind else ())
        if value in behind and known.get(value) is Missing.DONT_KNOW
    )
    company = company_of(labels.values())
    for value, label in candidates.items():
        why = known.get(value)
        if why is None and value in labels:
            why = offered_reason(label, company)
        if folded(label) in words or folded(plain(value)) in words:
            why = Missing.LEFT_BLANK
        if why is None and isinstance(value, str) and not clean(value):
            why = Missing.LEFT_BLANK
        if why is not None:
            missing.append(MissingCode(why, value, label=Text.of(label)))
            reasons[column.answered & column.holds(value)] = why
            labels.pop(value, None)
    if isinstance(column.values, Cells):
        blank = np.array([not clean(word) for word in (*column.values.distinct, "")])
        reasons[column.answered & blank[column.values.index]] = Missing.LEFT_BLANK
    return replace(column, labels=labels, reasons=reasons, missing=tuple(missing), gone=gone)


def words_cleared(columns: Sequence[Labelled], said: Collection[str]) -> dict[str, Cleared]:
    """By their names the columns of words without those of no answer.

    Of the columns that are `said` people told which these are: no other word is one.
    """
    cells = {
        one.name: one.values.blanked(~one.answered)
        for one in columns
        if isinstance(one.values, Cells) and not one.labels
    }
    clear = dict(zip(cells, cleared(list(cells.values())), strict=True))
    return {name: Cleared(cells[name]) if name in said else clear[name] for name in cells}


def missing_counts(column: Labelled) -> tuple[tuple[str, int], ...]:
    """How often each missing code of the column is given, by its label or itself."""
    found = []
    for code in column.missing:
        count = int(column.holds(code.value).sum())
        if count:
            found.append((code.label.source or plain(code.value), count))
    return tuple(found)


def beside_of(labels: Mapping[Value, str]) -> dict[Value, Missing]:
    """Codes of labels that are offered beside a scale and are no step of it."""
    found = {value: beside_reason(label) for value, label in labels.items()}
    return {value: why for value, why in found.items() if why is not None}


def without_offered(column: Labelled, beside: Mapping[Value, Missing]) -> Labelled:
    """A column of numbers, in which what is offered beside them is no number."""
    reasons, missing = column.reasons.copy(), list(column.missing)
    for value, why in beside.items():
        reasons[column.answered & column.holds(value)] = why
        missing.append(MissingCode(why, value, label=Text.of(column.labels[value])))
    labels = {value: words for value, words in column.labels.items() if value not in beside}
    return replace(column, labels=labels, reasons=reasons, missing=tuple(missing))


def without_codes_beside(column: Labelled) -> Labelled:
    """A column of numbers without labels, in which codes that stand far apart are no answer."""
    given = column.counts
    codes, doubtful = stray_codes({v: c for v, c in given.items() if isinstance(v, float)})
    if not (codes or doubtful) or len(given) - len({*codes, *doubtful}) != 1:
        return column
    reasons = column.reasons.copy()
    reasons[column.answered & np.isin(column.numbers, (*codes, *doubtful))] = Missing.LEFT_BLANK
    missing = tuple(MissingCode(Missing.LEFT_BLANK, code) for code in (*codes, *doubtful))
    return replace(column, reasons=reasons, missing=(*column.missing, *missing))
