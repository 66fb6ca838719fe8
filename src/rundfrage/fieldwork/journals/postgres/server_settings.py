"""The settings of a PostgreSQL server without which a journal's two promises can't be kept.

That nothing acknowledged is lost needs `fsync = on`; each session sets `synchronous_commit = on`
by itself. That nobody can be found needs a server that doesn't write down when which statement came
and with which values. These are refused:

- `track_commit_timestamp = on`: keeps the time of every transaction;
- `log_statement = mod` or `all`: writes every entry with its values and the time into the log;
- `log_min_duration_statement`, `log_min_duration_sample` of 0 or more: do so for slow statements
  (with `log_parameter_max_length = 0` without the values, which is allowed);
- `log_duration = on`: writes the time of every statement into the log;
- `auto_explain.log_min_duration` of 0 or more, `pgaudit.log` of anything: extensions that do so.

These can't be seen from here, or not be judged, and belong into `postgresql.conf` all the same:

    log_statement = none
    log_min_duration_statement = -1
    log_parameter_max_length = 0
    log_parameter_max_length_on_error = 0
    log_min_error_statement = panic
    log_error_verbosity = terse
    log_connections = off
    log_disconnections = off
    log_duration = off
    log_checkpoints = off
    track_commit_timestamp = off
    archive_mode = off

`log_error_verbosity = terse` leaves out the DETAIL of an error, which may quote a row. The server's
write-ahead log holds the entries in the order they came until its segments are used again:
archiving it, or a standby that keeps it, keeps the order of arrival. A pooler in between
(PgBouncer) has to keep a connection for a session, for settings and prepared statements belong to
one.
"""

from __future__ import annotations

from collections.abc import Mapping

import psycopg

from rundfrage.errors import Problem, Where
from rundfrage.locales import message

_SAFE: Mapping[str, tuple[str, ...]] = {
    "fsync": ("on",),
    "track_commit_timestamp": ("off",),
    "log_statement": ("none", "ddl"),
    "log_duration": ("off",),
    "auto_explain.log_min_duration": ("-1",),
    "pgaudit.log": ("none", ""),
}
_SAFE_WITH_VALUES = {"log_min_duration_statement": ("-1",), "log_min_duration_sample": ("-1",)}
_VALUES = "log_parameter_max_length"
_ASKED = "SELECT name, setting FROM pg_settings WHERE name = ANY(%s)"


def check_settings(connection: psycopg.Connection, place: str) -> None:
    """Raises a Problem with the code journal-unsafe if the server breaks a promise."""
    names = [*_SAFE, *_SAFE_WITH_VALUES, _VALUES]
    settings: dict[str, str] = dict(connection.execute(_ASKED, (names,)).fetchall())
    if found := _unsafe(settings):
        raise Problem(
            "journal-unsafe",
            where=Where(file=place),
            found=message("The PostgreSQL server is set to {found}.", found=", ".join(found)),
            expected=message(
                "a server that syncs to the disk and writes no entry or time into its log."
            ),
            mend=message("Change that in postgresql.conf and let the server read it."),
        )


def _unsafe(settings: Mapping[str, str]) -> list[str]:
    """The settings that break a promise; those a version of PostgreSQL doesn't have break none."""
    safe = dict(_SAFE)
    if settings.get(_VALUES) != "0":
        safe |= _SAFE_WITH_VALUES
    return [
        f"{name} = {settings[name]}"
        for name, values in safe.items()
        if name in settings and settings[name] not in values
    ]
