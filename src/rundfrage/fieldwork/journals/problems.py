"""What can be wrong with a journal, in the words that all journals use."""

from __future__ import annotations

from rundfrage.errors import Problem, Where
from rundfrage.fieldwork.journal import Version
from rundfrage.locales import message


def unavailable(place: str, said: str) -> Problem:
    """Nothing can be read or stored now; the first line of what the database `said` is why."""
    (reason, *_) = said.strip().splitlines() or ["it doesn't say why"]
    return Problem(
        "journal-unavailable",
        where=Where(file=place),
        found=message("The journal can't be read or written: {reason}.", reason=reason),
        expected=message(
            "a file and a folder that may be written and a disk with room, or a database "
            "server that answers."
        ),
        mend=message("Mend that and try again; what was acknowledged before is safe."),
    )


def foreign(place: str) -> Problem:
    """The place holds something else."""
    return Problem(
        "journal-foreign",
        where=Where(file=place),
        found=message("This is no journal of answers, and it isn't empty."),
        expected=message("a journal, or a new place for one."),
        mend=message("Name another file or database."),
    )


def newer(place: str) -> Problem:
    """A newer program has changed the format."""
    return Problem(
        "journal-newer",
        where=Where(file=place),
        found=message("The journal was written by a newer rundfrage."),
        expected=message("a journal of this version or an older one."),
        mend=message("Install the newer rundfrage."),
    )


def older(place: str) -> Problem:
    """An older program wrote it, and it can't be brought up to date where it lies."""
    return Problem(
        "journal-unavailable",
        where=Where(file=place),
        found=message("The journal has an older format, and can't be written here."),
        expected=message("a journal of this version where nothing can be written."),
        mend=message("Copy the survey's folder to where it can be written, and look there."),
    )


def closed(place: str) -> Problem:
    """Somebody answers while, or after, the field is closed."""
    return Problem(
        "journal-closed",
        where=Where(file=place),
        found=message("The field of this survey was closed."),
        expected=message("answers to a survey whose field is open."),
        mend=message("Nothing can be done: a field is closed for good."),
    )


def not_sealed(place: str, readers: str = "") -> Problem:
    """Somebody reads while the field is to be sealed; `readers` says who, if that is known."""
    return Problem(
        "field-not-sealed",
        where=Where(file=place),
        found=message(
            "The field is closed, but not sealed: somebody is reading ({readers}).", readers=readers
        )
        if readers
        else message("The field is closed, but not sealed: another process is reading."),
        expected=message(
            "a journal that nobody reads meanwhile: no backup, no export, no program that looks "
            "into the database. Until then it tells in which order answers came."
        ),
        mend=message("Wait for it or end it, and close the field once more: that seals it."),
    )


def number_taken(version: Version) -> Problem:
    """Two people published at the same moment."""
    return Problem(
        "version-number-taken",
        where=Where(name=version.name),
        found=message(
            "Another questionnaire has just been published as number {number}.",
            number=version.number,
        ),
        expected=message("a number that is free."),
        mend=message("Look at what was published, and publish again."),
    )


def busy() -> Problem:
    """Too much waits already."""
    return Problem(
        "journal-busy",
        found=message("More arrives than can be stored."),
        expected=message("fewer at a time."),
        mend=message("Send it again in a minute."),
    )


def shut() -> Problem:
    """The program is ending."""
    return Problem(
        "journal-unavailable",
        found=message("The journal is shut."),
        expected=message("a journal that is open."),
        mend=message("Send it again when the server has started."),
    )
