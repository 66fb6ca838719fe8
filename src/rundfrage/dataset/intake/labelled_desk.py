"""The desk on which labelled columns lie while they are concluded, and what is known of each."""

from __future__ import annotations

from collections.abc import Sequence

from rundfrage.codebook import Use
from rundfrage.dataset.intake.builder import Builder
from rundfrage.dataset.intake.edits import Edit, Edits
from rundfrage.dataset.intake.headings import dotted, heading
from rundfrage.dataset.intake.labelled_columns import ColumnRead, read_column, set_aside
from rundfrage.dataset.intake.labelled_missing import words_cleared
from rundfrage.dataset.intake.labelled_said import column_said
from rundfrage.dataset.intake.labelled_sets import MultipleSet, is_grid
from rundfrage.dataset.intake.labelled_ticks import lone_ticks, noted_ticks
from rundfrage.dataset.intake.labelled_values import measured
from rundfrage.dataset.intake.number_marks import Style
from rundfrage.dataset.intake.options import Options
from rundfrage.dataset.intake.program_names import is_program_name, names_in_company, noted_surely
from rundfrage.dataset.intake.running_names import running, worded_alike
from rundfrage.dataset.intake.scales import folded
from rundfrage.dataset.intake.types import Conventions
from rundfrage.dataset.intake.uses import NOTED, Purpose
from rundfrage.dataset.labelled import Labelled


class LabelledDesk:
    """Labelled columns: by their names places, edits and missing answers, and the file's sets."""

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
        self.columns = [column_said(one, self.edit(one), words) for one in measured(columns)]
        self.by_name = {column.name: column for column in self.columns}
        said = {name for name, edit in self.edits.items() if edit.missing is not None}
        self.clear = words_cleared(self.columns, said)
        self.builder = builder
        self.options = options
        self.sets = [one for one in sets if one.members]
        self.grids = [
            one for one in self.sets if one.counted is None and is_grid(self.members(one))
        ]
        self.company = names_in_company(list(self.places))
        self.owned = {name for one in self.sets for name in one.members}
        free = [column.name for column in self.columns if column.name not in self.owned]
        noted, perhaps = noted_ticks([self.by_name[name] for name in free])
        self.lone = lone_ticks([self.by_name[name] for name in free]) | perhaps
        alike = worded_alike(
            {name: self.by_name[name].label for name in free},
            {name: self.by_name[name].labels for name in free},
        )
        self.running = {**alike, **self.lone, **noted, **running(free)}

    def edit(self, column: Labelled) -> Edit:
        """What people said of the column."""
        return self.edits[column.name]

    def read(self, column: Labelled) -> ColumnRead:
        """What the column is by itself, as far as people and the other columns say."""
        edit = self.edit(column)
        decimal = edit.decimal or self.options.decimal
        day_first = self.options.day_first if edit.day_first is None else edit.day_first
        told = Conventions(
            Style(decimal == ",", decimal), day_first, complete=edit.missing is not None
        )
        read = read_column(column, told, self.clear.get(column.name))
        spoken = edit.use is not None or edit.type is not None
        noted = None if read.aside is not None or spoken else self._noted(column)
        return read if noted is None else set_aside(read, noted)

    def _noted(self, column: Labelled) -> Purpose | None:
        """The purpose of a column named as what a program notes, in this file at least."""
        name = folded(column.name)
        if any(map(is_program_name, [column.name, column.label])):
            return Purpose(Use.ASIDE, NOTED)
        if name not in self.company:
            return None
        return Purpose(Use.ASIDE, NOTED, noted_surely(name))

    def members(self, one: MultipleSet) -> list[Labelled]:
        """The columns of a set."""
        return [self.by_name[name] for name in one.members]

    def group(self, column: Labelled) -> str:
        """The question that the column may be a part of, by its name or what people said."""
        if column.name in self.owned or is_program_name(column.name):
            return ""
        edit = self.edit(column)
        if edit.question is not None or edit.type is not None:
            return edit.question or ""
        found = heading(column.name)
        return found.group or dotted(column.name).group or self.running.get(column.name, "")
