"""Turns the bytes of a file into numbered lines of clean text.

UTF-8 with or without a byte order mark; line ends of Unix, Windows and old Macs. Control
characters are refused: nobody sees them, and NUL cuts a text short in many programs.
"""

from __future__ import annotations

import errno
import re
import stat
from pathlib import Path

from rundfrage.errors import Problem, Where
from rundfrage.locales import NOTHING, Message, message
from rundfrage.manuscript import limits
from rundfrage.manuscript.line import Line
from rundfrage.reading import readable

_LINE_END = re.compile(r"\r\n|\r|\n")
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def read_bytes(path: Path, expected: Message, mend: Message = NOTHING, subject: str = "") -> bytes:
    """The content of the file; raises a Problem if there is none or it is too large.

    `expected` says in words which kind of file it should be; see `reading.readable`.
    """
    with readable(path, expected, mend, subject):
        size = _size(path)
        if size > limits.FILE_BYTES:
            raise _too_large(size, str(path))
        return path.read_bytes()


def _size(path: Path) -> int:
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        # A device or a pipe could be read for ever.
        raise OSError(errno.EINVAL, "it is no ordinary file")
    return status.st_size


def decoded(content: bytes, file: str) -> str:
    """The bytes as text; raises a Problem with the line of the first byte that is not UTF-8."""
    if len(content) > limits.FILE_BYTES:
        raise _too_large(len(content), file)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = len(_LINE_END.findall(content[: error.start].decode("latin-1"))) + 1
        raise Problem(
            "not-utf-8",
            where=Where(file, line),
            found=message("The file is not written in UTF-8, but in UTF-16.")
            if content[:2] in _UTF_16
            else message("The file is not written in UTF-8, perhaps in Latin-1 (Windows-1252)."),
            expected=message("a text file in UTF-8."),
            mend=message('Save it again with the encoding "UTF-8" in your editor.'),
        ) from None


def lines_of(words: str | bytes, file: str) -> list[Line]:
    """The lines of the file without their ends; raises a Problem at the first that can't be."""
    text = decoded(words, file) if isinstance(words, bytes) else words.removeprefix("\ufeff")
    if len(text) > limits.FILE_BYTES:
        raise _too_large(len(text), file)
    pieces = _LINE_END.split(text)
    if len(pieces) > limits.LINES:
        raise _too_long(
            file,
            limits.LINES,
            message("{count} lines", count=len(pieces)),
            message("{count} lines", count=limits.LINES),
        )
    unwanted = _UNWANTED.search(text)
    for number, piece in enumerate(pieces, start=1):
        if len(piece) > limits.LINE_CHARACTERS:
            raise _too_long(
                file, number,
                message("a line of {count} characters", count=len(piece)),
                message("{count} characters in a line", count=limits.LINE_CHARACTERS),
            )  # fmt: skip
        hidden = _UNWANTED.search(piece) if unwanted else None
        if hidden:
            raise Problem(
                "control-character",
                where=Where(file, number),
                found=message(
                    "An invisible character (U+{code_point}) stands at column {column}.",
                    code_point=format(ord(hidden.group()), "04X"),
                    column=hidden.start() + 1,
                ),
                expected=message("text without control characters."),
                mend=message("Delete it: put the cursor behind it and press backspace."),
            )
    return [Line(number, piece) for number, piece in enumerate(pieces, start=1)]


def _too_large(size: int, file: str) -> Problem:
    return Problem(
        "questionnaire-too-large",
        where=Where(file),
        found=message("The file has {size} bytes.", size=size),
        expected=message("at most {file_bytes} bytes.", file_bytes=limits.FILE_BYTES),
        mend=message("Check that it is the right file, or split the survey in two."),
    )


def _too_long(file: str, line: int, found: Message, most: str) -> Problem:
    return Problem(
        "questionnaire-too-long",
        where=Where(file, line),
        found=message("The file has {found}.", found=found),
        expected=message("at most {most}.", most=most),
        mend=message("Check that it is the right file, or break the text into lines."),
    )
