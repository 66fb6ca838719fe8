"""Years and days that may be of another calendar.

2538 of the Buddhist one, 1370 of the Persian, 1445 of the Islamic one, whose years are shorter.

Among common years they are none that anybody means; alone they are years where the question asks
for one. They are counted as they stand, and doubted.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rundfrage.codebook import Use, Variable, VariableType
from rundfrage.dataset.account import Ledger
from rundfrage.dataset.columns import Column, Values
from rundfrage.dataset.intake.scales import folded
from rundfrage.dataset.words.years import BIRTH, PER_YEAR, YEAR
from rundfrage.locales import Message, message
from rundfrage.patterns import pattern


@dataclass(frozen=True)
class _Calendar:
    name: Message
    ahead: int
    """How many years more than the common one it had in the year 0 of that."""
    years: range
    length: float = 1.0
    """That of its year, in common ones."""

    def common(self, year: int) -> int:
        """The common year in which most of that year lies."""
        return round((year - self.ahead) * self.length)


_COMMON = range(1850, 2101)
_CALENDARS = (
    _Calendar(message("Buddhist"), 543, range(2430, 2601)),
    _Calendar(message("Persian"), -621, range(1280, 1421)),
    _Calendar(message("Islamic"), -641, range(1350, 1501), 0.970224),
)
_ISLAMIC = pattern(r"هجري|hijr|hicr|hegir|hidschr|hégir|[ةي]|(?<!\w)ال")
"""In a folded heading: the calendar, or letters of Arabic and not of Persian."""
_FEWEST = 3


def doubt_calendars(
    variables: Sequence[Variable],
    columns: Mapping[str, Column],
    told: Collection[str],
    ledger: Ledger,
) -> None:
    """Doubt years of another calendar in all numbers and dates but those that were `told`."""
    settle = message(
        "If so, write common years in the file; if not, write sure = true in the codebook."
    )
    for variable in variables:
        column = columns[variable.name]
        if variable.name in told or variable.use is not Use.ANSWER:
            continue
        if isinstance(column, Values) and variable.type in {
            VariableType.NUMERIC,
            VariableType.DATE,
        }:
            words = folded(f"{variable.name} {variable.label.source}")
            asked = bool(BIRTH.search(words)) or (
                bool(YEAR.search(words)) and not PER_YEAR.search(words)
            )
            dated = variable.type is VariableType.DATE
            for found in _found(_years(column), words, sure=asked or dated):
                ledger.doubt(found, settle, (variable.name,))


def _years(column: Values) -> npt.NDArray[np.int64]:
    """The different years that the column holds; none if it holds something else."""
    given = column.values[column.answered]
    if given.dtype.kind == "M":
        return np.unique(given.astype("datetime64[Y]").astype(np.int64) + 1970)
    if given.dtype.kind != "f" or not len(given) or given.max() > _CALENDARS[0].years.stop:
        return np.zeros(0, np.int64)
    different = np.unique(given)
    whole = (different == np.rint(different)).all() and different[0] >= _CALENDARS[1].years.start
    return different.astype(np.int64) if whole else np.zeros(0, np.int64)


def _found(years: npt.NDArray[np.int64], heading: str, *, sure: bool) -> Iterator[Message]:
    """The doubt of the years, of the calendar that is likelier under that folded heading."""
    for one in _CALENDARS[:: -1 if _ISLAMIC.search(heading) else 1]:
        own = [year for year in years.tolist() if year in one.years]
        common = [year for year in years.tolist() if year in _COMMON]
        if len(own) < len(years) - len(common) or not own:
            continue
        odd = [year for year in years.tolist() if year % 10]
        beside = min(len(own), len(common)) >= _FEWEST and 2 * len(odd) > len(years)
        if not (sure or beside):
            continue
        yield message(
            "“{year}” may be a year of the {calendar} calendar, {common} in the common one.",
            year=str(own[0]),
            calendar=one.name,
            common=str(one.common(own[0])),
        )
        return
