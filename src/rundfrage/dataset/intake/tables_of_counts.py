"""Files whose rows are answers with how many people gave each, and no people.

Answer,Number of responses   Region,Yes,No,Total   Antwort,Häufigkeit,%
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from rundfrage.codebook import Use
from rundfrage.dataset.intake.number_marks import Style
from rundfrage.dataset.intake.numbers import read_numbers
from rundfrage.dataset.intake.row_columns import RowColumn
from rundfrage.dataset.intake.row_states import Doubted
from rundfrage.dataset.intake.uses import purpose_of
from rundfrage.dataset.words.footers import TOTALS
from rundfrage.dataset.words.rows import PEOPLE, PERCENT, is_how_often, plain
from rundfrage.dataset.words.vocabulary import fold
from rundfrage.locales import message
from rundfrage.patterns import pattern

_MOST_ROWS = 60
_FEWEST_ROWS = 2
_FEWEST_SUMS = 3
_FEWEST_PARTS = 2
_TOTAL = "total"
"""Beside other numbers it is one of people only if it is their sum."""
_WHOLE = ((99.0, 101.0), (0.99, 1.01))
"""Between these lie the sums of rounded shares."""
_PERSON = pattern(r"[^\W\d]{0,12}[-_ #.]{0,2}\d+")
_NAMES = pattern(r"(?:.* )?(?:name|vorname|nachname|nom|nombre|nome|naam|imię|ad|isim|имя|الاسم)")

Numbers = npt.NDArray[np.float64]


def doubts_of_tables(columns: Sequence[RowColumn], n: int) -> Iterator[Doubted]:
    """A doubt for the column that says how often the answer in the first one was given.

    Few rows, of which each begins with another answer, are such a table if a column is named as
    counts are, is the sum of others in each row, or holds shares of a whole.
    """
    if not _FEWEST_ROWS <= n <= _MOST_ROWS or len(columns) < _FEWEST_PARTS:
        return
    uses = {one.owner.use for one in columns if one.owner is not None}
    first = columns[0]
    answers = first.answers
    if Use.WEIGHT in uses or len(answers) != n or _are_people(first):
        return
    numbers = {
        at: found for at in range(1, len(columns)) if (found := _numbers(columns[at])) is not None
    }
    counts = [
        at
        for at, found in numbers.items()
        if is_how_often(columns[at].name)
        and _count(found)
        and (plain(columns[at].name) != _TOTAL or len(numbers) == 1)
    ]
    worded = not all(map(_PERSON.fullmatch, answers))
    # Whoever answers questions beside its own size is an organisation, and no answer.
    if any(at not in numbers and _is_asked(columns[at]) for at in range(1, len(columns))):
        return
    if counts:
        settle = message(
            'If it is, write use = "weight" at the numbers of people, and weight by them; else '
            "sure = true."
        )
        yield _FOUND, settle, _owner(columns[counts[0]])
        return
    settle = message("If it is, take a file with a row for each respondent; else sure = true.")
    for at, found in numbers.items():
        if worded and (_sums(at, columns, numbers) or _shares(columns[at], found)):
            yield _FOUND, settle, _owner(columns[at])
            return


_FOUND = message(
    "Each row holds another answer and numbers of people or shares, as tables of counts do; each "
    "was counted as one person."
)


def _is_asked(column: RowColumn) -> bool:
    """True if some answers to a question come again in the column: words, and no numbers."""
    return 1 < len(column.answers) < len(column.cells.index) - int(column.blank.sum())


def _owner(column: RowColumn) -> tuple[str, ...]:
    return () if column.owner is None else (column.owner.name,)


def _are_people(column: RowColumn) -> bool:
    """True if the column is named as those that tell people apart."""
    name = plain(column.name)
    if name in PEOPLE or _NAMES.fullmatch(name):
        return True
    purpose = purpose_of(column.name, "", {})
    return purpose is not None and purpose.use is Use.ID


def _numbers(column: RowColumn) -> Numbers | None:
    """The numbers from 0 on that the column holds, one in each row; None if it holds others."""
    read = read_numbers(list(column.answers), Style())
    if read is None or column.blank.any() or len(read.values) < len(column.answers):
        return None
    found = np.array([read.values.get(word, 0.0) for word in column.cells.words])
    rows: Numbers = found[column.cells.index]
    return rows if rows.min() >= 0 else None


def _count(numbers: Numbers) -> bool:
    return bool((numbers == np.rint(numbers)).all())


def _sums(at: int, columns: Sequence[RowColumn], numbers: dict[int, Numbers]) -> bool:
    """True if the column is named as totals are, and holds the sums of those beside it."""
    name = plain(columns[at].name)
    others = [one for place, one in numbers.items() if place != at and _count(one)]
    if name not in TOTALS or not _count(numbers[at]) or len(numbers[at]) < _FEWEST_SUMS:
        return False
    parts = [one for one in others if one.any()]
    return len(parts) >= _FEWEST_PARTS and bool((np.sum(parts, axis=0) == numbers[at]).all())


def _shares(column: RowColumn, numbers: Numbers) -> bool:
    """True if the column holds shares that add up to a whole."""
    named = fold(column.name).strip() in PERCENT or plain(column.name) in PERCENT
    if not named and not all("%" in word for word in column.answers):
        return False
    whole = float(numbers.sum())
    return any(low <= whole <= high for low, high in _WHOLE) and numbers.max() < whole
