"""Addresses of the field's databases: `postgresql://user@host/database`, or a path of SQLite."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

_PREFIXES = ("postgresql://", "postgres://")
NOT_READABLE = "the address is no postgresql://user@host/name"
"""Why an address can't be used; what libpq says of it quotes it, and in it the password."""


def in_postgresql(address: str | Path) -> bool:
    """True if the address is one of PostgreSQL, whatever else is wrong with it."""
    return str(address).startswith(_PREFIXES)


def parts_of(address: str) -> Mapping[str, object] | None:
    """What an address of PostgreSQL says, by libpq's names for it; None if it can't be read."""
    # Most surveys are kept in files.
    import psycopg  # noqa: PLC0415
    from psycopg.conninfo import conninfo_to_dict  # noqa: PLC0415

    try:
        return conninfo_to_dict(address)
    except (psycopg.Error, ValueError):
        return None


def with_password(address: str, password: str) -> str:
    """The address of PostgreSQL with this password, which it had none of."""
    bare = address.rstrip("?&")
    return f"{bare}{'&' if '?' in bare else '?'}password={quote(password, safe='')}"


def shown(address: str | Path) -> str:
    """The address as it may be shown, wherever that is: without a password."""
    if not in_postgresql(address):
        words = str(address)
        scheme, mark, _ = words.partition("://")
        return f"{scheme}://…" if mark else words
    parts = parts_of(str(address))
    if parts is None:
        return "postgresql"
    return f"postgresql://{parts.get('host', '')}/{parts.get('dbname', '')}"
