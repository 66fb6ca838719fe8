"""Small samples for tests of estimates: columns by name, and designs over them."""

import numpy as np

from rundfrage.stats.design import Design
from rundfrage.stats.engine import Arrays

STRATA, UNITS, SIZE = 4, 3, 5


def columns(seed=1, size=SIZE):
    """`size` respondents in each of 3 units of 4 strata, with answers, a group and weights."""
    chance = np.random.default_rng(seed)
    n = STRATA * UNITS * size
    unit = np.repeat(np.arange(STRATA * UNITS), size)
    x = np.round(chance.normal(50, 10, n) + unit, 1)
    x[chance.random(n) < 0.1] = np.nan
    return {
        "h": unit // UNITS,
        "u": unit % UNITS,
        "id": np.arange(n),
        "w": chance.choice([0.5, 1.0, 1.5, 3.0], n),
        "x": x,
        "y": chance.uniform(1, 2, n),
        "g": np.array(["left", "middle", "right"])[chance.integers(0, 3, n)],
        "q": np.array(["no", "yes"])[chance.integers(0, 2, n)],
        "a": chance.integers(0, 2, n),
        "b": chance.integers(0, 2, n),
    }


def clustered(table):
    return Design(Arrays(table), "w", ("h",), ("u",))


def scattered(table):
    return Design(Arrays(table), "w", ("h",))
