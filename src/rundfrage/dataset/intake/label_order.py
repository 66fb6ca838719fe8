"""The order of labelled codes: which of them are steps of a scale, and which way it goes.

Codes are a scale if their labels are one by their words or numbers. Then the order of the codes is
that of the scale; where the two disagree, that is doubted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rundfrage.codebook import Role
from rundfrage.dataset.intake.labelled_values import Value, sorting
from rundfrage.dataset.intake.numbered import POINTS
from rundfrage.dataset.intake.scales import (
    beside_reason,
    role_of,
    scale_of,
    worded,
)
from rundfrage.locales import Message, message

_ENDS = 3
_FEWEST_BEHIND = 3
_FEWEST_BEFORE = 4
_MOST_DOUBTED = 20


@dataclass(frozen=True)
class Order:
    """The values of a scale in order, and what is doubted of it."""

    values: tuple[Value, ...]
    doubt: tuple[Message, Message] | None = None
    beside: Value | None = None
    """A value that is offered beside the scale, and no step of it: "doesn't know the person"."""


def ends(labels: Mapping[Value, str], counts: Mapping[Value, int]) -> range | None:
    """The steps of a scale of whole numbers with words at the ends, and perhaps in the middle."""
    named = sorted(int(value) for value in labels if isinstance(value, float))
    if not 2 <= len(named) <= _ENDS or not counts:  # noqa: PLR2004  the two ends
        return None
    steps = range(named[0], named[-1] + 1)
    if not _ENDS < len(steps) <= POINTS or len(steps) < len(named) + 2:
        return None
    if len(named) == _ENDS and named[1] != (named[0] + named[2]) / 2:
        return None
    between = any(value not in labels for value in counts)
    return steps if between and all(value in steps for value in counts) else None


def scale_order(named: Mapping[Value, str], measure: str) -> Order | None:
    """The values in the order of their labels' scale; None if the labels are none.

    Where that order neither rises nor falls with the codes, the file's word that it is a scale
    goes for the codes; else the labels count.
    """
    if len(set(named.values())) < len(named):
        return None
    return _whole_order(named, measure) or _behind_none(named) or _before_another(named, measure)


def _whole_order(named: Mapping[Value, str], measure: str) -> Order | None:
    found = scale_of(list(named.values()))
    if found is None or (measure == "nominal" and len(found.steps) == 2):  # noqa: PLR2004
        return None
    if not (worded(found.steps) is not None or measure == "ordinal" or _banded(found.steps)):
        return None
    values = [value for value in named if named[value] in found.steps]
    values.sort(key=lambda value: found.steps.index(named[value]))
    if _monotone(values):
        return Order(tuple(values))
    doubt = (
        message("Its codes and its labels stand in different orders."),
        message("Look at the order of its answers, and give the right one in the codebook."),
    )
    return Order(tuple(values if measure != "ordinal" else sorted(values, key=sorting)), doubt)


def _behind_none(named: Mapping[Value, str]) -> Order | None:
    """The values where the first label says none in words, and the others count up from it."""
    values = sorted(named, key=sorting)
    rest = values[1:]
    if len(rest) < _FEWEST_BEHIND or role_of(named[values[0]]) is Role.OTHER:
        return None
    found = scale_of([named[value] for value in rest])
    if found is None or not _banded(found.steps) or re.search(r"\d", named[values[0]]):
        return None
    steps = [value for value in rest if named[value] in found.steps]
    if [named[value] for value in steps] != list(found.steps):
        return None
    return Order((values[0], *steps))


def _before_another(named: Mapping[Value, str], measure: str) -> Order | None:
    """The values of a scale of words behind which one answer stands that is none of its steps."""
    answers = [value for value in sorted(named, key=sorting) if beside_reason(named[value]) is None]
    if not _FEWEST_BEFORE < len(answers) <= POINTS + 1 or measure == "ordinal":
        return None
    last = answers[-1]
    order = _whole_order({value: word for value, word in named.items() if value != last}, measure)
    if order is None or order.doubt is not None:
        return None
    if worded([named[value] for value in order.values]) is None:
        return None
    doubt = (
        message("“{label}” was read as no step of the scale before it.", label=named[last]),
        message("If it is one, give the answers in their order in the codebook."),
    )
    return Order(order.values, doubt, last)


def _banded(steps: Sequence[str]) -> bool:
    """True if the steps are bands or counts of something, and no names with a number in front."""
    return all(re.search(r"\d", step) for step in steps)


def _monotone(values: Sequence[Value]) -> bool:
    """True if the codes rise or fall all along."""
    numbers = [value for value in values if isinstance(value, float)]
    return not numbers or numbers in (sorted(numbers), sorted(numbers, reverse=True))
