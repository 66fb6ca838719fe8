"""Limits of what may be asked of a service: each refuses what lies beyond, and fronts say them."""

from __future__ import annotations

from rundfrage.errors import Problem, Where
from rundfrage.locales import message

MOST_CODES = 100_000
MOST_GRACE = 7 * 1440
"""Minutes; who needs longer gives the field another last day."""
MOST_LETTERS = 60_000
"""As many letters a minute as a survey may send."""
MOST_PAUSE = 7 * 24
"""Hours."""
MOST_PORT = 65_535
MOST_RESPONDENTS = 10_000_000
MOST_THRESHOLD = 1000
MOST_WORKERS = 64


def require_within(argument: str, value: int, least: int, most: int | None = None) -> None:
    """Raise a Problem if the value of that argument is none from `least` to `most`."""
    if value >= least and (most is None or value <= most):
        return
    raise Problem(
        "out-of-limits",
        where=Where(argument=argument),
        found=message("{number} is asked for.", number=value),
        expected=message("a whole number, {least} or more.", least=least)
        if most is None
        else message("a whole number from {start} to {stop}.", start=least, stop=most),
        mend=message("Ask for as much as there may be."),
    )
