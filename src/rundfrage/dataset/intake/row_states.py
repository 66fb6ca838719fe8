"""Which rows a program marks as test runs, as unfinished, or as turned away.

Who came to the end is told by columns of states or of yes and no; where there are none, by when the
answers were sent, else by the percentage of the way, else by the last page.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
import numpy.typing as npt

from rundfrage.codebook import Variable, VariableType
from rundfrage.dataset.cells import number_cell, parsed_number
from rundfrage.dataset.intake.row_columns import RowColumn, left_out_by, named
from rundfrage.dataset.words import NO, YES
from rundfrage.dataset.words.finish import (
    BEGUN,
    ENDED,
    ENDS_EARLY,
    FINISHES,
    LAST_PAGE,
    PROGRESS,
    SUBMITTED,
    TURNED_AWAY,
)
from rundfrage.dataset.words.finish import STATES as ENDINGS
from rundfrage.dataset.words.rows import STATES, is_test, plain
from rundfrage.dataset.words.vocabulary import fold
from rundfrage.locales import Message, counted_message, message
from rundfrage.patterns import pattern

Doubted = tuple[Message, Message, tuple[str, ...]]
_MOST = 12
"""Most different states of a column."""
_SHOWN = 60
_QUALTRICS = {"1": "Survey Preview", "2": "Survey Test", "8": "Spam", "9": "Survey Preview"}
"""The codes that Qualtrics has for what is no interview, in its column Status."""
_QUALTRICS_CODES = frozenset(["0", "4", "12", "16", "17", "32", "40", "48", *_QUALTRICS])
"""All of them; a marital status may be numbered, too."""
_DISPCODE = "dispcode"
_DISPCODES = frozenset(["31", "32"])
"""Unipark's codes of interviews that came to their end, at once or after a break."""
_FORM = pattern(r"[a-z]\w*_complete", re.ASCII | re.IGNORECASE)
_FORM_STATES = frozenset(["0", "1", "2"])
"""REDCap's states of a form: incomplete, unverified, complete."""
_UNVERIFIED = frozenset(["unverified", "2"])
_WHOLE = 100
_MOST_PAGES = 200


@dataclass(frozen=True, eq=False)
class _Left:
    """Rows that may be no interviews, what says so, and the condition that leaves them out."""

    owner: Variable
    rows: npt.NDArray[np.bool_]
    said: Message | str
    condition: str
    tests: bool = False

    def doubted(self) -> Doubted:
        """What is doubted of them."""
        count = int(self.rows.sum())
        if self.tests:
            found = counted_message(
                "{count} row is said to be no real interview, and was counted: {words}.",
                "{count} rows are said to be no real interviews, and were counted: {words}.",
                count,
                words=self.said,
            )
        else:
            found = counted_message(
                "{count} row is said to be an unfinished or screened out interview, and was "
                "counted: {words}.",
                "{count} rows are said to be unfinished or screened out interviews, and were "
                "counted: {words}.",
                count,
                words=self.said,
            )
        return found, left_out_by(self.condition), (self.owner.name,)


def tells_states(name: str, answers: Iterable[str]) -> bool:
    """True if a column that is set aside has answers that say of rows that they don't count."""
    said = {answer: answer for answer in answers}
    names = frozenset([name.strip(), plain(name)])
    return bool(_tests(names, said) or _unfinished(names, said) or _ending(names, said))


def doubts_of_states(columns: Sequence[RowColumn], n: int) -> Iterator[Doubted]:
    """What is doubted of the rows by what programs note of each."""
    forms = [one for one in columns if _is_form(one.names)]
    columns = [one for one in columns if len(forms) == 1 or one not in forms]
    known = np.zeros(n, np.bool_)
    for finders in ((_by_states, _by_yes_and_no), (_by_submission,), (_by_progress,), (_by_pages,)):
        ended = False
        for column, find in product(columns, finders):
            left = None if column.owner is None else find(column, column.owner)
            if left is None:
                continue
            ended |= not left.tests
            # What leaves nobody tells nothing apart, and what another column told is told.
            if (left.rows & ~known).any() and not left.rows.all():
                known |= left.rows
                yield left.doubted()
        if ended:
            return


def _by_states(column: RowColumn, owner: Variable) -> _Left | None:
    if not any(map(_of_states, column.names)):
        return None
    said = {answer: column.word(answer) for answer in column.answers}
    tests = _tests(column.names, said)
    unfinished = _unfinished(column.names, said)
    if unfinished is None and not tests:
        return None
    left = [answer for answer in said if answer in {*tests, *(unfinished or ())}]
    return _left(column, owner, left, tests=not unfinished)


def _of_states(name: str) -> bool:
    """True for a name, folded and without marks, of columns in which programs note states."""
    return name == _DISPCODE or bool(STATES.fullmatch(name) or ENDINGS.fullmatch(name))


