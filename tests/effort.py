"""Effort: what something costs to compute, in a unit that is larger where the machine is slower.

A bound in seconds says as much of the machine as of the program. Here the measure is how long this
process takes, at the same time, for simple steps of Python, and only its own time on a processor
counts.
"""

import time
from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

ATTEMPTS = 4

Value = TypeVar("Value")


def million_steps() -> float:
    """Seconds on a processor for a million simple steps, now."""
    started = time.process_time()
    total = 0
    for number in range(1_000_000):
        total += number & 7
    return time.process_time() - started


_first_measured = lru_cache(million_steps)


def within(millions: float, work: Callable[[], Value]) -> tuple[Value, bool]:
    """What the work gives, and whether it costs less than so many million steps.

    A busy machine makes a short work dearer now and then, and a work that runs away dear always: so
    it may try again.
    """
    for attempt in range(ATTEMPTS):
        # Measured anew, on both sides of the work, only where the first measure says no: the
        # machine may be slower by now.
        before = million_steps() if attempt else _first_measured()
        started = time.process_time()
        value = work()
        spent = time.process_time() - started
        if spent < millions * before or (attempt and spent < millions * million_steps()):
            return value, True
    return value, False
