"""Where the commands print: results, and beside them problems and faults of our own."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.text import Text

from rundfrage.cli.interrupts import heed_interrupts, stopping
from rundfrage.cli.language import localised
from rundfrage.cli.remedies import how_to_mend, place_of
from rundfrage.errors import Problem
from rundfrage.locales import message

if TYPE_CHECKING:
    from rich.progress import Progress

FAULT = 70
"""The exit status of an internal fault (EX_SOFTWARE)."""


class Lines(Console):
    """A console that says messages in its user's language."""

    def print(self, *objects: Any, **layout: Any) -> None:
        """Print the objects; messages in the user's language."""
        super().print(
            *(localised(one) if isinstance(one, str) else one for one in objects), **layout
        )


SEVERITIES = {"error": message("error"), "warning": message("warning")}
"""What a problem is called by its severity."""

errors = Lines(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True)
"""Problems and progress."""

results = Lines(highlight=False, markup=False, emoji=False, soft_wrap=True)
"""Lines as they are: brackets and colons mean nothing, and a path stays in one piece in a pipe."""

fitted = Lines(highlight=False, markup=False, emoji=False)
"""Tables and pages, fitted into the width of the terminal."""

_MOST = 20


def show_problem(problem: Problem) -> None:
    """Print a problem and those found with it, each with its place, its mend, and what to type."""
    everything = problem.all
    for one in everything[:_MOST]:
        colour = "red" if one.severity == "error" else "yellow"
        head = Text()
        head.append(f"{localised(SEVERITIES[one.severity])}: ", style=f"bold {colour}")
        place = place_of(one.where)
        if place:
            head.append(f"{place}: ", style="bold")
        head.append(localised(one.found))
        errors.print(head)
        lines = [
            (localised(message("expected:")), localised(one.expected)),
            (localised(message("mend:")), localised(one.mend)),
        ]
        if how := how_to_mend(one):
            lines.append((localised(message("how:")), localised(how)))
        width = max(len(label) for label, _ in lines)
        for label, words in lines:
            errors.print(Text(f"  {label:{width}} {words}"))
        errors.print(Text(f"  [{one.code}]", style="dim"))
    if len(everything) > _MOST:
        errors.print(message("… and {count} more problems.", count=len(everything) - _MOST))


def write_text(words: str) -> None:
    """Print lines as they are, in the encoding of the output."""
    sys.stdout.write(words)
    sys.stdout.flush()


def write_bytes(content: bytes) -> None:
    """Print a file as it is."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    else:
        sys.stdout.write(content.decode())


class Work:
    """The progress of a service, of which nothing is shown."""

    cancelled = False

    def expect(self, steps: int) -> None:
        """So many more steps are to come."""

    def step(self, name: str) -> None:
        """The step of that name begins."""


class Bar(Work):
    """The progress of a service, as a bar on a terminal."""

    def __init__(self, shown: Progress) -> None:
        self._shown = shown
        self._task = shown.add_task("", total=None)
        self._expected = 0
        self._begun = 0

    def expect(self, steps: int) -> None:
        """So many more steps are to come."""
        self._expected += steps
        self._shown.update(self._task, total=self._expected)

    def step(self, name: str) -> None:
        """The step of that name begins, and the one before it has ended."""
        self._shown.update(self._task, description=localised(name), completed=self._begun)
        self._begun += 1


@contextmanager
def bar() -> Iterator[Work]:
    """The progress of a service as long as it works: a bar where errors go to a terminal.

    Ctrl+C stops the work before its next step; pressed again, wherever it is. Pressed in the last
    step it comes too late: the work is done, and said, but the command does nothing more.
    """
    heed_interrupts()
    with _shown() as work, stopping(work):
        yield work


@contextmanager
def _shown() -> Iterator[Work]:
    if not errors.is_terminal:
        yield Work()
        return
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=errors, transient=True) as shown:
        yield Bar(shown)


def show_fault(fault: Exception) -> None:
    """Say that the fault is ours, and how to see and report it."""
    errors.print(
        Text(
            localised(
                message(
                    "rundfrage made a mistake of its own ({fault}).\n"
                    "No file was left half written. Run the command again as `rundfrage --debug …` "
                    "to see where, and please report it with that output.",
                    fault=f"{type(fault).__name__}: {fault}",
                )
            ),
            style="red",
        )
    )
