"""What can be wrong with a journal, in the words that all journals use."""

from __future__ import annotations

from rundfrage.errors import Problem, Where
from rundfrage.fieldwork.journal import Version


def unavailable(place: str, said: str) -> Problem:
    """Nothing can be read or stored now; the first line of what the database `said` is why."""
    (reason, *_) = said.strip().splitlines() or ["it doesn't say why"]
    return Problem(
        "journal-unavailable",
        where=Where(file=place),
        found=f"The journal can't be read or written: {reason}.",
        expected="a file and a folder that may be written and a disk with room, or a database "
        "server that answers.",
        mend="Mend that and try again; what was acknowledged before is safe.",
    )


def foreign(place: str) -> Problem:
    """The place holds something else."""
    return Problem(
        "journal-foreign",
        where=Where(file=place),
        found="This is no journal of answers, and it isn't empty.",
        expected="a journal, or a new place for one.",
        mend="Name another file or database.",
    )


def newer(place: str) -> Problem:
    """A newer program has changed the format."""
    return Problem(
        "journal-newer",
        where=Where(file=place),
        found="The journal was written by a newer rundfrage.",
        expected="a journal of this version or an older one.",
        mend="Install the newer rundfrage.",
    )


def closed(place: str) -> Problem:
    """Somebody answers while, or after, the field is closed."""
    return Problem(
        "journal-closed",
        where=Where(file=place),
        found="The field of this survey was closed.",
        expected="answers to a survey whose field is open.",
        mend="Nothing can be done: a field is closed for good.",
    )


def number_taken(version: Version) -> Problem:
    """Two people published at the same moment."""
    return Problem(
        "version-number-taken",
        where=Where(name=version.name),
        found=f"Another questionnaire has just been published as number {version.number}.",
        expected="a number that is free.",
        mend="Look at what was published, and publish again.",
    )


def busy() -> Problem:
    """Too much waits already."""
    return Problem(
        "journal-busy",
        found="More arrives than can be stored.",
        expected="fewer at a time.",
        mend="Send it again in a minute.",
    )


def shut() -> Problem:
    """The program is ending."""
    return Problem(
        "journal-unavailable",
        found="The journal is shut.",
        expected="a journal that is open.",
        mend="Send it again when the server has started.",
    )
