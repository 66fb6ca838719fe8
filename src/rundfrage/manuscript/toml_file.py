"""Reads a TOML file beside a survey, or says what is wrong with it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from rundfrage.errors import Problem, Where
from rundfrage.locales import Message, message
from rundfrage.reading import readable

_LARGEST = 4_000_000
_WHOLE = 1 << 63
"""TOML promises whole numbers up to here; Python can't even print very long ones."""


def read_toml(path: Path, expected: Message) -> dict[str, Any]:
    """The content of the file; raises a Problem if it cannot be read.

    `expected` says what such a file holds, with an example.
    """
    where = Where(str(path))
    with readable(path, message("a TOML file.")):
        raw = path.read_bytes()
    if len(raw) > _LARGEST:
        raise Problem(
            "toml-unreadable",
            where=where,
            found=message("The file has {count} bytes.", count=len(raw)),
            expected=message("at most 4 MB."),
            mend=message("Check that it is the right file."),
        )
    try:
        content = tomllib.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Problem(
            "toml-unreadable",
            where=where,
            found=message("Byte {start} is no UTF-8.", start=error.start + 1),
            expected=message("a text file in UTF-8."),
            mend=message("Save the file as UTF-8."),
        ) from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise Problem(
            "toml-unreadable",
            where=where,
            found=message("The file is no valid TOML: {error}.", error=error),
            expected=expected,
            mend=message("Mend the place named; texts stand in quotation marks."),
        ) from error
    except ValueError as error:
        raise _endless(where) from error
    if _holds_endless(content):
        raise _endless(where)
    return content


def _holds_endless(value: object) -> bool:
    if isinstance(value, dict):
        return any(map(_holds_endless, value.values()))
    if isinstance(value, list):
        return any(map(_holds_endless, value))
    return isinstance(value, int) and not -_WHOLE <= value < _WHOLE


def _endless(where: Where) -> Problem:
    return Problem(
        "toml-unreadable",
        where=where,
        found=message("A whole number in the file has more than 18 digits."),
        expected=message("numbers that count something."),
        mend=message("Write a shorter one, or a text in quotation marks."),
    )
