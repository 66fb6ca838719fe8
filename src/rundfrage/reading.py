"""What is said when a user's file isn't there or can't be opened: which kind of file was expected.

What is wrong with the content of a file, its own reader says.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rundfrage.errors import Problem, Where
from rundfrage.locales import NOTHING, Message, message


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
