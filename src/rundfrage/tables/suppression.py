"""Which columns of a block may not be shown, because few people stand in them.

A *base* is the number of respondents who answered (with a weight above zero). A base from 1 to
under the threshold is not shown. A base of zero is: there is no answer that it could betray.

Hiding one column is not enough. Banner columns that do not overlap are parts of the total, so
whoever subtracts the shown columns from the total has the hidden ones: their *complement*. So the
smallest shown columns are hidden too, until at least two are hidden and those who stand in no
shown column (hidden columns, and respondents without an answer to the banner's question) are
nobody or at least as many as the threshold.

Columns that overlap (a multiple-response banner) cannot be subtracted from the total one after
another, but each of them can on its own: it leaves those who did not choose it. A column that
leaves from 1 to under the threshold is hidden. What two overlapping columns tell of each other
is not looked at.

Not looked at either: tables of the same answers by another banner or before and after another
filter, which can be subtracted from each other; and rows, for the threshold is one of bases, not
of cells. The items of a grid need no rule: answers to one item cannot be subtracted from those to
another. Nor do bases within a grid: each block is judged by its own.
"""

from __future__ import annotations

from collections.abc import Sequence


def hidden_columns(bases: Sequence[int], *, overlapping: bool, threshold: int) -> frozenset[int]:
    """The places of the columns to hide; `bases[0]` is the total's, and the others its parts.

    All are hidden if the total itself is under the threshold.
    """
    total, *parts = bases
    if _few(total, threshold):
        return frozenset(range(len(bases)))
    small = {place for place, base in enumerate(parts, start=1) if _few(base, threshold)}
    if overlapping:
        leaving = {
            place
            for place, base in enumerate(parts, start=1)
            if base and _few(total - base, threshold)
        }
        return frozenset(small | leaving)
    return frozenset(_with_complement(bases, small, threshold))


def _few(base: int, threshold: int) -> bool:
    return 0 < base < threshold


def _with_complement(bases: Sequence[int], small: set[int], threshold: int) -> set[int]:
    hidden = set(small)
    shown = sorted(
        (place for place in range(1, len(bases)) if place not in small and bases[place]),
        key=lambda place: bases[place],
    )
    for place in shown:
        unseen = bases[0] - sum(
            bases[other] for other in range(1, len(bases)) if other not in hidden
        )
        if len(hidden) != 1 and not _few(unseen, threshold):
            break
        hidden.add(place)
    return hidden
