"""Compares a figure with a statistic, at the precision it is printed with.

A printed number agrees if rounding the unrounded value gives it: half up, as a reader would, or
by the house's rule for parts of a whole (see explanation/rounding). What a wording claims ("over
75 %") is compared unrounded.
"""

from __future__ import annotations

from enum import StrEnum

from rundfrage.audit.figure import Figure, Kind, Relation
from rundfrage.audit.statistics import Measure, Statistic
from rundfrage.text import half_up

TOO_WEAK = 10.0
"""A claim that the data exceed by more than so many points is true, but far too weak."""
_ABOUT = 2.5
_NEARLY = 5.0
_EPSILON = 1e-9


class Agreement(StrEnum):
    """How a figure and a statistic go together."""

    YES = "yes"
    NO = "no"
    WEAK = "weak"


_FITTING = {
    Kind.PERCENT: {Measure.SHARE},
    Kind.DECIMAL: {Measure.MEAN, Measure.MEDIAN, Measure.OTHER},
    Kind.COUNT: {Measure.COUNT, Measure.CASES},
    Kind.SCORE: {Measure.SCORE},
    Kind.DATE: {Measure.DATE},
    Kind.NUMBER: set(Measure) - {Measure.DATE},
}


def fits(figure: Figure, statistic: Statistic) -> bool:
    """True if a number written so can be of that kind at all."""
    return statistic.measure in _FITTING[figure.kind]


def agreement(figure: Figure, statistic: Statistic) -> Agreement:
    """Whether the figure says what the statistic says."""
    if figure.relation is Relation.EQUAL:
        return Agreement.YES if _printed(figure, statistic) else Agreement.NO
    value, said = statistic.value, figure.value
    points = statistic.measure is Measure.SHARE
    match figure.relation:
        case Relation.OVER | Relation.AT_LEAST:
            reached = value > said if figure.relation is Relation.OVER else value >= said
            excess = value - said
        case Relation.UNDER | Relation.AT_MOST:
            reached = value < said if figure.relation is Relation.UNDER else value <= said
            excess = said - value
        case _:
            reach = figure.tolerance if figure.tolerance is not None else _ABOUT
            reach = reach if points else 0.05 * abs(said)
            close = abs(value - said) <= reach + _EPSILON
            return Agreement.YES if close else Agreement.NO
    if not reached:
        return Agreement.NO
    far = excess > (TOO_WEAK if points else 0.2 * abs(said))
    return Agreement.WEAK if far else Agreement.YES


def agrees(figure: Figure, statistic: Statistic) -> bool:
    """True unless the two contradict each other."""
    return agreement(figure, statistic) is not Agreement.NO


def _printed(figure: Figure, statistic: Statistic) -> bool:
    whole = statistic.measure is Measure.SHARE and figure.places == 0
    if whole and figure.value == statistic.printed:
        return True
    rounded = float(half_up(statistic.value, figure.places))
    return abs(rounded - figure.value) < _EPSILON


def as_printed(figure: Figure, statistic: Statistic) -> str:
    """The statistic's value at the figure's precision, with the house's rounding."""
    if statistic.measure is Measure.SHARE:
        if figure.places == 0 and statistic.printed is not None:
            return str(statistic.printed)
        return str(half_up(statistic.value, figure.places))
    if statistic.measure in {Measure.COUNT, Measure.CASES}:
        return str(int(statistic.value))
    return str(half_up(statistic.value, max(figure.places, 0)))
