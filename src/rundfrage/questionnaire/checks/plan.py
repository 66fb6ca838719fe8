"""The plan of a field: what its owners expect before anybody has answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Plan:
    """What is expected of the field: how many answer, and percents of answers by variable."""

    respondents: int | None = None
    percents: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


NO_PLAN = Plan()
