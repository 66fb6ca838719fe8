"""Subgroups: the tables of those for whom a condition holds, beside everybody.

A condition is one of the rules, with a shorter form for an answer: `q11=kommune` stands for
`q11 == "kommune"`, and for `"newsletter" in q9c` where several answers may be given. The group
stands in a banner beside those who are not in it, so that a table that would tell of fewer people
than the threshold, in the group or outside of it, is suppressed like any other.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

import numpy as np

from rundfrage.codebook import Category, Codebook, Variable, VariableType
from rundfrage.dataset import Coded, Dataset
from rundfrage.dataset.respondents import Flags, Respondents
from rundfrage.errors import Problem, Where, did_you_mean
from rundfrage.locales import Message, message
from rundfrage.rules import (
    And,
    Answered,
    Compare,
    Condition,
    Contains,
    Count,
    Not,
    Or,
    atoms,
    fold,
    parse,
)
from rundfrage.tables import Table, table_of
from rundfrage.tables.releases import Releases
from rundfrage.tables.sampling import Sampling
from rundfrage.text import EMPTY

INSIDE = 1
"""The column of the banner in which the group stands; column 0 is everybody."""

_GROUP = "subgroup of a claim"
_SHORT = re.compile(r"(?<![<>=!])=(?!=)\s*(-?\d+(?:\.\d+)?(?![\w.-])|[\w-]+)?")
_STRING = re.compile(r""""(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'""", re.DOTALL)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def condition_of(words: str, codebook: Codebook, where: Where) -> Condition:
    """The condition that the words in square brackets say; raises a Problem if it has no sense."""
    condition = _mended(parse(long_form(words), where), codebook)
    for atom in atoms(condition):
        _check(atom, codebook, where)
    return condition


def members(condition: Condition, dataset: Dataset) -> Flags:
    """For which respondents the condition holds; shape (n,)."""
    return fold(condition, Respondents(dataset.codebook, dataset.columns, dataset.n))


def table_within(
    dataset: Dataset,
    name: str,
    condition: Condition,
    *,
    weight: str | None,
    threshold: int,
    sampling: Sampling | None = None,
    releases: Releases | None = None,
) -> Table:
    """The table of a question by who fulfils the condition; its column INSIDE holds them."""
    inside = members(condition, dataset)
    group = Variable(
        _GROUP,
        VariableType.CATEGORICAL,
        EMPTY,
        (Category("inside", EMPTY, 1), Category("outside", EMPTY, 2)),
    )
    codebook = dataset.codebook
    grouped = Dataset(
        replace(codebook, variables=(*codebook.variables, group)),
        {**dataset.columns, _GROUP: Coded(np.where(inside, 0, 1).astype(np.int16))},
        dataset.n,
        dataset.source,
    )
    return table_of(
        grouped,
        name,
        by=_GROUP,
        weight=weight,
        threshold=threshold,
        sampling=sampling,
        releases=None if releases is None else releases.grouped(_GROUP, condition),
    )


def long_form(words: str) -> str:
    """The words with `=` and bare answers written out, outside of quoted texts."""
    pieces, at = [], 0
    for quoted in _STRING.finditer(words):
        pieces += [_SHORT.sub(_written_out, words[at : quoted.start()]), quoted[0]]
        at = quoted.end()
    return "".join([*pieces, _SHORT.sub(_written_out, words[at:])])


def _written_out(match: re.Match[str]) -> str:
    answer = match[1] or ""
    return f"== {answer}" if not answer or _NUMBER.fullmatch(answer) else f'== "{answer}"'


def _mended(condition: Condition, codebook: Codebook) -> Condition:
    """The condition with `q9c=newsletter` as "is among those chosen" where several may be."""
    match condition:
        case And(parts):
            return And(tuple(_mended(part, codebook) for part in parts))
        case Or(parts):
            return Or(tuple(_mended(part, codebook) for part in parts))
        case Not(part):
            return Not(_mended(part, codebook))
        case Compare(name, "==", str(value)) if _is_multiple(name, codebook):
            return Contains(value, name)
        case Compare(name, "!=", str(value)) if _is_multiple(name, codebook):
            return Not(Contains(value, name))
        case _:
            return condition


def _is_multiple(name: str, codebook: Codebook) -> bool:
    return name in codebook and codebook[name].type is VariableType.MULTIPLE


def _check(atom: Compare | Contains | Answered | Count, codebook: Codebook, where: Where) -> None:
    if atom.variable not in codebook:
        if isinstance(atom, Answered) and any(b.name == atom.variable for b in codebook.batteries):
            return
        known = [variable.name for variable in codebook.variables]
        raise _unfit(
            message("There is no variable {variable}.", variable=atom.variable),
            message("a variable of the survey."),
            did_you_mean(atom.variable, known) or message("Check the name."),
            where,
        )
    variable = codebook[atom.variable]
    match atom:
        case Contains(category, _) if variable.type is VariableType.MULTIPLE:
            _check_answer(variable, category, where)
        case Compare(_, operator, value) if variable.coded:
            if operator not in ("==", "!=") and isinstance(value, str):
                raise _unfit(
                    message(
                        "{name} is compared by {operator} with a name.",
                        name=variable.name,
                        operator=operator,
                    ),
                    message("a number of the scale after <, <=, > and >=."),
                    message("Write for example {name} <= 2.", name=variable.name),
                    where,
                )
            _check_answer(variable, value, where)
        case Compare(_, _, value) if variable.type is VariableType.NUMERIC:
            if isinstance(value, str):
                raise _unfit(
                    message(
                        "{name} is compared with the text {words}.", name=variable.name, words=value
                    ),
                    message("a number."),
                    message("Write for example {name} >= 18.", name=variable.name),
                    where,
                )
        case Compare(_, _, value) if variable.type is VariableType.DATE:
            _check_date(variable, value, where)
        case Answered():
            pass
        case Count() if variable.type is VariableType.MULTIPLE:
            pass
        case _:
            raise _unfit(
                message(
                    "{name} is a {type} variable, which this condition doesn't fit.",
                    name=variable.name,
                    type=variable.type,
                ),
                message('q1=nein, q10 <= 2, "newsletter" in q9c, count(q3) >= 2 or answered(q2).'),
                message("Name another variable, or compare it in another way."),
                where,
            )


def _check_answer(variable: Variable, value: float | str, where: Where) -> None:
    names = [category.name for category in variable.categories]
    if value not in names and value not in [category.code for category in variable.categories]:
        shown = value if isinstance(value, str) else f"{value:g}"
        raise _unfit(
            message("{name} has no answer {shown}.", name=variable.name, shown=shown),
            message("one of {names}.", names=", ".join(names[:20])),
            did_you_mean(shown, names) or message("Check the answer's name."),
            where,
        )


def _check_date(variable: Variable, value: float | str, where: Where) -> None:
    try:
        datetime.date.fromisoformat(str(value))
    except ValueError:
        raise _unfit(
            message("{name} is compared with {words}.", name=variable.name, words=value),
            message("a date in quotation marks."),
            message('Write for example {name} >= "2020-12-31".', name=variable.name),
            where,
        ) from None


def _unfit(found: Message, expected: Message, mend: Message, where: Where) -> Problem:
    return Problem("claim-subgroup", where=where, found=found, expected=expected, mend=mend)
