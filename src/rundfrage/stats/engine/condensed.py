"""Condensed answers: rows in memory that each stand for all respondents who are alike in them.

A table asks many things of the same few columns (shares, letters, means; for everybody and by the
banner). The engine is asked once, for the sums by all of these columns together; each further
question is then small algebra on what came back. Few respondents are their own rows, and the
engine, whose start costs more than their answers, is not asked at all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from rundfrage.stats.engine.asked import Asked, Measure
from rundfrage.stats.engine.cache import Cache
from rundfrage.stats.engine.embedded import Arrays
from rundfrage.stats.engine.moments import moments
from rundfrage.stats.engine.source import Field, Source
from rundfrage.stats.positions import distinct, distinct_places

Array = npt.NDArray[Any]
Numbers = npt.NDArray[np.float64]
FEW = 20_000
"""So many respondents are summed faster here than by the engine."""


@dataclass(frozen=True, eq=False)
class Condensed:
    """A Source of M rows over the answers of `whole`; what it can't tell, that is asked.

    `columns` hold the rows' values, (M,); `n` counts the respondents of each, `contributing` those
    with a weight above zero; `sums` and `squares` are the sums of `weight` and of its square.
    """

    whole: Source
    columns: Mapping[str, Array]
    weight: str | None
    n: Numbers
    contributing: Numbers
    sums: Numbers
    squares: Numbers
    estimates: Cache = field(init=False, repr=False, default_factory=Cache)
    """Estimates made of these rows, which letters want again; see stats.design.once."""
    _known: dict[tuple[str, ...], tuple[Array, int]] = field(
        init=False, repr=False, default_factory=dict
    )

    @property
    def fields(self) -> Mapping[str, Field]:
        """The columns by name."""
        return self.whole.fields

    @property
    def cache(self) -> Cache:
        """What was worked out of the respondents."""
        return self.whole.cache

    @property
    def origin(self) -> str:
        """Where the answers came from, for problems."""
        return self.whole.origin

    @property
    def rows(self) -> int:
        """The number of respondents."""
        return self.whole.rows

    def head(self, name: str) -> Array:
        """The first thousand entries of a column."""
        return self.whole.head(name)

    def answer(self, asked: Asked) -> list[Array]:
        """The sums asked for."""
        if not self._tells(asked):
            return self.whole.answer(asked)
        there = np.ones(len(self.n), bool)
        for name in asked.needed:
            there &= ~self._missing(name)
        chosen = slice(None) if there.all() else np.flatnonzero(there)
        group, count = self._groups(asked.keys, chosen)
        first = np.zeros(count, np.int64)
        first[group] = np.arange(len(group))

        def summed(numbers: Numbers) -> Array:
            return np.bincount(group, numbers[chosen], count)

        weighed = bool(asked.weights)
        weights, squares = (self.sums, self.squares) if weighed else (self.n, self.n)
        found = [self.columns[name][chosen][first] for name in asked.keys]
        found += [summed(self.n), summed(self.contributing if weighed else self.n), summed(weights)]
        found += [
            summed(squares if one.column == self.weight else weights * self._term(one))
            for one in asked.every
        ]
        if asked.products:
            factors = [np.ones(len(self.n)), *(self._term(one) for one in asked.measures)]
            found += [
                summed(squares * one * other)
                for place, one in enumerate(factors)
                for other in factors[: place + 1]
            ]
        for name in asked.least:
            low, high = np.full(count, np.inf), np.full(count, -np.inf)
            values = self.columns[name][chosen].astype(float)
            np.minimum.at(low, group, values)
            np.maximum.at(high, group, values)
            found += [low, high]
        return found

    def _tells(self, asked: Asked) -> bool:
        """True if the sums can be told from these rows."""
        known = {*self.columns} - {self.weight}
        beside = {one for one in asked.beside if one.column == self.weight}
        plain = [one for one in asked.every if one not in beside]
        return (
            {*asked.keys, *asked.least, *(one.column for one in plain)} <= known
            and {*asked.complete} <= known | {self.weight}
            and beside <= {Measure(self.weight or "")}
            and asked.weights in {(), (self.weight,)}
            and not (beside and not asked.weights)
            and asked.factor is None
        )

    def _missing(self, name: str) -> Array:
        if name == self.weight or self.fields[name].missing is None:
            return np.zeros(len(self.n), bool)
        values = self.columns[name]
        missing: Array = np.isnan(values) if values.dtype.kind == "f" else values < 0
        return missing

    def _term(self, measure: Measure) -> Numbers:
        values = self.columns[measure.column].astype(float)
        if measure.most is not None:
            return (values <= measure.most).astype(float)
        found: Numbers = (values - measure.shift) ** measure.power
        return found

    def _groups(self, names: Sequence[str], chosen: slice | Array) -> tuple[Array, int]:
        """The group of each chosen row by these columns, and the number of groups."""
        group, count = self._grouped(tuple(names))
        return (
            (group, count) if isinstance(chosen, slice) else distinct_places(group[chosen], count)
        )

    def _grouped(self, names: tuple[str, ...]) -> tuple[Array, int]:
        """The group of each row; kept, for questions begin with the same columns of the design."""
        if names not in self._known:
            if not names:
                self._known[names] = np.zeros(len(self.n), np.int64), 1
            elif len(names) == 1:
                every, codes = distinct(self.columns[names[0]])
                self._known[names] = codes, len(every)
            else:
                above, _ = self._grouped(names[:-1])
                codes, size = self._grouped(names[-1:])
                places = above * size + codes
                self._known[names] = distinct_places(places, int(places.max(initial=-1)) + 1)
        return self._known[names]


def condense(source: Source, names: Sequence[str], weight: str | None) -> Condensed:
    """The answers condensed to these columns, missing answers among their values."""
    if isinstance(source, Arrays) and source.rows <= FEW:
        chosen = {name: source.coded(name)[0] for name in names}
        ones = np.ones(source.rows)
        weights = ones if weight is None else source.columns[weight].astype(float)
        heavy = (weights > 0).astype(float)
        return Condensed(source, chosen, weight, ones, heavy, weights, weights * weights)
    own = () if weight is None else (weight,)
    found = moments(source, Asked(tuple(names), beside=tuple(map(Measure, own)), weights=own))
    sums = found.sums[0]
    return Condensed(
        source,
        dict(zip(names, found.groups, strict=True)),
        weight,
        found.n.astype(float),
        found.contributing.astype(float),
        sums[:, 0],
        sums[:, -1],
    )
