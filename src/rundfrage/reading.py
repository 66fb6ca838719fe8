"""What is said of a user's file that is absent, closed to us, damaged, locked or far too large.

What is wrong with the content of a whole file, its own reader says.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rundfrage.errors import Problem, Where
from rundfrage.locales import NOTHING, Message, message

_LONGEST = 200


@contextmanager
def readable(
    file: Path, expected: Message, mend: Message = NOTHING, subject: str = ""
) -> Iterator[None]:
    """Within, the file is read; raises a Problem if it is absent or can't be opened.

    `expected` says in words which kind of file is meant; `mend` and `subject` are those of the
    Problem of a file that is absent.
    """
    try:
        yield
    except FileNotFoundError as error:
        raise Problem(
            "no-such-file",
            where=Where(str(file)),
            found=message("There is no such file."),
            expected=expected,
            mend=mend or message("Check the path."),
            subject=subject,
        ) from error
    except OSError as error:
        raise Problem(
            "unreadable-file",
            where=Where(str(file)),
            found=message("The file can't be read ({reason}).", reason=error.strerror or error),
            expected=expected,
            mend=message(
                "Check that it is a file, its permissions, and that no program has it open."
            ),
        ) from error


def damaged(code: str, path: Path | str, reason: Message | str | Exception) -> Problem:
    """The file is cut off, altered, or not what it pretends to be; its reader says why."""
    return Problem(
        code,
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
