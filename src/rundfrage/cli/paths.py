"""The command `paths`: a few answer patterns that visit every question."""

from __future__ import annotations

import datetime
import json
from decimal import Decimal
from typing import Annotated, Any

import typer

from rundfrage import services
from rundfrage.cli.arguments import InQuestionnaire
from rundfrage.cli.console import results
from rundfrage.cli.questionnaire import Format


def paths(
    path: InQuestionnaire,
    form: Annotated[Format, typer.Option("--format", help="How to print paths.")] = Format.TEXT,
) -> None:
    """Print a few answer patterns that together visit every question, to try a survey out.

    Ends with 1 if there is a question that no answers lead to.
    """
    found = services.find_paths(services.open_questionnaire(path))
    if form is Format.JSON:
        typer.echo(json.dumps(_as_json(found), ensure_ascii=False, indent=2))
    else:
        for line in _lines(found):
            results.print(line)
    if found.never:
        raise typer.Exit(1)


def _lines(found: services.Paths) -> list[str]:
    visited = found.questions - len(found.never) - len(found.unknown)
    number = "1 path visits" if len(found.ways) == 1 else f"{len(found.ways)} paths visit"
    fewer = "no fewer would do" if found.smallest else "fewer may do"
    lines = [f"{number} {visited} of {found.questions} questions; {fewer}."]
    for place, way in enumerate(found.ways, start=1):
        lines += ["", f"{place}. {way.words or 'no answer at all'}"]
        lines += [f"   visits {len(way.visits)}: {', '.join(way.visits)}"]
    if found.never:
        lines += ["", f"No answers lead to: {', '.join(found.never)}"]
    if found.unknown:
        lines += ["", f"Too intricate to find out: {', '.join(found.unknown)}"]
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
