"""Rows: an entry and a version as the columns of a database, and back."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rundfrage.fieldwork import journal
from rundfrage.fieldwork.finding import Finding, Flaw
from rundfrage.fieldwork.journal import LETTERS, Entry, Event, Version
from rundfrage.fieldwork.journals.problems import number_taken
from rundfrage.fieldwork.quota_names import names_in

ENTRY = "interview, key, event, version, language, week, screen, answers, quotas, minutes"
"""The columns of an entry in the order of its row; the sequence is the database's own."""

VERSION = "name, number, content, week"

ENDS = f"{tuple(event.value for event in journal.ENDS)}"
"""The events that end an interview, as SQL."""

WITHDRAWN = Event.WITHDRAWN.value
"""The event of what is left of a withdrawn interview, which stands alone, at sequence 0."""

LAST = f"{(*(event.value for event in journal.ENDS), WITHDRAWN)}"
"""The events behind which nothing comes, as SQL."""

IMPOSSIBLE = f"""
    SELECT interview, sequence, 'entry' FROM entry
    WHERE sequence < 0 OR event NOT IN {tuple(event.value for event in Event)}
    UNION ALL
    SELECT interview, NULL, 'disordered' FROM (
        SELECT interview, max(sequence) AS latest, count(*) AS entries,
            count(CASE WHEN event IN {ENDS} THEN 1 END) AS ends,
            max(CASE WHEN sequence = 0 THEN event END) AS first
        FROM entry WHERE sequence >= 0 GROUP BY interview
    ) AS summed
    WHERE latest <> entries - 1 OR ends > 1 OR first NOT IN ('begun', 'entered', 'withdrawn')
"""
"""Entries, and interviews, that no door can have stored, whatever its version, as SQL."""

_LETTER = f"""
    CASE event
        {" ".join(f"WHEN '{event.value}' THEN '{letter}'" for event, letter in LETTERS.items())}
        ELSE '?'
    END
"""
STEP = f"CASE WHEN minutes = -1 THEN {_LETTER} ELSE {_LETTER} || minutes || '.' END"
"""An entry in the course of its interview but for the screen, as SQL."""

Row = tuple[Any, ...]

_EVENTS = {event.value: event for event in Event}


@dataclass(frozen=True)
class Sending:
    """An entry on its way, with the limits of its quotas and the proof of its interview."""

    entry: Entry
    limits: Mapping[str, int]
    proof: str


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


def findings_in(rows: Iterable[Sequence[Any]]) -> list[Finding]:
    """The findings in rows of interview, sequence and flaw; of two on the same the first."""
    found: dict[tuple[str, int | None], Finding] = {}
    for name, sequence, flaw in rows:
        found.setdefault((name, sequence), Finding(name, Flaw(flaw), sequence))
    return sorted(found.values(), key=lambda one: (one.name, one.sequence or 0))


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
        names_in(quotas),
        minutes,
    )


def row_of_version(version: Version) -> Row:
    """The values of the columns."""
    return (version.name, version.number, version.content, version.week)


def first_of_each(group: Sequence[Sending], waiting: Iterable[int]) -> dict[str, int]:
    """By interview, the first of its places in the group among those that are `waiting`.

    The second entry of an interview has to see the first.
    """
    first: dict[str, int] = {}
    for at in waiting:
        first.setdefault(group[at].entry.interview, at)
    return first


def is_published(version: Version, known: Iterable[Sequence[Any]]) -> bool:
    """Whether it is there already, by the names of the versions of its name or number.

    Raises a Problem with the code version-number-taken if another one has its number.
    """
    names = [name for (name,) in known]
    if names and version.name not in names:
        raise number_taken(version)
    return bool(names)


def kept(rows: Iterable[Sequence[Any]], left_out: Mapping[str, Container[int]]) -> list[Entry]:
    """The entries of an interview whose rows end with the sequence, without those left out."""
    return [entry_of(row[:-1]) for row in rows if row[-1] not in left_out.get(row[0], ())]
