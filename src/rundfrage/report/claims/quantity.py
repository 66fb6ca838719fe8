"""A Quantity: one number of the survey as claims need it, unrounded, and what is known of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from rundfrage.report.claims.sentence import Binding
from rundfrage.report.deck import Figure
from rundfrage.tables.table import RowRole


class Measure(StrEnum):
    """What kind of number it is; limits and differences are printed by it."""

    SHARE = "share"
    MEAN = "mean"
    COUNT = "count"
    SCORE = "score"
    """Net promoter score, standard deviation, median, rank: numbers without a unit of their own."""
    DAY = "day"


@dataclass(frozen=True)
class Quantity:
    """A number with its figure as printed.

    `exact` is a share from 0 to 1 (of respondents where nothing is weighted, else of weights),
    a mean, or a count. `effective` is Kish's effective base, `spread` the standard deviation of
    a mean. `label` is what the answer or item is called, `small` says that its base is bracketed.
    """

    binding: Binding
    figure: Figure
    exact: Fraction
    measure: Measure
    label: str = ""
    effective: float = 0.0
    spread: float | None = None
    small: bool = False
    role: RowRole = RowRole.CATEGORY
    ascending: bool = False
    """True if a smaller number is the better one (a mean on a scale whose 1 is best, a rank)."""

    @property
    def percent(self) -> Fraction:
        """The number as a limit is written for it: a share in percent, others as they are."""
        return self.exact * 100 if self.measure is Measure.SHARE else self.exact
