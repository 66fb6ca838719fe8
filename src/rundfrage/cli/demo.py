"""`rundfrage demo`: the alliance survey of 2020, rebuilt from simulated answers."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer

from rundfrage import services
from rundfrage.cli.console import bar, results, show_problem
from rundfrage.locales import message, rounded

_RESPONDENTS = 484


def demo(
    folder: Annotated[
        Path, typer.Argument(help=message("Where to put the example survey."), metavar="DIR")
    ] = Path("rundfrage-demo"),
) -> None:
    """Copy the example survey, simulate its 484 respondents, and build the deck."""
    started = time.perf_counter()
    survey = services.copy_example(folder)
    targets = survey.beside("targets.toml")
    with bar() as progress:
        services.rehearse(
            survey, services.Rehearsal(_RESPONDENTS, targets=targets), progress=progress
        )
        deck = services.build_deck(survey, progress=progress)
    for warning in deck.warnings:
        show_problem(warning)
    results.print(
        message(
            "The alliance survey of 2020, {respondents} simulated respondents:",
            respondents=_RESPONDENTS,
        )
    )
    for path in deck.files:
        results.print(f"  {path.resolve()}")
    results.print(
        message("made in {seconds} s", seconds=rounded(time.perf_counter() - started, ".1f"))
    )