def _by_yes_and_no(column: RowColumn, owner: Variable) -> _Left | None:
    if not _is_form(column.names) and not any(
        FINISHES.fullmatch(name) or ENDS_EARLY.fullmatch(name) for name in column.names
    ):
        return None
    left = _ending(column.names, {answer: column.word(answer) for answer in column.answers})
    return None if left is None else _left(column, owner, left)


def _left(
    column: RowColumn, owner: Variable, answers: Sequence[str], *, tests: bool = False
) -> _Left:
    said = ", ".join(f"“{column.word(one)}”" for one in answers)[:_SHOWN]
    return _Left(owner, column.rows(answers), said, column.without(answers), tests)


def _tests(names: Collection[str], said: Mapping[str, str]) -> list[str]:
    """The answers of a column, given with their words, by which a row is no interview."""
    named = [name for name in names if STATES.fullmatch(name)]
    if not named or len(said) > _MOST:
        return []
    codes = _QUALTRICS if "Status" in names and _QUALTRICS_CODES.issuperset(said.values()) else {}
    return [
        answer
        for answer, word in said.items()
        if word in codes or (not codes and any(is_test(name, word) for name in named))
    ]


def _unfinished(names: Collection[str], said: Mapping[str, str]) -> list[str] | None:
    """The answers by which somebody didn't come to the end, or was turned away.

    None if the column doesn't tell who came to the end.
    """
    if len(said) > _MOST:
        return None
    if _DISPCODE in names and all(len(one) == 2 and one.isdecimal() for one in said):  # noqa: PLR2004
        return [answer for answer in said if answer not in _DISPCODES]
    if not any(map(_of_states, names)):
        return None
    words = {answer: _words(word) for answer, word in said.items()}
    ended = any(word & ENDED for word in words.values())
    wanted = TURNED_AWAY | BEGUN if ended else TURNED_AWAY
    left = [answer for answer, word in words.items() if word & wanted]
    return left if left or ended else None


def _words(word: str) -> frozenset[str]:
    """A word folded, with its marks and without."""
    return frozenset([fold(word), plain(word)])


def _ending(names: Collection[str], said: Mapping[str, str]) -> list[str] | None:
    """The answers that say no to whether somebody finished, or yes to whether they ended early.

    None if the column isn't one of those.
    """
    words = {answer: _words(word) for answer, word in said.items()}
    if _is_form(names) and {*said} <= _FORM_STATES:
        return [answer for answer in said if answer == "0"]
    no, yes = NO | {"0"} | BEGUN | TURNED_AWAY, YES | {"1"} | ENDED
    if not words or not all(word & (no | yes | _UNVERIFIED) for word in words.values()):
        return None
    if any(FINISHES.fullmatch(name) for name in names) or _is_form(names):
        return [answer for answer, word in words.items() if word & no]
    if any(ENDS_EARLY.fullmatch(name) for name in names):
        return [answer for answer, word in words.items() if word & yes]
    return None


def _is_form(names: Collection[str]) -> bool:
    """True for the column in which REDCap notes whether a form is complete."""
    return any(map(_FORM.fullmatch, names))


def _by_submission(column: RowColumn, owner: Variable) -> _Left | None:
    """Rows that nobody sent: those without a moment where others have one."""
    if not any(SUBMITTED.fullmatch(name) for name in column.names):
        return None
    # Yes and blank answer a question; moments have digits.
    if 2 * sum(any(map(str.isdigit, answer)) for answer in column.answers) <= len(column.answers):
        return None
    said = message("no answer in {name}", name=owner.name)
    return _Left(owner, column.blank, said, f"answered({named(owner)})")


def _by_progress(column: RowColumn, owner: Variable) -> _Left | None:
    """Rows of those who went less than the whole way."""
    if not any(PROGRESS.fullmatch(name) for name in column.names):
        return None
    return _below(column, owner, _WHOLE)


def _by_pages(column: RowColumn, owner: Variable) -> _Left | None:
    """Rows of those who stopped before the last page."""
    if not any(LAST_PAGE.fullmatch(name) for name in column.names):
        return None
    return _below(column, owner, _MOST_PAGES)


def _below(column: RowColumn, owner: Variable, most: int) -> _Left | None:
    """Rows with less than the most that somebody has, which is no more than `most`."""
    numbers = {answer: parsed_number(answer) for answer in column.answers}
    known = [number for number in numbers.values() if number is not None]
    if len(known) < len(numbers) or not known or not 1 < max(known) <= most:
        return None
    if most == _WHOLE != max(known):
        return None
    short = [answer for answer, number in numbers.items() if number != max(known)]
    whole = number_cell(max(known))
    said = message("{name} below {whole}", name=owner.name, whole=whole)
    numeric = owner.type is VariableType.NUMERIC
    return _Left(owner, column.rows(short), said, f"{named(owner)} >= {whole}" if numeric else "")
