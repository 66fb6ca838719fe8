"""Whether margins agree with each other, and small disagreements of rounding taken out.

Two margins that share a variable (sex, and sex by age) both say how it is spread. If they differ by
more than the rounding of their figures, no weights can meet both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from rundfrage.errors import Problem, Where, raise_all
from rundfrage.locales import message, rounded
from rundfrage.stats.weighting.targets import Axis, Margin, Target

_LEAST = 1e-6
_TOTALS = 0.01
"""Counts of the same population may differ by 1 %: some statistics leave out the unknown."""
_ROUNDS = 50


@dataclass(frozen=True)
class _Shared:
    """Targets of two margins that together hold the same people."""

    first: tuple[int, ...]
    second: tuple[int, ...]


def agreeing(margins: Sequence[Margin]) -> tuple[Margin, ...]:
    """The margins, later ones moved within their rounding so that they say what earlier ones say.

    Raises a Problem that names the variable and category where two of them contradict each other,
    or whose counts are of different populations.
    """
    _refuse_totals(margins)
    pairs = [
        (one, other, shared)
        for one, other in combinations(range(len(margins)), 2)
        for shared in [_shared(margins[one], margins[other])]
        if shared
    ]
    raise_all(
        problem
        for one, other, shared in pairs
        for problem in _contradictions(margins[one], margins[other], shared)
    )
    found = list(margins)
    for _ in range(_ROUNDS):
        before = tuple(found)
        for one, other, shared in pairs:
            found[other] = _moved(found[one], found[other], shared)
        if tuple(found) == before:
            break
    return tuple(found)


def _refuse_totals(margins: Sequence[Margin]) -> None:
    counted = [one for one in margins if one.counted]
    for one in counted[1:]:
        if abs(one.total - counted[0].total) > _TOTALS * counted[0].total:
            raise Problem(
                "margins-contradict",
                where=Where(one.file, one.targets[0].line, one.name),
                found=message(
                    "{name} counts {total} people, {other} {other_total}.",
                    name=one.name,
                    total=rounded(one.total, ".10g"),
                    other=counted[0].name,
                    other_total=rounded(counted[0].total, ".10g"),
                ),
                expected=message("counts of the same population (1 % apart at most)."),
                mend=message("Take all counts from the same population, or give shares."),
            )


def _shared(one: Margin, other: Margin) -> tuple[_Shared, ...]:
    """The smallest groups of targets in which both margins hold the same people."""
    common = [axis for axis in one.axes if axis in other.axes]
    if not common:
        return ()
    keys = [_keys(one, common), _keys(other, common)]
    # A group grows as long as one of its targets touches one of the other margin.
    parts: list[tuple[set[int], set[int]]] = []
    for place, key in enumerate(keys[0]):
        touched = {spot for spot, against in enumerate(keys[1]) if _meet(key, against)}
        group = ({place}, touched)
        for part in [part for part in parts if part[1] & touched]:
            parts.remove(part)
            group = (group[0] | part[0], group[1] | part[1])
        parts.append(group)
    return tuple(_Shared(tuple(sorted(a)), tuple(sorted(b))) for a, b in parts)


def _keys(margin: Margin, common: Sequence[Axis]) -> list[tuple[frozenset[int], ...]]:
    places = [margin.axes.index(axis) for axis in common]
    return [tuple(frozenset(target.codes[one]) for one in places) for target in margin.targets]


def _meet(key: tuple[frozenset[int], ...], other: tuple[frozenset[int], ...]) -> bool:
    return all(a & b for a, b in zip(key, other, strict=True))


def _contradictions(one: Margin, other: Margin, shared: Sequence[_Shared]) -> list[Problem]:
    found = []
    for part in shared:
        firsts = [one.targets[place] for place in part.first]
        seconds = [other.targets[place] for place in part.second]
        first, second = _sum(firsts), _sum(seconds)
        slack = sum(target.slack for target in (*firsts, *seconds))
        if abs(first - second) > max(slack, _LEAST):
            names = " + ".join(target.label.source for target in firsts)
            found.append(
                Problem(
                    "margins-contradict",
                    where=Where(other.file, (seconds or firsts)[0].line, other.name),
                    found=message(
                        "{name} gives “{category}” {share} %, {other} {other_share} %.",
                        name=one.name,
                        category=names,
                        share=rounded(100 * first, ".6g"),
                        other=other.name,
                        other_share=rounded(100 * second, ".6g"),
                    ),
                    expected=message("margins that say the same of the variables they share."),
                    mend=message("Take both from the same source, or leave one of them out."),
                )
            )
    return found


def _moved(one: Margin, other: Margin, shared: Sequence[_Shared]) -> Margin:
    targets = list(other.targets)
    for part in shared:
        wanted = _sum([one.targets[place] for place in part.first])
        there = _sum([targets[place] for place in part.second])
        if there > 0 and abs(wanted - there) > 1e-15:  # noqa: PLR2004  (the last digit)
            for place in part.second:
                targets[place] = replace(
                    targets[place], share=targets[place].share * wanted / there
                )
    return replace(other, targets=tuple(targets))


def _sum(targets: Sequence[Target]) -> float:
    return sum(target.share for target in targets)
