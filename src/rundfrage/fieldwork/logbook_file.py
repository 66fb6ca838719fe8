"""The file of a logbook: lines are added at its end, one after another, and are on the disk."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

from rundfrage.errors import Problem, Where
from rundfrage.fieldwork.logbook import Act, Line, Logbook, logbook_of, written
from rundfrage.locales import message
from rundfrage.reading import readable

_PRIVATE = 0o600


def add_line(file: Path, day: date, who: str, act: Act, version: str = "") -> None:
    """Add a line to the logbook; the first makes the file, for its owner alone to read.

    Raises a Problem if it can't be written.
    """
    try:
        begins = not file.exists()
        handle = os.open(file, os.O_RDWR | os.O_APPEND | os.O_CREAT, _PRIVATE)
        # Only added to: whoever lets a file be nothing but added to (chattr +a) is obeyed.
        with os.fdopen(handle, "rb+", buffering=0) as stream, _alone(handle):
            content = stream.read()
            book = logbook_of(content)
            line = Line(book.next_number, day, _shown(who), act, version, book.head)
            # What was left of a line when the power failed keeps a line of its own.
            torn = b"\n" if content and not content.endswith(b"\n") else b""
            _write(handle, torn + written(line) + b"\n")
            os.fsync(handle)
        if begins:
            _settle(file.parent)
    except OSError as error:
        raise Problem(
            "logbook-unwritable",
            where=Where(str(file)),
            found=message(
                "The logbook can't be written ({reason}).", reason=error.strerror or error
            ),
            expected=message(
                "a file that can be added to: nobody reads rows or uses the key without a line "
                "in it. Nothing was done."
            ),
            mend=message(
                "Check the permissions of the file and of its folder, and the room on the disk."
            ),
        ) from error


def read_logbook(file: Path) -> Logbook:
    """The logbook in the file, without a line if there is none.

    Raises a Problem if it can't be read.
    """
    if not file.exists():
        return logbook_of(b"")
    with readable(file, message("the logbook of a survey.")):
        return logbook_of(file.read_bytes())


@contextmanager
def _alone(handle: int) -> Iterator[None]:
    """Within, no other process adds a line; the lock goes when the file is shut."""
    with suppress(ImportError):
        import fcntl  # noqa: PLC0415 - Windows has none

        fcntl.flock(handle, fcntl.LOCK_EX)
    yield


def _write(handle: int, content: bytes) -> None:
    while content:
        content = content[os.write(handle, content) :]


def _settle(folder: Path) -> None:
    """Have the file's name on the disk, too, where folders can be opened."""
    with suppress(OSError):
        place = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(place)
        finally:
            os.close(place)


def _shown(who: str) -> str:
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in who)
