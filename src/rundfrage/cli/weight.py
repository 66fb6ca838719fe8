"""`rundfrage weight`: weights by which the answers have the margins of the population."""

from __future__ import annotations

from pathlib import Path
from shlex import quote
from typing import Annotated

import typer

from rundfrage import services
from rundfrage.cli.arguments import InAnswers
from rundfrage.cli.console import bar, results
from rundfrage.errors import Problem, Where
from rundfrage.locales import message, rounded
from rundfrage.services.weighting import Method, Settings, Unanswered


def weight(
    source: InAnswers,
    *,
    targets: Annotated[
        Path,
        typer.Option(help=message("A CSV file of targets: variable, category, share or count.")),
    ],
    method: Annotated[Method, typer.Option(help=message("How weights are made."))] = Method.RAKE,
    bounds: Annotated[
        str | None,
        typer.Option(
            help=message("Limits of the ratio to the base weight, such as 0.3,3."), metavar="LO,HI"
        ),
    ] = None,
    trim: Annotated[
        str | None,
        typer.Option(
            help=message("Limits of the weights in multiples of their mean, such as 0.2,5."),
            metavar="LO,HI",
        ),
    ] = None,
    base: Annotated[
        str | None, typer.Option(help=message("A numeric variable of base weights [all 1]."))
    ] = None,
    missing: Annotated[
        Unanswered,
        typer.Option(
            help=message("What is done with respondents who lack an answer that is needed.")
        ),
    ] = Unanswered.REFUSE,
    by: Annotated[
        list[str] | None,
        typer.Option(
            help=message("A variable by whose categories the dossier tells what weights cost.")
        ),
    ] = None,
    name: Annotated[str, typer.Option(help=message("The name of the weights."))] = "weight",
    formats: Annotated[
        str, typer.Option(help=message("Formats of the dossier, separated by commas."))
    ] = "html,pdf",
    language: Annotated[
        str | None, typer.Option(help=message("The language of the dossier [the survey's]."))
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            help=message("Write a copy of the answers with weights, instead of beside."),
        ),
    ] = None,
) -> None:
    """Make weights, and a dossier that shows what they do and cost."""
    weighing = services.Weighing(
        targets,
        Settings(method, _pair("bounds", bounds), _pair("trim", trim), base, missing),
        name,
        tuple(by or ()),
        language,
        tuple(one for one in formats.split(",") if one.strip()),
    )
    with bar() as progress:
        made = services.weigh(services.open_source(source), weighing, output, progress)
    _print(made, source if output is None else output, name)


def _pair(argument: str, words: str | None) -> tuple[float, float] | None:
    if words is None:
        return None
    try:
        low, high = (float(one) for one in words.split(","))
    except ValueError:
        raise Problem(
            "weighting-limits",
            where=Where(argument=argument),
            found=message("The limits are {words}.", words=repr(words)),
            expected=message("two numbers with a decimal point, divided by a comma."),
            mend=message("For example: --{argument} 0.3,3", argument=argument),
        ) from None
    return low, high


def _print(made: services.Weights, weighted: Path, name: str) -> None:
    appraisal = made.appraisal
    total, quantiles = appraisal.total, appraisal.distribution.quantiles
    results.print(
        message(
            "{n} weights from {lowest} to {highest}, design effect "
            "{design_effect}, effective n {effective}, {rounds} rounds",
            n=total.n,
            lowest=rounded(quantiles[0][1], ".3f"),
            highest=rounded(quantiles[-1][1], ".3f"),
            design_effect=rounded(total.design_effect, ".3f"),
            effective=rounded(total.effective, ".1f"),
            rounds=len(appraisal.weighting.solution.trail),
        )
    )
    for path in (made.file, *made.dossier):
        results.print(f"  {path}")
    results.print(
        message(
            "Use them with: rundfrage tables {weighted} --weight {name}",
            weighted=quote(str(weighted)),
            name=name,
        )
    )
