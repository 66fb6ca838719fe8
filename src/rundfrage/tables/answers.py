"""Who gave which answer, respondent by respondent: what a row or a mean of a block counts."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from rundfrage.codebook import VariableType
from rundfrage.dataset import Coded, Dataset, Marks, Values
from rundfrage.tables.counting import with_rows
from rundfrage.tables.distribution import date_stub, number_stub
from rundfrage.tables.stub import Stub, category_stub, scale_values
from rundfrage.tables.table import Block

Numbers = npt.NDArray[np.float64]
Array = npt.NDArray[Any]


def answered(dataset: Dataset, block: Block) -> npt.NDArray[np.bool_]:
    """Who answered the block's question, shape (n,)."""
    column = dataset.columns[block.name]
    return np.asarray(column.codes >= 0 if isinstance(column, Coded) else column.reasons >= 0)


def of_row(dataset: Dataset, block: Block, row: int) -> Numbers:
    """1 for those whose answer the row counts, else 0, shape (n,); also for those without one."""
    column = dataset.columns[block.name]
    match column:
        case Coded():
            chosen = category_stub(block.variable).answers[row]
            return np.asarray(np.isin(column.codes, chosen), float)
        case Marks():
            variable = block.variable
            counted = category_stub(variable).answers[row]
            return np.asarray(column.marks[counted].max(axis=0) > 0, float)
        case Values():
            values = _values(column)
            stub = _stub(dataset, block, values[column.answered])
            return np.asarray(np.isin(values, stub.answers[row]) & column.answered, float)


def numbers(dataset: Dataset, block: Block) -> Numbers:
    """What the block's mean is taken of, shape (n,); 0 for those without an answer."""
    column = dataset.columns[block.name]
    if isinstance(column, Coded):
        scale = scale_values(block.variable)
        if scale is None:
            raise ValueError(f"{block.name} has no mean")
        return np.where(column.codes >= 0, scale[column.codes], 0.0)
    if not isinstance(column, Values):
        raise TypeError(f"{block.name} has no mean")
    return np.where(column.answered, _values(column), 0.0)


def _values(column: Values) -> Numbers:
    values: Array = column.values
    if values.dtype.kind == "M":
        values = values.astype("datetime64[D]").astype(np.int64)
    return np.where(column.answered, values, 0).astype(float)


def _stub(dataset: Dataset, block: Block, present: Numbers) -> Stub:
    """The rows of numbers or dates, as tables have them; labels don't matter here."""
    if block.variable.type is VariableType.DATE:
        return date_stub(np.unique(present), ())
    for battery in dataset.codebook.batteries:
        if block.name in battery.members:
            return number_stub(block.variable, with_rows(battery, dataset, np.unique(present)), ())
    return number_stub(block.variable, np.unique(present), ())
