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

from rundfrage.codebook import Sample, Study
from rundfrage.dataset.account import Ledger
from rundfrage.dataset.cells import Cells
from rundfrage.dataset.dataset import Dataset
from rundfrage.dataset.intake import labelled_groups as groups
from rundfrage.dataset.intake.builder import Builder
from rundfrage.dataset.intake.calendars import doubt_calendars
from rundfrage.dataset.intake.counted_rows import doubts_of_rows
from rundfrage.dataset.intake.edits import NONE, Edits
from rundfrage.dataset.intake.edits_file import read_edits, require_columns
from rundfrage.dataset.intake.labelled_desk import LabelledDesk
from rundfrage.dataset.intake.labelled_sets import MultipleSet
from rundfrage.dataset.intake.labelled_ticks import are_mentions
from rundfrage.dataset.intake.may_be_scales import doubt_choices
from rundfrage.dataset.intake.named_range import doubt_outside
from rundfrage.dataset.intake.options import AS_IT_IS, Options
from rundfrage.dataset.intake.put_right import put_right
from rundfrage.dataset.intake.reasons_of_file import doubt_reasons
from rundfrage.dataset.intake.row_columns import LabelledColumn, row_columns
from rundfrage.dataset.intake.steps_or_none import doubt_steps
from rundfrage.dataset.labelled import Labelled
from rundfrage.patterns import pattern
from rundfrage.text import Text

_TECHNICAL_TITLE = pattern(
    r"spss|stata|created|export|written|\.(sav|dta|por|csv|sas)|haven|file|dataset|data set|[\\/:]"
    r"|sas|\d{2}[.:]\d{2}",
    re.IGNORECASE,
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
        return _dataset(LabelledDesk(columns, sets, builder, options, edits), study, file)

    return put_right(edits, [column.name for column in columns], concluded)


def edits_of(path: Path, columns: Sequence[Labelled]) -> Edits:
    """The edits beside the file; raises a Problem if they speak of a column that isn't there."""
    edits = read_edits(path)
    require_columns(edits, [column.name for column in columns], path)
    return edits


def _dataset(desk: LabelledDesk, study: Study, file: str) -> Dataset:
    """The dataset of all columns."""
    n = len(desk.columns[0].reasons) if desk.columns else 0
    entered: dict[str, int] = {}
    for group, some in groupby(desk.columns, key=desk.group):
        members = list(some)
        free = [column for column in members if column.name not in desk.owned]
        marks = [column for column in free if not isinstance(column.values, Cells)] or free
        if group and len(marks) > 1 and groups.ticked(desk, group, marks):
            for column in members:
                if column not in marks:
                    groups.alone(desk, column)
            continue
        if group and len(free) > 1 and groups.said_several(desk, group, free):
            continue
        if group and len(free) > 1 and groups.grid(desk, group, free):
            continue
        for column in members:
            groups.sets_at(desk, column.name, entered)
            if column.name not in desk.owned:
                groups.alone(desk, column)
    _doubt_mentions(desk)
    names = [column.name for column in desk.columns]
    columns = row_columns(desk.builder, names, list(map(LabelledColumn, desk.columns)))
    for found, settle, named in doubts_of_rows(columns, n) if columns else ():
        desk.builder.ledger.doubt(found, settle, named, rows=True)
    told = {
        name
        for entry in desk.builder.ledger.entries
        for name in entry.variables
        if desk.edits[entry.column].type is not None
    }
    doubt_choices(desk.builder.variables, told, desk.builder.ledger)
    told |= {
        name
        for entry in desk.builder.ledger.entries
        for name in entry.variables
        if {"missing", "answers"}.intersection(desk.edits[entry.column].keys)
    }
    doubt_calendars(desk.builder.variables, desk.builder.columns, told, desk.builder.ledger)
    doubt_steps(desk.builder.variables, told, desk.builder.ledger)
    doubt_outside(desk.builder.variables, desk.builder.columns, told, desk.builder.ledger)
    doubt_reasons(desk.builder.variables, told, desk.builder.ledger)
    return desk.builder.finished(study, n, file, len(desk.columns))


def _doubt_mentions(desk: LabelledDesk) -> None:
    """Doubt neighbours that may be the first, second and third answer to one question."""
    became = {entry.column: entry.variables for entry in desk.builder.ledger.entries}
    for _, some in groupby(desk.columns, key=lambda column: column.label):
        run = list(some)
        names = dict.fromkeys(name for column in run for name in became[column.name])
        if len(names) == len(run) and are_mentions(run):
            desk.builder.ledger.doubt(*groups.MENTIONS, tuple(names))
