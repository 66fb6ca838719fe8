"""Where the commands print: results, and beside them problems and faults of our own."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from rundfrage.cli.remedies import how_to_mend, place_of
from rundfrage.errors import Problem

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

FAULT = 70
"""The exit status of an internal fault (EX_SOFTWARE)."""

INTERRUPTED = 130
"""The exit status after Ctrl+C, as shells have it."""

errors = Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True)
"""Problems and progress."""

results = Console(highlight=False, markup=False, emoji=False, soft_wrap=True)
"""Lines as they are: brackets and colons mean nothing, and a path stays in one piece in a pipe."""

fitted = Console(highlight=False, markup=False, emoji=False)
"""Tables and pages, fitted into the width of the terminal."""

_MOST = 20


def show_problem(problem: Problem) -> None:
    """Print a problem and those found with it, each with its place, its mend, and what to type."""
    everything = problem.all
    for one in everything[:_MOST]:
        colour = "red" if one.severity == "error" else "yellow"
        head = Text()
        head.append(f"{one.severity}: ", style=f"bold {colour}")
        place = place_of(one.where)
        if place:
            head.append(f"{place}: ", style="bold")
        head.append(one.found)
        errors.print(head)
        errors.print(Text(f"  expected: {one.expected}"))
        errors.print(Text(f"  mend:     {one.mend}"))
        if how := how_to_mend(one):
            errors.print(Text(f"  how:      {how}"))
        errors.print(Text(f"  [{one.code}]", style="dim"))
    if len(everything) > _MOST:
        errors.print(f"… and {len(everything) - _MOST} more problems.")


def write_bytes(content: bytes) -> None:
    """Print a file as it is."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    else:
        sys.stdout.write(content.decode())


class Bar:
    """The progress of a service, as a bar on a terminal."""

    cancelled = False

    def __init__(self, shown: Progress, task: TaskID) -> None:
        self._shown = shown
        self._task = task

    def expect(self, steps: int) -> None:
        """So many steps are to come."""
        self._shown.update(self._task, total=steps)

    def step(self, name: str) -> None:
        """The step of that name begins, and the one before it has ended."""
        begun = bool(self._shown.tasks[0].fields["begun"])
        self._shown.update(self._task, description=name, advance=int(begun), begun=True)


@contextmanager
def bar() -> Iterator[Bar]:
    """A bar as long as a service works; nothing where errors don't go to a terminal."""
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(
        *columns, console=errors, transient=True, disable=not errors.is_terminal
    ) as shown:
        yield Bar(shown, shown.add_task("", total=None, begun=False))


def show_fault(fault: Exception) -> None:
    """Say that the fault is ours, and how to see and report it."""
    errors.print(
        Text(
            f"rundfrage made a mistake of its own ({type(fault).__name__}: {fault}).\n"
            "No file was left half written. Run the command again as `rundfrage --debug …` to see "
            "where, and please report it with that output.",
            style="red",
        )
    )
