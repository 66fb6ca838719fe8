"""Labelled columns that are the options of one multiple choice: each says whether it was chosen.

They hold 1 and 0, a yes and a no, or nothing but a code of their own. Where some know no answer to
one column and know one to its neighbour, the columns are questions, and no options.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby, pairwise

import numpy as np

from rundfrage.codebook import Category, Missing, Variable, VariableType
from rundfrage.dataset.cells import Cells
from rundfrage.dataset.columns import ANSWERED, Marks, Reasons
from rundfrage.dataset.decoding import CHOSEN_WORDS
from rundfrage.dataset.flat import joined_marks
from rundfrage.dataset.intake.batteries import Form, form_of, marks_of, option_of
from rundfrage.dataset.intake.categories import slug
from rundfrage.dataset.intake.headings import dotted, heading
from rundfrage.dataset.intake.labelled_missing import (
    beside_of,
    without_codes_beside,
    without_offered,
)
from rundfrage.dataset.intake.labelled_values import Value
from rundfrage.dataset.intake.layout import Heading
from rundfrage.dataset.intake.members import Member
from rundfrage.dataset.intake.missing import cleared
from rundfrage.dataset.intake.scales import folded, role_of, yes_or_no
from rundfrage.dataset.intake.shared_words import cut_labels, head_of
from rundfrage.dataset.labelled import Labelled
from rundfrage.dataset.words import MENTIONED, NO, NOT_NOTED, SAID_NO
from rundfrage.text import Text

_PAIR = 2
_FEWEST_ANSWERED = 2
_FEWEST_ALONE = 3
_FEWEST_TOLD = 12
"""So many people gave a second answer that one of them would have given one twice in a grid."""


@dataclass(frozen=True, eq=False)
class Ticks:
    """The multiple choice that the columns are, and the columns without what is no answer."""

    variable: Variable
    marks: Marks
    members: tuple[Labelled, ...]


def ticks_of(group: str, members: Sequence[Labelled]) -> Ticks | None:
    """The multiple choice of this name that the columns are; None if they hold no marks."""
    cleared = _without_offered(members)
    if cleared is None or sum(bool(one.answered.any()) for one in cleared) < _FEWEST_ANSWERED:
        return None
    cleared = [_without_high_codes(column) for column in cleared]
    chosen = [chosen_value(column) for column in cleared]
    if any(one is None for one in chosen):
        return None
    marks: list[Reasons] = []
    options: list[Category] = []
    names: list[str] = []
    for number, (column, value) in enumerate(zip(cleared, chosen, strict=True), 1):
        part = column.reasons.copy()
        part[column.answered] = (column.holds(value)[column.answered]).astype(np.int8)
        marks.append(part)
        item = heading(column.name).item or dotted(column.name).item or column.name
        own = column.labels.get(value, "") if value is not None else ""
        words = own if len(column.labels) == 1 and folded(own) not in CHOSEN_WORDS else ""
        words = words or column.label or item
        names.append(item if item not in names else slug(words, names))
        options.append(Category(names[-1], Text.of(words), number, role_of(words)))
    shared, items = cut_labels([option.label.source for option in options])
    options = [
        Category(option.name, Text.of(item), option.code, option.role)
        for option, item in zip(options, items, strict=True)
    ]
    variable = Variable(group, VariableType.MULTIPLE, Text.of(shared or group), tuple(options))
    return Ticks(variable, joined_marks(marks), tuple(cleared))


def unticked(ticks: Ticks) -> int:
    """How many ticked nothing, where neither labels nor words say no, and nothing is missing."""
    marks = ticks.marks.marks
    words = {folded(str(word)) for column in ticks.members for word in column.counts}
    if (marks < ANSWERED).any() or words & SAID_NO or any(one.labels for one in ticks.members):
        return 0
    return int((marks == ANSWERED).all(axis=0).sum())


def lone_ticks(columns: Sequence[Labelled]) -> dict[str, str]:
    """The question that neighbours are which hold nothing but 1, by the name of each."""
    found: dict[str, str] = {}
    for alone, some in groupby(columns, key=_only_ones):
        run = list(some)
        if alone and len(run) >= _FEWEST_ALONE:
            found |= {column.name: f"{run[0].name}_{run[-1].name}" for column in run}
    return found


def noted_ticks(columns: Sequence[Labelled]) -> tuple[dict[str, str], dict[str, str]]:
    """The question that neighbours are whose labels say mentioned or not, by the name of each.

    Surely those are one whose own labels begin with the same words, perhaps the others.
    """
    sure: dict[str, str] = {}
    perhaps: dict[str, str] = {}
    for head, some in groupby(columns, key=_noted_head):
        run = list(some)
        if head is not None and len(run) >= _PAIR:
            question = f"{run[0].name}_{run[-1].name}"
            (sure if head else perhaps).update((column.name, question) for column in run)
    return sure, perhaps


def _noted_head(column: Labelled) -> str | None:
    """The words before the item in the label of a column that says mentioned or not; else None."""
    words = {folded(label) for label in column.labels.values()}
    if len(words) != _PAIR or not (words & MENTIONED and words & NOT_NOTED):
        return None
    return head_of(column.label)


def answered_in_part(members: Sequence[Labelled]) -> bool:
    """True if some people answered some of the columns only, each of which holds yes and no."""
    if any(len(column.counts) < _PAIR for column in members):
        return False
    answered = np.array([column.answered for column in members])
    return bool((answered.any(axis=0) & ~answered.all(axis=0)).any())


def are_mentions(columns: Sequence[Labelled]) -> bool:
    """True for columns of one wording, each answered by some of those who answered the one before.

    So is the first, second and third answer to one question stored.
    """
    if len(columns) < _FEWEST_ALONE or not columns[0].label:
        return False
    if any(column.label != columns[0].label or column.is_date for column in columns):
        return False
    return _nested(columns) and columns[-1].answered.sum() * 2 <= columns[0].answered.sum()


def never_twice(columns: Sequence[Labelled]) -> bool:
    """True if nobody gives one answer in two columns, and later ones are left empty by some.

    So are "up to three" answers stored, whatever the columns are called. Two columns, and few
    second answers, are enough where the question is the same to the letter.
    """
    worded = bool(columns[0].label) and len({column.label for column in columns}) == 1
    if len(columns) < (_PAIR if worded else _FEWEST_ALONE) or not _nested(columns):
        return False
    second = int(columns[1].answered.sum())
    if second < (1 if worded else _FEWEST_TOLD):
        return False
    if columns[-1].answered.sum() == columns[0].answered.sum():
        return False
    return not any(
        (one.answered & other.answered & one.same(other)).any()
        for one, other in combinations(columns, 2)
    )


def _nested(columns: Sequence[Labelled]) -> bool:
    """True if each column is answered only by those who answered the one before."""
    return not any((after.answered & ~before.answered).any() for before, after in pairwise(columns))


def _only_ones(column: Labelled) -> bool:
    if isinstance(column.values, Cells) and not column.labels and not column.answered.all():
        words = {folded(str(word)) for word in column.counts}
        return len(words) == 1 and words <= CHOSEN_WORDS
    if not column.is_number or column.labels or column.answered.all():
        return False
    return set(column.counts) == {1.0}


def _without_offered(members: Sequence[Labelled]) -> list[Labelled] | None:
    """The columns with "don't know" as no answer, None if not the same people say so of each."""
    cleared = [without_offered(column, beside_of(column.labels)) for column in members]
    masks = [
        (column.answered & ~clear.answered) | (clear.reasons == Missing.DONT_KNOW)
        for column, clear in zip(members, cleared, strict=True)
    ]
    if any((mask != masks[0]).any() for mask in masks):
        return None
    return cleared


def _without_high_codes(column: Labelled) -> Labelled:
    """A column of one code of its own, with 99 and the like as no answer."""
    if column.labels or not column.is_number or set(column.counts) == {-1.0, 0.0}:
        return column
    return without_codes_beside(column)


def chosen_value(column: Labelled) -> Value | None:
    """The value that says that the column's option was chosen; None if it holds no marks."""
    if column.is_date:
        return None
    given = set(column.counts)
    labels = column.labels
    if column.is_number:
        if given == {-1.0, 0.0} and not labels:
            return -1.0  # So does Visual Basic write true.
        if given <= {0.0, 1.0} and set(labels) <= {0.0, 1.0}:
            return 1.0 if len(labels) < _PAIR or _says_ticked(labels) else None
        if len(labels) == _PAIR and given <= set(labels):
            pair = yes_or_no(list(labels.values()))
            if pair:
                return next(value for value, words in labels.items() if words == pair[0])
        if len(labels) == 1 and given <= set(labels):
            return next(iter(labels))
        if not labels and len(given) == 1 and not column.answered.all():
            return next(iter(given))
    return None


