"""Waiting until a server that was just started answers, for benchmarks/door.py and interview.py."""

from __future__ import annotations

import socket
import time

_PATIENCE = 60
_SETTLING = 0.5
"""Seconds after the first answer in which the other processes of the server start."""


def wait_for(port: int) -> None:
    """Return when the port takes connections; raises OSError if it doesn't within a minute."""
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            break
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)
    time.sleep(_SETTLING)
