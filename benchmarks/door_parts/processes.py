"""What processes have taken of the processors, for benchmarks/interview.py and growth.py."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


class Processes:
    """The seconds of the processors that some processes and all that they start have taken."""

    def __init__(self, *roots: int) -> None:
        self._roots = roots

    def seconds(self) -> float:
        """Until now, of those that live and those that ended and were waited for."""
        return sum(map(_taken, self._roots))


def _taken(process: int) -> float:
    """In nanoseconds the kernel counts it for each thread."""
    folder = Path(f"/proc/{process}/task")
    total = 0.0
    # A process, or a thread, may end meanwhile.
    with suppress(OSError):
        for thread in folder.iterdir():
            total += int((thread / "schedstat").read_text().split()[0]) / 1e9
            children = (thread / "children").read_text().split()
            total += sum(_taken(int(child)) for child in children)
        ended = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[13:15]
        total += sum(map(int, ended)) / os.sysconf("SC_CLK_TCK")
    return total
