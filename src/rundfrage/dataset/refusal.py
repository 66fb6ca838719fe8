"""The Problems of files of answers that can't be opened: damaged, locked, or far too large."""

from __future__ import annotations

from pathlib import Path

from rundfrage.errors import Problem, Where
from rundfrage.locales import Message, message

_LONGEST = 200


def damaged(path: Path | str, reason: Message | str | Exception) -> Problem:
    """The file is cut off, altered, or not what it pretends to be; its reader says why."""
    return Problem(
        "file-damaged",
        where=Where(str(path)),
        found=message(
            "The file can't be read: {reason}.",
            reason=reason if isinstance(reason, Message) else str(reason)[:_LONGEST],
        ),
        expected=message("a whole file."),
        mend=message("Export the file again."),
    )


def file_locked(code: str, path: Path) -> Problem:
    """The file, a workbook or an archive, has a password."""
    return Problem(
        code,
        where=Where(str(path)),
        found=message("The file is locked with a password."),
        expected=message("a file that opens without a password."),
        mend=message("Save it without a password, or unpack it yourself."),
    )


def file_swollen(code: str, path: Path, found: Message) -> Problem:
    """The file, a workbook or an archive, would unpack to a size no honest one has."""
    return Problem(
        code,
        where=Where(str(path)),
        found=found,
        expected=message("a file that unpacks to a size like its own."),
        mend=message("Take it from a source you trust, unpack it yourself, or export CSV."),
    )
