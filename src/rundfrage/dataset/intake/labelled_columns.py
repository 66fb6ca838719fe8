"""One labelled column as what it is: categories, a scale, numbers, dates or texts.

Codes stay as they are. A column is a scale by its measure, by words that are known to be one, or by
whole numbers of which the ends have labels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, ValuesView
from dataclasses import dataclass, replace

import numpy as np

from rundfrage.codebook import (
    Category,
    Missing,
    MissingCode,
    Use,
    Variable,
    VariableType,
)
from rundfrage.dataset.account import Certainty
from rundfrage.dataset.cells import Cells, clean, number_cell
from rundfrage.dataset.columns import Coded, Column, Values
from rundfrage.dataset.intake.categories import FEW, POINTS, slug
from rundfrage.dataset.intake.layout import Heading
from rundfrage.dataset.intake.missing import (
    cleared,
    reason_of,
    stray_codes,
    technical,
    without_number,
)
from rundfrage.dataset.intake.scales import (
    OFFERED,
    folded,
    role_of,
    scale_of,
    worded,
)
from rundfrage.dataset.intake.types import Conventions, code_doubts, single
from rundfrage.dataset.intake.uses import Purpose, purpose_of
from rundfrage.dataset.labelled import Labelled
from rundfrage.locales import Message, joined, message
from rundfrage.text import Text

MOST = 30_000
"""Most categories that a column of int16 positions can hold with room to spare."""
_ENDS = 3
_SHOWN = 4

Value = float | str


@dataclass(frozen=True, eq=False)
class ColumnRead:
    """A variable and its answers, why it was taken so, and what is doubted."""

    variable: Variable
    column: Column
    why: Message
    certainty: Certainty = Certainty.SAID
    doubts: tuple[tuple[Message, Message], ...] = ()
    missing: tuple[tuple[str, int], ...] = ()
    aside: Message | None = None


# -- missing answers -----------------------------------------------------------------------------


def without_missing(column: Labelled, said: Sequence[str]) -> Labelled:
    """The column with labels of no answer, blank words and what the user named as missing."""
    labels = _without_codes(column.labels)
    reasons = column.reasons.copy()
    missing = list(column.missing)
    words = {folded(word) for word in said}
    candidates = dict(labels)
    if words:
        for value in different(column):
            candidates.setdefault(value, plain(value))
    for value, label in candidates.items():
        why = technical(label) if value in labels else None
        if folded(label) in words or folded(plain(value)) in words:
            why = Missing.LEFT_BLANK
        if why is None and isinstance(value, str) and not clean(value):
            why = Missing.LEFT_BLANK
        if why is None and isinstance(value, float) and value < 0:
            why = reason_of(label) if value in labels else None
        if why is not None:
            missing.append(MissingCode(why, value, label=Text.of(label)))
            reasons[column.answered & column.holds(value)] = why
            labels.pop(value, None)
    if isinstance(column.values, Cells):
        blank = np.array([not clean(word) for word in (*column.values.distinct, "")])
        reasons[column.answered & blank[column.values.index]] = Missing.LEFT_BLANK
    return replace(column, labels=labels, reasons=reasons, missing=tuple(missing))


def _without_codes(labels: Mapping[Value, str]) -> dict[Value, str]:
    """The labels without the codes that some programs write in front of each: "1. Male"."""
    numbered = labels and all(
        isinstance(value, float)
        and label.lstrip("[( ").startswith(number_cell(value))
        and without_number(label) != label
        for value, label in labels.items()
    )
    return {
        value: clean(without_number(label)) if numbered else label
        for value, label in labels.items()
    }


def missing_counts(column: Labelled) -> tuple[tuple[str, int], ...]:
    """How often each missing code of the column is given, by its label or itself."""
    found = []
    for code in column.missing:
        count = int(column.holds(code.value).sum())
        if count:
            found.append((code.label.source or plain(code.value), count))
    return tuple(found)


def _beside(labels: Mapping[Value, str]) -> dict[Value, Missing]:
    """Codes of labels that are offered beside a scale and are no step of it."""
    return {
        value: OFFERED[folded(label)] for value, label in labels.items() if folded(label) in OFFERED
    }


# -- one column ----------------------------------------------------------------------------------


def read_column(column: Labelled) -> ColumnRead:
    """What the column is, and its answers."""
    label = Text.of(column.label or column.name)
    if not isinstance(column.values, Cells) and column.is_date:
        variable = Variable(column.name, VariableType.DATE, label, missing=column.missing)
        why = message("The file says that it holds dates.")
        return _noted(column, ColumnRead(variable, Values(column.values, column.reasons), why), {})
    counts = column.counts
    if column.labels:
        return _labelled(column, counts, label)
    if isinstance(column.values, Cells):
        return _text(column, column.values, label)
    return _number(column, counts, label)


def _labelled(column: Labelled, counts: Mapping[Value, int], label: Text) -> ColumnRead:
    labels = column.labels
    unlabelled = [value for value in counts if value not in labels]
    if isinstance(column.values, Cells):
        answers = {**labels, **{value: plain(value) for value in unlabelled}}
        return _coded(column, answers, label, unlabelled)
    whole = all(float(value).is_integer() for value in (*labels, *counts))
    if not whole:
        read = _number(column, counts, label)
        broken = [value for value in labels if not float(value).is_integer()] or unlabelled
        found = message(
            "Codes such as {code} are no whole numbers; they were read as numbers, without labels.",
            code=plain(broken[0]),
        )
        settle = message("If they are answers to choose from, give them whole codes.")
        return replace(read, certainty=Certainty.DOUBTFUL, doubts=(*read.doubts, (found, settle)))
    ends = _ends(labels, counts)
    beside = _beside(labels)
    inner = {value: words for value, words in labels.items() if value not in beside}
    if ends is None and beside and len(inner) > 1:
        ends = _ends(inner, {v: c for v, c in counts.items() if v not in beside})
    if ends is not None:
        steps: dict[Value, str] = {float(step): inner.get(float(step), str(step)) for step in ends}
        return _coded(column, steps, label, (), beside=beside, points=True)
    if unlabelled and len(unlabelled) > max(2, len(inner)) and column.measure != "nominal":
        return _number(column, counts, label)
    if len(labels) + len(unlabelled) > MOST:
        return _number(column, counts, label)
    every = {**labels, **{value: plain(value) for value in unlabelled}}
    return _coded(column, every, label, unlabelled)


def _ends(labels: Mapping[Value, str], counts: Mapping[Value, int]) -> range | None:
    """The steps of a scale of whole numbers with words at the ends, and perhaps in the middle."""
    named = sorted(int(value) for value in labels if isinstance(value, float))
    if not 2 <= len(named) <= _ENDS or not counts:  # noqa: PLR2004  the two ends
        return None
    steps = range(named[0], named[-1] + 1)
    if not _ENDS < len(steps) <= POINTS or len(steps) < len(named) + 2:
        return None
    if len(named) == _ENDS and named[1] != (named[0] + named[2]) / 2:
        return None
    return steps if all(value in steps for value in counts) else None


def _coded(
    column: Labelled,
    answers: Mapping[Value, str],
    label: Text,
    unlabelled: Sequence[Value],
    *,
    beside: Mapping[Value, Missing] | None = None,
    points: bool = False,
) -> ColumnRead:
    """A column of categories; `points` if they are whole numbers with named ends."""
    words = {value: clean(answers[value]) for value in sorted(answers, key=sorting)}
    named = {value: word for value, word in words.items() if value not in unlabelled}
    known = dict(beside or {})
    ordered = None if points else _scale_order(column, named)
    if ordered is not None or column.measure == "ordinal":
        inside = set(ordered or ())
        known |= {value: why for value, why in _beside(named).items() if value not in inside}
    ordinal = points or column.measure == "ordinal" or (ordered is not None and not unlabelled)
    values = list(words) if ordered is None or unlabelled else [*ordered, *known]
    values = [value for value in values if value not in known]
    variable = Variable(
        column.name,
        VariableType.ORDINAL if ordinal else VariableType.CATEGORICAL,
        label,
        _categories(values, words),
        missing=(
            *column.missing,
            *(MissingCode(why, value, label=Text.of(words[value])) for value, why in known.items()),
        ),
    )
    codes = column.reasons.astype(np.int16)
    for place, value in enumerate(values):
        codes[column.answered & column.holds(value)] = place
    for value, why in known.items():
        codes[column.answered & column.holds(value)] = why
    doubts: tuple[tuple[Message, Message], ...] = ()
    if unlabelled and column.labels:
        found = message(
            "Some answers have no label: {codes}.",
            codes=joined([plain(value) for value in list(unlabelled)[:_SHOWN]]),
        )
        settle = message("If they stand for missing answers, name them as missing.")
        doubts = ((found, settle),)
    left = ((words[value], int(column.holds(value).sum())) for value in known)
    return ColumnRead(
        variable,
        Coded(codes),
        _why(column, points=points, ordinal=ordinal),
        Certainty.DOUBTFUL if doubts else Certainty.SAID,
        doubts,
        tuple((word, count) for word, count in left if count),
    )


def _scale_order(column: Labelled, named: Mapping[Value, str]) -> list[Value] | None:
    """The values in the order of their labels' scale; None if the labels are none.

    Where that order neither rises nor falls with the codes, the codes count.
    """
    if len(set(named.values())) < len(named):
        return None
    found = scale_of(list(named.values()))
    if found is None:
        return None
    by_words = worded(found.steps) is not None
    if not (by_words or column.measure == "ordinal" or _banded(found.steps)):
        return None
    values = [value for value in named if named[value] in found.steps]
    values.sort(key=lambda value: found.steps.index(named[value]))
    return values if _monotone(values) else sorted(values, key=sorting)


def _categories(values: Sequence[Value], words: Mapping[Value, str]) -> tuple[Category, ...]:
    """The values as categories under their own codes; words are numbered."""
    numbered = all(isinstance(value, float) and value.is_integer() for value in values)
    names: list[str] = []
    categories = []
    for number, value in enumerate(values, 1):
        shown = words[value] or plain(value)
        names.append(slug(shown, names))
        code = int(value) if numbered else number
        categories.append(Category(names[-1], Text.of(shown), code, role_of(shown)))
    return tuple(categories)


def _why(column: Labelled, *, points: bool, ordinal: bool) -> Message:
    if points:
        return message("The ends of its whole numbers have labels.")
    if column.measure == "ordinal":
        return message("The file says that it is a scale.")
    if ordinal:
        return message("Its labels are the steps of a scale.")
    return message("Its codes have labels.")


def _banded(steps: Sequence[str]) -> bool:
    """True if the steps are bands or counts of something, and no names with a number in front."""
    return all(re.search(r"\d", step) for step in steps)


def _monotone(values: Sequence[Value]) -> bool:
    """True if the codes rise or fall all along: else the file's own order counts."""
    numbers = [value for value in values if isinstance(value, float)]
    return not numbers or numbers in (sorted(numbers), sorted(numbers, reverse=True))


