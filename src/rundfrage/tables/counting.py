"""From a Dataset to blocks: what is counted of each variable, by the columns of a banner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np
import numpy.typing as npt

from rundfrage.codebook import Battery, Variable, VariableType
from rundfrage.dataset import Coded, Dataset, Marks, Values
from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.stats.engine import Cross, Repeated, totals
from rundfrage.tables.banner import Banner
from rundfrage.tables.block import Limits, counted_block, marked_block, value_statistics
from rundfrage.tables.distribution import date_stub, number_stub
from rundfrage.tables.precision import Appraisal
from rundfrage.tables.rounding import Rounding
from rundfrage.tables.stub import Stub, category_stub, scale_values
from rundfrage.tables.table import Block
from rundfrage.tables.tally import Tally, tally

Array = npt.NDArray[Any]
_LARGEST = 1e15
"""Beyond it floats no longer tell a whole number from the next."""


@dataclass(frozen=True, eq=False)
class Setting:
    """What holds for every table of one call."""

    dataset: Dataset
    banner: Banner
    weight: str | None
    weights: npt.NDArray[np.float64] | Repeated | None
    limits: Limits
    languages: tuple[str, ...]
    appraisal: Appraisal | None = None


def tallies_of(setting: Setting, variables: Sequence[Variable]) -> Mapping[str, tuple[Tally, ...]]:
    """The tallies of all variables but numbers and dates, from one call of the engine.

    Numbers and dates may have as many answers as respondents; they are counted one by one, so
    that no more than one of them is held at a time.
    """
    arrays = {
        variable.name: _arrays(variable, setting.dataset.columns[variable.name])
        for variable in variables
        if variable.type not in {VariableType.NUMERIC, VariableType.DATE}
    }
    crosses = [setting.banner.crosses(array) for some in arrays.values() for array in some]
    found = iter(totals([cross for some in crosses for cross in some], setting.weights))
    grouped = iter([tuple(islice(found, len(some))) for some in crosses])
    return {
        name: tuple(tally(setting.banner, next(grouped)) for _ in some)
        for name, some in arrays.items()
    }


def _arrays(variable: Variable, column: Coded | Marks | Values) -> tuple[Array, ...]:
    """The arrays to count: codes, reasons of a text, or a mark for each row of a multiple."""
    match column:
        case Coded():
            return (column.codes,)
        case Values():
            return (column.reasons,)
        case Marks():
            nets = (
                column.marks[[variable.position(name) for name in net.members]].max(axis=0)
                for net in variable.nets
            )
            return (column.reasons, *column.marks, *nets)


def block_of_variable(
    setting: Setting,
    variable: Variable,
    tallies: tuple[Tally, ...] | None,
    owner: Battery | Variable,
) -> Block:
    """The block of a variable, of its tallies if it has any; `owner` is it or its battery."""
    if tallies is None:
        return _number_block(setting, variable, owner)
    base, *marks = tallies
    if variable.type is VariableType.TEXT:
        stub = Stub((), (), Rounding.EACH)
        return counted_block(variable, stub, base, setting.limits, value_statistics(base, None))
    stub = category_stub(variable)
    column = setting.dataset.columns[variable.name]
    if variable.type is VariableType.MULTIPLE:
        block = marked_block(variable, stub, base, marks, setting.limits)
        if setting.appraisal is None:
            return block
        return setting.appraisal.marked(block, _arrays(variable, column)[1:])
    scale = scale_values(variable)
    numbers = None if scale is None else scale[base.values]
    statistics = value_statistics(base, numbers, spread=False)
    block = counted_block(variable, stub, base, setting.limits, statistics)
    if setting.appraisal is None:
        return block
    assert isinstance(column, Coded)  # noqa: S101  (Dataset sees to it)
    each = None if scale is None else np.where(column.codes >= 0, scale[column.codes], np.nan)
    return setting.appraisal.counted(block, column.codes, stub.answers, each)


def _number_block(setting: Setting, variable: Variable, owner: Battery | Variable) -> Block:
    column = setting.dataset.columns[variable.name]
    assert isinstance(column, Values)  # noqa: S101  (Dataset sees to it)
    if variable.type is VariableType.DATE:
        values = np.where(
            column.answered, column.values.astype("datetime64[D]").astype(np.int64), 0
        )
    else:
        values = np.where(column.answered, column.values.astype(float), 0.0) + 0.0
        _refuse_infinite(setting.dataset, variable, values)
    crosses: tuple[Cross, ...] = setting.banner.crosses(column.reasons, values)
    base = tally(setting.banner, totals(crosses, setting.weights), valued=True)
    if variable.type is VariableType.DATE:
        stub = date_stub(base.values, setting.languages)
        block = counted_block(variable, stub, base, setting.limits, value_statistics(base, None))
        if setting.appraisal is None:
            return block
        answers = np.where(column.answered, values, np.nan)
        return setting.appraisal.valued(block, stub, base.values, answers, means=False)
    stub = number_stub(variable, with_rows(owner, setting.dataset, base.values), setting.languages)
    statistics = value_statistics(base, base.values, nps=variable.nps)
    block = counted_block(variable, stub, base, setting.limits, statistics)
    if setting.appraisal is None:
        return block
    answers = np.where(column.answered, values, np.nan)
    return setting.appraisal.valued(block, stub, base.values, answers, means=True)


def with_rows(owner: Battery | Variable, dataset: Dataset, values: Array) -> Array:
    """The values, with those that have rows though nobody gave them."""
    if not isinstance(owner, Battery):
        return values
    members = [dataset.codebook[name] for name in owner.members]
    return np.union1d(np.array(owner.shape.values(members), float), values)


def _refuse_infinite(dataset: Dataset, variable: Variable, values: Array) -> None:
    bad = np.flatnonzero(~(np.abs(values) <= _LARGEST))
    if len(bad):
        raise Problem(
            "number-not-finite",
            where=Where(dataset.source, name=variable.name),
            found=message(
                "{count} answers are infinite, beyond {largest}, or no numbers (first in row "
                "{row}).",
                count=len(bad),
                largest=_LARGEST,
                row=str(int(bad[0]) + 1),
            ),
            expected=message("numbers that can be averaged, or a code for a missing answer."),
            mend=message("Mend these rows, or leave them empty."),
        )
