"""The period: whether the field is open, by its days, the grace behind them, and its closing.

Everything that opens, shows or judges the field asks here: pages, `status`, `publish` and `serve`.
Days are those of the clock of the machine; the last one ends at midnight.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import Enum

from rundfrage.errors import Problem, Where
from rundfrage.locales import message

GRACE_MINUTES = 60
"""So long whoever has begun may finish after the last day, unless the survey says otherwise."""


class Phase(Enum):
    """Whether the field is open."""

    NOT_YET = "not yet"
    OPEN = "open"
    GRACE = "grace"
    """Nobody begins any more; whoever has begun may finish."""
    CLOSED = "closed"


@dataclass(frozen=True)
class Period:
    """The first and the last day, if there are any, and how many minutes of grace follow."""

    days: tuple[datetime.date, datetime.date] | None
    grace: int = GRACE_MINUTES

    @property
    def over(self) -> datetime.datetime | None:
        """When the last day ends, in local time; None if there is none."""
        if self.days is None or self.days[1] == datetime.date.max:
            return None
        following = self.days[1] + datetime.timedelta(days=1)
        return datetime.datetime.combine(following, datetime.time()).astimezone()

    @property
    def ends(self) -> datetime.datetime | None:
        """Until when whoever has begun may finish, in local time; None if there is no end."""
        return None if self.over is None else self.over + datetime.timedelta(minutes=self.grace)

    def phase(self, now: datetime.datetime, *, closed: bool) -> Phase:
        """The phase at that time, which knows its zone; `closed` is whether somebody closed it."""
        if closed:
            return Phase.CLOSED
        if self.days is None:
            return Phase.OPEN
        if now.astimezone().date() < self.days[0]:
            return Phase.NOT_YET
        if self.over is None or self.ends is None or now < self.over:
            return Phase.OPEN
        return Phase.GRACE if now < self.ends else Phase.CLOSED

    def warnings(self, now: datetime.datetime, file: str) -> tuple[Problem, ...]:
        """A warning if nobody can begin at that time; `file` is that of the questionnaire."""
        if self.days is None:
            return ()
        phase = self.phase(now, closed=False)
        if phase is Phase.OPEN:
            return ()
        first, last = (one.isoformat() for one in self.days)
        early = phase is Phase.NOT_YET
        return (
            Problem(
                "field-not-begun" if early else "field-over",
                where=Where(file, name="field"),
                found=message("The field begins on {first} only.", first=first)
                if early
                else message("The last day of the field was {last}.", last=last),
                expected=message("a field that people can take part in today."),
                mend=message("Until then every page says that the survey hasn't begun.")
                if early
                else message("Give the field another last day, and publish that."),
                severity="warning",
            ),
        )


def now() -> datetime.datetime:
    """The present time, with its zone."""
    return datetime.datetime.now().astimezone()