def _number(column: Labelled, counts: Mapping[Value, int], label: Text) -> ColumnRead:
    given = {value: count for value, count in counts.items() if isinstance(value, float)}
    whole = all(value.is_integer() for value in given)
    if not column.labels and column.measure in {"nominal", "ordinal"} and given and whole:
        purpose = _purpose(column, counts)
        if len(given) <= FEW and purpose is None:
            read = _coded(column, {value: plain(value) for value in given}, label, list(given))
            kind = VariableType.ORDINAL if column.measure == "ordinal" else VariableType.CATEGORICAL
            return replace(read, variable=replace(read.variable, type=kind))
    codes, doubtful = stray_codes(given)
    codes = tuple(code for code in codes if code not in column.labels)
    reasons = column.reasons.copy()
    for code in codes:
        reasons[column.answered & column.holds(code)] = Missing.LEFT_BLANK
    missing = (*column.missing, *(MissingCode(Missing.LEFT_BLANK, code) for code in codes))
    ends = None
    if len(column.labels) == 2:  # noqa: PLR2004  the two ends of a scale
        low, high = sorted(column.labels, key=sorting)
        ends = (Text.of(column.labels[low]), Text.of(column.labels[high]))
    variable = Variable(column.name, VariableType.NUMERIC, label, missing=missing, ends=ends)
    doubts = code_doubts(given, codes, doubtful)
    read = ColumnRead(
        variable, Values(column.numbers, reasons), message("It holds numbers without labels."),
        Certainty.DOUBTFUL if doubts else Certainty.LIKELY, tuple(doubts),
    )  # fmt: skip
    return _noted(column, read, counts)


