"""Columns of numbers with labels, as statistics packages keep them, turned into a dataset.

A *labelled column* has values, the labels that some of its values carry, and the values that
stand for a missing answer. With a codebook each column is read by it; without one, the labels and
the *measure* (nominal, ordinal, scale) tell the type.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import cast

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from rundfrage.codebook import (
    Codebook,
    Missing,
    MissingCode,
    Study,
    Variable,
    VariableType,
)
from rundfrage.dataset import arrow
from rundfrage.dataset.cells import Cells
from rundfrage.dataset.columns import ANSWERED, CHOSEN, Coded, Column, Marks, Reasons, Values
from rundfrage.dataset.dataset import Dataset
from rundfrage.dataset.decoding import read_cells
from rundfrage.dataset.flat import Flat, joined_marks
from rundfrage.errors import Problem, Where
from rundfrage.locales import Message, message
from rundfrage.text import EMPTY

WIDEST = 100_000
"""How far apart codes may lie to be looked up in a table."""


@dataclass(frozen=True, eq=False)
class Labelled:
    """One column of a file of a statistics package.

    `values` are float64, cells of words or days (datetime64[D]), shape (n,); `reasons` says where
    they stand for a missing answer. `labels` are those of answers, `missing` the missing codes,
    `times` the numbers in words where they are shown as times: 13:30 for 48600 seconds; `letters`
    are those of Stata's and SAS's missing values (.a), for rows that have one;
    `complete` is True where people said what it is, or which codes are missing, so that no others
    are concluded; `said` are the keys of what they said. `chosen` is True if the measure is: no
    program set it for all. `gone` are labels that say "don't know", whose codes were concluded to
    be missing by nothing but a gap before them.
    """

    name: str
    label: str
    values: npt.NDArray[np.float64] | Cells | npt.NDArray[np.datetime64]
    reasons: Reasons
    labels: Mapping[float | str, str] = field(default_factory=dict)
    missing: tuple[MissingCode, ...] = ()
    measure: str = "unknown"
    complete: bool = False
    said: frozenset[str] = frozenset()
    times: Cells | None = None
    letters: Cells | None = None
    chosen: bool = False
    gone: tuple[str, ...] = ()

    @property
    def answered(self) -> npt.NDArray[np.bool_]:
        """True where there is an answer; shape (n,)."""
        return np.equal(self.reasons, ANSWERED)

    @property
    def is_date(self) -> bool:
        """True if the column holds days."""
        return not isinstance(self.values, Cells) and self.values.dtype.kind == "M"

    @property
    def is_number(self) -> bool:
        """True if the column holds numbers."""
        return not isinstance(self.values, Cells) and self.values.dtype.kind == "f"

    @property
    def numbers(self) -> npt.NDArray[np.float64]:
        """The values of a column of numbers; shape (n,)."""
        if not self.is_number:
            raise TypeError(f"{self.name} holds no numbers")
        return cast("npt.NDArray[np.float64]", self.values)

    @property
    def in_words(self) -> Labelled:
        """The column with the times that its numbers are shown as; itself if they are none."""
        return self if self.times is None else replace(self, values=self.times, times=None)

    def holds(self, value: float | str | None) -> npt.NDArray[np.bool_]:
        """True for the rows whose value this is, missing or not; shape (n,)."""
        if isinstance(self.values, Cells) and isinstance(value, str):
            return self.values.holds(value)
        if self.letters is not None and isinstance(value, str):
            return self.letters.holds(value.removeprefix("."))
        if self.is_number and isinstance(value, float | int):
            found: npt.NDArray[np.bool_] = np.equal(self.numbers, value)
            return found
        return np.zeros(len(self.reasons), np.bool_)

    def same(self, other: Labelled) -> npt.NDArray[np.bool_]:
        """True for the rows where both columns have one value, missing or not; shape (n,)."""
        if isinstance(self.values, Cells) and isinstance(other.values, Cells):
            places = {word: place for place, word in enumerate(self.values.distinct)}
            here = np.array([*(places.get(word, -1) for word in other.values.distinct), -1])
            both: npt.NDArray[np.bool_] = np.equal(here[other.values.index], self.values.index)
            return both
        if isinstance(self.values, Cells) or isinstance(other.values, Cells):
            return np.zeros(len(self.reasons), np.bool_)
        alike: npt.NDArray[np.bool_] = np.equal(self.values, other.values)
        return alike

    @cached_property
    def counts(self) -> dict[float | str, int]:
        """The different answers and how often each is given: numbers ascending, words sorted."""
        if self.is_date:
            raise TypeError(f"{self.name} holds dates")
        if isinstance(self.values, Cells):
            index = self.values.index[self.answered]
            words = self.values.distinct
            counts = np.bincount(index, minlength=len(words)).tolist()
            given = [place for place, count in enumerate(counts) if count]
            return {words[place]: counts[place] for place in sorted(given, key=words.__getitem__)}
        import pyarrow.compute as pc  # noqa: PLC0415 - takes its time to load

        numbers = arrow.array(self.numbers[self.answered])
        counted = pc.value_counts(numbers)
        values = arrow.floats(counted.field(0))
        counts = arrow.whole(counted.field(1).cast(pa.int32()))
        order = np.argsort(values)
        return dict(zip(values[order].tolist(), counts[order].tolist(), strict=True))


def _refused(_: Variable, problem: Problem) -> Column:
    raise problem


def by_codebook(
    codebook: Codebook,
    flats: Sequence[Flat],
    columns: Mapping[str, Labelled],
    file: str,
    otherwise: Callable[[Variable, Problem], Column] = _refused,
) -> Dataset:
    """The dataset that the columns hold by this codebook, `flats` being the codebook laid flat.

    Raises a Problem for a column that isn't there or holds what the codebook doesn't know, unless
    `otherwise` has a column for that variable.
    """
    n = len(next(iter(columns.values())).reasons) if columns else 0
    folded_names = {name.casefold(): column for name, column in columns.items()}
    of: dict[str, list[Flat]] = {variable.name: [] for variable in codebook.variables}
    for flat in flats:
        of[flat.variable.name].append(flat)
    read: dict[str, Column] = {}
    for variable in codebook.variables:
        try:
            found = [(flat, _of_name(flat, folded_names, file)) for flat in of[variable.name]]
            if variable.type is VariableType.MULTIPLE:
                members = [_ticked(flat, column, file) for flat, column in found]
                none = Marks(np.empty((0, n), np.int8))
                read[variable.name] = joined_marks(members) if members else none
            else:
                ((_, column),) = found
                read[variable.name] = _by_variable(variable, column, file)
        except Problem as problem:
            read[variable.name] = otherwise(variable, problem)
    codes = {
        flat.variable.name: places
        for flat in flats
        if flat.category is None
        and (stored := folded_names.get(flat.name.casefold())) is not None
        and (places := codes_given(flat.variable, stored, read[flat.variable.name])) is not None
    }
    words = {
        flat.variable.name: number_labels(stored)
        for flat in flats
        if flat.variable.type is VariableType.NUMERIC
        and (stored := folded_names.get(flat.name.casefold())) is not None
        and stored.labels
    }
    return Dataset(codebook, read, n, file, missing_codes=codes, number_labels=words)


def number_labels(column: Labelled) -> dict[float, str]:
    """The words of the numbers of a column that is read as one of numbers."""
    return {value: words for value, words in column.labels.items() if not isinstance(value, str)}


def _of_name(flat: Flat, columns: Mapping[str, Labelled], file: str) -> Labelled:
    """The column under that name, without regard to case; raises a Problem if there is none."""
    column = columns.get(flat.name.casefold())
    if column is None:
        raise Problem(
            "column-absent",
            where=Where(file, name=flat.name),
            found=message("The file has no column {name}.", name=flat.name),
            expected=message("a column for each variable of the codebook."),
            mend=message("Take the codebook that fits the file."),
        )
    return column


def codes_given(variable: Variable, column: Labelled, read: Column) -> npt.NDArray[np.int8] | None:
    """Which missing code each row has, by its place among the variable's, else -1; shape (n,).

    None if the reasons in the column that was `read` say as much: then each of the codes has a
    reason of its own, and none given is an answer left blank.
    """
    found = np.full(len(column.reasons), -1, np.int8)
    blank = False
    for place, code in enumerate(variable.missing[: np.iinfo(np.int8).max]):
        rows = column.holds(code.value) & (read.reasons == code.reason)
        if rows.any():
            found[rows] = place
            blank |= code.reason is Missing.LEFT_BLANK
    reasons = [code.reason for code in variable.missing]
    told = len(set(reasons)) == len(reasons) and not blank
    return None if told or not (found >= 0).any() else found


def _places(
    values: npt.NDArray[np.float64], variable: Variable
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.bool_]]:
    """Where each value stands among the variable's codes, and whether it is one of them."""
    codes = np.array([category.code for category in variable.categories], np.float64)
    if not len(codes):
        return np.zeros(len(values), np.intp), np.zeros(len(values), np.bool_)
    low, high = codes.min(), codes.max()
    if high - low > WIDEST:
        order = np.argsort(codes)
        near = order[np.minimum(np.searchsorted(codes, values, sorter=order), len(codes) - 1)]
        return near, codes[near] == values
    # A table of all codes between the ends is the fastest: it is looked up, not searched.
    table = np.full(int(high - low) + 1, -1, np.intp)
    table[(codes - low).astype(np.intp)] = np.arange(len(codes))
    inside = (values >= low) & (values <= high)
    steps = np.where(inside, values, low) - low
    whole = steps.astype(np.intp)
    found = table[whole]
    return np.maximum(found, 0), inside & (whole == steps) & (found >= 0)


