"""A dataset laid flat: the columns that a file has for the variables of a codebook.

A variable has one column under its own name, a multiple variable one a category, named
`variable.category`. Names are made unique without regard to case, always in the same way, so that
the codebook alone tells which column is whose.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rundfrage.codebook import Codebook, Missing, Variable, VariableType
from rundfrage.dataset.columns import ANSWERED, CHOSEN, Marks, Reasons
from rundfrage.errors import Problem, Where
from rundfrage.locales import message


@dataclass(frozen=True)
class Flat:
    """One column of a file: `category` is the position of a multiple variable's category."""

    name: str
    variable: Variable
    category: int | None = None


def flat_columns(
    codebook: Codebook, fitting: Callable[[str], str] | None = None
) -> tuple[Flat, ...]:
    """The columns in the order of the codebook; `fitting` makes a name one the format can hold."""
    taken: set[str] = set()
    columns = []
    for variable in codebook.variables:
        if variable.type is VariableType.MULTIPLE:
            for position, category in enumerate(variable.categories):
                name = _free(f"{variable.name}.{category.name}", taken, fitting)
                columns.append(Flat(name, variable, position))
        else:
            columns.append(Flat(_free(variable.name, taken, fitting), variable))
    return tuple(columns)


def _free(name: str, taken: set[str], fitting: Callable[[str], str] | None) -> str:
    wanted = fitting(name) if fitting else name
    free, number = wanted, 1
    while free.casefold() in taken:
        number += 1
        ending = f"_{number}"
        free = f"{wanted}{ending}"
        if fitting and fitting(free) != free:
            free = f"{wanted[: -len(ending)]}{ending}"
    taken.add(free.casefold())
    return free


def joined_marks(columns: Sequence[Reasons]) -> Marks:
    """The columns of a multiple variable as its marks.

    Each column holds 1, 0 or a Missing reason for each respondent. Whoever has an answer in one
    of them was asked: the others are not chosen then. Whoever has none keeps the reason of the
    first column, or a more telling one than LEFT_BLANK from another.
    """
    marks = np.array(columns, np.int8)
    answered = (marks >= ANSWERED).any(axis=0)
    telling = np.where(marks == Missing.LEFT_BLANK, np.iinfo(np.int8).min, marks).max(axis=0)
    reason = np.where(telling == np.iinfo(np.int8).min, Missing.LEFT_BLANK, telling)
    return Marks(np.where(answered, np.clip(marks, ANSWERED, CHOSEN), reason).astype(np.int8))


def require_writable(codebook: Codebook, file: str) -> None:
    """Raise a Problem if the codebook holds what no format can hold."""
    if not flat_columns(codebook):
        raise Problem(
            "nothing-to-write",
            where=Where(file),
            found=message("The dataset has no columns."),
            expected=message("at least one variable with answers or categories."),
            mend=message("Write a dataset with variables."),
        )
    for variable in codebook.variables:
        codes = {category.code for category in variable.categories}
        if len(codes) < len(variable.categories):
            raise Problem(
                "codes-repeated",
                where=Where(file, name=variable.name),
                found=message("Two categories have the same code."),
                expected=message("a code of its own for each category."),
                mend=message(
                    "Give the categories different codes, in a questionnaire with {{code=…}}."
                ),
            )


def finite(values: npt.NDArray[np.float64], name: str, file: str) -> npt.NDArray[np.float64]:
    """The answered `values`; raises a Problem if one is infinite or not a number."""
    bad = values[~np.isfinite(values)]
    if len(bad):
        raise Problem(
            "number-unwritable",
            where=Where(file, name=name),
            found=message("An answer is {answer}.", answer=bad[0]),
            expected=message("finite numbers."),
            mend=message("Mark such answers as missing."),
        )
    return values