def _text(column: Labelled, words: Cells, label: Text) -> ColumnRead:
    """A column of words without labels: categories if they repeat, else texts."""
    blank = ~column.answered
    (clear,) = cleared([words.blanked(blank) if blank.any() else words])
    read = single(Heading(column.name, label.source), clear.cells, Conventions())
    variable = replace(read.variable, missing=(*read.variable.missing, *column.missing))
    if isinstance(read.column, Coded):
        codes = np.where(column.answered, read.column.codes, column.reasons).astype(np.int16)
        found: Column = Coded(codes)
    else:
        # A blank string is how these files write that there is no answer.
        reasons = np.where(column.answered, read.column.reasons, column.reasons).astype(np.int8)
        found = replace(read.column, reasons=reasons)
    counts = {word: count for word, count in column.counts.items() if isinstance(word, str)}
    whole = ColumnRead(variable, found, read.why, read.certainty, read.doubts, clear.words)
    purpose = purpose_of(column.name, column.label, counts)
    if purpose is None or variable.type is VariableType.ORDINAL:
        return whole
    return _set_aside(whole, purpose)


def _noted(column: Labelled, read: ColumnRead, counts: Mapping[Value, int]) -> ColumnRead:
    purpose = _purpose(column, counts)
    return read if purpose is None else _set_aside(read, purpose)


