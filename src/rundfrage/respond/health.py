"""Health: whether answers can be stored and people let in, for those who watch over a server.

It is tried, not concluded: the databases are written, and nothing is left behind. However often
somebody asks, it is tried once in a while and once at a time.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping

from rundfrage.errors import Problem

KEPT_SECONDS = 5.0
"""So long an answer is given again."""
PATIENCE_SECONDS = 3.0
"""Who would have to wait longer for an answer to be stored is not served well."""

Probe = Callable[[], Awaitable[None]]


class Health:
    """Belongs to one event loop; `probes` are what may be wrong, and what finds it out."""

    def __init__(self, probes: Mapping[str, Probe]) -> None:
        self._probes = probes
        self._doubted = ""
        """What is being tried, or what was found to be wrong last."""
        self._at = -KEPT_SECONDS
        self._trying: asyncio.Task[None] | None = None

    async def complaint(self) -> str:
        """What is wrong; empty if nothing is."""
        if self._trying is None:
            if time.monotonic() - self._at < KEPT_SECONDS:
                return self._doubted
            self._trying = asyncio.create_task(self._try())
        await asyncio.wait({self._trying}, timeout=PATIENCE_SECONDS)
        return self._doubted

    async def _try(self) -> None:
        try:
            for complaint, probe in self._probes.items():
                self._doubted = complaint
                await probe()
            self._doubted = ""
        except Problem:
            # What was tried stays the complaint.
            return
        finally:
            self._at = time.monotonic()
            self._trying = None
