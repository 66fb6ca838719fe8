"""From a Sampling and a Dataset to the Design: the columns that describe the sample, and no other.

Here is the one door from tables to estimates; SciPy, which they need, is not loaded before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from rundfrage.dataset import Dataset
from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.tables.sampling import Sampling, columns_named
from rundfrage.tables.table import Method

if TYPE_CHECKING:
    from rundfrage.stats.design import Design
    from rundfrage.stats.engine import Source
    from rundfrage.stats.replicates import GivenReplicates, MadeReplicates

Array = npt.NDArray[Any]
_MOST_TOGETHER = 3
"""Of many marks (a banner whose columns overlap) almost all combinations occur."""
_EVERYBODY, _EACH = "everybody in the sample", "each one in the sample"


@dataclass(frozen=True, eq=False)
class Sampled:
    """A sampling and the design that it is of the answers at hand."""

    sampling: Sampling
    design: Design

    @cached_property
    def method(self) -> Method:
        """By what the design's estimates are computed."""
        return _method_of(self.design, self.sampling)


def design_for(dataset: Dataset, sampling: Sampling) -> Design:
    """The design of a dataset's sample.

    Raises a Problem for columns that there aren't, for unfit weights and unfit replicates.
    """
    # SciPy takes longer to load than a small survey to tabulate.
    from rundfrage.stats.design import columns_of  # noqa: PLC0415
    from rundfrage.stats.engine import Arrays  # noqa: PLC0415

    book = dataset.codebook
    names = sampling.columns([one.name for one in book.variables])
    if sampling.weight is not None:
        dataset.weights(sampling.weight)
    described = columns_of(
        Dataset(
            replace(book, variables=tuple(book[name] for name in names), batteries=()),
            {name: dataset.columns[name] for name in names},
            dataset.n,
            dataset.source,
        )
    )
    columns = {**described.columns, _EVERYBODY: np.zeros(dataset.n, np.int8)}
    margins = _margins(dataset, sampling)
    if margins and not sampling.psu:
        # Residuals are those of units, and here each respondent is one.
        sampling = replace(sampling, psu=(_EACH,))
        columns[_EACH] = np.arange(dataset.n, dtype=np.int32)
    return _design(
        Arrays({**columns, **margins}, described.levels, described.marks, dataset.source),
        sampling,
        names,
        tuple(margins),
    )


def _margins(dataset: Dataset, sampling: Sampling) -> dict[str, Array]:
    """The target that each respondent belongs to in each margin, as columns."""
    if sampling.margins is None:
        return {}
    from rundfrage.stats.weighting import margin_codes, read_margins  # noqa: PLC0415

    if sampling.weight is None:
        raise Problem(
            "calibration-without-weight",
            where=Where(sampling.margins),
            found=message("The design names margins, and no weights."),
            expected=message("the weights that were made to meet the margins."),
            mend=message("Name them, in the design as weight=…"),
        )
    if sampling.base is not None:
        dataset.weights(sampling.base)
    beside = Path(dataset.source).parent / sampling.margins
    file = beside if beside.is_file() else Path(sampling.margins)
    codes = margin_codes(
        dataset, read_margins(file, dataset.codebook), dataset.weights(sampling.weight)
    )
    return {f"margin {place} of the weights": one for place, one in enumerate(codes, start=1)}


def design_over(source: Source, sampling: Sampling) -> Design:
    """The design of the sample whose answers `source` holds.

    Raises a Problem for columns that there aren't, for unfit replicates, and for margins, to which
    only answers in memory are matched.
    """
    if sampling.margins is not None:
        raise Problem(
            "calibration-stored",
            where=Where(sampling.margins),
            found=message("The answers lie in an engine, and the design names margins."),
            expected=message("answers in memory, for variances after calibration."),
            mend=message(
                "Count in memory; or leave margins= out, and intervals are mostly too wide."
            ),
        )
    return _design(source, sampling, sampling.columns(tuple(source.fields)))


def _design(
    source: Source, sampling: Sampling, names: Sequence[str], margins: Sequence[str] = ()
) -> Design:
    from rundfrage.stats.calibrated import Calibration  # noqa: PLC0415
    from rundfrage.stats.design import Design, Lonely  # noqa: PLC0415

    replicates = columns_named(sampling.replicates, names)
    return Design(
        source,
        sampling.weight,
        sampling.strata,
        sampling.psu,
        sampling.fpc,
        Lonely(sampling.lonely),
        _replicates(sampling, replicates),
        Calibration(tuple((one,) for one in margins), sampling.base) if margins else None,
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
        replace(source, columns={**source.columns, **columns}, marks=source.marks | whole)
    )
    return wider.condensed(tuple(columns)) if source.rows <= FEW else condensed_by(wider, columns)


def condensed_by(design: Design, columns: Mapping[str, Array]) -> Design:
    """The design with its answers to these columns summed at once, if few enough combinations are.

    The columns hold an entry for each respondent, or for each that differs from the others.
    """
    together = _together(columns)
    return design if len(together) > _MOST_TOGETHER else design.condensed(together)


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


def _method_of(design: Design, sampling: Sampling) -> Method:
    from rundfrage.stats.averages import totals  # noqa: PLC0415

    structure = design.structure
    replicates = design.replicates
    count = None if replicates is None else getattr(replicates, "columns", None)
    return Method(
        variance=sampling.kind or "taylor",
        strata=structure.strata if structure.strata > 1 else 0,
        units=len(structure.stages[0].parent) if sampling.psu else None,
        replicates=None if count is None else len(count),
        df=totals(design).joint_df,
        corrected=bool(sampling.fpc),
        interval=sampling.interval,
        adjust=sampling.adjust,
        calibrated=design.calibration is not None,
    )
