"""`python -m rundfrage` is the command `rundfrage`, which begins here.

Nothing large is imported before Ctrl+C has its answer: until the command line is there, nothing
is begun, and the process ends at once.
"""

import gc
import signal
from os import _exit
from types import FrameType

ALLOCATIONS = 50_000
"""So many objects more than were freed are made before cycles among them are looked for.

By default it is 700, and a command, which makes many objects and ends soon, spent a tenth of its
time on looking.
"""
INTERRUPTED = 130
"""The exit status after Ctrl+C, as shells have it."""


def leave(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - Python's signature
    """End the process, of which nothing is left to be tidied up."""
    _exit(INTERRUPTED)


def main() -> None:
    """Run the command line; who was told to ignore Ctrl+C goes on doing so."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, leave)
    gc.set_threshold(ALLOCATIONS)
    from rundfrage.cli import run_process  # noqa: PLC0415 - Ctrl+C has its answer first

    _exit(run_process())


if __name__ == "__main__":
    main()
