"""Whole percents as they are printed: parts that add up, and nets that agree with their parts.

Rounded one by one, the parts of a whole often miss 100, and the sum of two printed parts misses
their printed net. Three rules keep them together:

STACK, for ordered parts (a scale, a distribution, ranks). The cumulative shares are rounded half
up and each part is the difference of two neighbours. So the parts add up to 100. A net is the
sum of its printed parts; for a net that starts at the top (top-2) that *is* its own share rounded
half up, and so it is for one that reaches the end (bottom-2), except on an exact half: 50.5 is
printed 50 there, as the 49.5 above it became 50. A net from the middle may differ from its share
by less than one point, for the segments drawn above it must add up to it.

PARTS, for unordered parts of one choice. Largest remainder: each part is cut to whole percents, and
the points still missing go to the largest remainders (to the first of equals). Declared nets that
do not overlap are rounded half up from their own counts first; then the members share the net's
points, and the other parts share the rest, by largest remainder. If that rest cannot be shared so
(as with three nets of a third each, which leave a point over), the nets and the other parts are
themselves shared out by largest remainder. A net that overlaps one declared before it is rounded
half up by itself and agrees with nothing.

EACH, for shares that do not add up (multiple response): half up, one by one.

Counts are divided as fractions. Sums of weights are first cut to 12 significant digits, as
rundfrage.text.half_up does, so that a half missed by a last bit is still a half.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import floor

from rundfrage.tables.table import Row, RowRole

_WHOLE = 100
_HALF = Fraction(1, 2)


class Rounding(StrEnum):
    """How the shares of a block are printed (see the module)."""

    STACK = "stack"
    PARTS = "parts"
    EACH = "each"


def printed_percents(
    rows: Sequence[Row], amounts: Sequence[float], base: float, rule: Rounding
) -> tuple[int | None, ...]:
    """The whole percent printed in each row.

    `amounts` are the rows' counts (int) or sums of weights (float), `base` that of those who
    answered; None in every row if the base is zero.
    """
    if not base:
        return (None,) * len(rows)
    if rule is Rounding.EACH:
        return tuple(_half_up(_percent(amount, base)) for amount in amounts)
    segments = [place for place, row in enumerate(rows) if row.role is not RowRole.NET]
    nets = {
        place: frozenset(other for other in segments if rows[other].name in row.members)
        for place, row in enumerate(rows)
        if row.role is RowRole.NET
    }
    if rule is Rounding.STACK:
        printed = _stack({place: amounts[place] for place in segments}, base)
        return tuple(
            sum(printed[member] for member in nets[place]) if place in nets else printed[place]
            for place in range(len(rows))
        )
    quotas = [_percent(amount, base) for amount in amounts]
    return tuple(_parts(segments, nets, quotas))


def _percent(amount: float, base: float) -> Fraction:
    if isinstance(amount, int) and isinstance(base, int):
        return Fraction(_WHOLE * amount, base)
    return Fraction(Decimal(f"{_WHOLE * amount / base:.12g}"))


def _half_up(percent: Fraction) -> int:
    return floor(percent + _HALF)


def _stack(segments: Mapping[int, float], base: float) -> dict[int, int]:
    printed, below, reached = {}, 0, 0 * base
    for place, amount in segments.items():
        reached += amount
        rounded = _half_up(_percent(reached, base))
        printed[place] = rounded - below
        below = rounded
    return printed


def _parts(
    segments: Sequence[int], nets: Mapping[int, frozenset[int]], quotas: Sequence[Fraction]
) -> list[int]:
    printed = [_half_up(quota) for quota in quotas]
    disjoint: list[int] = []
    for net, members in nets.items():
        if members and not any(members & nets[other] for other in disjoint):
            disjoint.append(net)
    joined = frozenset(member for net in disjoint for member in nets[net])
    alone = [place for place in segments if place not in joined]
    whole = _half_up(sum((quotas[place] for place in segments), Fraction(0)))
    rest = whole - sum(printed[net] for net in disjoint)
    if (
        sum(floor(quotas[place]) for place in alone)
        <= rest
        <= sum(-floor(-quotas[place]) for place in alone)
    ):
        points = _share_out({place: quotas[place] for place in alone}, rest)
    else:
        top = sorted([*alone, *disjoint], key=lambda place: min(nets.get(place, {place})))
        points = _share_out({place: quotas[place] for place in top}, whole)
    for place, point in points.items():
        printed[place] = point
    for net in disjoint:
        inside = {place: quotas[place] for place in sorted(nets[net])}
        for place, point in _share_out(inside, printed[net]).items():
            printed[place] = point
    return printed


def _share_out(quotas: Mapping[int, Fraction], points: int) -> dict[int, int]:
    """Whole points that add up to `points`, each its quota cut or rounded up (Hamilton)."""
    shared = {place: floor(quota) for place, quota in quotas.items()}
    missing = points - sum(shared.values())
    # Remainders of weighted shares that ought to be equal differ in digits that mean nothing.
    by_remainder = sorted(quotas, key=lambda place: round(shared[place] - quotas[place], 9))
    for place in by_remainder[:missing]:
        shared[place] += 1
    return shared
