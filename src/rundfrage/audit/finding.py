"""What the audit says of a figure: a verdict, the statistics it was bound to, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rundfrage.audit.figure import Figure
from rundfrage.audit.statistics import Statistic


class Verdict(StrEnum):
    """How a figure stands to the data."""

    MATCHES = "matches"
    DIFFERS = "differs"
    TOO_VAGUE = "too_vague"
    NOT_FOUND = "not_found"
    AMBIGUOUS = "ambiguous"


class Ground(StrEnum):
    """What a binding rests on, the surest first."""

    NAME = "name"
    """The report names the variable."""
    LABEL = "label"
    """The survey's own words stand beside the figure."""
    ORDER = "order"
    """The place in a row of shares in the order of the scale."""
    VALUE = "value"
    """It is the only statistic of the question with this value."""
    LINK = "link"
    """The same statement stands elsewhere in the report and is bound there."""
    NONE = "none"


@dataclass(frozen=True, eq=False)
class Finding:
    """A figure with its verdict. `statistics` are several where one number is said of several."""

    figure: Figure
    verdict: Verdict
    statistics: tuple[Statistic, ...] = ()
    ground: Ground = Ground.NONE

    @property
    def bindings(self) -> tuple[str, ...]:
        """The bindings it was bound to."""
        return tuple(one.binding for one in self.statistics)
