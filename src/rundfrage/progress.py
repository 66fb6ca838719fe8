"""Progress: how work that takes long says what it does, and how whoever asked for it stops it.

Work asks between two *steps* whether it is to stop, and then raises `Cancelled`. What it had not
finished by then is not there: nothing is written before the last step, and then all of it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

T = TypeVar("T")


class Cancelled(Exception):
    """Whoever asked for the work wants it no more; everything is as it was before."""


class Progress(Protocol):
    """What is shown of the work, and by which it is stopped."""

    @property
    def cancelled(self) -> bool:
        """Whether the work is to stop before its next step."""
        ...

    def expect(self, steps: int) -> None:
        """So many more steps are to come than were expected before; never said if unknown."""
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
    heed(progress, name)
    progress.step(name)


def heed(progress: Progress, name: str) -> None:
    """Go on within the step of that name; raises Cancelled if it is to stop."""
    if progress.cancelled:
        raise Cancelled(name)


def stepwise(
    items: Collection[T], progress: Progress, name: Callable[[T], str] = str
) -> Iterator[T]:
    """The items in turn, a step each; raises Cancelled before one that is not to begin."""
    progress.expect(len(items))
    for one in items:
        advance(progress, name(one))
        yield one
