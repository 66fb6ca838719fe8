"""The primitive of every estimate: sums of weights, numbers and products by group.

A *group* is a combination of the design's columns (strata, units) and of the crossed cells. The
engine answers one GROUP BY for each call.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rundfrage.stats.engine.asked import Asked
from rundfrage.stats.engine.source import Source, require

Array = npt.NDArray[Any]
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Moments:
    """Sums by group; G groups, P measures and before them the constant 1, W weights.

    `groups` and `cells` hold an array of shape (G,) for each column asked; `n` counts rows and
    `contributing` those with a weight above zero, shape (G,). `sums` has the shape (W, G, P + 1 +
    beside), `products` (G, P + 1, P + 1) or None, `least` and `largest` (columns, G).
    """

    groups: tuple[Array, ...]
    cells: tuple[Array, ...]
    n: npt.NDArray[np.int64]
    contributing: npt.NDArray[np.int64]
    sums: Numbers
    products: Numbers | None
    least: Numbers
    largest: Numbers


def moments(source: Source, asked: Asked) -> Moments:
    """The sums that `asked` describes.

    Raises a Problem for a column that is not there, or a measure that is no number.
    """
    for one in (*asked.numbers, *asked.least):
        require(source, one, number=True)
    for one in asked.columns:
        require(source, one)
    return _moments(_ordered(source.answer(asked), len(asked.keys)), asked)


def _ordered(columns: list[Array], keys: int) -> list[Array]:
    """The groups in the order of their keys, for an engine gives them in that of its threads.

    What is summed over groups has the same digits on every machine then. Words are left as they
    come: they are keys of engines whose own sums depend on their threads.
    """
    if not keys or any(one.dtype.kind == "O" for one in columns[:keys]):
        return columns
    order = np.lexsort(columns[:keys][::-1])
    return [one[order] for one in columns]


def _moments(columns: list[Array], asked: Asked) -> Moments:
    weights = max(len(asked.weights), 1)
    width = len(asked.every) + 1
    heads = weights * width
    key_count = len(asked.groups) + len(asked.cells)
    keys, rest = columns[:key_count], columns[key_count:]
    n = rest[0].astype(np.int64)
    if not key_count and not n[0]:
        # Without a GROUP BY nobody is one row of NULLs.
        rest, n = [one[:0] for one in rest], n[:0]
    sums = np.array([one.astype(float) for one in rest[2 : 2 + heads]])
    products, place = None, 2 + heads
    if asked.products:
        size = len(asked.measures) + 1
        products = np.empty((len(n), size, size))
        for row in range(size):
            for column in range(row + 1):
                products[:, row, column] = products[:, column, row] = rest[place]
                place += 1
    ends = np.array([one.astype(float) for one in rest[place:]]).reshape(
        len(asked.least), 2, len(n)
    )
    return Moments(
        groups=tuple(keys[: len(asked.groups)]),
        cells=tuple(keys[len(asked.groups) :]),
        n=n,
        contributing=rest[1].astype(np.int64),
        sums=sums.reshape(weights, width, len(n)).transpose(0, 2, 1),
        products=products,
        least=ends[:, 0],
        largest=ends[:, 1],
    )
