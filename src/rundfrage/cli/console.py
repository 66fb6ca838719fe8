"""Where the commands print: results, and beside them problems and faults of our own."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from rundfrage.cli.remedies import how_to_mend, place_of
from rundfrage.errors import Problem

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
