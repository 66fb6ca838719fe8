"""Where a survey's databases are: beside its questionnaire, or in PostgreSQL."""

from __future__ import annotations

from pathlib import Path

from rundfrage.errors import Problem, Where
from rundfrage.fieldwork.address import in_postgresql

SQLITE = "sqlite"
RESPONSES = "responses.db"
PARTICIPATION = "participation.db"
KEY = "participation.key"


def responses_of(survey: Path, given: str) -> str:
    """The address of the survey's journal: `given`, or responses.db in the folder for "sqlite"."""
    return _address(survey / RESPONSES, given, "journal")


def participation_of(survey: Path, given: str) -> str:
    """The address of the survey's participation: as that of the journal, never the same."""
    return _address(survey / PARTICIPATION, given, "participation")


def holds_a_field(address: str) -> bool:
    """False if the journal is a file that isn't there: nothing was published."""
    return in_postgresql(address) or Path(address).is_file()


def require_field(address: str) -> None:
    """Raise a Problem if nothing was published."""
    if not holds_a_field(address):
        raise Problem(
            "not-published",
            where=Where(address),
            found="Nothing of this survey is in the field: there is no such journal.",
            expected="a survey that was published.",
            mend="Publish it, or name the database of its answers.",
        )


def _address(beside: Path, given: str, argument: str) -> str:
    if given == SQLITE:
        return str(beside)
    if in_postgresql(given):
        return given
    raise Problem(
        "bad-address",
        where=Where(argument=argument),
        found=f"There is no database {given[:100]}.",
        expected="sqlite, or the address of a PostgreSQL database.",
        mend="Write for example postgresql://user@host/database",
    )
