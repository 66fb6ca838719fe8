"""Arguments and options that several commands take, each with one meaning and one help."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from rundfrage import services
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


def open_survey(
    path: Path, journal: str | None = None, participation: str | None = None
) -> services.Survey:
    """The survey in that folder, with these databases where they are given.

    What settings name as secrets are variables of the environment, of those that are rundfrage's.
    """
    secrets = {name: value for name, value in os.environ.items() if name.startswith(SECRETS)}
    survey = services.open_survey(path, secrets)
    return services.with_databases(survey, journal, participation)
