"""The codebook of a file of labelled columns that brings none: from labels, measures and sets.

Codes stay as they are. A column is a scale by its measure, by words that are known to be one, or by
whole numbers of which the ends have labels. Multiple-response sets become multiple variables, or
grids where answers come twice within a person; so do neighbours of one name that hold marks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from rundfrage.codebook import (
    Sample,
    Study,
    VariableType,
)
from rundfrage.codebook.shapes import RATINGS
from rundfrage.dataset.account import Certainty, Ledger
from rundfrage.dataset.cells import Cells
from rundfrage.dataset.dataset import Dataset
from rundfrage.dataset.intake.bare_codes import MAY_BE_CODES
from rundfrage.dataset.intake.builder import Builder
from rundfrage.dataset.intake.desk import TYPES
from rundfrage.dataset.intake.edits import (
    NONE,
    Edit,
    Edits,
    Kind,
    NoneChosen,
    read_edits,
    require_columns,
)
from rundfrage.dataset.intake.full_cells import add_several
from rundfrage.dataset.intake.headings import dotted, heading
from rundfrage.dataset.intake.label_order import MAY_BE_SCALE, may_be_scale
from rundfrage.dataset.intake.labelled_columns import ColumnRead, read_column
from rundfrage.dataset.intake.labelled_missing import missing_counts, words_cleared
from rundfrage.dataset.intake.labelled_said import column_said, read_said
from rundfrage.dataset.intake.labelled_sets import MultipleSet, is_grid, multiple
from rundfrage.dataset.intake.labelled_ticks import (
    answered_in_part,
    are_mentions,
    lone_ticks,
    never_twice,
    ticks_of,
    unticked,
    worded_ticks,
)
from rundfrage.dataset.intake.labelled_values import measured
from rundfrage.dataset.intake.layout import Heading
from rundfrage.dataset.intake.may_be_scales import doubt_choices
from rundfrage.dataset.intake.numbered import POINTS
from rundfrage.dataset.intake.numbers import Style
from rundfrage.dataset.intake.options import AS_IT_IS, Options
from rundfrage.dataset.intake.put_right import put_right
from rundfrage.dataset.intake.quantities import asks_number
from rundfrage.dataset.intake.running_names import running
from rundfrage.dataset.intake.said import SAID, none_chosen, nothing_chosen, several_said
from rundfrage.dataset.intake.shared_words import cut_labels
from rundfrage.dataset.intake.ticks import several
from rundfrage.dataset.intake.types import Conventions
from rundfrage.dataset.labelled import Labelled
from rundfrage.locales import Message, message
from rundfrage.text import Text

_TECHNICAL_TITLE = re.compile(
    r"spss|stata|created|export|written|\.(sav|dta|por|csv|sas)|haven|file|dataset|data set|[\\/:]"
    r"|sas|\d{2}[.:]\d{2}",
    re.IGNORECASE,
)

_OF_THEIR_OWN = message("If they are questions of their own, give each a type in the codebook.")


_PAIR = 2


_MENTIONS = (
    message(
        "Neighbours, each answered by some of those who answered the one before, may be the answers"
        " to one question."
    ),
    message("If they are, give each the same question and the type “multiple choice”."),
)


def title_of(label: str, stem: str) -> str:
    """The title of a study: the file's own label, unless a program wrote it there."""
    words = " ".join(label.split())
    return stem if len(words.split()) < 2 or _TECHNICAL_TITLE.search(words) else words  # noqa: PLR2004


def by_labels(
    columns: Sequence[Labelled],
    sets: Sequence[MultipleSet],
    study: Study,
    file: str,
    options: Options = AS_IT_IS,
    edits: Edits = NONE,
    ledger: Ledger | None = None,
) -> Dataset:
    """The dataset that the columns are by their labels, measures and multiple-response sets."""
    if edits.file.title:
        study = replace(study, title=Text.of(edits.file.title))

    def concluded(edits: Edits) -> Dataset:
        account = Ledger() if ledger is None else ledger.copy()
        builder = Builder(account, edits.file.sample or Sample.UNKNOWN)
        conclusion = _Conclusion(columns, sets, builder, options, edits)
        return conclusion.dataset(study, file)

    return put_right(edits, [column.name for column in columns], concluded)


def edits_of(path: Path, columns: Sequence[Labelled]) -> Edits:
    """The edits beside the file; raises a Problem if they speak of a column that isn't there."""
    edits = read_edits(path)
    require_columns(edits, [column.name for column in columns], path)
    return edits


