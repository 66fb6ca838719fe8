"""Which rows may be no interviews of their own: test runs, the rows of a person, sums, questions.

They are counted, and doubted. A column that tells such rows apart stays a choice, though it is set
aside: then a condition can leave them out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np

from rundfrage.codebook import Category, Use, Variable, VariableType
from rundfrage.dataset.cells import Cells, parsed_number
from rundfrage.dataset.intake.desk import Desk
from rundfrage.dataset.intake.uses import persons_repeated
from rundfrage.dataset.words.rows import COUNTS, PEOPLE, QUESTIONS, STATES, is_test, plain
from rundfrage.locales import Message, counted_message, message

Doubted = tuple[Message, Message, tuple[str, ...]]
_EVENTS = frozenset(
    ["redcap event name", "event name", "redcap repeat instrument", "repeat instrument"]
)
_MOST_STATES = 12
_FEWEST = 10
_MOSTLY = 0.9
_MOST_TIMES = 20
_SHOWN = 60
_QUALTRICS = {"1": "Survey Preview", "2": "Survey Test", "8": "Spam", "9": "Survey Preview"}
"""The codes that Qualtrics has for what is no interview, in its column Status."""
_CHOICES = frozenset([VariableType.CATEGORICAL, VariableType.ORDINAL])
_SURE = message(
    "Put the rows of a person into one; if each row is an interview, write sure = true."
)


def tells_rows(name: str, counts: Mapping[str, int]) -> bool:
    """True if a column that is set aside tells rows apart that may be no interviews."""
    few = 0 < len(counts) <= _MOST_STATES
    return few and (plain(name) in _EVENTS or bool(_tests(name, counts)))


def doubts_of_rows(desk: Desk) -> Iterator[Doubted]:
    """What is doubted of the rows of a sheet whose columns all are variables by now."""
    names = {entry.place - 1: entry.variables for entry in desk.builder.ledger.entries}
    variables = {one.name: one for one in desk.builder.variables}
    owners = [variables[names[at][0]] if names.get(at) else None for at in range(desk.width)]
    told = desk.layout.sheet.names
    for at, owner in enumerate(owners):
        if owner is not None and (tests := _tests(told[at], desk.cells[at].answers)):
            yield _tested(owner, tests, desk.cells[at].answers)
    events = [one for one, name in zip(owners, told, strict=True) if one and plain(name) in _EVENTS]
    yield from _persons(desk, owners, events)
    yield from _frequencies(desk, owners)
    yield from _transposed(desk, told)


# -- test runs -----------------------------------------------------------------------------------


def _tests(name: str, counts: Mapping[str, int]) -> list[str]:
    """The cells of a column that say of their rows that they are no interviews."""
    if not STATES.fullmatch(plain(name)) or len(counts) > _MOST_STATES:
        return []
    codes = _QUALTRICS if name.strip() == "Status" and all(map(str.isdecimal, counts)) else {}
    return [word for word in counts if word in codes or (not codes and is_test(name, word))]


def _tested(owner: Variable, tests: Sequence[str], counts: Mapping[str, int]) -> Doubted:
    rows = sum(counts[word] for word in tests)
    found = counted_message(
        "{count} row is said to be no real interview, and was counted: {words}.",
        "{count} rows are said to be no real interviews, and were counted: {words}.",
        rows,
        words=", ".join(f"“{word}”" for word in tests)[:_SHOWN],
    )
    return found, _condition(owner, tests), (owner.name,)


def _condition(owner: Variable, tests: Sequence[str]) -> Message:
    """How rows are left out that hold one of these cells."""
    left_out = [_value(one) for one in owner.categories if one.label.source in tests]
    if owner.type is VariableType.NUMERIC:
        left_out = list(tests)
    if not left_out:
        return message("If so, leave them out by a condition, or write sure = true.")
    condition = " and ".join(f"not {_named(owner)} = {one}" for one in left_out)
    return message(
        "If so, leave them out by the condition {condition}, or write sure = true.",
        condition=condition,
    )


def _named(variable: Variable) -> str:
    return variable.name if variable.name.isidentifier() else f'"{variable.name}"'


def _value(category: Category) -> str:
    return category.name if category.name.isidentifier() else f"{category.code:g}"


# -- people with several rows --------------------------------------------------------------------


def _persons(
    desk: Desk, owners: Sequence[Variable | None], events: Sequence[Variable]
) -> Iterator[Doubted]:
    """A doubt for the first column that names people of whom some have several rows."""
    for at, owner in enumerate(owners):
        if owner is None:
            continue
        counts = desk.cells[at].answers
        given, different = sum(counts.values()), len(counts)
        if owner.use is Use.ID and _FEWEST <= different < _MOSTLY * given:
            found, settle = persons_repeated(given, different)
            if not events:
                yield found, settle, (owner.name,)
                return
            yield found, _of_event(events[0]), (events[0].name,)
            return
        if owner.use in {Use.ANSWER, Use.ASIDE} and (times := _in_runs(desk.cells[at])):
            found = message(
                "Each of its {different} values stands in {times} rows one after the other, as "
                "people do who have several; each row was counted as one.",
                different=different,
                times=times,
            )
            yield found, _SURE, (owner.name,)
            return


def _of_event(event: Variable) -> Message:
    if "instrument" in plain(event.name):
        condition = f"not answered({_named(event)})"
    elif event.categories:
        condition = f"{_named(event)} = {_value(event.categories[0])}"
    else:
        return _SURE
    return message(
        "Count each record once, as by the condition {condition}; if each row is an interview, "
        "write sure = true.",
        condition=condition,
    )


def _in_runs(cells: Cells) -> int:
    """How many rows each value of a column has, if all have as many, one after the other; else 0.

    So stand the people of a long table, whatever the column is called.
    """
    counts = set(cells.answers.values())
    times = next(iter(counts), 0)
    words = len(cells.answers)
    if len(counts) != 1 or not 1 < times <= _MOST_TIMES or words < _FEWEST or words < times:
        return 0
    runs = 1 + int((cells.index[1:] != cells.index[:-1]).sum())
    told = any(character.isdigit() for word in list(cells.answers)[:_FEWEST] for character in word)
    return times if runs == words and len(cells.index) == words * times and told else 0


# -- tables --------------------------------------------------------------------------------------


def _frequencies(desk: Desk, owners: Sequence[Variable | None]) -> Iterator[Doubted]:
    """A doubt for a column that may say how often the answers beside it were given."""
    others = [one for one in owners if one is not None and one.use is Use.ANSWER]
    for at, owner in enumerate(owners):
        if owner is None or owner.use is not Use.ANSWER or not _is_count(desk, at):
            continue
        beside = [one.type for one in others if one is not owner]
        if beside and _CHOICES.issuperset(beside) and (_is_told(desk, at) or _once(desk, at)):
            yield (
                message(
                    "Each row may stand for as many people as it says; each was counted as one."
                ),
                message('If it does, write use = "weight", and weight by it; else sure = true.'),
                (owner.name,),
            )


def _is_count(desk: Desk, at: int) -> bool:
    if plain(desk.layout.sheet.names[at]) not in COUNTS:
        return False
    numbers = [parsed_number(word) for word in desk.cells[at].answers]
    whole = all(one is not None and one >= 0 and one == int(one) for one in numbers)
    return whole and len(numbers) > 1


def _is_told(desk: Desk, at: int) -> bool:
    """True if the heading says so in a word: "n" alone may stand for many things."""
    return len(plain(desk.layout.sheet.names[at])) > 1


def _once(desk: Desk, at: int) -> bool:
    """True if no two rows hold the same answers beside that column, as in a table of them."""
    beside = [cells.index for place, cells in enumerate(desk.cells) if place != at]
    return len(np.unique(np.stack(beside), axis=1).T) == desk.layout.sheet.n


def _transposed(desk: Desk, names: Sequence[str]) -> Iterator[Doubted]:
    """A doubt of the whole file if its columns are called as people are."""
    first, *others = (plain(name) for name in names)
    words = [one.rstrip("0123456789 ") for one in others]
    numbers = [one.removeprefix(word).strip() for one, word in zip(others, words, strict=True)]
    counted = all(map(str.isdecimal, numbers)) and all(
        int(after) == int(one) + 1 for one, after in pairwise(numbers)
    )
    people = len(set(words)) == 1 and (words[0] in PEOPLE or (not words[0] and first in QUESTIONS))
    index = desk.cells[0].index
    if len(others) > 1 and counted and people and len(np.unique(index)) == len(index) > 1:
        yield (
            message("The columns are named as people are: rows and columns may be exchanged."),
            message(
                "If the rows are questions, exchange rows and columns; else write sure = true."
            ),
            (),
        )
