"""From a Sampling and a Dataset to the Design: the columns that describe the sample, and no other.

Here is the one door from tables to estimates; SciPy, which they need, is not loaded before.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from rundfrage.dataset import Dataset
from rundfrage.tables.sampling import Sampling, columns_named
from rundfrage.tables.table import Method

if TYPE_CHECKING:
    from rundfrage.stats.design import Design
    from rundfrage.stats.replicates import GivenReplicates, MadeReplicates

Array = npt.NDArray[Any]
_MOST_TOGETHER = 3
"""Of many marks (a banner whose columns overlap) almost all combinations occur."""
_EVERYBODY = "everybody in the sample"


def design_for(dataset: Dataset, sampling: Sampling) -> Design:
    """The design of a dataset's sample.

    Raises a Problem for columns that there aren't, for unfit weights and unfit replicates.
    """
    # SciPy takes longer to load than a small survey to tabulate.
    from rundfrage.stats.design import Design, Lonely, columns_of  # noqa: PLC0415
    from rundfrage.stats.engine import Arrays  # noqa: PLC0415

    book = dataset.codebook
    replicates = columns_named(sampling.replicates, book)
    weights = () if sampling.weight is None else (sampling.weight,)
    for name in (plain := (*weights, *sampling.strata, *sampling.psu, *sampling.fpc)):
        columns_named((name,), book)
    if sampling.weight is not None:
        dataset.weights(sampling.weight)
    names = tuple(dict.fromkeys((*plain, *replicates)))
    described = columns_of(
        Dataset(
            replace(book, variables=tuple(book[name] for name in names), batteries=()),
            {name: dataset.columns[name] for name in names},
            dataset.n,
            dataset.source,
        )
    )
    everybody = {_EVERYBODY: np.zeros(dataset.n, np.int8)}
    return Design(
        Arrays(
            {**described.columns, **everybody},
            described.levels,
            described.marks,
            dataset.source,
        ),
        sampling.weight,
        sampling.strata,
        sampling.psu,
        sampling.fpc,
        Lonely(sampling.lonely),
        _replicates(sampling, replicates),
    )


def _replicates(
    sampling: Sampling, columns: tuple[str, ...]
) -> GivenReplicates | MadeReplicates | None:
    from rundfrage.stats.replicates import (  # noqa: PLC0415
        MadeReplicates,
        ReplicateKind,
        given_replicates,
    )

    if columns:
        return given_replicates(
            columns,
            ReplicateKind(sampling.kind),
            rho=sampling.rho,
            scale=sampling.scale,
            mse=sampling.mse,
            combined=sampling.combined,
        )
    if not sampling.kind:
        return None
    return MadeReplicates(ReplicateKind(sampling.kind), sampling.rho, mse=sampling.mse)


def with_marks(design: Design, columns: Mapping[str, Array]) -> Design:
    """The design over further columns of its respondents, missing below zero, or NaN if floats."""
    from rundfrage.stats.engine import FEW, Arrays  # noqa: PLC0415

    source = design.source
    if not isinstance(source, Arrays):
        raise TypeError("a design that is not in memory can't be widened")
    whole = frozenset(name for name, one in columns.items() if one.dtype.kind != "f")
    wider = design.over(
        Arrays({**source.columns, **columns}, source.levels, source.marks | whole, source.origin)
    )
    together = _together(columns)
    if source.rows > FEW and len(together) > _MOST_TOGETHER:
        return wider
    return wider.condensed(together if source.rows > FEW else tuple(columns))


def _together(columns: Mapping[str, Array]) -> tuple[str, ...]:
    """The columns of few values: codes and marks, and numbers that each code has one of."""
    whole = [name for name, one in columns.items() if one.dtype.kind != "f"]
    if not whole:
        return ()
    numbers = [name for name in columns if name not in whole]
    return (*whole, *(one for one in numbers if _of_codes(columns[one], columns[whole[0]])))


def _of_codes(numbers: Array, codes: Array) -> bool:
    """True if all respondents with the same code have the same number."""
    first = np.full(int(codes.max(initial=0)) - int(codes.min(initial=0)) + 1, np.nan)
    places = codes.astype(np.int64) - int(codes.min(initial=0))
    first[places] = numbers
    return np.array_equal(first[places], numbers, equal_nan=True)


def method_of(design: Design, sampling: Sampling) -> Method:
    """By what the design's estimates are computed."""
    from rundfrage.stats.averages import totals  # noqa: PLC0415

    structure = design.structure
    replicates = design.replicates
    count = None if replicates is None else getattr(replicates, "columns", None)
    return Method(
        variance=sampling.kind or "taylor",
        strata=structure.strata if design.strata else 0,
        units=len(structure.stages[0].parent) if structure.stages else None,
        replicates=None if count is None else len(count),
        df=totals(design).joint_df,
        corrected=bool(sampling.fpc),
        interval=sampling.interval,
        adjust=sampling.adjust,
    )
