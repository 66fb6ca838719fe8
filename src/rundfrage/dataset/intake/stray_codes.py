"""Numbers of a column that are codes for a missing answer, and those that may be some.

They are those of missing_codes.py, where they stand apart from all other numbers of the column: -9
among ages, -1 beside a scale.
Doubtful is what may be a number as well: -1 among hours from 0 on, 99 above a scale from 1 to 5, 9
beside it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

import numpy as np
import numpy.typing as npt

from rundfrage.dataset.account import Certainty
from rundfrage.dataset.cells import number_cell
from rundfrage.dataset.intake.bare_codes import codes_of
from rundfrage.dataset.intake.counted_moments import moments_doubt
from rundfrage.dataset.intake.missing_codes import NEAR, NULLS, is_far, is_high
from rundfrage.dataset.intake.number_codes import may_name
from rundfrage.locales import Message, joined, message, rounded

_FAR_ABOVE = 2.5
"""How many times as high as all else a code has to be to look like one."""
_MOST_NEAR = 4
_FEWEST_MIRRORED = 3
_LOW = -8
_SCALE = 10
"""Numbers up to this one may be the steps of a scale."""
_AMOUNTS = 10
"""So many times as large as a code below zero are amounts among which it is none."""
_FEWEST = 5
_ADULT = 15
"""From here on are ages of adults; 0 is none of them."""
_MOST_CODES = 20
"""More different numbers than these count something."""
_FEW_BELOW = 0.05
"""Up to this share of numbers below zero is odd among others from zero on."""
_APART = 3
"""So many times as far as others stand from each other, or as often as they are given."""
_FAR_APART = 5
"""So many times as far apart stand codes that few people were given."""
_FEWEST_BELOW = 3
_TWICE = 2
_PART = 0.25
"""A gap of this part of all numbers' range is wide for codes that are given once each."""


