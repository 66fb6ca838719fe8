"""Cells of a text file read by a codebook: what each column holds is known beforehand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np
import numpy.typing as npt

from rundfrage.codebook import Codebook, Missing, Variable, VariableType
from rundfrage.dataset.cells import (
    REASONS,
    Cells,
    clean,
    number_cell,
    parsed_date,
    parsed_number,
    unguarded,
)
from rundfrage.dataset.columns import ANSWERED, CHOSEN, Coded, Column, Marks, Reasons, Values
from rundfrage.dataset.dataset import Dataset
from rundfrage.dataset.flat import Flat, flat_columns, joined_marks
from rundfrage.dataset.words import NO, YES
from rundfrage.errors import Problem, Where, did_you_mean
from rundfrage.locales import Message, message

CHOSEN_WORDS = frozenset({"1", "x", "✓", "✔", "☑", *YES})
NOT_CHOSEN_WORDS = frozenset({"0", *NO})


def _refused(_: Variable, problem: Problem) -> Column:
    raise problem


def read_cells(
    codebook: Codebook,
    columns: Sequence[Cells],
    file: str,
    otherwise: Callable[[Variable, Problem], Column] = _refused,
) -> Dataset:
    """The dataset that the columns hold, by this codebook; columns it doesn't name are left out.

    Raises a Problem for a column that isn't there and for an answer the codebook doesn't know,
    unless `otherwise` has a column for that variable.
    """
    by_name = {cells.name: cells for cells in columns}
    folded = {name.casefold(): cells for name, cells in by_name.items()}
    n = len(columns[0].index) if columns else 0
    read: dict[str, Column] = {}
    flats: dict[str, list[Flat]] = {variable.name: [] for variable in codebook.variables}
    for flat in flat_columns(codebook):
        flats[flat.variable.name].append(flat)
    for variable in codebook.variables:
        try:
            found = []
            for flat in flats[variable.name]:
                cells = by_name.get(flat.name) or folded.get(flat.name.casefold())
                if cells is None:
                    raise _absent(flat, by_name, file)
                found.append((flat, cells))
            read[variable.name] = _column(variable, found, n, file)
        except Problem as problem:
            read[variable.name] = otherwise(variable, problem)
    return Dataset(codebook, read, n, file)


def _absent(flat: Flat, names: Iterable[str], file: str) -> Problem:
    return Problem(
        "column-absent",
        where=Where(file, name=flat.name),
        found=message("The file has no column {name}.", name=flat.name),
        expected=message("a column for each variable of the codebook."),
        mend=did_you_mean(flat.name, names) or message("Take the codebook that fits the file."),
    )


def _column(variable: Variable, found: Sequence[tuple[Flat, Cells]], n: int, file: str) -> Column:
    """The column of a variable, of which the file has these columns."""
    if variable.type is VariableType.MULTIPLE:
        parts = [_marks(flat, cells, file) for flat, cells in found]
        return joined_marks(parts) if parts else Marks(np.empty((0, n), np.int8))
    ((_, cells),) = found
    if variable.coded:
        return Coded(_codes(variable, cells, file))
    return _values(variable, cells, file)


def _known_reasons(variable: Variable) -> dict[str, Missing]:
    known = {
        number_cell(code.value) if isinstance(code.value, float) else str(code.value): code.reason
        for code in variable.missing
    }
    return known | REASONS


def _marks(flat: Flat, cells: Cells, file: str) -> Reasons:
    """A column of yes and no as 1, 0 or a Missing reason, shape (n,).

    The option's own words say that it was chosen, as some programs write it.
    """
    variable = flat.variable
    option = variable.categories[flat.category or 0]
    own = {option.name.casefold(), *(words.casefold() for _, words in option.label.versions)}
    known = {word.casefold(): why for word, why in _known_reasons(variable).items()}
    marks = []
    for place, cell in enumerate(cells.distinct):
        word = clean(cell).casefold()
        if word in known:
            marks.append(int(known[word]))
        elif word.removesuffix(".0") in CHOSEN_WORDS or word in own:
            marks.append(CHOSEN)
        elif word.removesuffix(".0") in NOT_CHOSEN_WORDS:
            marks.append(ANSWERED)
        else:
            raise _unknown(cells, place, flat.name, message("1 or 0"), file)
    return np.array(marks, np.int8)[cells.index]


def _codes(variable: Variable, cells: Cells, file: str) -> npt.NDArray[np.int16]:
    reasons = _known_reasons(variable)
    places: dict[str, int] = {}
    # What our own files write comes first.
    for position, category in enumerate(variable.categories):
        places.setdefault(category.written, position)
    for position, category in enumerate(variable.categories):
        places.setdefault(str(category.code), position)
    for position, category in enumerate(variable.categories):
        places.setdefault(category.name, position)
        for _, words in category.label.versions:
            places.setdefault(clean(words), position)
    codes = []
    for place, cell in enumerate(cells.distinct):
        word = clean(cell)
        if word in reasons:
            codes.append(int(reasons[word]))
        elif unguarded(word) in places:
            codes.append(places[unguarded(word)])
        elif word.removesuffix(".0") in places:
            codes.append(places[word.removesuffix(".0")])
        else:
            known = ", ".join(category.written for category in variable.categories[:12])
            raise _unknown(
                cells,
                place,
                variable.name,
                message("one of {known}", known=known or message("no categories")),
                file,
            )
    return np.array(codes, np.int16)[cells.index]


def _values(variable: Variable, cells: Cells, file: str) -> Values:
    reasons = np.zeros(len(cells.distinct) + 1, np.int8)
    values = _empty(variable.type, len(cells.distinct) + 1)
    known = _known_reasons(variable)
    for place, cell in enumerate(cells.distinct):
        word = clean(cell)
        if word in known:
            reasons[place] = known[word]
        else:
            values[place] = _value(variable, cells, place, file)
    return Values(values[cells.index], reasons[cells.index])


def _empty(
    kind: VariableType, count: int
) -> npt.NDArray[np.float64] | npt.NDArray[np.object_] | npt.NDArray[np.datetime64]:
    if kind is VariableType.TEXT:
        return np.full(count, "", object)
    return np.zeros(count, "datetime64[D]" if kind is VariableType.DATE else np.float64)


def _value(variable: Variable, cells: Cells, place: int, file: str) -> str | float | np.datetime64:
    cell = cells.distinct[place]
    if variable.type is VariableType.TEXT:
        return unguarded(cell)
    if variable.type is VariableType.NUMERIC:
        number = parsed_number(clean(cell))
        if number is None:
            raise _unknown(cells, place, variable.name, message("a number"), file)
        return number
    day = parsed_date(clean(cell))
    if day is None:
        raise _unknown(cells, place, variable.name, message("a date such as 2020-09-23"), file)
    return day


def _unknown(cells: Cells, place: int, name: str, expected: Message, file: str) -> Problem:
    return Problem(
        "answer-unknown",
        where=Where(file, name=name),
        found=message(
            "The answer “{distinct}” stands in row {row} of the answers.",
            distinct=cells.distinct[place][:80],
            row=str(cells.row(place)),
        ),
        expected=message("{expected}, or a missing answer.", expected=expected),
        mend=message("Mend the cell, or add the answer to the codebook."),
    )
