"""Answers of those who answer: single choices, ratings and multiple choices from leanings.

Counts are fixed first (counts.py), then handed to the respondents who lean to them most, so that
printed figures come out exactly and answers still correlate.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
Bounds = tuple[int, int]
"""How many categories one respondent marks: at least, and at most."""


def most_inclined(leaning: Numbers, count: int) -> npt.NDArray[np.intp]:
    """The places of the `count` largest leanings, in no particular order; shape (count,)."""
    if count >= len(leaning):
        return np.arange(len(leaning))
    return np.argpartition(-leaning, count)[:count]


def hand_out(counts: Sequence[int], leaning: Numbers) -> npt.NDArray[np.int16]:
    """Positions of categories for m respondents, counts[k] of them each, shape (m,).

    Those who lean most get the first category; the counts add up to m.
    """
    positions = np.empty(len(leaning), dtype=np.int16)
    # A partial order is enough, and on a million respondents ten times as fast as sorting.
    ends = [end for end in np.cumsum(counts) if 0 < end < len(leaning)]
    order = np.argpartition(-leaning, ends) if ends else np.arange(len(leaning))
    positions[order] = np.repeat(np.arange(len(counts), dtype=np.int16), counts)
    return positions


def mark(
    counts: Sequence[int],
    exclusive: Sequence[bool],
    leanings: Numbers,
    bounds: Bounds,
    generator: np.random.Generator,
) -> npt.NDArray[np.int8]:
    """Marks of m respondents, shape (k, m): counts[k] of them each, within the bounds.

    `leanings` has the shape (k, m); a respondent with an exclusive category has no other. The
    counts must allow it (see `feasible`).
    """
    k, m = leanings.shape
    marks = np.zeros((k, m), dtype=np.int8)
    free = np.ones(m, dtype=np.bool_)
    for place in np.flatnonzero(exclusive).tolist():
        candidates = np.flatnonzero(free)
        taken = candidates[most_inclined(leanings[place, candidates], counts[place])]
        marks[place, taken] = 1
        free[taken] = False
    others = np.flatnonzero(~np.asarray(exclusive))
    candidates = np.flatnonzero(free)
    for place in others.tolist():
        marks[place, candidates[most_inclined(leanings[place, candidates], counts[place])]] = 1
    _move_marks(marks, others, candidates, bounds, generator)
    return marks


def _move_marks(
    marks: npt.NDArray[np.int8],
    items: npt.NDArray[np.intp],
    candidates: npt.NDArray[np.intp],
    bounds: Bounds,
    generator: np.random.Generator,
) -> None:
    """Move marks from those who can spare one to those who have too few, item by item."""
    least, most = bounds
    for _ in range(2 * len(items) + 2):
        totals = marks[np.ix_(items, candidates)].sum(axis=0)
        if totals.min(initial=least) >= least and totals.max(initial=0) <= most:
            return
        for place in generator.permutation(items):
            totals = marks[np.ix_(items, candidates)].sum(axis=0)
            row = marks[place, candidates]
            # First who has too many gives, then whoever can spare one; who has fewest gets first.
            donors = np.flatnonzero((row == 1) & (totals > least))
            donors = donors[np.argsort(-totals[donors], kind="stable")]
            over = donors[totals[donors] > most]
            without = np.flatnonzero((row == 0) & (totals < least))
            without = without[np.argsort(totals[without], kind="stable")]
            room = np.flatnonzero((row == 0) & (totals >= least) & (totals < most))
            takers = np.concatenate([without, generator.permutation(room)])
            givers = donors[: max(len(without), len(over))]
            pairs = min(len(givers), len(takers))
            marks[place, candidates[givers[:pairs]]] = 0
            marks[place, candidates[takers[:pairs]]] = 1


def feasible(counts: Sequence[int], exclusive: Sequence[bool], m: int, bounds: Bounds) -> bool:
    """Whether m respondents can carry these marks, within the bounds or one exclusive each."""
    least, most = bounds
    alone = sum(count for count, only in zip(counts, exclusive, strict=True) if only)
    others = [count for count, only in zip(counts, exclusive, strict=True) if not only]
    rest = m - alone
    if rest < 0 or any(count > rest for count in others):
        return False
    return rest * least <= sum(others) <= rest * most
