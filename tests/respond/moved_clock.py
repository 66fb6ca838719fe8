"""A clock that jumps, for the processes that are told to look at it.

libfaketime stands between these processes and the system's clock and reads from a file, at every
look at the clock, how far it is wrong. Time that runs on by itself (CLOCK_MONOTONIC) stays right,
as it does when an administrator, or a server for the time, sets the clock of a machine.
"""

from __future__ import annotations

import math
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

ZONE = "Europe/Berlin"
LIBRARIES = sorted(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))


class Clock:
    """A clock; `environment` are the variables that make a process look at it.

    It lies in a folder that whoever runs such a process can read.
    """

    def __init__(self, folder: Path) -> None:
        if not LIBRARIES:
            raise RuntimeError("libfaketime isn't installed: scripts/system-packages.sh faketime")
        self._file = folder / "clock"
        self.environment: Mapping[str, str] = {
            "LD_PRELOAD": str(LIBRARIES[-1]),
            "FAKETIME_TIMESTAMP_FILE": str(self._file),
            "FAKETIME_NO_CACHE": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "NO_FAKE_STAT": "1",
            "TZ": ZONE,
        }
        self._wrong_by(0)

    @contextmanager
    def keeper(self) -> Iterator[Mapping[str, str]]:
        """The variables for processes of this user, as long as one more keeps what they share.

        Each would leave shared memory of its own behind if it is killed, or becomes another.
        """
        words = "import os; print(os.environ['FAKETIME_SHARED'], flush=True); input()"
        with subprocess.Popen(
            [sys.executable, "-c", words],
            env={**os.environ, **self.environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as keeper:
            names = keeper.stdout.readline().strip()
            try:
                yield {**self.environment, "FAKETIME_SHARED": names}
            finally:
                keeper.communicate("\n")

    def show(self, reading: str) -> None:
        """Let it show this time in ZONE, as 2026-12-31 23:59:59, and go on from there."""
        shown = datetime.fromisoformat(reading).replace(tzinfo=ZoneInfo(ZONE))
        self._wrong_by(shown.timestamp() - time.time())

    def _wrong_by(self, seconds: float) -> None:
        # Whole or not at all: others look at it all the time.
        draft = self._file.with_suffix(".draft")
        draft.write_text(f"{math.ceil(seconds):+d}\n", encoding="ascii")
        draft.chmod(0o644)
        draft.replace(self._file)
