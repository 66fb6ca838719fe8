"""Which rows may be no interviews of their own: test runs, unfinished ones, a person's, sums.

They are counted, and doubted. A column that tells such rows apart stays a choice, though it is set
aside: then a condition can leave them out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise

import numpy as np

from rundfrage.codebook import Use, Variable, VariableType
from rundfrage.dataset.cells import parsed_number
from rundfrage.dataset.intake.people_twice import doubts_of_copies
from rundfrage.dataset.intake.persons_named import are_mails, persons_repeated
from rundfrage.dataset.intake.row_columns import RowColumn, named, value_of
from rundfrage.dataset.intake.row_states import Doubted, doubts_of_states, tells_states
from rundfrage.dataset.intake.tables_of_counts import doubts_of_tables
from rundfrage.dataset.intake.uses import names_persons
from rundfrage.dataset.words.rows import COUNTS, PEOPLE, QUESTIONS, plain
from rundfrage.locales import Message, message

_EVENTS = frozenset(
    ["redcap event name", "event name", "redcap repeat instrument", "repeat instrument"]
)
_MOST_STATES = 12
_FEWEST = 10
_MOSTLY = 0.9
_MOST_TIMES = 20
_CHOICES = frozenset([VariableType.CATEGORICAL, VariableType.ORDINAL])
_SURE = message(
    "Put the rows of a person into one; if each row is an interview, write sure = true."
)


def tells_rows(name: str, counts: Mapping[str, int]) -> bool:
    """True if a column that is set aside tells rows apart that may be no interviews."""
    few = 0 < len(counts) <= _MOST_STATES
    return few and (plain(name) in _EVENTS or tells_states(name, counts))


def doubts_of_rows(columns: Sequence[RowColumn], n: int) -> Iterator[Doubted]:
    """What is doubted of `n` rows by these columns, which all are variables by now."""
    yield from doubts_of_states(columns, n)
    persons = list(_persons(columns))
    yield from persons or doubts_of_copies(columns, n)
    yield from list(_frequencies(columns, n)) or doubts_of_tables(columns, n)
    yield from _transposed(columns)


# -- people with several rows --------------------------------------------------------------------


def _persons(columns: Sequence[RowColumn]) -> Iterator[Doubted]:
    """A doubt for the first column that names people of whom some have several rows."""
    events = [one.owner for one in columns if one.owner and plain(one.name) in _EVENTS]
    for column in columns:
        owner = column.owner
        if owner is None:
            continue
        counts = column.answers
        given, different = sum(counts.values()), len(counts)
        few = _FEWEST <= different < _MOSTLY * given
        if (owner.use is Use.ID and few) or _named_twice(column, given):
            found, settle = persons_repeated(given, different)
            if not events:
                yield found, settle, (owner.name,)
                return
            yield found, _of_event(events[0]), (events[0].name,)
            return
        if owner.use in {Use.ANSWER, Use.ASIDE} and (times := _in_runs(column)):
            found = message(
                "Each of its {different} values stands in {times} rows one after the other, as "
                "people do who have several; each row was counted as one.",
                different=different,
                times=times,
            )
            yield found, _SURE, (owner.name,)
            return


def _named_twice(column: RowColumn, given: int) -> bool:
    """True if some of those whom a column names by a number or an address stand there again.

    Addresses that come up again and again are those of interviewers.
    """
    counts, owner = column.answers, column.owner
    if owner is None or not _FEWEST <= len(counts) < given:
        return False
    if owner.use in {Use.ID, Use.ANSWER}:
        return names_persons(column.name)
    return owner.use is Use.ASIDE and 2 * len(counts) >= given and are_mails(counts)


def _of_event(event: Variable) -> Message:
    if "instrument" in plain(event.name):
        condition = f"not answered({named(event)})"
    elif event.categories:
        condition = f"{named(event)} = {value_of(event.categories[0])}"
    else:
        return _SURE
    return message(
        "Count each record once, as by the condition {condition}; if each row is an interview, "
        "write sure = true.",
        condition=condition,
    )


def _in_runs(column: RowColumn) -> int:
    """How many rows each value of a column has, if all have as many, one after the other; else 0.

    So stand the people of a long table, whatever the column is called.
    """
    counts = set(column.answers.values())
    times = next(iter(counts), 0)
    words = len(column.answers)
    if len(counts) != 1 or not 1 < times <= _MOST_TIMES or words < _FEWEST or words < times:
        return 0
    index = column.cells.index
    runs = 1 + int((index[1:] != index[:-1]).sum())
    first = islice(column.answers, _FEWEST)
    told = any(character.isdigit() for word in first for character in word)
    return times if runs == words and len(index) == words * times and told else 0


# -- tables --------------------------------------------------------------------------------------


def _frequencies(columns: Sequence[RowColumn], n: int) -> Iterator[Doubted]:
    """A doubt for a column that may say how often the answers beside it were given."""
    for column in columns:
        owner = column.owner
        if owner is None or owner.use is not Use.ANSWER or not _is_count(column):
            continue
        beside = [
            one.owner.type
            for one in columns
            if one.owner is not None and one.owner.use is Use.ANSWER and one.owner is not owner
        ]
        if not beside or not _CHOICES.issuperset(beside):
            continue
        # "n" alone may stand for many things: then no two rows hold the same beside it.
        if len(plain(column.name)) > 1 or _once([one for one in columns if one is not column], n):
            yield (
                message(
                    "Each row may stand for as many people as it says; each was counted as one."
                ),
                message('If it does, write use = "weight", and weight by it; else sure = true.'),
                (owner.name,),
            )


def _is_count(column: RowColumn) -> bool:
    if plain(column.name) not in COUNTS:
        return False
    numbers = [parsed_number(word) for word in column.answers]
    whole = all(one is not None and one >= 0 and one == int(one) for one in numbers)
    return whole and len(numbers) > 1


def _once(columns: Sequence[RowColumn], n: int) -> bool:
    """True if no two rows hold the same in these columns, as in a table of answers."""
    rows = np.stack([one.cells.index for one in columns])
    return len(np.unique(rows, axis=1).T) == n


def _transposed(columns: Sequence[RowColumn]) -> Iterator[Doubted]:
    """A doubt of the whole file if its columns are called as people are."""
    first, *others = (plain(one.name) for one in columns)
    words = [one.rstrip("0123456789 ") for one in others]
    numbers = [one.removeprefix(word).strip() for one, word in zip(others, words, strict=True)]
    counted = all(map(str.isdecimal, numbers)) and all(
        int(after) == int(one) + 1 for one, after in pairwise(numbers)
    )
    if len(others) < 2 or not counted or len(set(words)) != 1:  # noqa: PLR2004  one is no people
        return
    people = words[0] in PEOPLE or (not words[0] and first in QUESTIONS)
    if people and (index := columns[0].cells.index).size == len(np.unique(index)) > 1:
        yield (
            message("The columns are named as people are: rows and columns may be exchanged."),
            message(
                "If the rows are questions, exchange rows and columns; else write sure = true."
            ),
            (),
        )
