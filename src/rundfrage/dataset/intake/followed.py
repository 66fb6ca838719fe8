"""A sheet of cells read by the codebook that it follows, however the file holds the answers.

A column that stands there under the codebook's name is read by its cells. What is there otherwise
(several choices in a cell, a text of "other" under a heading of its own, days as Americans write
them) is concluded as without the codebook, and counts if it is the variable that the codebook has.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, partial

import numpy as np

from rundfrage.codebook import Codebook, Variable, VariableType
from rundfrage.dataset.account import Account, Doubt, Ledger
from rundfrage.dataset.cells import REASONS, Cells, clean, number_cell, unguarded
from rundfrage.dataset.columns import ANSWERED, CHOSEN, Coded, Column, Marks, Values
from rundfrage.dataset.dataset import Dataset
from rundfrage.dataset.decoding import read_cells
from rundfrage.dataset.flat import Flat, flat_columns
from rundfrage.dataset.intake.exports import laid_out
from rundfrage.dataset.intake.headings import dotted
from rundfrage.dataset.intake.layout import Heading
from rundfrage.dataset.intake.number_marks import Style
from rundfrage.dataset.intake.numbers import Numbers, read_numbers
from rundfrage.dataset.intake.options import AS_IT_IS, Options
from rundfrage.dataset.intake.pieces import number_style, without_blank_rows
from rundfrage.dataset.intake.renaming import renamed
from rundfrage.dataset.intake.scales import folded
from rundfrage.dataset.intake.sheet import Sheet, merged_words
from rundfrage.dataset.intake.types import number_doubts
from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.patterns import pattern

WITHIN = "workbook"
"""What is concluded of a codebook that stands in the workbook of the answers itself."""
OURS = "utf-8-sig"
"""The encoding in which text files are written here."""
_AGAIN = pattern(r"(.+) \(\d+\)", re.DOTALL)


def follow(
    sheet: Sheet,
    codebook: Codebook,
    file: str,
    conclude: Callable[[Sheet], Dataset],
    ledger: Ledger,
    options: Options = AS_IT_IS,
) -> Dataset:
    """The dataset that the sheet holds by this codebook.

    Raises a Problem for a column that isn't there, and for an answer that the codebook doesn't
    know, in one reading and the other.
    """
    # In a single column an empty cell is an answer left blank.
    ours = _written_here(sheet, codebook, ledger)
    if len(sheet.columns) > 1 and not ours:
        sheet = without_blank_rows(sheet, ledger)
    _, layout = laid_out(sheet)
    columns, headings = _named(layout.sheet.columns, layout.headings)
    _require_apart([cells.name for cells in columns], codebook, file)
    otherwise = _Otherwise(sheet, layout.sheet.n, conclude)
    cells = _told_apart(renamed(codebook, headings, columns), columns)
    if not ours:
        style = replace(number_style(cells, layout.sheet, options), pointed=True)
        within = any(one.step == "codebook" and one.what == WITHIN for one in ledger.conclusions)
        cells = list(_in_plain_digits(codebook, cells, style, ledger, within=within))
    dataset = read_cells(codebook, cells, file, otherwise.column)
    read = {} if ours else dict(_otherwise_read(codebook, cells, otherwise))
    doubts = (*ledger.doubts, *otherwise.doubts)
    account = Account(tuple(ledger.conclusions), doubts=doubts) if doubts else None
    return Dataset(codebook, {**dataset.columns, **read}, dataset.n, file, account)


def _told_apart(cells: Sequence[Cells], columns: Sequence[Cells]) -> list[Cells]:
    """Of columns that the codebook's names make alike the one that has the name by itself, if any.

    `cells` are the columns under the codebook's names, others that were made of them behind.
    """
    named = {one.name for one in columns}
    often = Counter(one.name for one in cells)
    found = []
    for place, one in enumerate(cells):
        itself = place < len(columns) and columns[place].name == one.name
        if often[one.name] == 1 or (one.name in named and itself):
            found.append(one)
        else:
            # It stays as nothing that the codebook knows.
            found.append(Cells(f"{one.name} #{place + 1}", one.distinct, one.index))
    return found


def _written_here(sheet: Sheet, codebook: Codebook, ledger: Ledger) -> bool:
    """True for a text file of ours, in which an empty row is a person who answered nothing."""
    flats = flat_columns(codebook)
    return (
        any(one.step == "encoding" and one.what == OURS for one in ledger.conclusions)
        and [name_in_codebook(name) for name in sheet.names] == [flat.name for flat in flats]
        and all(map(_ours, flats, sheet.columns))
    )


def _ours(flat: Flat, cells: Cells) -> bool:
    """True if the cells are such as are written here: codes, marks, and numbers without commas."""
    words = [word for word in map(clean, cells.distinct) if word not in REASONS]
    if flat.category is not None:
        return {"0", "1"}.issuperset(words)
    if flat.variable.coded:
        return {one.written for one in flat.variable.categories}.issuperset(words)
    return flat.variable.type is not VariableType.NUMERIC or not any("," in one for one in words)


def _in_plain_digits(
    codebook: Codebook, columns: Sequence[Cells], style: Style, ledger: Ledger, *, within: bool
) -> Iterator[Cells]:
    """The columns, with those of numbers in plain digits, however the file writes these.

    Which numbers stand for missing answers is the codebook's to say. Where it stands `within` the
    file, no number is too large: they were written with it.
    """
    numeric = {one.name: one for one in codebook.variables if one.type is VariableType.NUMERIC}
    for cells in columns:
        variable = numeric.get(cells.name)
        if variable is None:
            yield cells
            continue
        known = _reasons(variable).union(REASONS)
        numbers = read_numbers([word for word in cells.words if word not in known], style)
        if numbers is None:
            yield cells
            continue
        if within:
            numbers = replace(numbers, absurd=())
        for found, settle in number_doubts(numbers):
            ledger.doubt(found, settle, (variable.name,))
        yield merged_words(cells, partial(_plain, numbers))


def _plain(numbers: Numbers, cell: str) -> str:
    word = clean(cell)
    if word in numbers.absurd:
        return ""
    return number_cell(numbers.values[word]) if word in numbers.values else cell


def _otherwise_read(
    codebook: Codebook, columns: Sequence[Cells], otherwise: _Otherwise
) -> Iterator[tuple[str, Column]]:
    """The columns of which a cell is the code of one answer and the words of another."""
    for cells in columns:
        variable = next((one for one in codebook.variables if one.name == cells.name), None)
        if variable is not None and _ambiguous(variable, cells):
            column = otherwise.found(variable)
            if column is not None:
                yield variable.name, column


def _ambiguous(variable: Variable, cells: Cells) -> bool:
    """True if a cell is the code of one answer and the words of another."""
    words = {word for word in map(clean, cells.distinct) if word}
    codes = {one.written: one for one in variable.categories}
    return any(
        codes.get(word, one) is not one
        for one in variable.categories
        for word in (one.name, *(clean(label) for _, label in one.label.versions))
        if word in words
    )


def name_in_codebook(name: str) -> str:
    """A heading as the codebook has it: without blanks, marks of the file, and what guards it."""
    return unguarded(name.strip("\ufeff ")).strip()


def _named(
    columns: Sequence[Cells], headings: Sequence[Heading]
) -> tuple[list[Cells], list[Heading]]:
    """The columns that have a name, and what their headings say."""
    found, said = [], []
    taken: dict[str, int] = {}
    for column, heading in zip(columns, headings, strict=True):
        name = name_in_codebook(column.name)
        if name:
            taken[name.casefold()] = again = taken.get(name.casefold(), 0) + 1
            apart = name if again == 1 else f"{name} ({again})"
            found.append(Cells(apart, column.distinct, column.index))
            known = heading.group or heading.name != column.name
            said.append(heading if known else dotted(apart))
    return found, said


def _require_apart(names: Sequence[str], codebook: Codebook, file: str) -> None:
    """Raise a Problem if of two columns of one name the codebook knows only the first."""
    known = {flat.name.casefold() for flat in flat_columns(codebook)}
    for name in names:
        match = _AGAIN.fullmatch(name)
        if match and match[1].casefold() in known and name.casefold() not in known:
            raise Problem(
                "column-named-twice",
                where=Where(file, name=match[1]),
                found=message("Two columns have this name, and the codebook means one of them."),
                expected=message("names that differ in more than case."),
                mend=message("Rename one of the columns."),
            )


class _Otherwise:
    """The sheet as it is concluded without the codebook, when a variable first asks for it."""

    def __init__(self, sheet: Sheet, n: int, conclude: Callable[[Sheet], Dataset]) -> None:
        self._sheet = sheet
        self._n = n
        self._conclude = conclude
        self._names: list[str] = []

    def column(self, variable: Variable, problem: Problem) -> Column:
        """The column of the variable; raises the Problem of its cells if it can't be concluded."""
        found = self.found(variable)
        if found is None:
            raise problem
        return found

    def found(self, variable: Variable) -> Column | None:
        """The column of the variable, None if it isn't concluded as that."""
        dataset = self._concluded
        if dataset is None or dataset.n != self._n or variable.name not in dataset.codebook:
            return None
        own = dataset.codebook[variable.name]
        found = adapted(variable, own, dataset.columns[variable.name])
        if found is not None:
            self._names.append(variable.name)
        return found

    @cached_property
    def _concluded(self) -> Dataset | None:
        try:
            return self._conclude(self._sheet)
        except Problem:
            return None

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """What is doubted of the variables that were concluded."""
        if not self._names or self._concluded is None or self._concluded.account is None:
            return ()
        account = self._concluded.account
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
        case Values() if variable.type is own.type and _reasons(own) <= _reasons(variable):
            # A number that is no missing answer by the codebook is a number.
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


def _reasons(variable: Variable) -> frozenset[str]:
    """The cells that stand for a missing answer by the codebook."""
    return frozenset(_word(one.value) for one in variable.missing)


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
