"""Serving: the public door on a port, in one process or several."""

from __future__ import annotations

import errno
import multiprocessing
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from multiprocessing.synchronize import Semaphore
from threading import Thread

from granian.constants import HTTPModes, Interfaces, RuntimeModes
from granian.http import HTTP1Settings
from granian.log import LogLevels

from rundfrage.errors import Problem
from rundfrage.locales import message
from rundfrage.respond.app import application
from rundfrage.respond.settings import Settings
from rundfrage.respond.workers import EnduringServer

_WAITING = 2048
_IDLE_MILLISECONDS = 15_000
"""After so long a connection is given up on which nothing, or half a request, has come."""
_HEADER_BYTES = 64 * 1024
_BETWEEN_TRIALS = 0.05
_STOPPING_SECONDS = 5
"""What is under way is done long before; what is waited for are browsers that keep a line open."""


@dataclass(frozen=True)
class Address:
    """Where the door listens, and by how many processes."""

    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 1


def serve(settings: Settings, address: Address, opened: Callable[[], None]) -> None:
    """Serve until the process is told to stop; what is being stored then is stored.

    `opened` is called once, from another thread, as soon as somebody can come in. Nothing is
    logged of requests. The address must be free: see `require_free`.
    """
    made = multiprocessing.Semaphore(0)
    beside = Thread(target=_call_when_open, args=(address, made, opened), daemon=True)
    server = EnduringServer(
        "rundfrage.respond.app:application",
        address.host,
        address.port,
        interface=Interfaces.ASGI,
        workers=address.workers,
        # One thread for the network: several would take turns with Python's own at every step.
        runtime_mode=RuntimeModes.st,
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(
            header_read_timeout=_IDLE_MILLISECONDS, max_buffer_size=_HEADER_BYTES
        ),
        websockets=False,
        backlog=_WAITING,
        backpressure=settings.lines,
        # Its warnings tell of workers that were stopped so, and of nothing else.
        log_level=LogLevels.error,
        log_access=False,
        workers_kill_timeout=_STOPPING_SECONDS,
        spawned=beside.start,
    )
    server.serve(target_loader=partial(application, settings, made.release), wrap_loader=False)


def _call_when_open(address: Address, made: Semaphore, opened: Callable[[], None]) -> None:
    for _ in range(address.workers):
        made.acquire()
    while True:
        with suppress(OSError):
            socket.create_connection((address.host, address.port)).close()
            break
        time.sleep(_BETWEEN_TRIALS)
    opened()


def require_free(address: Address) -> None:
    """Raise a Problem unless the address can be listened at.

    The processes share the port, and so would another server's of ours without noticing.
    """
    try:
        family, kind, _, _, place = socket.getaddrinfo(
            address.host, address.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(place)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            found, mend = (
                message("Port {port} is in use.", port=str(address.port)),
                message("Choose another."),
            )
        elif error.errno == errno.EACCES:
            found = message("You may not listen at port {port}.", port=str(address.port))
            mend = message("Choose one from 1024 on, and put nginx or Caddy before it.")
        else:
            found = message(
                "Nobody can listen at {host}: {reason}.",
                host=address.host,
                reason=error.strerror or error,
            )
            mend = message("Choose an address of this machine.")
        raise Problem(
            "cannot-listen",
            found=found,
            expected=message("a free port of this machine."),
            mend=mend,
        ) from None
