"""With how many decimals a deck prints a statistic: as many as its base and its spread bear.

The mean of numbers is printed to the place of the first digit of its standard error, for what
stands behind tells nothing (JCGM 100:2008, 7.2.6). See docs/explanation/rounding.md.
"""

from __future__ import annotations

from math import floor, log10, sqrt

from rundfrage.codebook import VariableType
from rundfrage.tables.table import Block, Ledger, Statistics
from rundfrage.text import half_up

_MOST = 2
_TEN = 10
_SPREAD = frozenset({"mean", "sd"})


def decimals(block: Block, name: str, value: float) -> int:
    """The decimals of a statistic of the block, 0 to 2; all groups have those of everybody."""
    if name == "nps":
        return 0
    if name not in _SPREAD:
        return _MOST if name == "mentions" else _needed(value)
    if block.variable.type is not VariableType.NUMERIC:
        return _MOST
    known = [
        (statistics, ledger)
        for statistics, ledger in zip(block.statistics, block.bases, strict=True)
        if statistics is not None and ledger is not None
    ]
    if not known:
        return _MOST
    statistics, ledger = known[0]
    if block.variable.battery is not None:
        return _MOST if (statistics.high or 0) < _TEN else 1
    return _borne(statistics, ledger, value)


def _borne(statistics: Statistics, ledger: Ledger, value: float) -> int:
    if not statistics.sd or ledger.effective <= 0:
        return _needed(value)
    error = statistics.sd / sqrt(ledger.effective)
    return min(_MOST, max(0, -floor(log10(error))))


def _needed(value: float) -> int:
    """So many decimals as a number has, two at most."""
    return next(
        (places for places in range(_MOST) if half_up(value, places) == half_up(value, _MOST)),
        _MOST,
    )
