"""Lines: the connections that people hold open, of which a process can have so many and no more.

Whoever opens connections and says nothing would shut everybody else out. So a process takes all the
descriptors that it may have, gives a silent line up after some seconds, and ends the longest silent
ones at once where few are left. It remembers nobody's address for that: the kernel knows how long
each line has been silent.
"""

from __future__ import annotations

import asyncio
import os
import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

MOST_LINES = 8192
"""How many a process holds; most of them wait for somebody to read a page."""
FEWEST_LINES = 64
_FOR_FILES = 128
"""Descriptors that databases, logs and the like may need beside the lines."""
_CROWDED, _ROOMY = 0.8, 0.6
"""Above the one part of the lines the silent are ended, until the other is reached."""
_GLANCE = 0.5
_SILENT_MILLISECONDS = 1000
"""Whoever sent something so lately is being answered."""
_DESCRIPTORS = Path("/proc/self/fd")
_LENGTH, _SILENCE = 104, 52
"""Of Linux's struct tcp_info: its size, and where the milliseconds since the last data stand."""


def lines_of_process() -> int:
    """Have as many descriptors as the system allows; how many lines they are enough for."""
    with suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - Windows has none

        _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
        if most != resource.RLIM_INFINITY:
            return max(FEWEST_LINES, min(MOST_LINES, most - _FOR_FILES))
    return MOST_LINES


async def end_silent_lines(port: int, lines: int) -> None:
    """As long as the door is open: end the longest silent lines at the port when there are many."""
    while True:
        await asyncio.sleep(_GLANCE)
        _make_room(port, lines)


def _make_room(port: int, lines: int) -> None:
    """End silent lines if there are many; where there is no /proc, nothing is known of them."""
    with suppress(OSError):
        descriptors = [int(one.name) for one in _DESCRIPTORS.iterdir()]
        if len(descriptors) > _CROWDED * lines:
            _end(port, descriptors, len(descriptors) - int(_ROOMY * lines))


def _end(port: int, descriptors: list[int], count: int) -> None:
    """End the longest silent lines, at most so many."""
    silent: list[tuple[int, int]] = []
    for one in descriptors:
        with suppress(OSError), _borrowed(one) as line:
            if (silence := _silence(line, port)) >= _SILENT_MILLISECONDS:
                silent.append((silence, one))
    for _, one in sorted(silent, reverse=True)[:count]:
        with suppress(OSError), _borrowed(one) as line:
            # Its number may stand for another one by now.
            if _silence(line, port) >= _SILENT_MILLISECONDS:
                line.shutdown(socket.SHUT_RDWR)


@contextmanager
def _borrowed(descriptor: int) -> Iterator[socket.socket]:
    """The socket of the descriptor, which stays open; raises an OSError if it is none."""
    own = os.dup(descriptor)
    try:
        line = socket.socket(fileno=own)
    except OSError:
        os.close(own)
        raise
    with line:
        yield line


def _silence(line: socket.socket, port: int) -> int:
    """For how many milliseconds nothing has come; -1 if it is no line of somebody's at the port."""
    if line.family not in (socket.AF_INET, socket.AF_INET6) or line.getsockname()[1] != port:
        return -1
    line.getpeername()
    known = line.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, _LENGTH)
    if len(known) < _SILENCE + struct.calcsize("I"):
        # A kernel with a shorter struct doesn't tell.
        return -1
    (silence,) = struct.unpack_from("I", known, _SILENCE)
    return int(silence)
