"""A column whose cells hold several answers each, made a multiple choice or a ranking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rundfrage.codebook import Role, Variable, VariableType
from rundfrage.codebook.shapes import RANKS
from rundfrage.dataset.account import Certainty
from rundfrage.dataset.cells import Cells
from rundfrage.dataset.columns import ANSWERED
from rundfrage.dataset.intake.builder import Builder
from rundfrage.dataset.intake.edits import Edit, Kind, NoneChosen
from rundfrage.dataset.intake.layout import Heading
from rundfrage.dataset.intake.pieces import choices_of, ranks_of
from rundfrage.dataset.intake.said import none_chosen, nothing_chosen
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


def add_several(
    builder: Builder, heading: Heading, cells: Cells, found: Ticks, edit: Edit, coded: _Coded
) -> Made:
    """Add what the column holds; `coded` gives a variable the missing codes of the column."""
    certainty = Certainty.SURE if found.said else Certainty.LIKELY
    if edit.type is Kind.RANKING or (found.ranked and edit.type is not Kind.SEVERAL):
        return _ranking(builder, heading, cells, found, coded, certainty)
    variable, marks, written = choices_of(heading, cells, found)
    # Where some cells are empty, one that names no option says that none was chosen.
    told = bool((marks.reasons < ANSWERED).any())
    nothing = 0 if told else int((marks.marks == ANSWERED).all(axis=0).sum())
    if nothing or edit.none_chosen is not None:
        marks = none_chosen(marks, edit.none_chosen or NoneChosen.LEFT_BLANK)
    names = [builder.add(coded(variable), marks)]
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
    return Made(tuple(names), message("multiple choice"), why, certainty)


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
