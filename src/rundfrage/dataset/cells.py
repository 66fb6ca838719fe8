"""How answers are written in the cells of a text file, and read from them.

A missing answer is written as its reason in angle brackets, an answer left blank as an empty cell.
Where a text would be mistaken for one of these, or run as a formula by a spreadsheet, an
apostrophe is put before it, and taken away again by the reader:

    =1+1        ->  '=1+1
    (empty)     ->  '
    <refused>   ->  '<refused>
    '=1+1       ->  ''=1+1
    'tis        ->  'tis
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import cast

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from rundfrage.codebook import Missing, Variable, VariableType
from rundfrage.dataset.arrow import whole
from rundfrage.dataset.columns import ANSWERED, Coded, Marks
from rundfrage.dataset.dataset import Dataset
from rundfrage.dataset.flat import Flat, finite
from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.patterns import pattern

TOKENS: Mapping[Missing, str] = {
    Missing.NOT_ASKED: "<not asked>",
    Missing.DONT_KNOW: "<don't know>",
    Missing.REFUSED: "<refused>",
    Missing.LEFT_BLANK: "",
}
BLANK_ROW = "<left blank>"
"""Stands in the first cell of a row that would otherwise be empty, where a format drops these."""
REASONS = {token: reason for reason, token in TOKENS.items()} | {BLANK_ROW: Missing.LEFT_BLANK}
# Spreadsheets run a cell that begins so; the wide forms are what some of them fold to these.
FORMULA = frozenset("=+-@\t\r\n＝＋－＠")
NUMBER = pattern(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?")
BLANKS = " \t\r\n\f\v\ufeff\u00a0\u200b"


@dataclass(frozen=True, eq=False)
class Cells:
    """One column of a text file.

    `distinct` are its different cells in the order they first appear; `index`, of shape (n,),
    says which of them each row holds.
    """

    name: str
    distinct: tuple[str, ...]
    index: npt.NDArray[np.int32]

    @staticmethod
    def of(name: str, cells: Sequence[str]) -> Cells:
        """The column of these cells, one a row."""
        places: dict[str, int] = {}
        index = np.fromiter(
            (places.setdefault(cell, len(places)) for cell in cells), np.int32, len(cells)
        )
        return Cells(name, tuple(places), index)

    @staticmethod
    def of_arrow(name: str, column: pa.ChunkedArray) -> Cells:
        """The cells of an Arrow column of words, coded or not; an empty one where it has none."""
        if not pa.types.is_dictionary(column.type):
            column = column.dictionary_encode()
        coded = column.unify_dictionaries().combine_chunks()
        words = [word or "" for word in coded.dictionary.to_pylist()]
        indices = coded.indices.cast(pa.int32())
        # Arrow's dictionaries have an order of their own, and words of no row.
        first = whole(indices.unique(), len(words))
        place_of = np.zeros(len(words) + 1, np.int32)
        merged: dict[str, int] = {}
        for place in first.tolist():
            word = words[place] if place < len(words) else ""
            place_of[place] = merged.setdefault(word, len(merged))
        return Cells(name, tuple(merged), place_of[whole(indices, len(words))])

    def row(self, place: int) -> int:
        """The first row, from 1, that holds the distinct cell at `place`."""
        return int(np.argmax(self.index == place)) + 1

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The distinct cells without the blanks around them."""
        return tuple([cell.strip(BLANKS) for cell in self.distinct])

    @cached_property
    def counts(self) -> list[int]:
        """How many rows hold each of the distinct cells."""
        found: list[int] = np.bincount(self.index, minlength=len(self.distinct)).tolist()
        return found

    @cached_property
    def answers(self) -> Mapping[str, int]:
        """How often each answer stands there, in order of appearance; no blanks, no reasons."""
        found = dict(zip(self.words, self.counts, strict=True))
        if len(found) < len(self.words):  # some differ by nothing but blanks around them
            found = dict.fromkeys(self.words, 0)
            for word, count in zip(self.words, self.counts, strict=True):
                found[word] += count
        for reason in REASONS:
            found.pop(reason, None)
        return found

    def holds(self, word: str) -> npt.NDArray[np.bool_]:
        """True for the rows that hold the word; shape (n,)."""
        if word not in self.distinct:
            return np.zeros(len(self.index), np.bool_)
        return np.equal(self.index, self.distinct.index(word))

    def texts(self) -> npt.NDArray[np.object_]:
        """The cells as an array of strings; shape (n,)."""
        words = np.array([*self.distinct, ""], object)
        found: npt.NDArray[np.object_] = words[self.index]
        return found

    def blanked(self, rows: npt.NDArray[np.bool_]) -> Cells:
        """The column with empty cells in those rows; `rows` has the shape (n,)."""
        words = self.distinct if "" in self.distinct else (*self.distinct, "")
        return Cells(self.name, words, np.where(rows, words.index(""), self.index).astype(np.int32))


