"""A process that works until it is killed, and says line by line what it did."""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO


@dataclass(frozen=True)
class Working:
    """The process: the lines that it has said, and its end."""

    process: int
    lines: BinaryIO

    def kill(self) -> bytes:
        """Kill it; the lines that it said before and nobody has read."""
        os.kill(self.process, signal.SIGKILL)
        return self.lines.read()


@contextmanager
def working(work: Callable[[int], object]) -> Iterator[Working]:
    """A fork of this process that does the work, which writes lines into a pipe, till the kill."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        # Nothing of the parent's may run on in the child: no clean-up, no tests.
        with contextlib.suppress(BaseException):
            os.close(reading)
            work(writing)
        os._exit(1)
    os.close(writing)
    with os.fdopen(reading, "rb") as lines:
        yield Working(process, lines)
    _, status = os.waitpid(process, 0)
    assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL
