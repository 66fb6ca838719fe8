"""Pieces of the way from a sheet to a dataset: names, texts, conventions, blank rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from rundfrage.codebook import Category, Missing, Role, Variable, VariableType
from rundfrage.dataset.account import Ledger
from rundfrage.dataset.cells import REASONS, Cells, clean, unguarded
from rundfrage.dataset.columns import ANSWERED, Marks, Values
from rundfrage.dataset.intake import batteries
from rundfrage.dataset.intake.categories import categories_of, slug
from rundfrage.dataset.intake.dates import day_first_of
from rundfrage.dataset.intake.headings import is_blank
from rundfrage.dataset.intake.layout import Heading, Layout
from rundfrage.dataset.intake.number_marks import Style, mark_shown
from rundfrage.dataset.intake.options import Options
from rundfrage.dataset.intake.sheet import Sheet
from rundfrage.dataset.intake.ticks import Ticks
from rundfrage.dataset.intake.types import Conventions
from rundfrage.errors import Problem, Where
from rundfrage.locales import counted_message, message
from rundfrage.patterns import pattern
from rundfrage.text import Text

_SAMPLE = 200
_CODE = pattern(r"[A-Za-z]{0,4}_?\d+")
"""An option of which only the code is known says nothing of what was asked."""
_PLAIN = Role.SUBSTANTIVE


def without_blank_rows(sheet: Sheet, ledger: Ledger) -> Sheet:
    """The sheet without rows that hold nothing; in a single column an empty cell is left blank."""
    filled = sheet.filled()
    if len(sheet.columns) == 1 and filled.any():
        last = int(np.flatnonzero(filled)[-1]) + 1
        # Empty lines below all others are no people, unless others stand between them.
        filled = np.arange(sheet.n) < (last if filled[:last].all() else sheet.n)
    blank = int((~filled).sum())
    if not blank or (blank == sheet.n and len(sheet.columns) == 1):
        return sheet
    left_out = counted_message("{count} row left out", "{count} rows left out", blank)
    ledger.conclude("rows", left_out, message("They hold nothing but blanks."))
    ledger.doubt(
        counted_message(
            "{count} row that holds nothing was left out.",
            "{count} rows that hold nothing were left out.",
            blank,
        ),
        message("If they are people who answered nothing, number the rows in a column of its own."),
    )
    return sheet.kept(filled)


def as_text(heading: Heading, cells: Cells) -> tuple[Variable, Values]:
    """The column as texts, whatever it holds."""
    values = np.array([unguarded(cell) for cell in cells.distinct] or [""], object)
    reasons = [int(REASONS.get(clean(cell), ANSWERED)) for cell in cells.distinct]
    label = Text.of(heading.label or heading.name)
    return (
        Variable(heading.name, VariableType.TEXT, label),
        Values(values[cells.index], np.array(reasons or [0], np.int8)[cells.index]),
    )


def choices_of(
    heading: Heading, cells: Cells, found: Ticks
) -> tuple[Variable, Marks, Values | None]:
    """A column of several choices a cell as a multiple choice, and what else was written there."""
    options = categories_of(found.options)
    words = [clean(cell) for cell in cells.distinct]
    rows = [[int(one in found.chosen.get(word, ())) for one in found.options] for word in words]
    marks = np.array(rows or [[0] * len(options)], np.int8)[cells.index].T
    why = [int(REASONS.get(word, ANSWERED)) for word in words]
    reasons = np.array(why or [0], np.int8)[cells.index]
    label = Text.of(heading.label or heading.name)
    texts = None
    if found.others:
        told = np.array([found.others.get(word, "") for word in words] or [""], object)
        written = told[cells.index]
        options, marks = _with_other(options, marks, written)
        said = np.where(written != "", ANSWERED, np.where(reasons < 0, reasons, Missing.NOT_ASKED))
        texts = Values(written, said.astype(np.int8))
    marks = np.where(reasons < ANSWERED, reasons, marks).astype(np.int8)
    return Variable(heading.name, VariableType.MULTIPLE, label, options), Marks(marks), texts


def ranks_of(heading: Heading, cells: Cells, found: Ticks) -> list[tuple[Variable, Values]]:
    """A column of things in an order as a variable of ranks for each of them."""
    words = [clean(cell) for cell in cells.distinct]
    reasons = np.array([int(REASONS.get(word, ANSWERED)) for word in words] or [0], np.int8)
    label = Text.of(heading.label or heading.name)
    variables = []
    names: list[str] = []
    for item in found.options:
        names.append(slug(item, names))
        orders = [found.chosen.get(word, ()) for word in words]
        places = [order.index(item) + 1 if item in order else 0 for order in orders]
        ranks = np.array(places or [0], np.float64)[cells.index]
        variable = Variable(
            f"{heading.name}.{names[-1]}", VariableType.NUMERIC, label,
            item=Text.of(item), low=1.0, high=float(len(found.options)),
        )  # fmt: skip
        blank = np.where(ranks > 0, ANSWERED, np.int8(Missing.LEFT_BLANK))
        told = np.where(reasons[cells.index] < ANSWERED, reasons[cells.index], blank)
        variables.append((variable, Values(ranks, told.astype(np.int8))))
    return variables


def _with_other(
    options: tuple[Category, ...], marks: np.ndarray, texts: np.ndarray
) -> tuple[tuple[Category, ...], np.ndarray]:
    """The options with one for what was written besides them."""
    wrote = (texts != "").astype(np.int8)
    for at, option in enumerate(options):
        if option.role is Role.OTHER:
            marks[at] |= wrote
            return options, marks
    names = [one.name for one in options]
    other = batteries.other_option(names, len(options) + 1, "Other")
    return (*options, other), np.vstack([marks, wrote])


def options_twice(variables: Sequence[Variable]) -> list[tuple[str, str]]:
    """The neighbours among multiple choices that share two options: perhaps they are one."""
    several = [one for one in variables if one.type is VariableType.MULTIPLE]
    found = []
    for one, other in pairwise(several):
        every = {option.label.source for option in one.categories if option.role is _PLAIN}
        labels = {label for label in every if not _CODE.fullmatch(label)}
        shared = labels & {option.label.source for option in other.categories}
        if len(shared) > 1 and every != shared:
            found.append((one.name, other.name))
    return found


def named_apart(layout: Layout, file: str) -> list[Heading]:
    """The headings with names of their own; a column that only counts the rows gets none."""
    taken: dict[str, int] = {}
    found = []
    for number, (said, cells) in enumerate(
        zip(layout.headings, layout.sheet.columns, strict=True), 1
    ):
        heading = said
        name = unguarded(heading.name.strip("\ufeff ")).strip()
        if is_blank(name) and not heading.group:
            words = [word for word in map(clean, cells.distinct) if word]
            counting = len(cells.distinct) == len(cells.index) and all(map(str.isdecimal, words))
            name = "" if counting or not words else f"column_{number}"
            heading = Heading(name, name)
        if name:
            taken[name.casefold()] = taken.get(name.casefold(), 0) + 1
            again = taken[name.casefold()]
            if again > 1:
                name = f"{name} ({again})"
        found.append(replace(heading, name=name))
    if not any(heading.name for heading in found):
        raise Problem(
            "file-empty",
            where=Where(file),
            found=message("No column has a name."),
            expected=message("a row of column names and a row for each respondent."),
            mend=message("Export the answers again."),
        )
    return found


def conventions(cells: Sequence[Cells], sheet: Sheet, options: Options) -> Conventions:
    """How the file writes numbers and dates, as far as its columns tell."""
    told = {
        first
        for column in cells
        if (
            first := day_first_of(
                [w for w in map(clean, column.distinct[:_SAMPLE]) if w not in REASONS]
            )
        )
        is not None
    }
    day_first = told.pop() if len(told) == 1 else None
    if options.day_first is not None:
        day_first = options.day_first
    return Conventions(number_style(cells, sheet, options), day_first)


def number_style(cells: Sequence[Cells], sheet: Sheet, options: Options) -> Style:
    """How the file writes numbers: as the user says, as its columns show, or as it cuts cells."""
    samples = ([w for w in map(clean, one.distinct[:_SAMPLE]) if w not in REASONS] for one in cells)
    shown = mark_shown(samples) if options.decimal is None else None
    known = options.decimal or shown
    comma = known == "," if known else sheet.delimiter == ";"
    return Style(comma, options.decimal, shown, typed=bool(sheet.delimiter))
