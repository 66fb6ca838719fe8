"""How commands that need the key of the participation ask for its shares, if it was split."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from rundfrage import services
from rundfrage.cli.console import errors, show_problem
from rundfrage.cli.language import localised
from rundfrage.errors import Problem
from rundfrage.locales import message

InShares = Annotated[
    list[Path] | None,
    typer.Option(
        "--share",
        help=message(
            "The file of a share of the key; once for each. Asked for if the key was split."
        ),
    ),
]
_TRIALS = 3


def with_key(survey: services.Survey, files: list[Path] | None) -> services.Survey:
    """The survey with its key in memory, if it was split; else as it is.

    Without files the shares are asked for in a terminal; nothing of what is typed is shown.
    """
    shares = shares_of(survey, files)
    return services.join_key(survey, shares) if shares else survey


def shares_of(survey: services.Survey, files: list[Path] | None) -> list[str]:
    """The shares in the files, or those that are typed; none where nobody can be asked."""
    if files:
        return [services.read_share(file) for file in files]
    needed = services.shares_to_ask_for(survey) if sys.stdin.isatty() else 0
    return [_typed(at, needed) for at in range(1, needed + 1)]


def _typed(at: int, needed: int) -> str:
    """The words that somebody types; a mistake can be mended twice."""
    asked = message("Share {at} of {needed}: all its words (not shown)", at=at, needed=needed)
    for trial in range(1, _TRIALS + 1):
        words: str = typer.prompt(localised(asked), hide_input=True, err=True)
        try:
            services.require_share(words)
        except Problem as problem:
            if trial == _TRIALS:
                raise
            show_problem(problem)
            errors.print(message("Once more:"))
        else:
            return words
    raise AssertionError
