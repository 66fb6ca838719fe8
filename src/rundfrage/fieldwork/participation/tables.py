"""What the registers in SQLite and PostgreSQL have in common: their tables and their refusals.

A database carries the number of its *format* where a program that knows no numbers doesn't stumble
over it: in the head of the SQLite file, in a comment on a table of PostgreSQL. Without a number it
is of format 1; it was made before there were numbers, and neither needs nor gets one.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from rundfrage.errors import Problem, Where
from rundfrage.fieldwork.participation.gate import InvitationState
from rundfrage.locales import message

TABLES = frozenset({"invitations", "admissions", "spent"})
"""All tables that a database of participation has."""

FORMAT = 1
"""The format of these tables; a change of them is the next."""


def erased_row(address: str) -> tuple[str, str, str]:
    """The word that takes the place of an address, the state of its row, and the address."""
    return secrets.token_hex(16), InvitationState.ERASED.value, address


def foreign_tables(where: Where, tables: Sequence[str]) -> Problem:
    """The refusal of a database that holds something else too."""
    return Problem(
        "participation-not-alone",
        where=where,
        found=message("The database also holds the tables {tables}.", tables=", ".join(tables)),
        expected=message(
            "a database for participation alone: who took part and what was answered "
            "never share one."
        ),
        mend=message("Name another database for participation."),
    )


def require_known(number: int, where: Where) -> None:
    """Raise a Problem if a newer program made the database; `number` is 0 without a number."""
    if number > FORMAT:
        raise Problem(
            "participation-newer",
            where=where,
            found=message("The database of participation was made by a newer rundfrage."),
            expected=message("a database of this version or an older one."),
            mend=message("Install the newer rundfrage."),
        )


def unavailable(where: Where, error: Exception) -> Problem:
    """The refusal when the database doesn't do what it is asked."""
    reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
    return Problem(
        "participation-unavailable",
        where=where,
        found=message("The database of participation can't be used ({reason}).", reason=reason),
        expected=message("a database that can be read and written."),
        mend=message("Look whether its disk is full and its server runs, and try again."),
    )
