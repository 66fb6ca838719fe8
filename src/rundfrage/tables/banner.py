"""The banner: the columns of a table, and the crosses that fill them.

The first column is everybody ("total"), the others are the categories of one variable. Those of a
multiple variable overlap: a respondent stands in as many columns as were chosen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, assert_never

import numpy as np
import numpy.typing as npt

from rundfrage.codebook import Codebook, VariableType
from rundfrage.dataset import CHOSEN, Coded, Dataset, Marks, Values
from rundfrage.errors import Problem, Where
from rundfrage.locales import Message, message
from rundfrage.stats.engine import Cross, Totals
from rundfrage.tables.table import BannerColumn
from rundfrage.tables.words import label

Array = npt.NDArray[Any]
_WITH_CATEGORIES = (VariableType.CATEGORICAL, VariableType.ORDINAL, VariableType.MULTIPLE)


@dataclass(frozen=True, eq=False)
class Banner:
    """The columns, and the arrays that say who stands in them.

    `codes` holds the category's position of each respondent (shape (n,)) or None; `marks` holds
    one array a category, 1 for those who stand in its column. At most one of them is filled.
    """

    variable: str | None
    columns: tuple[BannerColumn, ...]
    codes: Array | None = None
    marks: tuple[Array, ...] = ()

    @property
    def overlapping(self) -> bool:
        """True if a respondent may stand in more than one column beside the total."""
        return bool(self.marks)

    def crosses(self, *columns: Array) -> tuple[Cross, ...]:
        """What to count so that `columns` can be seen in each column of the banner."""
        if self.codes is not None:
            return (Cross((*columns, self.codes)),)
        return (Cross(columns), *(Cross((*columns, mark)) for mark in self.marks))

    def parts(self, found: tuple[Totals, ...]) -> tuple[tuple[Totals, npt.NDArray[np.bool_]], ...]:
        """For each column of the banner the totals it is in, and which of their entries it takes.

        `found` are the totals of `crosses`, in their order.
        """
        first = found[0]
        everybody = (first, np.ones(len(first.n), bool))
        if self.codes is not None:
            places = range(len(self.columns) - 1)
            return (everybody, *((first, first.keys[-1] == place) for place in places))
        return (everybody, *((one, one.keys[-1] == CHOSEN) for one in found[1:]))


def banner_of(dataset: Dataset, by: str | None) -> Banner:
    """The banner by the variable `by`, or the total alone.

    Raises a Problem if there is no such variable, or if it has no categories to stand on top.
    """
    total = BannerColumn("total", label("total"))
    if by is None:
        return Banner(None, (total,))
    variable = dataset.codebook[by]
    require_categories(dataset.codebook, by, dataset.source)
    column = dataset.columns[by]
    columns = (total, *(BannerColumn(one.name, one.label) for one in variable.categories))
    match column:
        case Coded():
            return Banner(by, columns, codes=column.codes)
        case Marks():
            return Banner(by, columns, marks=tuple(column.marks))
        case Values():
            raise TypeError(f"{by} has no categories")
        case _:
            assert_never(column)


def require_categories(codebook: Codebook, by: str, source: str) -> None:
    """Raise a Problem if the variable `by` has no categories that could stand on top."""
    variable = codebook[by]
    if variable.type not in _WITH_CATEGORIES:
        raise Problem(
            "banner-without-categories",
            where=Where(source, name=by),
            found=message("{by} is a {type} variable.", by=by, type=variable.type),
            expected=message(
                "a variable with categories (single choice, scale or multiple choice)."
            ),
            mend=_named(codebook),
        )


def _named(codebook: Codebook) -> Message:
    known = codebook.of_type(*_WITH_CATEGORIES)
    if not known:
        return message("No variable of this dataset has categories; leave the banner out.")
    names = ", ".join(variable.name for variable in known[:8])
    more = " …" if len(known) > 8 else ""  # noqa: PLR2004
    return message("Name one of these: {names}", names=names + more)
