"""One labelled column as what it is: categories, a scale, numbers, dates or texts.

Codes stay as they are. A column is a scale by its measure, by words that are known to be one, or by
whole numbers of which the ends have labels.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from rundfrage.codebook import (
    Category,
    Missing,
    MissingCode,
    Variable,
    VariableType,
)
from rundfrage.codebook.reason_words import ANSWERS, as_listed
from rundfrage.dataset.account import Certainty
from rundfrage.dataset.cells import Cells, clean
from rundfrage.dataset.columns import Coded, Column, Values
from rundfrage.dataset.intake.bare_codes import Codes, asked_codes, codes_of
from rundfrage.dataset.intake.categories import FEW, slug
from rundfrage.dataset.intake.code_labels import contradicts, spelled
from rundfrage.dataset.intake.label_order import ends as ends_of
from rundfrage.dataset.intake.label_reasons import doubtful_below_zero
from rundfrage.dataset.intake.labelled_missing import beside_of, without_offered
from rundfrage.dataset.intake.labelled_values import Value, Written, plain, sorting
from rundfrage.dataset.intake.layout import Heading
from rundfrage.dataset.intake.missing import Cleared, cleared
from rundfrage.dataset.intake.nominal_scales import nominal_doubts, order_of
from rundfrage.dataset.intake.numbered import POINTS
from rundfrage.dataset.intake.numbers import LARGEST, absurd_doubt
from rundfrage.dataset.intake.quantities import asks_age
from rundfrage.dataset.intake.scales import folded, role_of
from rundfrage.dataset.intake.stray_codes import code_doubts, stray_codes
from rundfrage.dataset.intake.told_apart import may_be_answers, may_be_missing
from rundfrage.dataset.intake.types import Conventions, single
from rundfrage.dataset.intake.uses import Purpose, purpose_of
from rundfrage.dataset.intake.word_reasons import company_of, unsure_words
from rundfrage.dataset.labelled import Labelled
from rundfrage.locales import Message, joined, message
from rundfrage.text import Text

MOST = 30_000
"""Most categories that a column of int16 positions can hold with room to spare."""
_SHOWN = 4


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
    few: bool = False
    """True for numbers that are so few that they may be codes."""


# -- one column ----------------------------------------------------------------------------------


def read_column(
    column: Labelled, told: Conventions | None = None, clear: Cleared | None = None
) -> ColumnRead:
    """What the column is, and its answers; `told` and `clear` are of columns of words.

    They say how these are written, and which are no answer as the file's other columns show.
    """
    label = Text.of(column.label or column.name)
    if not isinstance(column.values, Cells) and column.is_date:
        variable = Variable(column.name, VariableType.DATE, label, missing=column.missing)
        why = message("The file says that it holds dates.")
        return _noted(column, ColumnRead(variable, Values(column.values, column.reasons), why), {})
    counts = column.counts
    if column.labels:
        return _labelled(column, counts, label)
    if isinstance(column.values, Cells):
        if clear is None:
            (clear,) = cleared([column.values.blanked(~column.answered)])
        return _text(column, clear, label, told or Conventions())
    return _number(column, counts, label)


def _labelled(column: Labelled, counts: Mapping[Value, int], label: Text) -> ColumnRead:
    labels = column.labels
    unlabelled = [value for value in counts if value not in labels]
    if isinstance(column.values, Cells):
        answers = {**labels, **{value: plain(value) for value in unlabelled}}
        return _coded(column, answers, label, unlabelled)
    beside = beside_of(labels)
    whole = all(float(value).is_integer() for value in (*labels, *counts))
    if not whole and set(labels) <= set(beside):
        numbers = without_offered(column, beside)
        return _number(numbers, numbers.counts, label)
    if not whole:
        read = _number(column, counts, label)
        broken = [value for value in labels if not float(value).is_integer()] or unlabelled
        found = message(
            "Codes such as {code} are no whole numbers; they were read as numbers, without labels.",
            code=plain(broken[0]),
        )
        settle = message("If they are answers to choose from, give them whole codes.")
        return replace(read, certainty=Certainty.DOUBTFUL, doubts=(*read.doubts, (found, settle)))
    inner = {value: words for value, words in labels.items() if value not in beside}
    rest = {value: count for value, count in counts.items() if value not in beside}
    named = spelled(inner)
    points = ends_of(labels, counts) or ends_of(inner if named is None else named, rest)
    if points is not None:
        steps: dict[Value, str] = {
            float(step): inner.get(float(step), str(step)) for step in points
        }
        return _coded(column, steps, label, (), beside=beside, points=True)
    most = unlabelled and len(unlabelled) > max(2, len(inner))
    if named is not None and any(contradicts(value, word) for value, word in named.items()):
        named = None
    if named is not None or (most and (column.measure != "nominal" or _all_along(unlabelled))):
        numbers = without_offered(column, beside)
        if named is not None:
            numbers = replace(numbers, labels=named, measure="scale")
        read = _number(numbers, rest, label)
        return replace(read, few=read.few or (not named and column.measure != "scale"))
    if len(labels) + len(unlabelled) > MOST:
        return _number(column, counts, label)
    every = {**labels, **{value: plain(value) for value in unlabelled}}
    return _coded(column, every, label, unlabelled)


def _all_along(values: Sequence[Value]) -> bool:
    """True if the values are so many and so close that they count something: ages, years."""
    numbers = sorted(value for value in values if isinstance(value, float))
    if len(numbers) <= POINTS:
        return False
    middle = numbers[len(numbers) // 10 : len(numbers) - len(numbers) // 10]
    return middle[-1] - middle[0] < 2 * len(middle)


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
    order = None if points else order_of(column, named)
    ordered = None if order is None else order.values
    if order is not None and order.beside is not None and "answers" in column.said:
        ordered = (*order.values, order.beside)
    if ordered is not None or column.measure == "ordinal":
        inside = set(ordered or ())
        known |= {value: why for value, why in beside_of(named).items() if value not in inside}
        if order is not None and order.beside is not None and "answers" not in column.said:
            known[order.beside] = Missing.NOT_ASKED
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
            *(
                MissingCode(why, value, label=Text.of(column.labels.get(value, "")))
                for value, why in known.items()
            ),
        ),
    )
    codes = column.reasons.astype(np.int16)
    for place, value in enumerate(values):
        codes[column.answered & column.holds(value)] = place
    for value, why in known.items():
        codes[column.answered & column.holds(value)] = why
    doubts: tuple[tuple[Message, Message], ...] = ()
    if unlabelled and column.labels and "missing" not in column.said:
        found = message(
            "Some answers have no label: {codes}.",
            codes=joined([plain(value) for value in list(unlabelled)[:_SHOWN]]),
        )
        settle = message("If they stand for missing answers, name them as missing.")
        doubts = ((found, settle),)
    below = doubtful_below_zero(named)
    unsure = [
        words[value]
        for value in values
        if value in below or as_listed(folded(words[value])) in ANSWERS
    ]
    if not ordinal and column.labels and "missing" not in column.said:
        unsure += unsure_words(company_of(words.values()), [words[value] for value in values])
    doubts = (*doubts, *may_be_missing(dict.fromkeys(unsure)))
    if not ordinal and "missing" not in column.said:
        doubts = (*doubts, *may_be_answers(column.gone))
    if ordinal and order is not None and order.doubt is not None and "answers" not in column.said:
        doubts = (*doubts, order.doubt)
    if ordinal and order is not None:
        doubts = (*doubts, *nominal_doubts(column, order, named))
    left = ((column.labels.get(value, ""), int(column.holds(value).sum())) for value in known)
    return ColumnRead(
        variable,
        Coded(codes),
        _why(column, points=points, ordinal=ordinal),
        Certainty.DOUBTFUL if doubts else Certainty.SAID,
        doubts,
        tuple((word, count) for word, count in left if count),
    )


def _categories(values: Sequence[Value], words: Mapping[Value, str]) -> tuple[Category, ...]:
    """The values as categories under their own codes; words are numbered, and kept."""
    numbered = all(isinstance(value, float) and value.is_integer() for value in values)
    names: list[str] = []
    categories = []
    for number, value in enumerate(values, 1):
        shown = words[value] or plain(value)
        names.append(slug(shown, names))
        code = int(value) if numbered else number
        word = value if isinstance(value, str) else ""
        categories.append(Category(names[-1], Text.of(shown), code, role_of(shown), word))
    return tuple(categories)


def _why(column: Labelled, *, points: bool, ordinal: bool) -> Message:
    if points:
        return message("The ends of its whole numbers have labels.")
    if column.measure == "ordinal":
        return message("The file says that it is a scale.")
    if ordinal:
        return message("Its labels are the steps of a scale.")
    return message("Its codes have labels.")


def _number(column: Labelled, counts: Mapping[Value, int], label: Text) -> ColumnRead:
    given = {value: count for value, count in counts.items() if isinstance(value, float)}
    absurd = {value for value in given if abs(value) >= LARGEST}
    if absurd:
        return _too_large(column, absurd, label)
    aged = asks_age(column.name, label.source)
    found, doubtful = ((), ()) if column.complete else stray_codes(given, aged=aged)
    codes = tuple(code for code in found if code not in column.labels)
    column = _without_codes(column, codes)
    left = {value: count for value, count in given.items() if value not in codes}
    missing = tuple((plain(code), given[code]) for code in codes)
    whole = all(value.is_integer() for value in left)
    purpose = _purpose(column, counts)
    measured = not column.labels and column.measure in {"nominal", "ordinal"}
    if measured and left and whole and len(left) <= FEW and purpose is None:
        read = _coded(column, {value: plain(value) for value in left}, label, list(left))
        kind = VariableType.ORDINAL if column.measure == "ordinal" else VariableType.CATEGORICAL
        said = (_NO_CODES,) if len(left) > POINTS else read.doubts
        return replace(
            read, variable=replace(read.variable, type=kind), missing=missing,
            doubts=(*said, *code_doubts(given, codes, doubtful, averaged=False)),
        )  # fmt: skip
    bare = codes_of(left) if not column.labels and column.measure != "scale" else None
    if bare is not None and purpose is None:
        return replace(_bare(column, bare, label, given, codes), missing=missing)
    ends = None
    if len(column.labels) == 2:  # noqa: PLR2004  the two ends of a scale
        low, high = sorted(column.labels, key=sorting)
        ends = (Text.of(column.labels[low]), Text.of(column.labels[high]))
    variable = Variable(column.name, VariableType.NUMERIC, label, missing=column.missing, ends=ends)
    doubts = tuple(code_doubts(given, codes, doubtful))
    read = ColumnRead(
        variable, Values(column.numbers, column.reasons),
        message("It holds numbers, and codes of missing answers.")
        if column.missing
        else message("It holds numbers without labels."),
        Certainty.DOUBTFUL if doubts else Certainty.LIKELY, doubts, missing,
        few=not column.labels and column.measure != "scale"
        and asked_codes(left, column.name, column.label),
    )  # fmt: skip
    return read if purpose is None else set_aside(read, purpose)


def _too_large(column: Labelled, absurd: Collection[float], label: Text) -> ColumnRead:
    """A column with numbers that nobody gave: without them, or of words where it has no others."""
    over = column.answered & np.isin(column.numbers, list(absurd))
    if over[column.answered].all():
        given = zip(column.numbers, column.answered, strict=True)
        cells = Cells.of(column.name, [plain(one) if answered else "" for one, answered in given])
        return read_column(replace(column, values=cells, labels={}))
    reasons = np.where(over, np.int8(Missing.LEFT_BLANK), column.reasons)
    rest = replace(column, reasons=reasons.astype(np.int8))
    read = _number(rest, rest.counts, label)
    doubt = absurd_doubt(plain(max(absurd, key=abs)))
    left = tuple((plain(one), column.counts[one]) for one in sorted(absurd))
    return replace(
        read,
        certainty=Certainty.DOUBTFUL,
        doubts=(*read.doubts, doubt),
        missing=(*read.missing, *left),
    )


def _without_codes(column: Labelled, codes: Sequence[float]) -> Labelled:
    """The column of numbers in which these stand for no answer."""
    reasons = column.reasons.copy()
    for code in codes:
        reasons[column.answered & column.holds(code)] = Missing.LEFT_BLANK
    missing = (*column.missing, *(MissingCode(Missing.LEFT_BLANK, code) for code in codes))
    return replace(column, reasons=reasons, missing=missing)


_NO_CODES = (
    message("The file says that its numbers are codes, but they have no labels."),
    message("If they are numbers, give it the type “number” in the codebook."),
)


def _bare(
    column: Labelled, bare: Codes, label: Text, given: Mapping[float, int], codes: Sequence[float]
) -> ColumnRead:
    """A column of codes without labels: what they stand for is not in the file."""
    read = _coded(column, {value: plain(value) for value in bare.values}, label, bare.values)
    doubts = (
        (
            message("Its codes have no labels."),
            message("Label them in the codebook, or give the type “number”."),
        ),
        *code_doubts(given, codes, () if column.complete else bare.apart, averaged=False),
    )
    why = message("It holds a few codes without labels.")
    return replace(read, why=why, certainty=Certainty.DOUBTFUL, doubts=doubts)


def _text(column: Labelled, clear: Cleared, label: Text, told: Conventions) -> ColumnRead:
    """A column of words without labels: categories if they repeat, else texts."""
    read = single(Heading(column.name, label.source), clear.cells, told)
    missing = (*read.variable.missing, *clear.codes, *column.missing)
    variable = replace(read.variable, missing=tuple(dict.fromkeys(missing)))
    if isinstance(read.column, Coded):
        # Their answers are their codes, and stay so in what is written.
        own = tuple(replace(one, word=one.label.source) for one in variable.categories)
        variable = replace(variable, categories=own)
        codes = np.where(column.answered, read.column.codes, column.reasons).astype(np.int16)
        found: Column = Coded(codes)
    else:
        # A blank string is how these files write that there is no answer.
        reasons = np.where(column.answered, read.column.reasons, column.reasons).astype(np.int8)
        found = replace(read.column, reasons=reasons)
    counts = {word: count for word, count in column.counts.items() if isinstance(word, str)}
    whole = ColumnRead(
        variable, found, read.why, read.certainty, (*read.doubts, *clear.doubts),
        (*clear.words, *read.missing),
    )  # fmt: skip
    purpose = purpose_of(column.name, column.label, counts)
    if purpose is None or variable.type is VariableType.ORDINAL:
        return whole
    return set_aside(whole, purpose)


def _noted(column: Labelled, read: ColumnRead, counts: Mapping[Value, int]) -> ColumnRead:
    purpose = _purpose(column, counts)
    return read if purpose is None else set_aside(read, purpose)


def _purpose(column: Labelled, counts: Mapping[Value, int]) -> Purpose | None:
    return purpose_of(column.name, column.label, Written(counts))


def set_aside(read: ColumnRead, purpose: Purpose) -> ColumnRead:
    """The column with what it is for, since it is no answer."""
    variable = replace(read.variable, use=purpose.use)
    return replace(
        read,
        variable=variable,
        aside=purpose.why,
        why=purpose.why,
        certainty=purpose.certainty,
        doubts=purpose.doubts,
    )
