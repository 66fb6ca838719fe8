"""The logbook of a survey: who published, closed, exported, and used the key of the participation.

Every service that does one of these notes it first, so no front can forget it. What reads rows,
lets people in or uses the key isn't done without its line. What protects respondents is: closing,
what is deleted on request or on its day, and the door, for they come first; so is the export of a
copy that can't be written to, for its owner reads it anyway. Each says that it stands nowhere.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass

from rundfrage.errors import Problem, Where
from rundfrage.fieldwork.address import in_postgresql
from rundfrage.fieldwork.logbook import Act, Flaw, Line, Logbook
from rundfrage.fieldwork.logbook_file import add_line
from rundfrage.fieldwork.logbook_file import read_logbook as read_file
from rundfrage.fieldwork.period import now
from rundfrage.locales import Message, message
from rundfrage.services.survey import Survey

__all__ = [
    "Act",
    "Inspected",
    "Line",
    "is_closed_copy",
    "note",
    "note_if_writable",
    "note_or_say",
    "read_logbook",
    "words_for_flaw",
]

FILE = "logbook.jsonl"
_HEAD = re.compile(r"[0-9a-f]{64}")
_FLAWS = {
    Flaw.UNREADABLE: message(
        "no line of a logbook: damaged, or the power failed as it was written"
    ),
    Flaw.MISNUMBERED: message("its number doesn't follow: lines were removed, put in or moved"),
    Flaw.CHANGED: message("the next line was written after another one: changed, or put in"),
}


@dataclass(frozen=True)
class Inspected:
    """The logbook, and the place of the line whose hash was kept; None if it isn't in it."""

    logbook: Logbook
    kept: int | None = None


def note(survey: Survey, act: Act, version: str = "") -> None:
    """Note in the survey's logbook that somebody sets about the act.

    Raises a Problem if it can't be noted: the act is not to be done then.
    """
    add_line(survey.folder / FILE, now().date(), survey.who, act, version)


def note_if_writable(survey: Survey, act: Act, version: str = "") -> Problem | None:
    """Note the act, or else the warning that it stands in no logbook."""
    try:
        note(survey, act, version)
    except Problem as problem:
        return Problem(
            "logbook-without-it",
            where=problem.where,
            found=problem.found,
            expected=message("a line that says who did this, and on which day."),
            mend=message("Note it by hand where others can see it."),
            severity="warning",
        )
    return None


def note_or_say(survey: Survey, act: Act, version: str = "") -> Message | None:
    """Note the act that protects respondents; what to say if that can't be."""
    warning = note_if_writable(survey, act, version)
    if warning is None:
        return None
    return message("This stands in no logbook. {reason}", reason=warning.found)


def is_closed_copy(survey: Survey) -> bool:
    """Whether the folder holds the answers themselves and can't be written to, as a backup."""
    return not in_postgresql(survey.journal) and not os.access(survey.folder, os.W_OK)


def read_logbook(survey: Survey, since: str = "") -> Inspected:
    """The survey's logbook, and whether the line is still in it whose hash is `since`.

    Raises a Problem if that is no hash, or if the file can't be read.
    """
    if since and not _HEAD.fullmatch(since):
        raise Problem(
            "logbook-head",
            where=Where(argument="since"),
            found=message("This is no hash of a line."),
            expected=message("64 of the signs 0-9 and a-f, as they were printed."),
            mend=message("Copy the whole of it."),
        )
    found = read_file(survey.folder / FILE)
    return Inspected(found, found.place_of(since) if since else None)


def words_for_flaw(flaw: Flaw) -> Message:
    """What the flaw is, in words."""
    return _FLAWS[flaw]
