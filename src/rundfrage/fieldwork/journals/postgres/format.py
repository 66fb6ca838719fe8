"""The format of the database: its tables and functions, and how an older one becomes today's."""

from __future__ import annotations

import psycopg

from rundfrage.fieldwork.journals.postgres import evidence
from rundfrage.fieldwork.journals.postgres.functions import FUNCTIONS
from rundfrage.fieldwork.journals.postgres.granting import granted_as
from rundfrage.fieldwork.journals.problems import foreign, newer, older

LOCK = 0x72756E64
"""The advisory lock under which formats are changed: "rund"."""

MIGRATIONS = (
    (
        """
        CREATE TABLE entry (
            interview text COLLATE "C" NOT NULL,
            sequence integer NOT NULL,
            key text COLLATE "C" NOT NULL,
            event text NOT NULL,
            version text NOT NULL,
            language text NOT NULL,
            week text NOT NULL,
            screen integer NOT NULL,
            answers text NOT NULL,
            quotas text NOT NULL,
            minutes integer NOT NULL,
            PRIMARY KEY (interview, sequence),
            UNIQUE (interview, key)
        )
        """,
        """
        CREATE TABLE version (
            name text PRIMARY KEY,
            number integer NOT NULL UNIQUE,
            content text NOT NULL,
            week text NOT NULL
        )
        """,
        "CREATE TABLE quota (name text PRIMARY KEY, completed integer NOT NULL)",
        "CREATE TABLE field (closed boolean NOT NULL)",
        "INSERT INTO field VALUES (false)",
    ),
    # From here on entries are appended by a function.
    (),
    ("ALTER TABLE field ADD COLUMN sealed boolean NOT NULL DEFAULT false",),
    (
        """
        DROP FUNCTION IF EXISTS append_entries(
            text[], text[], text[], text[], text[], text[], integer[], text[], text[], integer[],
            text[]
        )
        """,
        "DROP FUNCTION IF EXISTS withdraw_interview(text)",
        *evidence.MIGRATION,
    ),
    # From here on entries are read from a place on; who might read before may read so.
    (
        """
        CREATE FUNCTION interview_entries(names text[], since integer[])
        RETURNS SETOF entry LANGUAGE sql AS 'SELECT * FROM entry WHERE false'
        """,
        granted_as("interview_entries(text[])", "interview_entries(text[], integer[])"),
        "DROP FUNCTION IF EXISTS interview_entries(text[])",
    ),
    # From here on the functions that the door calls keep their plans.
    (),
    # From here on digests are made of words that take less time; those of before stay sound.
    (),
    # From here on what was found sound is remembered.
    evidence.REMEMBERED,
)
"""What makes a database of the format before into one of the next; never changed, only added to.

The functions are made anew with every step, as they are today.
"""


def migrate(connection: psycopg.Connection, place: str) -> None:
    """Bring the database to today's format; an empty one gets it.

    Raises Problems with the codes journal-foreign and journal-newer.
    """
    with connection.transaction():
        connection.execute("SELECT pg_advisory_xact_lock(%s)", (LOCK,))
        tables = connection.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
        ).fetchall()
        if ("journal_format",) not in tables:
            if tables:
                raise foreign(place)
            connection.execute("CREATE TABLE journal_format (number integer NOT NULL)")
            connection.execute("INSERT INTO journal_format VALUES (0)")
        number = _number(connection)
        if number > len(MIGRATIONS):
            raise newer(place)
        if number == len(MIGRATIONS):
            # Whoever serves the public may lack the right to change tables.
            return
        try:
            for migration in MIGRATIONS[number:]:
                for statement in migration:
                    connection.execute(statement)
            for function in FUNCTIONS:
                connection.execute(function)
            connection.execute("UPDATE journal_format SET number = %s", (len(MIGRATIONS),))
        except psycopg.errors.InsufficientPrivilege:
            raise older(place) from None


def _number(connection: psycopg.Connection) -> int:
    """The number of the format, from a function for whom the table can't be read by."""
    there = connection.execute("SELECT to_regproc('format_number')").fetchone()
    asked = "SELECT number FROM journal_format" if there == (None,) else "SELECT format_number()"
    ((number,),) = connection.execute(asked).fetchall()
    return int(number)
