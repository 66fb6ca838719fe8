"""Participation: who is invited, and a gate that lets each pass in once and forgets who had it."""

from __future__ import annotations

import asyncio
from pathlib import Path

from rundfrage.errors import Problem, Where
from rundfrage.fieldwork.address import in_postgresql, parts_of
from rundfrage.fieldwork.participation.gate import (
    Admission,
    Counts,
    Gate,
    Invitation,
    InvitationState,
    Register,
    Roll,
)
from rundfrage.fieldwork.participation.key import SECRET_BYTES, Key, make_key, read_key
from rundfrage.fieldwork.participation.split import read_split
from rundfrage.fieldwork.participation.sqlite import SqliteRegister
from rundfrage.locales import counted_message, message


def open_participation(address: str | Path, key: Path | Key, *, make: bool = False) -> Register:
    """The register at a `postgresql://…` address or in a SQLite file, with the key or its file.

    Where `make` is true, a key that isn't there is drawn. Raises a Problem if the key or the
    database can't be used, if the database holds anything else, or if a newer program made it.
    """
    return _register(address, key_of(key, make=make))


def key_of(key: Path | Key, *, make: bool = False) -> Key:
    """The key, or the one in the file; see open_participation. Raises a Problem if it was split."""
    if isinstance(key, Key):
        return key
    if not key.exists() and (noted := read_split(key)):
        raise Problem(
            "participation-key-split",
            where=Where(str(key)),
            found=message("The key was split into {shares} shares.", shares=noted.shares),
            expected=message("{needed} of them, or the key.", needed=noted.needed),
            mend=message("Come together with others who keep shares."),
        )
    return make_key(key) if make else read_key(key)


def open_roll(address: str | Path) -> Roll:
    """Who is invited, by a database that is opened without the key, which may be gone for good."""
    return _register(address, Key(bytes(SECRET_BYTES)))


def _register(address: str | Path, key: Key) -> Register:
    if in_postgresql(address):
        # What speaks to the server takes longer to load than a small survey to report.
        from rundfrage.fieldwork.participation.postgres import (  # noqa: PLC0415
            PostgresRegister,
        )

        return PostgresRegister(str(address), key)
    return SqliteRegister(Path(address), key)


def _is_there_or_split(key_file: Path) -> bool:
    return key_file.exists() or read_split(key_file) is not None


async def begin_participation(address: str | Path, key: Path | Key) -> Register:
    """The register and its key or the file of it, which is drawn if none was needed yet.

    Raises a Problem as `open_participation` does, and where links or codes are valid whose key is
    gone: with another key nobody who has one of them would be let in.
    """
    if isinstance(key, Path) and not await asyncio.to_thread(_is_there_or_split, key):
        roll = open_roll(address)
        try:
            passes = (await roll.counts()).passes
        finally:
            await roll.shut()
        if passes:
            raise Problem(
                "participation-key-lost",
                where=Where(str(key)),
                found=message(
                    "There is no participation key, but {passes} made with it.",
                    passes=counted_message(
                        "{count} link or code was", "{count} links or codes were", passes
                    ),
                ),
                expected=message("the key that they were made with."),
                mend=message(
                    "Put the key back from its backup. If it is lost for good, name a new database "
                    "for participation and invite everybody anew: no earlier link or code is valid."
                ),
            )
    return open_participation(address, key, make=True)


def refuse_one_database(journal: str | Path, participation: str | Path) -> None:
    """Raise a Problem if answers and participation would share a database."""
    if _plain(journal) == _plain(participation):
        raise Problem(
            "one-database-for-both",
            where=Where("participation"),
            found=message("Answers and participation are to be stored in the same database."),
            expected=message(
                "two databases: transactions, row numbers and backups of one database tell "
                "which rows were written together."
            ),
            mend=message("Name another database for participation."),
        )


def _plain(address: str | Path) -> object:
    """Equal for two spellings of the same database."""
    if not in_postgresql(address):
        return Path(address).resolve()
    parts = parts_of(str(address))
    if parts is None:
        return str(address)
    host = str(parts.get("host") or parts.get("hostaddr") or "localhost").lower()
    host = "localhost" if host in {"127.0.0.1", "::1"} or host.startswith("/") else host
    return host, str(parts.get("port") or "5432"), parts.get("dbname") or parts.get("user")


__all__ = [
    "Admission",
    "Counts",
    "Gate",
    "Invitation",
    "InvitationState",
    "Register",
    "Roll",
    "begin_participation",
    "key_of",
    "open_participation",
    "open_roll",
    "refuse_one_database",
]
