"""A sheet of cells read by the codebook that it follows, however the file holds the answers.

A column that stands there under the codebook's name is read by its cells. What is there otherwise
(several choices in a cell, a text of "other" under a heading of its own, days as Americans write
them) is concluded as without the codebook, and counts if it is the variable that the codebook has.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from rundfrage.codebook import Codebook, Variable, VariableType
from rundfrage.dataset.account import Account, Doubt, Ledger
from rundfrage.dataset.cells import Cells, clean, number_cell, unguarded
from rundfrage.dataset.columns import ANSWERED, CHOSEN, Coded, Column, Marks, Values
from rundfrage.dataset.dataset import Dataset
from rundfrage.dataset.decoding import read_cells
from rundfrage.dataset.flat import flat_columns
from rundfrage.dataset.intake.exports import laid_out
from rundfrage.dataset.intake.headings import dotted
from rundfrage.dataset.intake.layout import Heading
from rundfrage.dataset.intake.pieces import without_blank_rows
from rundfrage.dataset.intake.renaming import renamed
from rundfrage.dataset.intake.scales import folded
from rundfrage.dataset.intake.sheet import Sheet
from rundfrage.errors import Problem

OURS = "utf-8-sig"
"""The encoding in which text files are written here."""


def follow(
    sheet: Sheet,
    codebook: Codebook,
    file: str,
    conclude: Callable[[Sheet], Dataset],
    ledger: Ledger,
) -> Dataset:
    """The dataset that the sheet holds by this codebook.

    Raises a Problem for a column that isn't there, and for an answer that the codebook doesn't
    know, in one reading and the other.
    """
    # In a single column an empty cell is an answer left blank.
    if len(sheet.columns) > 1 and not _written_here(sheet, codebook, ledger):
        sheet = without_blank_rows(sheet, ledger)
    _, layout = laid_out(sheet)
    columns, headings = _named(layout.sheet.columns, layout.headings)
    otherwise = _Otherwise(sheet, layout.sheet.n, conclude)
    cells = renamed(codebook, headings, columns)
    dataset = read_cells(codebook, cells, file, otherwise.column)
    doubts = (*ledger.doubts, *otherwise.doubts)
    account = Account(tuple(ledger.conclusions), doubts=doubts) if doubts else None
    return Dataset(dataset.codebook, dataset.columns, dataset.n, file, account)


def _written_here(sheet: Sheet, codebook: Codebook, ledger: Ledger) -> bool:
    """True for a text file of ours, in which an empty row is a person who answered nothing."""
    marked = any(one.step == "encoding" and one.what == OURS for one in ledger.conclusions)
    names = tuple(unguarded(name.strip("\ufeff")) for name in sheet.names)
    return marked and names == tuple(flat.name for flat in flat_columns(codebook))


def name_in_codebook(name: str) -> str:
    """A heading as the codebook has it: without blanks, marks of the file, and what guards it."""
    return unguarded(name.strip("\ufeff ")).strip()


def _named(
    columns: Sequence[Cells], headings: Sequence[Heading]
) -> tuple[list[Cells], list[Heading]]:
    """The columns that have a name, and what their headings say."""
    found, said = [], []
    for column, heading in zip(columns, headings, strict=True):
        name = name_in_codebook(column.name)
        if name:
            found.append(Cells(name, column.distinct, column.index))
            known = heading.group or heading.name != column.name
            said.append(heading if known else dotted(name))
    return found, said


class _Otherwise:
    """The sheet as it is concluded without the codebook, when a variable first asks for it."""

    def __init__(self, sheet: Sheet, n: int, conclude: Callable[[Sheet], Dataset]) -> None:
        self._sheet = sheet
        self._n = n
        self._conclude = conclude
        self._dataset: Dataset | None = None
        self._names: list[str] = []

    def column(self, variable: Variable, problem: Problem) -> Column:
        """The column of the variable; raises the Problem of its cells if it can't be concluded."""
        if self._dataset is None:
            try:
                self._dataset = self._conclude(self._sheet)
            except Problem:
                raise problem from None
        if variable.name not in self._dataset.codebook or self._dataset.n != self._n:
            raise problem
        own = self._dataset.codebook[variable.name]
        found = adapted(variable, own, self._dataset.columns[variable.name])
        if found is None:
            raise problem
        self._names.append(variable.name)
        return found

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """What is doubted of the variables that were concluded."""
        account = self._dataset.account if self._dataset is not None else None
        if account is None or not self._names:
            return ()
        return tuple(doubt for doubt in account.doubts if doubt.touches(self._names))


def adapted(variable: Variable, own: Variable, column: Column) -> Column | None:
    """The column of the variable `own` as one of `variable`; None if they are not the same."""
    match column:
        case Coded() if variable.coded:
            places = _places(variable, own)
            return None if places is None else _recoded(column, places)
        case Marks() if variable.type is VariableType.MULTIPLE:
            places = _places(variable, own)
            return None if places is None else _remarked(column, places, len(variable.categories))
        case Values() if variable.type is own.type:
            return _without_codes(variable, column)
    return None


def _places(variable: Variable, own: Variable) -> list[int] | None:
    """Which category of the variable each of its `own` is, or why it is no answer.

    None if the variable doesn't know one of them.
    """
    known: dict[str, int] = {}
    for one in variable.missing:
        known[folded(_word(one.value))] = int(one.reason)
    for at, category in enumerate(variable.categories):
        for _, words in category.label.versions:
            known.setdefault(folded(words), at)
        known[category.name] = at
    found = [known.get(one.name, known.get(folded(one.label.source))) for one in own.categories]
    return None if None in found else [place for place in found if place is not None]


def _word(value: float | str) -> str:
    return value if isinstance(value, str) else number_cell(value)


def _recoded(column: Coded, places: Sequence[int]) -> Coded:
    codes = np.array([*places, 0], np.int16)[np.maximum(column.codes, ANSWERED)]
    return Coded(np.where(column.codes < ANSWERED, column.codes, codes).astype(np.int16))


def _remarked(column: Marks, places: Sequence[int], count: int) -> Marks:
    marks = np.tile(column.reasons, (count, 1)).astype(np.int8)
    for row, place in zip(column.marks, places, strict=True):
        if place >= ANSWERED:
            marks[place][row == CHOSEN] = CHOSEN
    return Marks(marks)


def _without_codes(variable: Variable, column: Values) -> Values:
    """The values without those that the codebook has as missing answers."""
    reasons = column.reasons.copy()
    for one in variable.missing:
        if variable.type is VariableType.NUMERIC and isinstance(one.value, float):
            reasons[column.answered & (column.values == one.value)] = one.reason
        elif variable.type is VariableType.TEXT:
            same = np.array([clean(str(text)) == _word(one.value) for text in column.values], bool)
            reasons[column.answered & same] = one.reason
    return Values(column.values, np.where(reasons < ANSWERED, reasons, np.int8(ANSWERED)))
