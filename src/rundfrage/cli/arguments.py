"""Arguments and options that several commands take, each with one meaning and one help."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rundfrage.errors import Problem, Where
from rundfrage.questionnaire.markdown.read import FILE


def _folder(given: Path) -> Path:
    """The survey's folder, also where its questionnaire is named; raises a Problem if it's none."""
    folder = given.parent if given.name == FILE and given.is_file() else given
    if not folder.is_dir():
        raise Problem(
            "no-such-folder",
            where=Where(str(given)),
            found="This is a file." if given.exists() else "There is no such folder.",
            expected=f"the folder of a survey, which holds its {FILE}.",
            mend="Check the path, or start a survey.",
        )
    return folder


Survey = Annotated[Path, typer.Argument(help="The survey folder.", metavar="DIR", callback=_folder)]
InJournal = Annotated[
    str,
    typer.Option(
        "--journal", help="Where answers are kept: sqlite (responses.db in DIR) or postgresql://…"
    ),
]
InParticipation = Annotated[
    str,
    typer.Option(
        "--participation",
        help="Where invitations are kept: sqlite (participation.db in DIR) or postgresql://…",
    ),
]