def guarded(text: str, *, formulas: bool = True) -> str:
    """The text as a cell: with an apostrophe if it could be taken for something else.

    `formulas` is False where the format can't run them.
    """
    return f"'{text}" if _mistakable(text, formulas=formulas) else text


def unguarded(cell: str, *, formulas: bool = True) -> str:
    """The text that `guarded` wrote as this cell."""
    return cell[1:] if cell[:1] == "'" and _mistakable(cell[1:], formulas=formulas) else cell


def _mistakable(text: str, *, formulas: bool) -> bool:
    core = text.lstrip("'")
    return clean(core) in REASONS or (formulas and core[0] in FORMULA)


def number_cell(value: float) -> str:
    """A number in full: 5 for 5.0, else the shortest digits that give the same float."""
    value = float(value)
    return str(int(value)) if abs(value) < 1e15 and value.is_integer() else repr(value)  # noqa: PLR2004  beyond it digits would be made up


def written(dataset: Dataset, flat: Flat, file: str) -> npt.NDArray[np.object_]:
    """The column's cells, shape (n,), as strings; raises a Problem for what has no cell."""
    column = dataset.columns[flat.variable.name]
    reasons = np.array([TOKENS[reason] for reason in Missing], object)
    if isinstance(column, Marks):
        marks = column.marks[cast("int", flat.category)]
        return np.concatenate([np.array(["0", "1"], object), reasons])[_places(marks, 2)]
    if isinstance(column, Coded):
        # Numbers are no formulas: a code of -1 stays one.
        codes = [guarded(one.word) if one.word else one.written for one in flat.variable.categories]
        return np.concatenate([np.array(codes, object), reasons])[_places(column.codes, len(codes))]
    cells = reasons[_places(np.where(column.answered, -1, column.reasons), 0)]
    cells[column.answered] = _answers(flat.variable, column.values[column.answered], file)
    return cells


def _places(codes: npt.NDArray[np.signedinteger], answers: int) -> npt.NDArray[np.intp]:
    """Where each code stands in the list of `answers` answers and the reasons behind them."""
    wide = codes.astype(np.intp)
    return np.where(wide < ANSWERED, answers - 1 - wide, wide)


def _answers(variable: Variable, values: npt.NDArray[np.generic], file: str) -> list[str]:
    if variable.type is VariableType.NUMERIC:
        return [number_cell(value) for value in finite(values.astype(float), variable.name, file)]
    if variable.type is VariableType.DATE:
        return [
            str(day) for day in np.datetime_as_string(cast("npt.NDArray[np.datetime64]", values))
        ]
    for text in values:
        require_text(text, variable.name, file)
    return [guarded(text) for text in values]


def require_text(text: str, name: str, file: str) -> None:
    """Raise a Problem if no file can hold the text: a NUL, or half of a character."""
    if "\0" in text or (not text.isascii() and _halved(text)):
        raise Problem(
            "text-unwritable",
            where=Where(file, name=name),
            found=message(
                "An answer holds a NUL or half a character: {answer}.", answer=ascii(text)[:80]
            ),
            expected=message("characters of Unicode other than NUL."),
            mend=message("Take the character out of the answer."),
        )


def _halved(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def clean(cell: str) -> str:
    """A cell without the blanks and byte-order marks around it."""
    return cell.strip(BLANKS)


def parsed_number(word: str, *, comma: bool = True) -> float | None:
    """The finite number a cell holds, None if it holds none; `comma` also reads 1,5."""
    plain = word.replace(",", ".") if comma and word.count(",") == 1 and "." not in word else word
    if not NUMBER.fullmatch(plain):
        return None
    number = float(plain)
    return number if np.isfinite(number) else None


_DAY = pattern(r"(\d{4})-(\d\d)-(\d\d)([T ]\d\d:\d\d(:\d\d([.,]\d+)?)?(Z|[+-]\d\d:?\d\d)?)?")
_GERMAN_DAY = pattern(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


def parsed_date(word: str) -> np.datetime64 | None:
    """The day a cell holds as 2020-09-23 (a time behind it is cut) or 23.9.2020, else None."""
    if match := _DAY.fullmatch(word):
        year, month, day = (int(part) for part in match.groups()[:3])
    elif match := _GERMAN_DAY.fullmatch(word):
        day, month, year = (int(part) for part in match.groups())
    else:
        return None
    try:
        return np.datetime64(datetime.date(year, month, day), "D")
    except ValueError:
        return None
