"""`rundfrage simulate`: the rehearsal before the field."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rundfrage import services
from rundfrage.cli.arguments import InFolder, open_survey
from rundfrage.cli.console import bar, results
from rundfrage.locales import counted_message, message
from rundfrage.services.limits import MOST_RESPONDENTS


def simulate(
    survey: InFolder,
    n: Annotated[
        int, typer.Option("-n", min=1, max=MOST_RESPONDENTS, help=message("How many respondents."))
    ] = 484,
    *,
    seed: Annotated[
        int, typer.Option(min=0, help=message("The same seed gives the same answers."))
    ] = 1,
    targets: Annotated[
        Path | None, typer.Option(help=message("A TOML file of figures to meet as printed."))
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help=message("Where to write [DIR/simulated.csv].")),
    ] = None,
) -> None:
    """Let simulated respondents answer a questionnaire along its routing."""
    rehearsal = services.Rehearsal(n, seed, targets)
    with bar() as progress:
        path = services.rehearse(open_survey(survey), rehearsal, output, progress)
    results.print(
        counted_message(
            "{count} simulated respondent answered: {path}",
            "{count} simulated respondents answered: {path}",
            n,
            path=path,
        )
    )
