"""Rows: an entry and a version as the columns of a database, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rundfrage.fieldwork.journal import Entry, Event, Version

ENTRY = "interview, key, event, version, language, week, screen, answers, quotas, minutes"
"""The columns of an entry in the order of its row; the sequence is the database's own."""

VERSION = "name, number, content, week"

ENDS = "('completed', 'screened_out', 'quota_full', 'repeated')"
"""The events that end an interview, as SQL."""

WITHDRAWN = Event.WITHDRAWN.value
"""The event of what is left of a withdrawn interview, which stands alone, at sequence 0."""

LAST = "('completed', 'screened_out', 'quota_full', 'repeated', 'withdrawn')"
"""The events behind which nothing comes, as SQL."""

Row = tuple[Any, ...]

_EVENTS = {event.value: event for event in Event}


@dataclass(frozen=True)
class Sending:
    """An entry on its way, and the limits of quotas that it came with."""

    entry: Entry
    limits: Mapping[str, int]


def row_of(entry: Entry) -> Row:
    """The values of the columns; quotas are a JSON list, or nothing."""
    return (
        entry.interview,
        entry.key,
        entry.event.value,
        entry.version,
        entry.language,
        entry.week,
        entry.screen,
        entry.answers,
        json.dumps(entry.quotas, ensure_ascii=False) if entry.quotas else "",
        entry.minutes,
    )


def mark_of_withdrawal(interview: str) -> Row:
    """The values of the columns of what is left of a withdrawn interview."""
    return row_of(Entry(interview, "0" * 32, Event.WITHDRAWN, "", "", ""))


def entry_of(row: Sequence[Any]) -> Entry:
    """The entry whose columns have these values."""
    interview, key, event, version, language, week, screen, answers, quotas, minutes = row
    return Entry(
        interview,
        key,
        _EVENTS[event],
        version,
        language,
        week,
        screen,
        answers,
        tuple(json.loads(quotas)) if quotas else (),
        minutes,
    )


def row_of_version(version: Version) -> Row:
    """The values of the columns."""
    return (version.name, version.number, version.content, version.week)
