"""The finest time that fieldwork knows: the ISO week."""

from __future__ import annotations

import datetime


def this_week() -> str:
    """The present ISO week, in universal time, as 2026-W47."""
    year, week, _ = datetime.datetime.now(datetime.UTC).isocalendar()
    return f"{year}-W{week:02}"
