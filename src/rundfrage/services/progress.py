"""Progress: how a service that takes long says what it does, and how a front stops it.

A service asks between two steps whether it is to stop, and then raises `Cancelled`. What it had
not finished by then is not there: files appear whole or not at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


class Cancelled(Exception):
    """The front that asked for the work wants it no more; nothing is left half written."""


class Progress(Protocol):
    """What a front shows of the work, and by which it stops it."""

    @property
    def cancelled(self) -> bool:
        """Whether the work is to stop before its next step."""
        ...

    def expect(self, steps: int) -> None:
        """So many steps are to come."""
        ...

    def step(self, name: str) -> None:
        """The step of that name begins."""
        ...


@dataclass(frozen=True)
class Unwatched:
    """The progress of work that nobody watches and nobody stops."""

    cancelled: bool = False

    def expect(self, steps: int) -> None:
        """Nobody is told."""

    def step(self, name: str) -> None:
        """Nobody is told."""


UNWATCHED = Unwatched()


def advance(progress: Progress, name: str) -> None:
    """Begin the step of that name; raises Cancelled if no more are to begin."""
    if progress.cancelled:
        raise Cancelled(name)
    progress.step(name)
