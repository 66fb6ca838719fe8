"""Ctrl+C: wherever it falls, a command ends calmly, and leaves nothing half written.

While work is done that asks before each step, it is a wish that is heeded then. Anywhere else it
breaks the command off at once. Where that falls into an import, anything may be raised in its
place, now or later: so whatever is raised after it is the interrupt.
"""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType
from typing import Never, Protocol

INTERRUPTED = 130
"""The exit status after Ctrl+C, as shells have it."""


class Stoppable(Protocol):
    """Work that asks whether it is to stop."""

    cancelled: bool


@dataclass
class _Interrupt:
    """Whether Ctrl+C was pressed, and no command has ended or begun since."""

    pressed: bool = False


_interrupt = _Interrupt()


def was_interrupted() -> bool:
    """Whether Ctrl+C was pressed; asked for the last time then."""
    pressed, _interrupt.pressed = _interrupt.pressed, False
    return pressed


def heed_interrupts() -> None:
    """Begin nothing more, by a KeyboardInterrupt, if Ctrl+C was pressed and all went on."""
    if was_interrupted():
        raise KeyboardInterrupt


@contextmanager
def listening(answer: Callable[[int, FrameType | None], object]) -> Iterator[None]:
    """Ctrl+C gets this answer for a while.

    Only the main thread hears signals, and who was told to ignore them goes on doing so.
    """
    before = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or not callable(before):
        yield
        return
    signal.signal(signal.SIGINT, answer)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def break_off(number: int, frame: FrameType | None) -> Never:  # noqa: ARG001 - Python's signature
    """Break off what the process does, wherever it is."""
    _interrupt.pressed = True
    # What could not be taken down properly after it is no news.
    sys.unraisablehook = lambda _: None
    raise KeyboardInterrupt


@contextmanager
def stopping(work: Stoppable) -> Iterator[None]:
    """Ctrl+C stops the work before its next step; pressed again, wherever it is.

    If the work ended all the same, the command does nothing more.
    """
    before = signal.getsignal(signal.SIGINT)

    def stop(number: int, frame: FrameType | None) -> None:
        if work.cancelled and callable(before):
            before(number, frame)
        work.cancelled = True

    with listening(stop):
        yield
    _interrupt.pressed = work.cancelled
