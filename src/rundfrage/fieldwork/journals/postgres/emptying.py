"""The end of a journal in PostgreSQL: its tables stay, empty, and its field is closed."""

from __future__ import annotations

import psycopg
from psycopg import sql

from rundfrage.fieldwork.address import shown
from rundfrage.fieldwork.journals.postgres.line import CONNECTION
from rundfrage.fieldwork.journals.problems import unavailable
from rundfrage.fieldwork.log_left import LogLeft
from rundfrage.fieldwork.postgres_server.log import clean_log

_FORMAT = "journal_format"


def empty(address: str) -> LogLeft:
    """Empty all tables but that of the format; what the server's log still holds of them."""
    try:
        with psycopg.connect(address, **CONNECTION) as connection:
            tables = connection.execute(
                "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() "
                "AND tablename <> %s ORDER BY tablename",
                (_FORMAT,),
            ).fetchall()
            names = sql.SQL(", ").join(sql.Identifier(name) for (name,) in tables)
            # In one transaction: a field without its row would be taken for an open one.
            with connection.transaction():
                connection.execute(sql.SQL("TRUNCATE {}").format(names))
                connection.execute("INSERT INTO field (closed) VALUES (true)")
            return clean_log(connection)
    except psycopg.Error as error:
        raise unavailable(shown(address), str(error)) from error