class _Conclusion:
    """The way from labelled columns to a dataset."""

    def __init__(
        self,
        columns: Sequence[Labelled],
        sets: Sequence[MultipleSet],
        builder: Builder,
        options: Options,
        edits: Edits,
    ) -> None:
        self.places = {column.name: at for at, column in enumerate(columns, 1)}
        self.edits = dict(zip(self.places, edits.of(list(self.places)), strict=True))
        words = options.missing
        self.columns = [column_said(one, self._edit(one), words) for one in measured(columns)]
        self.by_name = {column.name: column for column in self.columns}
        said = {name for name, edit in self.edits.items() if edit.missing is not None}
        self.clear = words_cleared(self.columns, said)
        self.builder = builder
        self.options = options
        self.sets = [one for one in sets if one.members]
        self.grids = [
            one for one in self.sets if one.counted is None and is_grid(self._members(one))
        ]
        self.owned = {name for one in self.sets for name in one.members}
        free = [column.name for column in self.columns if column.name not in self.owned]
        self.lone = lone_ticks([self.by_name[name] for name in free])
        self.running = {**self.lone, **running(free)}

    def dataset(self, study: Study, file: str) -> Dataset:
        """The dataset of all columns."""
        n = len(self.columns[0].reasons) if self.columns else 0
        entered: set[str] = set()
        for group, some in groupby(self.columns, key=self._group):
            members = list(some)
            free = [column for column in members if column.name not in self.owned]
            marks = [column for column in free if not isinstance(column.values, Cells)] or free
            if group and len(marks) > 1 and self._ticked(group, marks):
                for column in members:
                    if column not in marks:
                        self._alone(column)
                continue
            if group and len(free) > 1 and self._said_several(group, free):
                continue
            if group and len(free) > 1 and self._grid(group, free):
                continue
            for column in members:
                self._sets_at(column.name, entered)
                if column.name not in self.owned:
                    self._alone(column)
        self._doubt_mentions()
        told = {
            name
            for entry in self.builder.ledger.entries
            for name in entry.variables
            if self.edits[entry.column].type is not None
        }
        doubt_choices(self.builder.variables, told, self.builder.ledger)
        return self.builder.finished(study, n, file, len(self.columns))

    def _doubt_mentions(self) -> None:
        """Doubt neighbours that may be the first, second and third answer to one question."""
        became = {entry.column: entry.variables for entry in self.builder.ledger.entries}
        for _, some in groupby(self.columns, key=lambda column: column.label):
            run = list(some)
            names = dict.fromkeys(name for column in run for name in became[column.name])
            if len(names) == len(run) and are_mentions(run):
                self.builder.ledger.doubt(*_MENTIONS, tuple(names))

    def _said_several(self, group: str, members: Sequence[Labelled]) -> bool:
        """Make a multiple choice of columns that each hold an answer, if the user says so."""
        if any(self._edit(column).type is not Kind.SEVERAL for column in members):
            return False
        label = next(filter(None, (column.label for column in members)), group)
        one = MultipleSet(group, label, tuple(column.name for column in members), None)
        made = self.builder.add(*multiple(one, members))
        for column in members:
            self.builder.enter(
                self.places[column.name], column.name, (made,), TYPES[VariableType.MULTIPLE], SAID,
                Certainty.SAID, missing=missing_counts(column),
            )  # fmt: skip
        return True

    def _edit(self, column: Labelled) -> Edit:
        return self.edits[column.name]

    def _read(self, column: Labelled) -> ColumnRead:
        """What the column is by itself, as far as people and the other columns say."""
        edit, decimal = self._edit(column), self.options.decimal
        day_first = self.options.day_first if edit.day_first is None else edit.day_first
        told = Conventions(
            Style(decimal == ",", decimal), day_first, complete=edit.missing is not None
        )
        return read_column(column, told, self.clear.get(column.name))

    def _group(self, column: Labelled) -> str:
        if column.name in self.owned:
            return ""
        edit = self._edit(column)
        if edit.question is not None or edit.type is not None:
            return edit.question or ""
        found = heading(column.name)
        return found.group or dotted(column.name).group or self.running.get(column.name, "")

    def _members(self, one: MultipleSet) -> list[Labelled]:
        return [self.by_name[name] for name in one.members]

    def _sets_at(self, name: str, entered: set[str]) -> None:
        """The sets whose first column this is."""
        for one in self.sets:
            if one.members[0] != name:
                continue
            members = self._members(one)
            if one in self.grids:
                names = [self._shown_alone(column, entered) for column in members]
                label = Text.of(one.label or one.name)
                self._join(one.name, label, names, [column.label for column in members])
                if len(members[0].labels) > POINTS:
                    self.builder.ledger.doubt(
                        message("Answers that some gave twice were read as a grid."),
                        message("If they answer one question, name it in the codebook."),
                        names,
                    )
                continue
            variable, marks = multiple(one, members)
            made = self.builder.add(variable, marks)
            why = message("The file says that these columns are one question.")
            for column in members:
                self._enter(column, (made,), TYPES[VariableType.MULTIPLE], why, entered)

    def _shown_alone(self, column: Labelled, entered: set[str]) -> str:
        read = self._read(column)
        name = self.builder.add(read.variable, read.column)
        self._enter(column, (name,), message("row of a grid"), read.why, entered)
        return name

    def _enter(
        self,
        column: Labelled,
        names: Sequence[str],
        taken_for: Message,
        why: Message,
        entered: set[str],
    ) -> None:
        """Enter a column that may belong to several sets: once, with all that it went into."""
        if column.name in entered:
            entries = self.builder.ledger.entries
            at = next(i for i, one in enumerate(entries) if one.place == self.places[column.name])
            entries[at] = replace(entries[at], variables=(*entries[at].variables, *names))
            return
        entered.add(column.name)
        self.builder.enter(
            self.places[column.name], column.name, names, taken_for, why, Certainty.SAID,
            missing=missing_counts(column),
        )  # fmt: skip

    def _alone(self, column: Labelled) -> str:
        if (name := self._several(column)) is not None:
            return name
        read = read_said(self._read(column), self._edit(column))
        name = self.builder.add(read.variable, read.column)
        self.builder.enter(
            self.places[column.name], column.name, (name,), TYPES[read.variable.type], read.why,
            read.certainty, aside=read.aside, missing=read.missing + missing_counts(column),
        )  # fmt: skip
        for found, settle in read.doubts:
            self.builder.ledger.doubt(found, settle, (name,))
        if read.few and read.aside is None and not asks_number(column.name, column.label):
            self.builder.ledger.doubt(*MAY_BE_CODES, (name,))
        choice = read.variable.type is VariableType.CATEGORICAL and "type" not in column.said
        if choice and may_be_scale(column.labels.values()):
            self.builder.ledger.doubt(*MAY_BE_SCALE, (name,))
        return name

    def _several(self, column: Labelled) -> str | None:
        """The multiple choice of a column of words whose cells hold several; None if they don't."""
        edit = self._edit(column)
        if not isinstance(column.values, Cells) or column.labels:
            return None
        clear = self.clear[column.name]
        counts = clear.cells.answers
        found = several_said(edit, counts, "")
        if found is None and edit.type is None and edit.use is None and not edit.answers:
            read = self._read(column)
            worded = read.variable.type in {VariableType.CATEGORICAL, VariableType.TEXT}
            found = several(counts, column.label) if worded and read.aside is None else None
        if found is None:
            return None
        made = add_several(
            self.builder, Heading(edit.name or column.name, edit.label or column.label),
            clear.cells, found, edit,
            lambda variable: replace(variable, missing=(*column.missing, *clear.codes)),
        )  # fmt: skip
        self.builder.enter(
            self.places[column.name], column.name, made.names, made.taken_for, made.why,
            made.certainty, missing=clear.words + missing_counts(column),
        )  # fmt: skip
        return made.names[0]

    def _ticked(self, group: str, members: Sequence[Labelled]) -> bool:
        """Make a multiple choice of the columns if they hold marks; False if they don't."""
        ticks = ticks_of(group, members) or worded_ticks(group, members)
        if ticks is None:
            return False
        told = next(filter(None, (self._edit(one).none_chosen for one in members)), None)
        nothing = unticked(ticks) if told is None else 0
        what = NoneChosen.LEFT_BLANK if nothing else told
        marks = ticks.marks if what is None else none_chosen(ticks.marks, what)
        made = self.builder.add(ticks.variable, marks)
        if nothing:
            self.builder.ledger.doubt(*nothing_chosen(nothing), (made,))
        why = message("Neighbours of one name hold nothing but marks.")
        if members[0].name in self.lone:
            why = message("Neighbours hold nothing but 1.")
            self.builder.ledger.doubt(
                message("These neighbours were read as the options of one question."),
                _OF_THEIR_OWN,
                (made,),
            )
        elif answered_in_part(ticks.members):
            self.builder.ledger.doubt(
                message(
                    "Some people answered a part of the columns that were read as the options of"
                    " one question."
                ),
                _OF_THEIR_OWN,
                (made,),
            )
        for column in ticks.members:
            self.builder.enter(
                self.places[column.name], column.name, (made,), TYPES[VariableType.MULTIPLE], why,
                Certainty.LIKELY, missing=missing_counts(column),
            )  # fmt: skip
        return True

    def _grid(self, group: str, members: Sequence[Labelled]) -> bool:
        """Make grids of neighbours with the same categories; False if there are none."""
        reads = [self._read(column) for column in members]
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
            names = [self._alone(column) for column, _ in run]
            if len(run) > 1:
                labels = [column.label or column.name for column, _ in run]
                shared, _ = cut_labels(labels)
                self._join(group, Text.of(shared or group), names, labels)
                if never_twice([column for column, _ in run]):
                    self.builder.ledger.doubt(*_MENTIONS, names)
                variable = run[0][1].variable
                choice = variable.type is VariableType.CATEGORICAL
                if choice and _PAIR < len(variable.categories) <= POINTS:
                    self.builder.ledger.doubt(*MAY_BE_SCALE, names)
        return True

    def _join(self, name: str, label: Text, names: Sequence[str], labels: Sequence[str]) -> None:
        _, items = cut_labels([words or made for words, made in zip(labels, names, strict=True)])
        words = dict(zip(names, items, strict=True))
        self.builder.variables = [
            replace(one, item=Text.of(words[one.name])) if one.name in words else one
            for one in self.builder.variables
        ]
        self.builder.join(name, label, RATINGS, names)
