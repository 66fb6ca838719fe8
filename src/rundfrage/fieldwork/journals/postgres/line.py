"""The line to the server: the writer's connection, and how every connection is made."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import psycopg

from rundfrage.fieldwork.journals.problems import unavailable

RETRY_SECONDS = 5
"""How long a server that went away is waited for."""
PAUSE_SECONDS = 0.1

CONNECTION: Mapping[str, Any] = {
    "autocommit": True,
    "connect_timeout": RETRY_SECONDS,
    # A machine that has vanished must not be waited for until the kernel gives up.
    "tcp_user_timeout": RETRY_SECONDS * 1000,
    "application_name": "rundfrage",
}

NOT_COMPILED = "SET jit = off"
"""Compiling a statement takes longer than it saves, or than a short one takes."""

SETTINGS = (
    "SET synchronous_commit = on",
    # Plans made while the table was empty would read all of it when it is large.
    "SET enable_seqscan = off",
    # What that costs in the planner's eyes would have it compile statements of a millisecond.
    NOT_COMPILED,
    "SET lock_timeout = '10s'",
)

LASTING = (
    psycopg.errors.DiskFull,
    psycopg.errors.InsufficientPrivilege,
    psycopg.errors.UndefinedTable,
)
"""What doesn't go away by trying again: no room, no right, or tables that are being restored."""

Result = TypeVar("Result")


class Line:
    """The writer's connection, made anew when it breaks."""

    def __init__(self, address: str, place: str) -> None:
        self._address = address
        self._place = place
        self._connection: psycopg.Connection | None = None
        self._broken_since: float | None = None

    def use(self, act: Callable[[psycopg.Connection], Result]) -> Result:
        """Do the act, which must be safe to do twice, and again if the connection breaks.

        Raises a Problem with the code journal-unavailable if that lasts for RETRY_SECONDS, and at
        once for what is LASTING.
        """
        while True:
            try:
                result = act(self._connected())
            except LASTING as error:
                raise unavailable(self._place, str(error)) from error
            except (psycopg.OperationalError, psycopg.InternalError) as error:
                self.close()
                now = time.monotonic()
                if self._broken_since is None:
                    self._broken_since = now
                if now - self._broken_since > RETRY_SECONDS:
                    raise unavailable(self._place, str(error)) from error
            else:
                self._broken_since = None
                return result
            time.sleep(PAUSE_SECONDS)

    def close(self) -> None:
        """Let go of the connection."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _connected(self) -> psycopg.Connection:
        if self._connection is None:
            connection = psycopg.connect(self._address, prepare_threshold=0, **CONNECTION)
            for setting in SETTINGS:
                connection.execute(setting)
            self._connection = connection
        return self._connection
