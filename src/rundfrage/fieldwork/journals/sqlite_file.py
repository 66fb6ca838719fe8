"""The file of an SQLite journal: its format, and how a *lasting* one is read.

A lasting file lies where nothing can be written, as in a backup or on a medium. It can be read all
the same, by whoever wants no more than that.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from rundfrage.fieldwork.journals.problems import foreign, newer, older

APPLICATION = 0x72756E64
"""What marks a file as a journal of ours: "rund"."""
_BESIDE = ("-wal", "-shm")
"""What lies beside the file while somebody has it open, and after a crash."""


def is_lasting(path: Path) -> bool:
    """Whether the file is there, and it or what belongs beside it can't be written."""
    return path.is_file() and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))


def connect_to_lasting(path: Path) -> sqlite3.Connection:
    """A connection that writes nothing, not even the files beside it."""
    # Without these the file stays as it is; with them SQLite reads what was written last there.
    stays = not any(path.with_name(path.name + end).exists() for end in _BESIDE)
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro{'&immutable=1' * stays}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
    )
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def require_current(path: Path, newest: int) -> None:
    """Raise a Problem if the lasting file would have to be brought up to date to be read."""
    with closing(connect_to_lasting(path)) as connection:
        if format_of(connection, path, newest) < newest:
            raise older(str(path))


def format_of(connection: sqlite3.Connection, path: Path, newest: int) -> int:
    """The number of the file's format; raises Problems for files that aren't ours or are newer."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (number,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if application != APPLICATION and (tables or application or number):
        raise foreign(str(path))
    if number > newest:
        raise newer(str(path))
    return int(number)
