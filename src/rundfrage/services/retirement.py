"""Retirement: what a survey kept is deleted on the days that its settings name.

Three *notices* come before, on three days: 30 days before, 7 and 1, or as late as it is noticed.
Without them nothing is deleted, so that a slip in a date is seen in time. What was announced and
what was deleted stands in `retention.json` in the folder. A field whose last day is over is closed
and sealed, without notice: respondents knew the day.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from rundfrage.errors import Problem, Where
from rundfrage.fieldwork.period import Phase, now
from rundfrage.locales import message
from rundfrage.services.deletion import Kept, delete, links_of
from rundfrage.services.field import close_field, watch_phase
from rundfrage.services.journal import holds_a_field
from rundfrage.services.settings import FILE
from rundfrage.services.survey import Survey
from rundfrage.writing import write_whole

RECORD = "retention.json"
STAGES = (30, 7, 1)
"""How many days before a notice is due."""
NOTICES = len(STAGES)


@dataclass(frozen=True)
class Appointment:
    """What is to be deleted from which day on, the days of its notices, and when it was done."""

    kept: Kept
    day: date
    notices: tuple[date, ...] = ()
    done: date | None = None

    def wants_notice(self, today: date) -> bool:
        """Whether a notice is due that wasn't given: one a day at most."""
        reached = sum((self.day - today).days <= stage for stage in STAGES)
        new = not self.notices or self.notices[-1] < today
        return self.done is None and len(self.notices) < reached and new

    def due(self, today: date) -> bool:
        """Whether it is to be deleted now."""
        warned = len(self.notices) >= NOTICES and self.notices[-1] < today
        return self.done is None and self.day <= today and warned


@dataclass(frozen=True)
class Retired:
    """What became of it: whether the field was closed and sealed now, notices, what was deleted.

    `warnings` are what stayed in spite of it, and why. `problems` kept one thing from being done
    and the others not: what isn't noted as deleted is tried again on the next day.
    """

    closed: bool
    sealed: bool
    notices: tuple[Appointment, ...]
    deleted: tuple[Appointment, ...]
    warnings: tuple[str, ...]
    problems: tuple[Problem, ...]


def appointments(survey: Survey) -> tuple[Appointment, ...]:
    """What is to be deleted and when, in the order of the days."""
    record = _record(survey)
    days = {kept: getattr(survey.settings.retention, kept.value) for kept in Kept}
    found = [_appointment(kept, day, record.get(kept.value)) for kept, day in days.items() if day]
    return tuple(sorted(found, key=lambda one: one.day))


def retire(survey: Survey, today: date | None = None) -> Retired:
    """Close a field that is over, give the notices of the day, and delete what is due.

    The key and the answers stay while people can take part, which is one of the problems.
    """
    day = today or now().date()
    end = _end_field(survey)
    warnings, problems = list(end.warnings), list(end.problems)
    kept = appointments(survey)
    notices, deleted = [], []
    for at, one in enumerate(kept):
        if one.due(day):
            try:
                if one.kept in {Kept.KEY, Kept.ANSWERS}:
                    end.require_over(survey, one)
                links = links_of(survey, one.kept)
                if not links or one.kept in {Kept.KEY, Kept.EXPORTS}:
                    # These are several files: one that lies elsewhere keeps none of the others.
                    warnings += delete(survey, one.kept)
                if links:
                    warnings += links
                    continue
            except Problem as problem:
                problems.append(problem)
                continue
            deleted.append(replace(one, done=day))
            kept = (*kept[:at], deleted[-1], *kept[at + 1 :])
        elif one.wants_notice(day):
            notices.append(replace(one, notices=(*one.notices, day)))
            kept = (*kept[:at], notices[-1], *kept[at + 1 :])
        else:
            continue
        # After each, so that what was done is known if the next fails.
        _note(survey, kept)
    return Retired(
        end.closed, end.sealed, tuple(notices), tuple(deleted), tuple(warnings), tuple(problems)
    )


@dataclass(frozen=True)
class _End:
    """The end of the field: `over` unless people can take part, or nobody knows."""

    over: bool
    closed: bool = False
    sealed: bool = False
    warnings: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    def require_over(self, survey: Survey, one: Appointment) -> None:
        """Raise a Problem if people can take part: the first of those met, where there are some."""
        if not self.over:
            raise self.problems[0] if self.problems else _too_early(survey, one)


def _end_field(survey: Survey) -> _End:
    """Close and seal the field if it is over and wasn't; a sealing that failed is tried again."""
    try:
        phase, closed, sealed = _phase(survey)
    except Problem as problem:
        return _End(over=False, problems=(problem,))
    if phase is not Phase.CLOSED or (closed and sealed):
        return _End(over=phase is Phase.CLOSED)
    try:
        warning = close_field(survey)
    except Problem as problem:
        if problem.code != "field-not-sealed":
            return _End(over=True, problems=(problem,))
        unsealed = problem.found + " " + message("The next run tries again.")
        return _End(over=True, closed=not closed, warnings=(unsealed,))
    return _End(over=True, closed=not closed, sealed=True, warnings=(warning,) if warning else ())


def _phase(survey: Survey) -> tuple[Phase, bool, bool]:
    """As it is watched; where nothing is in the field, or not any more, it is closed and sealed."""
    nothing = Phase.CLOSED, True, True
    if not holds_a_field(survey.journal):
        return nothing
    try:
        return watch_phase(survey)
    except Problem as problem:
        if problem.code != "not-published":
            raise
        return nothing


def _appointment(kept: Kept, day: date, noted: Any) -> Appointment:  # noqa: ANN401 - JSON
    """With what was noted of it, unless the day has been changed since."""
    if not isinstance(noted, dict) or noted.get("day") != day.isoformat():
        return Appointment(kept, day)
    return Appointment(
        kept,
        day,
        tuple(map(date.fromisoformat, noted["notices"])),
        date.fromisoformat(noted["deleted"]) if noted["deleted"] else None,
    )


def _record(survey: Survey) -> Mapping[str, Any]:
    file = survey.folder / RECORD
    if not file.is_file():
        return {}
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
    except (ValueError, RecursionError):
        content = None
    if not isinstance(content, dict):
        raise Problem(
            "retention-record",
            where=Where(str(file)),
            found=message("The record of what was announced and deleted can't be read."),
            expected=message("the file as it was written."),
            mend=message("Delete it: the notices are given again then."),
        )
    return content


def _note(survey: Survey, kept: tuple[Appointment, ...]) -> None:
    noted = {
        one.kept.value: {
            "day": one.day.isoformat(),
            "notices": [notice.isoformat() for notice in one.notices],
            "deleted": one.done.isoformat() if one.done else "",
        }
        for one in kept
    }
    write_whole(survey.folder / RECORD, json.dumps(noted, indent=1) + "\n")


def _too_early(survey: Survey, one: Appointment) -> Problem:
    return Problem(
        "retention-too-early",
        where=Where(str(survey.folder / FILE), name=f"[retention] {one.kept.value}"),
        found=message("It is due since {day}, but people can still take part.", day=str(one.day)),
        expected=message("a field that is closed, or a later day."),
        mend=message("Close the field, or name a day after its end."),
    )