def worded_ticks(group: str, columns: Sequence[Labelled]) -> Ticks | None:
    """The multiple choice that columns of words are; None if they hold no marks."""
    members = []
    for column in columns:
        if not isinstance(column.values, Cells):
            return None
        item = heading(column.name).item or dotted(column.name).item or column.name
        words = column.values.blanked(~column.answered)
        (clear,) = cleared([words])
        named = Heading(column.name, group, group, item, column.label or item)
        members.append(Member.of(named, clear.cells))
    if sum(bool(member.counts) for member in members) < _FEWEST_ANSWERED:
        return None
    found = form_of(members)
    if found.form not in {Form.TICKS, Form.WORDS}:
        return None
    names: list[str] = []
    options = [option_of(one, found.form, at, names) for at, one in enumerate(members, 1)]
    shared, items = cut_labels([option.label.source for option in options])
    options = [
        Category(option.name, Text.of(item), option.code, option.role)
        for option, item in zip(options, items, strict=True)
    ]
    variable = Variable(group, VariableType.MULTIPLE, Text.of(shared or group), tuple(options))
    marks = joined_marks([marks_of(member, found.form) for member in members])
    return Ticks(variable, marks, tuple(columns))


def _says_ticked(labels: Mapping[Value, str]) -> bool:
    words = [folded(label) for label in labels.values()]
    return yes_or_no(words) is not None or any(
        word.startswith(("not ", "nicht ", "no ", "kein")) or word in NO | SAID_NO for word in words
    )
