"""The settings of a PostgreSQL server without which a journal's two promises can't be kept.

That nothing acknowledged is lost needs `fsync` and `full_page_writes`; each session sets
`synchronous_commit` by itself. That nobody can be found needs a server that doesn't write down when
which statement came and with which values. What writes down values, or the time of everything, is
*refused*; what writes down some times, or keeps copies, is a *remark* to the owner, who may have
reasons for it. With `log_parameter_max_length = 0` statements are logged without their values.

Settings are looked up as they are for this session, and as they are set for the database, for all
roles and for each role that has rights in it (ALTER DATABASE, ALTER ROLE). What a role without
pg_read_all_settings can't see is a remark too.

Not among them are `log_min_error_statement` and `log_error_verbosity`: of a statement that fails
the text is logged, in which no values stand, and no failure here has a DETAIL that quotes a row.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress

import psycopg

from rundfrage.errors import Problem, Where
from rundfrage.fieldwork.address import in_postgresql
from rundfrage.locales import Message, message

Safe = Callable[[str], bool]
"""Whether a setting keeps the promises if it has this value, in small letters."""


def _off(value: str) -> bool:
    return value in {"off", "false", "no", "0", "of", "f", "n", ""}


def _on(value: str) -> bool:
    return value in {"on", "true", "yes", "1", "t", "y", "tr", "tru", "ye"}


def _zero(value: str) -> bool:
    return re.fullmatch(r"0+(\.0*)?\s*[a-z]*", value) is not None


def _never(value: str) -> bool:
    return value.startswith("-1")


def _one_of(*values: str) -> Safe:
    return lambda value: value in values


REFUSED: Mapping[str, Safe] = {
    "fsync": _on,
    "full_page_writes": _on,
    "track_commit_timestamp": _off,
    "log_statement": _one_of("none", "ddl"),
    "log_duration": _off,
    "log_parameter_max_length_on_error": _zero,
    "log_min_messages": _one_of("info", "notice", "warning", "error", "log", "fatal", "panic"),
    "debug_print_parse": _off,
    "debug_print_rewritten": _off,
    "debug_print_plan": _off,
    "log_parser_stats": _off,
    "log_planner_stats": _off,
    "log_executor_stats": _off,
    "log_statement_stats": _off,
    "auto_explain.log_min_duration": _never,
    "pgaudit.log": _one_of("none", ""),
    "pgaudit.role": _one_of(""),
    "pg_qualstats.enabled": _off,
    "pg_stat_monitor.pgsm_normalized_query": _on,
}
"""What writes down values, or when each statement came; or loses answers."""
SLOW: Mapping[str, Safe] = {
    "log_min_duration_statement": _never,
    "log_min_duration_sample": _never,
    "log_transaction_sample_rate": _zero,
}
"""What writes down slow or chosen statements: a remark if their values are left out."""
REMARKS: Mapping[str, Safe] = {
    "archive_mode": _off,
    "wal_level": _one_of("minimal", "replica"),
    "wal_keep_size": _zero,
    "log_lock_waits": _off,
}
"""What keeps the write-ahead log, which holds the time of each transaction, or notes times."""
_VALUES = "log_parameter_max_length"
_RATE = "log_statement_sample_rate"
_LIBRARIES = ("shared_preload_libraries", "session_preload_libraries", "local_preload_libraries")
_RECORDING = ("pg_stat_monitor", "pg_qualstats", "pg_query_state")
"""Libraries that note statements whatever they are set to."""
_KNOWN = (*REFUSED, *SLOW, *REMARKS, _VALUES, _RATE, "local_preload_libraries")

_HERE = "SELECT name, current_setting(name, true) FROM unnest(%s::text[]) AS name"
_MAY_SEE = "SELECT pg_has_role('pg_read_all_settings', 'member')"
_ELSEWHERE = """
    SELECT coalesce(rolname, ''), unnest(setconfig)
    FROM pg_db_role_setting LEFT JOIN pg_roles ON pg_roles.oid = setrole
    WHERE setdatabase IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))
    AND (
        setrole = 0 OR NOT rolsuper AND EXISTS (
            SELECT FROM pg_class WHERE relkind = 'r'
            AND relnamespace = to_regnamespace(current_schema()::text)
            AND has_table_privilege(setrole, pg_class.oid, 'SELECT, INSERT, UPDATE, DELETE')
        ) OR NOT rolsuper AND EXISTS (
            SELECT FROM pg_proc WHERE proname = 'append_entries'
            AND has_function_privilege(setrole, pg_proc.oid, 'EXECUTE')
        )
    )
