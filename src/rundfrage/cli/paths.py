"""The command `paths`: a few answer patterns that visit every question."""

from __future__ import annotations

import datetime
import json
from decimal import Decimal
from typing import Annotated, Any

import typer

from rundfrage import services
from rundfrage.cli.arguments import InQuestionnaire
from rundfrage.cli.console import bar, results
from rundfrage.cli.questionnaire import Format
from rundfrage.locales import counted_message, message


def paths(
    path: InQuestionnaire,
    form: Annotated[
        Format, typer.Option("--format", help=message("How to print paths."))
    ] = Format.TEXT,
) -> None:
    """Print a few answer patterns that together visit every question, to try a survey out.

    Ends with 1 if there is a question that no answers lead to.
    """
    with bar() as progress:
        found = services.find_paths(services.open_questionnaire(path), progress)
    if form is Format.JSON:
        typer.echo(json.dumps(_as_json(found), ensure_ascii=False, indent=2))
    else:
        for line in _lines(found):
            results.print(line)
    if found.never:
        raise typer.Exit(1)


def _lines(found: services.Paths) -> list[str]:
    visited = found.questions - len(found.never) - len(found.unknown)
    fewer = message("no fewer would do") if found.smallest else message("fewer may do")
    lines: list[str] = [
        counted_message(
            "{count} path visits {visited} of {questions} questions; {fewer}.",
            "{count} paths visit {visited} of {questions} questions; {fewer}.",
            len(found.ways),
            visited=visited,
            questions=found.questions,
            fewer=fewer,
        )
    ]
    for place, way in enumerate(found.ways, start=1):
        lines += ["", f"{place}. " + (way.words or message("no answer at all"))]
        lines += [
            message(
                "   visits {count}: {names}", count=len(way.visits), names=", ".join(way.visits)
            )
        ]
    if found.never:
        lines += ["", message("No answers lead to: {names}", names=", ".join(found.never))]
    if found.unknown:
        names = ", ".join(found.unknown)
        lines += ["", message("Too intricate to find out: {names}", names=names)]
    return lines


def _as_json(found: services.Paths) -> dict[str, Any]:
    return {
        "smallest": found.smallest,
        "paths": [
            {
                "answers": {name: _plain(answer) for name, answer in way.answers.items()},
                "words": way.words,
                "visits": way.visits,
            }
            for way in found.ways
        ],
        "never": found.never,
        "unknown": found.unknown,
    }


def _plain(answer: object) -> Any:  # noqa: ANN401 - whatever JSON holds
    match answer:
        case frozenset():
            return sorted(answer)
        case Decimal():
            return int(answer) if answer == answer.to_integral_value() else float(answer)
        case datetime.date():
            return answer.isoformat()
    return answer