def stray_codes(
    values: Mapping[float, int], *, aged: bool = False
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Of a column's numbers with their counts: codes for a missing answer, and doubtful ones.

    `aged` is True for ages: 0 is doubtful among those of adults.
    """
    numbers = np.fromiter(values, np.float64, len(values))
    negative = numbers[numbers < 0].tolist()
    rest = np.sort(numbers[numbers >= 0])
    if not len(rest):
        return (), ()
    far = [value for value in negative if is_far(value)]
    near = [value for value in negative if value in NEAR]
    codes: list[float] = []
    doubtful: list[float] = []
    deepest = 0.0
    if len(far) + len(near) == len(negative):
        codes += far
        few = bool((rest == np.rint(rest)).all()) and rest[-1] <= _SCALE
        if (few and len(near) <= _MOST_NEAR) or far:
            half = _other_half(near, rest)
            codes += near if half is None else []
            doubtful += near if half is Certainty.DOUBTFUL else []
        elif near and len(near) <= _MOST_NEAR and not few:
            (codes if _stands_below(near, rest, values) else doubtful).extend(near)
    elif sum(values[value] for value in negative) <= _FEW_BELOW * sum(values.values()):
        doubtful += [*far, *near]
    else:
        # Among temperatures there are others below zero.
        others = [value for value in negative if value not in far]
        doubtful += [value for value in far if value < _FAR_ABOVE * min(others, default=value)]
        deepest = -min(others, default=0.0)
    doubtful += _high(rest, values, deepest)
    if aged and rest[0] == 0 and 0 not in doubtful and len(rest) > 1 and rest[1] >= _ADULT:
        doubtful.append(0.0)
    return tuple(sorted(codes)), tuple(sorted(doubtful))


def _stands_below(
    near: Sequence[float], rest: npt.NDArray[np.float64], counts: Mapping[float, int]
) -> bool:
    """True if -1 to -9 stand apart from the many numbers above them, which are sorted.

    All of these are further above zero, or amounts; or a gap lies between; or the codes are given
    far more often than any number is.
    """
    positive = rest[rest > 0]
    if len(positive) < _FEWEST:
        return False
    lowest = -min(near)
    if positive[0] >= _AMOUNTS * lowest or rest[0] > lowest:
        return True
    gaps = np.diff(rest[: max(_FEWEST, len(rest) // 2)])
    if rest[0] - max(near) > _APART * max(gaps.max(), 1.0):
        return True
    usual = float(np.median([counts[value] for value in rest.tolist()]))
    return all(counts[value] >= _APART * max(usual, 1.0) for value in near)


def _high(
    rest: npt.NDArray[np.float64], counts: Mapping[float, int], deepest: float
) -> list[float]:
    """Of the sorted numbers from 0 on those at the ends that may be codes.

    They lie far above all below them, or in a gap and are given several times; or they are 7 to 9
    beside a few numbers that count up, or 0 below years. `deepest` is how far others go below zero.
    """
    numbers = rest.tolist()
    # The first code that lies far above all below it, and the codes above that one.
    far_above = np.flatnonzero(rest[1:] >= _FAR_ABOVE * np.maximum(rest[:-1], deepest)) + 1
    places = (place for place in far_above.tolist() if _is_far(numbers, place))
    far = next((place for place in places if _ends(numbers[place:], counts)), len(rest))
    high = [value for value in numbers[far:] if is_high(value) or value in NULLS]
    high = [*_standing_out(numbers[:far], counts), *high]
    if rest[0] == 0 and _far_below(rest[1:far]):
        high.insert(0, 0.0)
    if len(numbers) - len(high) > _MOST_CODES:
        return high
    bare = codes_of({value: counts[value] for value in numbers if value not in high})
    if bare is None or not bare.apart:
        return high
    steps = bare.values[: -len(bare.apart)]
    # Few people have many children: what is counted from 0 on thins out to the top, by half or so
    # from number to number.
    thinned = counts[steps[-1]] / 2 ** (bare.apart[0] - steps[-1] - 1)
    tail = sum(counts[value] for value in bare.apart) <= max(thinned, 1)
    counted = steps[0] == 0 and len(steps) > 2 and tail  # noqa: PLR2004
    return high if counted else [*bare.apart, *high]


def _is_far(numbers: Sequence[float], place: int) -> bool:
    """True if this number, far above those before it, is a code, or a type's null further above."""
    value = numbers[place]
    return is_high(value) or (value in NULLS and value >= _AMOUNTS * numbers[place - 1])


def _ends(numbers: Sequence[float], counts: Mapping[float, int]) -> bool:
    """True if hardly anything but codes is among these numbers, the highest of a column."""
    others = sum(counts[one] for one in numbers if not is_high(one) and one not in NULLS)
    return others <= _FEW_BELOW * sum(counts.values())


def _standing_out(numbers: Sequence[float], counts: Mapping[float, int]) -> list[float]:
    """The codes at the top of the sorted numbers that stand in a gap and are given very often.

    With one that stands far apart those above it are named as well, however often; in a wide gap
    twice is enough.
    """
    top = len(numbers)
    while top and is_high(numbers[top - 1]):
        top -= 1
    for place in range(max(top, _FEWEST_BELOW), len(numbers)):
        if _in_wide_gap(numbers, counts, place):
            return list(numbers[place:])
    if not _FEWEST <= top < len(numbers):
        return []
    usual = max(float(np.median([counts[value] for value in numbers[:top]])), 1.0)
    often = [value for value in numbers[top:] if counts[value] >= _APART * usual]
    if not often:
        return []
    usual_gap = float(np.median(np.diff(numbers[top // 2 : top])))
    gaps = {place: numbers[place] - numbers[place - 1] for place in range(top, len(numbers))}
    for place, gap in gaps.items():
        if gap >= _APART * max(usual_gap, 1.0) and numbers[place] <= often[-1]:
            return list(numbers[place:])
    apart = [place for place, gap in gaps.items() if gap > 1 and gap >= usual_gap]
    return [value for value in often if apart and value >= numbers[apart[0]]]


def _in_wide_gap(numbers: Sequence[float], counts: Mapping[float, int], place: int) -> bool:
    """True if the codes from here on are apart from all numbers before as those never are.

    Either none of the gaps in the upper half of these is as wide, or none of them is given half as
    often. Two codes that stand there once each need a gap that is wide among all numbers.
    """
    upper = numbers[place // 2 : place]
    gaps = np.diff(upper)
    usual = max(float(np.median(gaps)), 1.0)
    gap = numbers[place] - numbers[place - 1]
    most = max(counts[value] for value in numbers[place:])
    if most < _TWICE and (
        place == len(numbers) - 1 or gap < _PART * (numbers[place - 1] - numbers[0])
    ):
        return False
    wide = gap >= _FAR_APART * usual and gap > gaps.max()
    often = most >= _TWICE * max(counts[value] for value in upper)
    return wide or (often and gap >= _APART * usual)


def _far_below(rest: npt.NDArray[np.float64]) -> bool:
    """True if 0 is far below these sorted numbers, which lie close together: below years."""
    return len(rest) >= _FEWEST and bool(rest[0] >= _FAR_ABOVE * (rest[-1] - rest[0]))


def _other_half(near: Sequence[float], rest: npt.NDArray[np.float64]) -> Certainty | None:
    """How surely -1 to -9 are the other half of a scale from -2 to 2, or of degrees; None if not.

    Beside 1 and 2 they are codes; beside 0 and 1, or with gaps around 0, they may be numbers.
    """
    if not near:
        return None
    lowest, highest = min(near), float(rest.max())
    mirrored = {-one for one in near} == set(rest.tolist()) - {0}
    if 0 not in rest:
        return Certainty.SURE if mirrored and len(near) >= _FEWEST_MIRRORED else None
    if mirrored or -lowest == highest:
        return Certainty.SURE if mirrored and len(near) > 1 else Certainty.DOUBTFUL
    if len(near) == 1 or lowest <= _LOW:
        return None
    run = len(near) == -lowest
    return Certainty.DOUBTFUL if not run or highest <= 1 - lowest else None


def code_doubts(
    counts: Mapping[float, int],
    codes: Sequence[float],
    doubtful: Sequence[float],
    *,
    averaged: bool = True,
) -> list[tuple[Message, Message]]:
    """What is to be said of numbers that were taken for missing answers, or perhaps are some.

    `averaged` is False where the others are codes of answers, and have no mean.
    """
    doubts = []
    if codes:
        found = message(
            "{codes} ({often}) was taken for a missing answer.", **_named(counts, codes)
        )
        number = message("If it is a number, say so in its codebook.")
        answer = message("If it is an answer, say in its codebook which are missing.")
        doubts.append((found, number if averaged else answer))
    settle = message("If it stands for a missing answer, name it as missing.")
    doubts += [
        (_doubtful(counts, codes, some, averaged=averaged), settle)
        for some in ([one for one in doubtful if one >= 0], [one for one in doubtful if one < 0])
        if some
    ]
    moments = moments_doubt(counts) if averaged else None
    if moments is not None:
        doubts.append(moments)
    elif averaged and may_name(counts):
        found = message(
            "Large numbers such as {code} come again and again, and are not rounded; they may be "
            "codes, as of places or trades.",
            code=number_cell(max(counts, key=lambda value: counts[value])),
        )
        doubts.append(
            (found, message("If they are codes, give the type “single choice” in the codebook."))
        )
    return doubts


def _doubtful(
    counts: Mapping[float, int],
    codes: Sequence[float],
    some: Sequence[float],
    *,
    averaged: bool,
) -> Message:
    if not averaged:
        return message(
            "{codes} ({often}) stands apart from the other codes, and was read as an answer.",
            **_named(counts, some),
        )
    places = {**_named(counts, some), **_means(counts, codes, some)}
    if some[0] < 0:
        return message(
            "{codes} ({often}) is below zero, and was counted as a number. The mean is "
            "{mean}, without it {without}.",
            **places,
        )
    return message(
        "{codes} ({often}) stands apart from all other numbers, and was counted as one. The "
        "mean is {mean}, without it {without}.",
        **places,
    )


def times(count: int) -> Message:
    """How often something stands there: "once", "3 times"."""
    return message("once") if count == 1 else message("{count} times", count=count)


def _named(counts: Mapping[float, int], codes: Sequence[float]) -> dict[str, object]:
    """The codes, and how often they are given, as places of messages."""
    return {
        "codes": joined([number_cell(code) for code in codes]),
        "often": times(sum(counts[code] for code in codes)),
    }


def _means(
    counts: Mapping[float, int], codes: Sequence[float], doubtful: Sequence[float]
) -> dict[str, object]:
    """The mean with what is doubtful and without it, as places of messages."""
    counted = {value: count for value, count in counts.items() if value not in codes}
    without = {value: count for value, count in counted.items() if value not in doubtful}
    return {"mean": _mean(counted), "without": _mean(without)}


def _mean(counts: Mapping[float, int]) -> Decimal:
    total = sum(value * count for value, count in counts.items())
    return rounded(total / sum(counts.values()), ".2f")