"""
_KEPT = """
    SELECT 'replication slot ' || slot_name FROM pg_replication_slots
    UNION ALL SELECT 'standby ' || application_name FROM pg_stat_replication
"""


def check_settings(connection: psycopg.Connection, place: str) -> None:
    """Raises a Problem with the code journal-unsafe if the server breaks a promise."""
    refused, _ = _found(connection)
    if refused:
        raise Problem(
            "journal-unsafe",
            where=Where(file=place),
            found=message("The PostgreSQL server is set to {found}.", found=", ".join(refused)),
            expected=message(
                "a server that syncs to the disk and writes no entry or time into its log."
            ),
            mend=message(
                "Change that in postgresql.conf and let the server read it, or where it is set "
                "for the role or the database."
            ),
        )


def remarks_on(address: str) -> tuple[Message, ...]:
    """What the owner should know of the server at that address; nothing of a file.

    Nothing either of a server that doesn't answer: whatever is asked of it next says so.
    """
    if not in_postgresql(address):
        return ()
    with suppress(psycopg.Error), psycopg.connect(address, connect_timeout=5) as connection:
        _, remarks = _found(connection)
        told = []
        if remarks:
            told.append(
                message(
                    "The PostgreSQL server keeps times or copies longer than answers need: "
                    "{found}.",
                    found=", ".join(remarks),
                )
            )
        if connection.execute(_MAY_SEE).fetchone() != (True,):
            told.append(
                message(
                    "This role can't see which libraries the PostgreSQL server loads, some of "
                    "which write statements down. A role with pg_read_all_settings is told."
                )
            )
        return tuple(told)
    return ()


def _found(connection: psycopg.Connection) -> tuple[list[str], list[str]]:
    """What is refused and what is a remark, of the session and of all that comes here."""
    names = list(_KNOWN)
    if connection.execute(_MAY_SEE).fetchone() == (True,):
        names += _LIBRARIES
    here = {
        name: value
        for name, value in connection.execute(_HERE, (names,)).fetchall()
        if value is not None
    }
    refused, remarks = judged(here)
    for role, words in connection.execute(_ELSEWHERE).fetchall():
        name, _, value = words.partition("=")
        also_refused, also_remarks = judged({**_values_of(here), name: value}, only=name)
        whose = f"role {role}" if role else "database"
        refused += [f"{one} ({whose})" for one in also_refused if one not in refused]
        remarks += [f"{one} ({whose})" for one in also_remarks if one not in remarks]
    remarks += [str(kept) for (kept,) in connection.execute(_KEPT).fetchall()]
    return refused, remarks


def _values_of(settings: Mapping[str, str]) -> dict[str, str]:
    """Whether values are logged, and at which rate, which other settings depend on."""
    return {name: settings[name] for name in (_VALUES, _RATE) if name in settings}


def judged(settings: Mapping[str, str], only: str = "") -> tuple[list[str], list[str]]:
    """What is refused and what is a remark of these settings, or of one of them.

    What a version of PostgreSQL doesn't have, or a library that isn't loaded, breaks no promise.
    """
    refused_if = dict(REFUSED)
    remarked_if = dict(REMARKS)
    slow = dict(SLOW)
    if _zero(settings.get(_RATE, "1")):
        del slow["log_min_duration_sample"]
    (remarked_if if settings.get(_VALUES) == "0" else refused_if).update(slow)
    refused = list(_broken(settings, refused_if, only))
    remarks = list(_broken(settings, remarked_if, only))
    for name in _LIBRARIES:
        if only in ("", name):
            loaded = {one.strip() for one in settings.get(name, "").split(",")}
            remarks += [f"{name} = {one}" for one in _RECORDING if one in loaded]
    return refused, remarks


def _broken(settings: Mapping[str, str], rules: Mapping[str, Safe], only: str) -> Iterable[str]:
    for name, safe in rules.items():
        if name in settings and only in ("", name) and not safe(settings[name].strip().lower()):
            yield f"{name} = {settings[name]}"
