"""The Layout of a design: which columns say what, and the structure that is counted by them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from rundfrage.errors import Problem, Where
from rundfrage.locales import counted_message, message
from rundfrage.stats.engine import Asked, Moments, Source, moments
from rundfrage.stats.positions import combined
from rundfrage.stats.structure import WHOLE, Stage, Structure

Array = npt.NDArray[Any]
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Layout:
    """Names of the columns of strata, stages (units), population sizes and weights."""

    strata: tuple[str, ...]
    stages: tuple[str, ...]
    fpc: tuple[str, ...]
    weights: tuple[str, ...]
    lonely: str

    @property
    def groups(self) -> tuple[str, ...]:
        """What the finest units are grouped by."""
        return (*self.strata, *self.stages)


def structure_of(source: Source, layout: Layout) -> Structure:
    """The structure of a design, by one GROUP BY over its columns.

    Raises a Problem if a respondent lacks a stratum, a unit, a weight or a size, if sizes differ
    within what they are the size of, or if weights are negative or infinite.
    """
    needed = (*layout.groups, *layout.weights)
    least = (*layout.fpc, *layout.weights)
    found = moments(source, Asked(layout.groups, complete=needed, least=least))
    if found.n.sum() != source.rows:
        raise Problem(
            "design-incomplete",
            where=Where(source.origin, name=", ".join(needed)),
            found=counted_message(
                "{count} respondent lacks one of them.",
                "{count} respondents lack one of them.",
                source.rows - int(found.n.sum()),
            ),
            expected=message("a stratum, a sampling unit and a weight for every respondent."),
            mend=message("Mend these rows, or leave the respondents out."),
        )
    if layout.weights and not _weights_fit(found):
        raise Problem(
            "weight-unusable",
            where=Where(source.origin, name=layout.weights[0]),
            found=message("Some weights are negative or infinite."),
            expected=message("a weight of zero or more for every respondent."),
            mend=message("Mend these rows, or leave the respondents out."),
        )
    return _built(found, layout, source)


def structure_seen(source: Source, layout: Layout, found: Moments) -> Structure | None:
    """The structure as an estimate's own moments show it, or None if they don't show it all.

    They do where nobody lacks anything; a scan of the data is saved then. `found` was asked with
    the layout's groups and weights complete and the weights in `least`.
    """
    if layout.fpc or found.n.sum() != source.rows:
        return None
    if layout.weights and not _weights_fit(found):
        return None
    return _built(found, layout, source)


def _weights_fit(found: Moments) -> bool:
    return bool(((found.least[-1] >= 0) & np.isfinite(found.largest[-1])).all())


def _built(found: Moments, layout: Layout, source: Source) -> Structure:
    levels = tuple(source.fields[name].levels for name in layout.strata)
    values = tuple(np.unique(one) for one in found.groups)
    every = combined(values, found.groups) if values else np.zeros(len(found.n), np.int64)
    codes, first, unit = np.unique(every, return_index=True, return_inverse=True)
    groups = [one[first] for one in found.groups]
    low, high = found.least[:, first], found.largest[:, first]
    n = np.bincount(unit, found.n).astype(np.int64)
    stratum = _numbered(groups[: len(layout.strata)], len(codes))
    number = int(stratum.max(initial=-1)) + 1
    fpc = layout.fpc
    if not layout.stages:
        drawn = np.bincount(stratum, n, number).astype(np.int64)
        fraction = _fractions(fpc[0], low[0], high[0], stratum, drawn) if fpc else np.zeros(number)
        return Structure(values, codes, stratum, number, drawn, fraction, (), layout.lonely, levels)
    tiers = [
        stratum,
        *(
            _numbered(groups[: len(layout.strata) + depth], len(codes))
            for depth in range(1, len(layout.stages) + 1)
        ),
    ]
    tree = []
    for depth, (above, own) in enumerate(pairwise(tiers)):
        parent = above[np.unique(own, return_index=True)[1]]
        count = np.bincount(parent)
        fraction = (
            _fractions(fpc[depth], low[depth], high[depth], above, count)
            if depth < len(fpc)
            else np.zeros(len(count))
        )
        tree.append(Stage(parent, own, count, fraction))
    return Structure(
        values, codes, stratum, number, n, np.zeros(number), tuple(tree), layout.lonely, levels
    )


def _numbered(columns: Sequence[Array], size: int) -> npt.NDArray[np.int64]:
    """Places 0, 1, … of the combinations of sorted columns, shape (size,)."""
    if not columns:
        return np.zeros(size, np.int64)
    changes = np.zeros(size, bool)
    for one in columns:
        changes[1:] |= one[1:] != one[:-1]
    return np.cumsum(changes)


def _fractions(name: str, low: Numbers, high: Numbers, parent: Array, count: Array) -> Numbers:
    sizes = np.full(len(count), np.nan)
    sizes[parent] = low
    if not (np.array_equal(low, high) and np.array_equal(sizes[parent], low)):
        raise Problem(
            "fpc-unsteady",
            where=Where(name=name),
            found=message("The population size differs within a stratum or unit."),
            expected=message(
                "one size for all respondents of a stratum (of a unit, on later stages)."
            ),
            mend=message("Correct the column."),
        )
    fractions = sizes if (sizes <= 1).all() and (count > sizes).any() else count / sizes
    if (fractions > 1 + WHOLE).any() or (sizes <= 0).any():
        raise Problem(
            "fpc-too-small",
            where=Where(name=name),
            found=message("A population is smaller than the sample that was drawn of it."),
            expected=message("population sizes, or fractions between 0 and 1."),
            mend=message("Correct the column."),
        )
    return np.asarray(np.minimum(fractions, 1.0))
