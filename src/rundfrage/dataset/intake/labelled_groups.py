"""Labelled columns made variables: one by one, and together where they are one question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from rundfrage.codebook import VariableType
from rundfrage.codebook.shapes import RATINGS
from rundfrage.dataset.account import Certainty
from rundfrage.dataset.cells import Cells
from rundfrage.dataset.intake.bare_codes import MAY_BE_CODES
from rundfrage.dataset.intake.desk import TYPES
from rundfrage.dataset.intake.edits import Kind, NoneChosen
from rundfrage.dataset.intake.full_cells import add_several
from rundfrage.dataset.intake.labelled_desk import LabelledDesk
from rundfrage.dataset.intake.labelled_missing import missing_counts
from rundfrage.dataset.intake.labelled_said import read_said
from rundfrage.dataset.intake.labelled_sets import MultipleSet, multiple
from rundfrage.dataset.intake.labelled_ticks import (
    answered_in_part,
    never_twice,
    ticks_of,
    unticked,
    worded_ticks,
)
from rundfrage.dataset.intake.layout import Heading
from rundfrage.dataset.intake.may_be_ordered import MAY_BE_SCALE, may_be_scale
from rundfrage.dataset.intake.numbered import POINTS
from rundfrage.dataset.intake.said import SAID, none_chosen, nothing_chosen, several_said
from rundfrage.dataset.intake.shared_words import cut_labels
from rundfrage.dataset.intake.ticks import several
from rundfrage.dataset.labelled import Labelled, codes_given, number_labels
from rundfrage.locales import Message, message
from rundfrage.text import Text

_PAIR = 2
_OF_THEIR_OWN = message("If they are questions of their own, give each a type in the codebook.")
MENTIONS = (
    message(
        "Neighbours, each answered by some of those who answered the one before, may be the answers"
        " to one question."
    ),
    message("If they are, give each the same question and the type “multiple choice”."),
)


def alone(desk: LabelledDesk, column: Labelled) -> str:
    """Make a variable of one column; the name that it gets."""
    if (name := _several(desk, column)) is not None:
        return name
    read = read_said(desk.read(column), desk.edit(column))
    codes = codes_given(read.variable, column, read.column)
    name = desk.builder.add(read.variable, read.column, codes)
    if read.variable.type is VariableType.NUMERIC and (words := number_labels(column)):
        desk.builder.number_labels[name] = words
    desk.builder.enter(
        desk.places[column.name], column.name, (name,), TYPES[read.variable.type], read.why,
        read.certainty, aside=read.aside, missing=read.missing + missing_counts(column),
    )  # fmt: skip
    for found, settle in read.doubts:
        # What is doubted of a column set aside is whether its rows are people.
        desk.builder.ledger.doubt(found, settle, (name,), rows=read.aside is not None)
    if read.few and read.aside is None:
        desk.builder.ledger.doubt(*MAY_BE_CODES, (name,))
    choice = read.variable.type is VariableType.CATEGORICAL and "type" not in column.said
    if choice and may_be_scale(column.labels.values()):
        desk.builder.ledger.doubt(*MAY_BE_SCALE, (name,))
    return name


def ticked(desk: LabelledDesk, group: str, members: Sequence[Labelled]) -> bool:
    """Make a multiple choice of the columns if they hold marks; False if they don't."""
    ticks = ticks_of(group, members) or worded_ticks(group, members)
    if ticks is None:
        return False
    told = next(filter(None, (desk.edit(one).none_chosen for one in members)), None)
    nothing = unticked(ticks) if told is None else 0
    what = NoneChosen.LEFT_BLANK if nothing else told
    marks = ticks.marks if what is None else none_chosen(ticks.marks, what)
    made = desk.builder.add(ticks.variable, marks)
    if nothing:
        desk.builder.ledger.doubt(*nothing_chosen(nothing), (made,))
    why = message("Neighbours of one name hold nothing but marks.")
    if members[0].name in desk.lone:
        why = message("Neighbours hold nothing but 1.")
        if members[0].labels:
            why = message("Their labels say what was chosen, and what wasn't.")
        desk.builder.ledger.doubt(
            message("These neighbours were read as the options of one question."),
            _OF_THEIR_OWN,
            (made,),
        )
    elif answered_in_part(ticks.members):
        desk.builder.ledger.doubt(
            message(
                "Some people answered a part of the columns that were read as the options of"
                " one question."
            ),
            _OF_THEIR_OWN,
            (made,),
        )
    for column in ticks.members:
        desk.builder.enter(
            desk.places[column.name], column.name, (made,), TYPES[VariableType.MULTIPLE], why,
            Certainty.LIKELY, missing=missing_counts(column),
        )  # fmt: skip
    return True


