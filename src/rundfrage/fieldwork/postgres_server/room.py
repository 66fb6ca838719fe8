"""Room on the disk of a server: whether another page would fit there.

Nobody may ask a server for the space that is left. But whoever may do nothing else may sort, and
what doesn't fit into little memory is sorted in a file beside the tables, which is removed at once.
The write-ahead log may lie on another disk: there a message of nothing is synced.
"""

from __future__ import annotations

from psycopg import Connection

_SORT = """
    SELECT count(*) FROM (
        SELECT repeat(md5(number::text), 32) FROM generate_series(1, 1000) AS number ORDER BY 1
    ) AS sorted
"""
_LOG = "SELECT pg_logical_emit_message(true, '', repeat(' ', 8000))"


def require_room(connection: Connection) -> None:
    """Raises psycopg.Error if nothing can be written, into tables or log."""
    with connection.transaction():
        connection.execute("SET LOCAL work_mem = '64kB'")
        connection.execute(_SORT)
        connection.execute(_LOG)