def _purpose(column: Labelled, counts: Mapping[Value, int]) -> Purpose | None:
    return purpose_of(column.name, column.label, _Written(counts))


class _Written(Mapping[str, int]):
    """Counts by what people write for each value, which is made where it is looked at."""

    def __init__(self, counts: Mapping[Value, int]) -> None:
        self.counts = counts

    def __len__(self) -> int:
        return len(self.counts)

    def __iter__(self) -> Iterator[str]:
        return map(plain, self.counts)

    def __getitem__(self, word: str) -> int:
        return next(count for value, count in self.counts.items() if plain(value) == word)

    def values(self) -> ValuesView[int]:
        """How often each value is given."""
        return self.counts.values()


def _set_aside(read: ColumnRead, purpose: Purpose) -> ColumnRead:
    variable = replace(read.variable, use=purpose.use)
    certainty = Certainty.LIKELY if purpose.use is not Use.ANSWER else read.certainty
    return replace(
        read, variable=variable, aside=purpose.why, why=purpose.why, certainty=certainty, doubts=()
    )


# -- values --------------------------------------------------------------------------------------


def different(column: Labelled) -> list[Value]:
    """The different answers of a column that holds no dates."""
    return [] if column.is_date else list(column.counts)


def sorting(value: Value) -> tuple[bool, float, str]:
    """The key by which values are sorted: numbers, then words."""
    return (True, 0.0, value) if isinstance(value, str) else (False, value, "")


def plain(value: Value) -> str:
    """A value as people write it."""
    return value if isinstance(value, str) else number_cell(value)
