"""Addresses of the field's databases: `postgresql://user@host/database`, or a path of SQLite."""

from __future__ import annotations

from pathlib import Path

_PREFIXES = ("postgresql://", "postgres://")


def in_postgresql(address: str | Path) -> bool:
    """True if the address is one of PostgreSQL, whatever else is wrong with it."""
    return str(address).startswith(_PREFIXES)
