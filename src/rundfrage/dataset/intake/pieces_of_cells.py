"""Pieces of cells that hold several answers, put right: options with commas, spellings that differ.

An option of several pieces ("Yes, a motorcycle") stands as a whole cell; none of its pieces stands
alone, and each but the first follows the one before it wherever it stands, or each but the last
stands before the next. So do pieces that begin in lower case, where nobody chose the option alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from rundfrage.dataset.cells import clean
from rundfrage.dataset.intake.scales import folded

_FEWEST = 2
_SLIPS = 0.02
"""So many may have written under "other" what they had chosen."""
_FEWEST_APART = 10
_MOSTLY = 0.95
_WITHIN = frozenset("-–—")

Pieces = Mapping[str, Sequence[str]]
"""The pieces of each cell, in their order."""


def pieces_of(counts: Mapping[str, int], mark: str, *, joined: bool) -> dict[str, list[str]] | None:
    """The parts of each cell; None if one part stands twice in cells of more than a few people."""
    parts = {cell: cut(cell, mark) for cell in counts}
    if joined and mark.strip() == ",":
        parts = _with_whole_cells(parts, counts, mark)
    glued = _glued(parts, mark)
    parts = {cell: _rejoined(some, glued, mark) for cell, some in parts.items()}
    parts = _spelled_alike(parts, counts)
    twice = sum(counts[cell] for cell, some in parts.items() if len(set(some)) < len(some))
    if twice > (_SLIPS * sum(counts.values()) if joined else 0):
        return None
    return {cell: list(dict.fromkeys(some)) for cell, some in parts.items()}


def bound(mark: str) -> str:
    """The mark without blanks around it, but for words and dashes, which stand within words."""
    bare = mark.strip()
    return mark if bare.isalpha() or bare in _WITHIN else bare or mark


def pattern_of(mark: str) -> str:
    """What finds the mark: with any blanks around it where it needs some, else with none."""
    bare = mark.strip()
    bounded = bare and bare != mark and bound(mark) == mark
    return rf"\s{re.escape(bare)}\s" if bounded else re.escape(bound(mark))


def cut(cell: str, mark: str) -> list[str]:
    """What stands between the marks of a cell."""
    whole = cell.rstrip().removesuffix(bound(mark))  # some end with it by a slip
    return [part for part in map(clean, whole.split(mark)) if part]


def _glued(parts: Mapping[str, Sequence[str]], mark: str) -> frozenset[tuple[str, str]]:
    """Pairs of parts that are one option: neither stands anywhere without the other beside it."""
    follows: dict[str, set[str]] = {}
    leads: dict[str, set[str]] = {}
    pairs: set[tuple[str, str]] = set()
    for some in parts.values():
        for one, other in pairwise(("", *some, "")):
            follows.setdefault(one, set()).add(other)
            leads.setdefault(other, set()).add(one)
        pairs.update(pairwise(some))
    return frozenset(
        (one, other)
        for one, other in pairs
        if (follows[one] == {other} and leads[other] == {one}) or _torn(one, other, mark)
    )


def _torn(one: str, other: str, mark: str) -> bool:
    """True if the mark stood within brackets: "Car (own", "rented)"."""
    opened = one.count("(") > one.count(")")
    return mark.strip() == "," and opened and other.count(")") > other.count("(")


def _rejoined(some: Sequence[str], glued: frozenset[tuple[str, str]], mark: str) -> list[str]:
    found: list[str] = []
    last = ""
    for part in some:
        between = mark if mark.strip() != mark or not mark.strip() else f"{mark} "
        if found and (last, part) in glued:
            found[-1] = f"{found[-1]}{between}{part}"
        else:
            found.append(part)
        last = part
    return found


def _spelled_alike(pieces: Pieces, counts: Mapping[str, int]) -> dict[str, list[str]]:
    """The pieces, those that differ by capitals alone as most people wrote them."""
    often: Counter[str] = Counter()
    for cell, some in pieces.items():
        often.update(dict.fromkeys(some, counts[cell]))
    usual: dict[str, str] = {}
    for piece, _ in often.most_common():
        usual.setdefault(folded(piece), piece)
    return {cell: [usual[folded(piece)] for piece in some] for cell, some in pieces.items()}


def _with_whole_cells(pieces: Pieces, counts: Mapping[str, int], mark: str) -> dict[str, list[str]]:
    """The pieces, those that are one option as a whole cell put together again."""
    options = _whole_options(pieces, counts)
    longest = max(map(len, options), default=0)
    between = f"{mark.strip()} "
    return {cell: _put_together(some, options, longest, between) for cell, some in pieces.items()}


def _whole_options(pieces: Pieces, counts: Mapping[str, int]) -> frozenset[tuple[str, ...]]:
    alone = {some[0] for some in pieces.values() if len(some) == 1}
    often: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for cell, some in pieces.items():
        for piece in some:
            often[piece] += counts[cell]
        for pair in pairwise(some):
            pairs[pair] += counts[cell]

    def bound(some: Sequence[str], end: int) -> bool:
        return all(pairs[pair] >= _MOSTLY * often[pair[end]] for pair in pairwise(some))

    whole = {
        tuple(some)
        for cell, some in pieces.items()
        if len(some) > 1
        and counts[cell] >= _FEWEST
        and alone.isdisjoint(some)
        and (bound(some, 0) or bound(some, 1))
    }
    goes_on = {
        pair
        for pair, count in pairs.items()
        if count >= _FEWEST_APART
        and pair[1][:1].islower()
        and alone.isdisjoint(pair)
        and bound(pair, 0)
    }
    return frozenset(whole | goes_on)


def _put_together(
    some: Sequence[str], options: frozenset[tuple[str, ...]], longest: int, between: str
) -> list[str]:
    found: list[str] = []
    at = 0
    while at < len(some):
        size = next(
            (size for size in range(longest, 1, -1) if tuple(some[at : at + size]) in options), 1
        )
        found.append(between.join(some[at : at + size]))
        at += size
    return found
