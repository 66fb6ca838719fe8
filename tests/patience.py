"""How long a test waits for what must come before it says that it hangs.

A bound of this kind is no measure: it is longer than anything takes on a small machine that has ten
other things to do, so that it ends only what would never end. What a test waits for is a condition,
looked at again and again, never a time in which it should have come.
"""

import time
from collections.abc import Callable
from typing import TypeVar

PATIENCE = 600
"""Seconds."""

Value = TypeVar("Value")


def until(
    holds: Callable[[], Value], not_yet: type[Exception] | tuple[type[Exception], ...] = ()
) -> Value:
    """Wait until `holds()` is true, and return what it gave; errors that are `not_yet` pass."""
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends:
        try:
            if value := holds():
                return value
        except not_yet:
            pass
        time.sleep(0.05)
    raise AssertionError("it never came")
