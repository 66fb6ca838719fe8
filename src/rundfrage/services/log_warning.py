"""What to say of a database server's write-ahead log that couldn't be cleaned."""

from __future__ import annotations

from rundfrage.fieldwork.log_left import LogLeft
from rundfrage.locales import message

_WARNINGS = {
    LogLeft.UNTOUCHED: message(
        "The PostgreSQL server's write-ahead log (pg_wal) still holds what was deleted or "
        "rewritten, with the times, and this role may not write over it. Grant it pg_monitor and "
        "pg_checkpoint (before PostgreSQL 15 a superuser is needed) and do the same once more."
    ),
    LogLeft.HELD: message(
        "The PostgreSQL server's write-ahead log (pg_wal) still holds what was deleted or "
        "rewritten, with the times: an archive, a standby, a replication slot or wal_keep_size "
        "keeps it, or it is too large to be written over. Whoever runs the server has to delete "
        "it there."
    ),
}


def warning_of(left: LogLeft) -> str | None:
    """What the owner of the survey has to know and do; None if nothing is left."""
    return _WARNINGS.get(left)