def _misfit(name: str, found: Message, expected: Message, file: str) -> Problem:
    return Problem(
        "answer-unknown",
        where=Where(file, name=name),
        found=found + ".",
        expected=expected + ".",
        mend=message("Mend the file, or add the answer to the codebook."),
    )


def _ticked(flat: Flat, column: Labelled, file: str) -> Reasons:
    if not column.is_number or not set(column.counts) <= {ANSWERED, CHOSEN}:
        raise _misfit(
            flat.name, message("It holds something else than 1 and 0"), message("1 or 0"), file
        )
    marks = column.reasons.copy()
    marks[column.answered] = column.numbers[column.answered].astype(np.int8)
    return marks


def _by_variable(variable: Variable, column: Labelled, file: str) -> Column:
    if variable.type is not VariableType.NUMERIC:
        column = column.in_words
    reasons = column.reasons.copy()
    declared = {code.value for code in column.missing}
    for code in variable.missing:
        known = column.answered | (code.value in declared)
        reasons[known & column.holds(code.value)] = code.reason
    answered = np.equal(reasons, ANSWERED)
    if variable.coded and column.is_number:
        found, right = _places(column.numbers, variable)
        if not right[answered].all():
            wrong = column.numbers[answered & ~right][0]
            raise _misfit(
                variable.name,
                message("It holds {wrong}", wrong=f"{wrong:.12g}"),
                message("a code of the codebook"),
                file,
            )
        return Coded(np.where(answered, found, reasons).astype(np.int16))
    if isinstance(column.values, Cells):
        if variable.type is VariableType.TEXT:
            return Values(column.values.texts(), reasons)
        cells = replace(column.values.blanked(~answered), name=variable.name)
        part = Codebook(Study("", EMPTY), (replace(variable, battery=None),))
        read = read_cells(part, [cells], file).columns[variable.name]
        if isinstance(read, Coded):
            return Coded(np.where(answered, read.codes, reasons).astype(np.int16))
        if isinstance(read, Values):
            return Values(read.values, np.where(answered, read.reasons, reasons).astype(np.int8))
        return read
    if variable.type is (VariableType.DATE if column.is_date else VariableType.NUMERIC):
        return Values(column.values, reasons)
    raise _misfit(
        variable.name,
        message("It is of another type"),
        message("a {type} column", type=variable.type),
        file,
    )
