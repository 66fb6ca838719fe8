"""The workers: processes that serve, each of which is made anew when it falls.

Granian gives the whole server up if a worker falls twice within some seconds: whoever can make one
process fall, or a machine short of memory, would end the survey for all. Here the others go on, and
the one that fell is back at once, though not more often than every second. And where the server
itself is killed its workers end too: else they would keep the port, and nobody could stop them.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import time
from collections.abc import Callable
from typing import Any

from granian.server.mp import MPServer, WorkerProcess
from starlette.types import ASGIApp

_BETWEEN_FALLS = 1.0
"""Seconds from a worker's beginning to that of the next in its place, at least."""


def end_with_parent() -> None:
    """Have this worker stop, as if it were told to, when the server that made it is gone."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    loop = asyncio.get_running_loop()

    def stop() -> None:
        loop.remove_reader(parent.sentinel)
        os.kill(os.getpid(), signal.SIGTERM)

    loop.add_reader(parent.sentinel, stop)


class EnduringServer(MPServer):
    """Granian's server, which ends only when it is told to.

    `spawned` is called when its first workers are made.
    """

    def __init__(self, *given: Any, spawned: Callable[[], None], **named: Any) -> None:
        super().__init__(*given, **named)
        self._spawned = spawned

    def _spawn_workers(
        self, spawn_target: Callable[..., None], target_loader: Callable[..., ASGIApp]
    ) -> None:
        """Make all workers, and only then the threads beside.

        A worker is copied from this process, and with it what a thread holds at that moment, which
        nobody lets go of there.
        """
        made = [
            self._spawn_worker(idx=idx, target=spawn_target, callback_loader=target_loader)
            for idx in range(self.workers)
        ]
        for worker in made:
            worker.inner.start()
        self.wrks.extend(made)
        for worker in made:
            worker._watch()  # type: ignore[no-untyped-call]  # noqa: SLF001 - as its start does then
        self._metrics.incr_spawn(self.workers)
        self._spawned()

    def _serve_loop(
        self, spawn_target: Callable[..., None], target_loader: Callable[..., ASGIApp]
    ) -> None:
        """Replace workers that have fallen, until a signal ends that."""
        while True:
            self.main_loop_interrupt.wait(self._until_next())
            self.main_loop_interrupt.clear()
            # Granian's own list of the fallen may lose one that falls while it is read.
            self.interrupt_children.clear()
            if self.interrupt_signal:
                return
            now = time.monotonic()
            due = [one.idx for one in self._fallen() if now >= one.birth + _BETWEEN_FALLS]
            if due:
                self._respawn_workers(due, spawn_target, target_loader)

    def _fallen(self) -> list[WorkerProcess]:
        return [worker for worker in self.wrks if not worker.inner.is_alive()]

    def _until_next(self) -> float | None:
        """Seconds until a worker is to be made; None if none has fallen."""
        due = [worker.birth + _BETWEEN_FALLS for worker in self._fallen()]
        return max(0.0, min(due) - time.monotonic()) if due else None