def said_several(desk: LabelledDesk, group: str, members: Sequence[Labelled]) -> bool:
    """Make a multiple choice of columns that each hold an answer, if the user says so."""
    if any(desk.edit(column).type is not Kind.SEVERAL for column in members):
        return False
    label = next(filter(None, (column.label for column in members)), group)
    one = MultipleSet(group, label, tuple(column.name for column in members), None)
    made = desk.builder.add(*multiple(one, members))
    for column in members:
        desk.builder.enter(
            desk.places[column.name], column.name, (made,), TYPES[VariableType.MULTIPLE], SAID,
            Certainty.SAID, missing=missing_counts(column),
        )  # fmt: skip
    return True


def grid(desk: LabelledDesk, group: str, members: Sequence[Labelled]) -> bool:
    """Make grids of neighbours with the same categories; False if there are none."""
    reads = [desk.read(column) for column in members]
    runs = [
        list(run)
        for _, run in groupby(
            zip(members, reads, strict=True),
            key=lambda pair: (
                (pair[1].variable.type, pair[1].variable.categories)
                if pair[1].variable.coded and pair[1].aside is None
                else pair[0].name
            ),
        )
    ]
    if all(len(run) == 1 for run in runs):
        return False
    for run in runs:
        names = [alone(desk, column) for column, _ in run]
        if len(run) > 1:
            labels = [column.label or column.name for column, _ in run]
            shared, _ = cut_labels(labels)
            _join(desk, group, Text.of(shared or group), names, labels)
            if never_twice([column for column, _ in run]):
                desk.builder.ledger.doubt(*MENTIONS, names)
            variable = run[0][1].variable
            choice = variable.type is VariableType.CATEGORICAL
            if choice and _PAIR < len(variable.categories) <= POINTS:
                desk.builder.ledger.doubt(*MAY_BE_SCALE, names)
    return True


def sets_at(desk: LabelledDesk, name: str, entered: dict[str, int]) -> None:
    """Make the sets of which this is the first column.

    `entered` are the places of their columns in the account, by name.
    """
    for one in desk.sets:
        if one.members[0] != name:
            continue
        members = desk.members(one)
        if one in desk.grids:
            names = [_shown_alone(desk, column, entered) for column in members]
            label = Text.of(one.label or one.name)
            _join(desk, one.name, label, names, [column.label for column in members])
            if len(members[0].labels) > POINTS:
                desk.builder.ledger.doubt(
                    message("Answers that some gave twice were read as a grid."),
                    message("If they answer one question, name it in the codebook."),
                    names,
                )
            continue
        variable, marks = multiple(one, members)
        made = desk.builder.add(variable, marks)
        why = message("The file says that these columns are one question.")
        for column in members:
            _enter(desk, column, (made,), TYPES[VariableType.MULTIPLE], why, entered)


def _several(desk: LabelledDesk, column: Labelled) -> str | None:
    """The multiple choice of a column of words whose cells hold several; None if they don't."""
    edit = desk.edit(column)
    if not isinstance(column.values, Cells) or column.labels:
        return None
    clear = desk.clear[column.name]
    counts = clear.cells.answers
    found = several_said(edit, counts, "")
    if found is None and edit.type is None and edit.use is None and not edit.answers:
        read = desk.read(column)
        worded = read.variable.type in {VariableType.CATEGORICAL, VariableType.TEXT}
        found = several(counts, column.label) if worded and read.aside is None else None
    if found is None:
        return None
    made = add_several(
        desk.builder, Heading(edit.name or column.name, edit.label or column.label),
        clear.cells, found, edit,
        lambda made: replace(made, missing=(*made.missing, *column.missing, *clear.codes)),
        column.values.holds(""),
    )  # fmt: skip
    desk.builder.enter(
        desk.places[column.name], column.name, made.names, made.taken_for, made.why,
        made.certainty, missing=clear.words + made.missing + missing_counts(column),
    )  # fmt: skip
    return made.names[0]


def _shown_alone(desk: LabelledDesk, column: Labelled, entered: dict[str, int]) -> str:
    read = desk.read(column)
    codes = codes_given(read.variable, column, read.column)
    name = desk.builder.add(read.variable, read.column, codes)
    _enter(desk, column, (name,), message("row of a grid"), read.why, entered)
    return name


def _enter(
    desk: LabelledDesk,
    column: Labelled,
    names: Sequence[str],
    taken_for: Message,
    why: Message,
    entered: dict[str, int],
) -> None:
    """Enter a column that may belong to several sets: once, with all that it went into."""
    entries = desk.builder.ledger.entries
    at = entered.setdefault(column.name, len(entries))
    if at < len(entries):
        entries[at] = replace(entries[at], variables=(*entries[at].variables, *names))
        return
    desk.builder.enter(
        desk.places[column.name], column.name, names, taken_for, why, Certainty.SAID,
        missing=missing_counts(column),
    )  # fmt: skip


def _join(
    desk: LabelledDesk, name: str, label: Text, names: Sequence[str], labels: Sequence[str]
) -> None:
    _, items = cut_labels([words or made for words, made in zip(labels, names, strict=True)])
    words = dict(zip(names, items, strict=True))
    desk.builder.variables = [
        replace(one, item=Text.of(words[one.name])) if one.name in words else one
        for one in desk.builder.variables
    ]
    desk.builder.join(name, label, RATINGS, names)
