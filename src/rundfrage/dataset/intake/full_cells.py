"""A column whose cells hold several answers each, made a multiple choice or a ranking."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from rundfrage.codebook import Missing, MissingCode, Role, Variable, VariableType
from rundfrage.codebook.shapes import RANKS
from rundfrage.dataset.account import Certainty
from rundfrage.dataset.cells import TOKENS, Cells, clean
from rundfrage.dataset.columns import ANSWERED, Marks
from rundfrage.dataset.intake.builder import Builder
from rundfrage.dataset.intake.edits import Edit, Kind, NoneChosen
from rundfrage.dataset.intake.layout import Heading
from rundfrage.dataset.intake.pieces import choices_of, ranks_of
from rundfrage.dataset.intake.said import none_chosen, nothing_chosen
from rundfrage.dataset.intake.scales import beside_reason
from rundfrage.dataset.intake.sheet import merged_words
from rundfrage.dataset.intake.ticks import Ticks
from rundfrage.locales import Message, message, verbatim
from rundfrage.text import EMPTY, Text

_Coded = Callable[[Variable], Variable]


@dataclass(frozen=True)
class Made:
    """The names of the variables that a column became, what it was taken for, and why."""

    names: tuple[str, ...]
    taken_for: Message
    why: Message
    certainty: Certainty
    missing: tuple[tuple[str, int], ...] = ()
    """What stands alone in its cells and is no answer, with how often."""


def add_several(
    builder: Builder,
    heading: Heading,
    cells: Cells,
    found: Ticks,
    edit: Edit,
    coded: _Coded,
    blank: npt.NDArray[np.bool_],
) -> Made:
    """Add what the column holds; `coded` gives a variable the missing codes of the column.

    `blank` is True for the rows whose cell is empty in the file; shape (n,).
    """
    certainty = Certainty.SURE if found.said else Certainty.LIKELY
    if edit.type is Kind.RANKING or (found.ranked and edit.type is not Kind.SEVERAL):
        return _ranking(builder, heading, cells, found, coded, certainty)
    gone = {} if edit.missing is not None or edit.answers else _alone(found)
    said = {cell: some[0] for cell, some in found.chosen.items() if some and some[0] in gone}
    missing: Counter[str] = Counter()
    for cell, option in said.items():
        missing[option] += cells.answers[cell]
    found = replace(found, options=tuple(one for one in found.options if one not in gone))
    cells = merged_words(
        cells, lambda cell: TOKENS[gone[said[clean(cell)]]] if clean(cell) in said else cell
    )
    variable, marks, written = choices_of(heading, cells, found)
    # An empty cell may be of somebody who chose none, unless others that name no option say so.
    none = (marks.marks == ANSWERED).all(axis=0)
    empty = blank & np.equal(marks.reasons, Missing.LEFT_BLANK) & (not none.any())
    told = bool((marks.reasons < ANSWERED).any())
    nothing = int((empty if told else none).sum())
    marks = Marks(np.where(empty, np.int8(ANSWERED), marks.marks).astype(np.int8))
    if nothing or edit.none_chosen is not None:
        marks = none_chosen(marks, edit.none_chosen or NoneChosen.LEFT_BLANK)
    codes = (MissingCode(why, word, label=Text.of(word)) for word, why in gone.items())
    names = [builder.add(coded(replace(variable, missing=tuple(codes))), marks)]
    if written is not None:
        other = next(one for one in variable.categories if one.role is Role.OTHER)
        text = Variable(
            f"{names[0]}.{other.name}.text",
            VariableType.TEXT,
            variable.label,
            of=names[0],
            item=other.label,
        )
        names.append(builder.add(text, written))
    if nothing and edit.none_chosen is None:
        builder.ledger.doubt(*nothing_chosen(nothing), names[:1])
    why = message(
        "Its cells hold several of {count} options, cut by {separator}.",
        count=len(variable.categories),
        separator=verbatim(repr(found.separator)),
    )
    if not found.separator:
        why = message("Its cells hold lists of {count} options.", count=len(variable.categories))
    return Made(tuple(names), message("multiple choice"), why, certainty, tuple(missing.items()))


def _alone(found: Ticks) -> dict[str, Missing]:
    """The options that give a reason, and that nobody chose beside another: "don't know"."""
    beside = {one for some in found.chosen.values() if len(some) > 1 for one in some}
    beside.update(one for cell in found.others for one in found.chosen[cell])
    reasons = {one: beside_reason(one) for one in found.options if one not in beside}
    gone = {one: why for one, why in reasons.items() if why is not None}
    return gone if len(found.options) - len(gone) > 1 else {}


def _ranking(
    builder: Builder,
    heading: Heading,
    cells: Cells,
    found: Ticks,
    coded: _Coded,
    certainty: Certainty,
) -> Made:
    """A ranking in one cell: its items become variables that hold ranks."""
    names = tuple(
        builder.add(coded(variable), ranks) for variable, ranks in ranks_of(heading, cells, found)
    )
    label = Text.of(heading.label or heading.name)
    builder.join(heading.name, label, RANKS, names, EMPTY)
    why = message("Each cell holds the same things, in an order of its own.")
    return Made(names, message("ranking"), why, certainty)
