"""Arguments and options that several commands take, each with one meaning and one help."""

from __future__ import annotations

import inspect
import os
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Annotated, Any, get_type_hints

import typer

from rundfrage import services
from rundfrage.cli.account import who_is_at_work
from rundfrage.locales import message
from rundfrage.services.settings import SECRETS

InFolder = Annotated[Path, typer.Argument(help=message("The survey folder."), metavar="DIR")]
InQuestionnaire = Annotated[
    Path,
    typer.Argument(help=message("The survey folder, or its questionnaire."), metavar="DIR|FILE"),
]
InAnswers = Annotated[
    Path, typer.Argument(help=message("A survey folder, or a file of answers."), metavar="DIR|FILE")
]
InJournal = Annotated[
    str | None,
    typer.Option(
        "--journal",
        help=message(
            "Where answers are kept: sqlite (responses.db in DIR) or postgresql://… [as "
            "settings.toml says, or sqlite]."
        ),
    ),
]
InParticipation = Annotated[
    str | None,
    typer.Option(
        "--participation",
        help=message(
            "Where invitations are kept: sqlite (participation.db in DIR) or "
            "postgresql://… [as settings.toml says, or sqlite]."
        ),
    ),
]
InOrigin = Annotated[
    str | None,
    typer.Option(
        help=message(
            "Where respondents find the survey, as https://survey.example [as settings.toml says]."
        ),
    ),
]
InWeight = Annotated[str | None, typer.Option(help=message("A numeric variable to weight by."))]
InThreshold = Annotated[
    int, typer.Option(min=1, help=message("Bases smaller than this are not shown."))
]
InAnew = Annotated[
    bool,
    typer.Option(
        "--anew",
        help=message("Forget what was shown before, which nobody outside has seen."),
    ),
]


_READING: dict[str, Any] = {
    "encoding": Annotated[
        str | None,
        typer.Option(help=message("How the letters of a text file are written, as cp1250.")),
    ],
    "sheet": Annotated[
        str | None,
        typer.Option(
            help=message("The sheet of a workbook that holds the answers, or its number.")
        ),
    ],
    "skip": Annotated[
        int | None,
        typer.Option(min=0, help=message("How many rows stand above the names of the columns.")),
    ],
    "heading": Annotated[
        bool | None,
        typer.Option(
            "--heading/--no-heading",
            help=message("Whether a row of names stands above the answers."),
        ),
    ],
    "heading_rows": Annotated[
        int | None,
        typer.Option(min=1, help=message("How many rows of headings stand above the answers.")),
    ],
    "delimiter": Annotated[
        str | None,
        typer.Option(
            help=message("The sign between the cells of a text file; tab, or none in one column.")
        ),
    ],
    "footer": Annotated[
        int | None,
        typer.Option(min=0, help=message("How many rows below the answers are no respondents.")),
    ],
    "missing": Annotated[
        list[str] | None,
        typer.Option(
            help=message("A word or code that is no answer, as -99; can be given several times.")
        ),
    ],
    "decimal": Annotated[
        str | None, typer.Option(help=message("The mark before decimals: a point or a comma."))
    ],
    "day_first": Annotated[
        bool | None,
        typer.Option(
            "--day-first/--month-first",
            help=message("Whether 3/4/2020 is the third of April, or the fourth of March."),
        ),
    ],
    "where": Annotated[
        str | None,
        typer.Option(
            help=message(
                "Count only whom a condition holds for, as 'age >= 18'; names with blanks stand in "
                "quotation marks."
            )
        ),
    ],
    "without_repeats": Annotated[
        bool | None,
        typer.Option(
            "--without-repeats",
            help=message(
                "Count one of those whose answers are all the same, where that is no chance."
            ),
        ),
    ],
}


def reading(command: Callable[..., None]) -> Callable[..., None]:
    """The command with the options that say how a file of answers is to be read.

    It gets them in one piece, as its parameter `reading`.
    """

    @wraps(command)
    def with_reading(*given: Any, **named: Any) -> None:
        said = {name: named.pop(name) for name in _READING}
        said["missing"] = tuple(said["missing"] or ())
        command(*given, reading=services.Reading(**said), **named)

    hints = get_type_hints(command, include_extras=True)
    own = [
        one.replace(annotation=hints[one.name])
        for one in inspect.signature(command).parameters.values()
        if one.name != "reading"
    ]
    options = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=hint)
        for name, hint in _READING.items()
    ]
    parameters = [*own, *options]
    with_reading.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    with_reading.__annotations__ = {one.name: one.annotation for one in parameters}
    return with_reading


def open_survey(
    path: Path, journal: str | None = None, participation: str | None = None
) -> services.Survey:
    """The survey in that folder, with these databases where they are given.

    What settings name as secrets are variables of the environment, of those that are rundfrage's.
    """
    secrets = {name: value for name, value in os.environ.items() if name.startswith(SECRETS)}
    survey = services.open_survey(path, secrets, who_is_at_work())
    return services.with_databases(survey, journal, participation)
