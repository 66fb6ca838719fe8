"""The command `paths`: a few answer patterns that visit every question."""

from __future__ import annotations

import datetime
import json
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rundfrage.cli.console import results
from rundfrage.cli.questionnaire import Format, Survey
from rundfrage.errors import raise_all
from rundfrage.kinds import KINDS
from rundfrage.questionnaire.checks.conditions import check_conditions
from rundfrage.questionnaire.checks.ground import Ground
from rundfrage.questionnaire.checks.route import Route, route_of
from rundfrage.questionnaire.folder import questionnaire_file, read_folder
from rundfrage.rules.answer_space import Answer

if TYPE_CHECKING:
    from rundfrage.rules.cover import Cover


def paths(
    path: Survey,
    form: Annotated[Format, typer.Option("--format", help="How to print paths.")] = Format.TEXT,
) -> None:
    """Print a few answer patterns that together visit every question, to try a survey out.

    Ends with 1 if there is a question that no answers lead to.
    """
    # The solver's library takes as long to load as all the rest of this command.
    from rundfrage.rules.cover import cover  # noqa: PLC0415

    file = questionnaire_file(path)
    ground = Ground(read_folder(file, KINDS), str(file))
    raise_all(check_conditions(ground))
    route = route_of(ground)
    found = cover(route.stops, route.questions)
    if form is Format.JSON:
        typer.echo(json.dumps(_as_json(route, found), ensure_ascii=False, indent=2))
    else:
        for line in _lines(route, found):
            results.print(line)
    if found.missed:
        raise typer.Exit(1)


def _lines(route: Route, found: Cover) -> list[str]:
    total = len(route.questions)
    visited = total - len(found.missed) - len(found.unknown)
    one = len(found.paths) == 1
    number = "1 path visits" if one else f"{len(found.paths)} paths visit"
    fewer = "no fewer would do" if found.smallest else "fewer may do"
    lines = [f"{number} {visited} of {total} questions; {fewer}."]
    for place, path in enumerate(found.paths, start=1):
        answers = route.words(path.answers) or "no answer at all"
        names = route.questions_at(path.visits)
        lines += ["", f"{place}. {answers}", f"   visits {len(names)}: {', '.join(names)}"]
    if found.missed:
        lines += ["", f"No answers lead to: {', '.join(route.questions_at(found.missed))}"]
    if found.unknown:
        lines += ["", f"Too intricate to find out: {', '.join(route.questions_at(found.unknown))}"]
    return lines


def _as_json(route: Route, found: Cover) -> dict[str, Any]:
    return {
        "smallest": found.smallest,
        "paths": [
            {
                "answers": {name: _plain(answer) for name, answer in path.answers.items()},
                "words": route.words(path.answers),
                "visits": route.questions_at(path.visits),
            }
            for path in found.paths
        ],
        "never": route.questions_at(found.missed),
        "unknown": route.questions_at(found.unknown),
    }


def _plain(answer: Answer) -> str | float | list[str]:
    match answer:
        case frozenset():
            return sorted(answer)
        case Decimal():
            return int(answer) if answer == answer.to_integral_value() else float(answer)
        case datetime.date():
            return answer.isoformat()
    return answer
