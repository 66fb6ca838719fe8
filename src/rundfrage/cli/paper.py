"""`rundfrage print`: the questionnaire as a form on paper."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rundfrage.cli.console import results
from rundfrage.errors import Problem, Where, did_you_mean
from rundfrage.kinds import read_questionnaire
from rundfrage.manuscript.writing import write_whole
from rundfrage.paper.form import form
from rundfrage.questionnaire.versions.canonical import canonical, version_name


def print(  # noqa: A001 - the command's name
    survey: Annotated[
        Path, typer.Argument(help="A survey folder, or a questionnaire.", metavar="DIR|FILE")
    ],
    *,
    language: Annotated[
        list[str] | None,
        typer.Option("--language", "-l", help="Only this language; may be given several times."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="The folder to write to; out in the survey's else."),
    ] = None,
) -> None:
    """Make a form to print and fill in by hand, a PDF for everybody in each language."""
    questionnaire = read_questionnaire(survey)
    languages = questionnaire.study.languages or (questionnaire.study.language,)
    for one in language or ():
        if one not in languages:
            raise Problem(
                "paper-language",
                where=Where(str(survey)),
                found=f"The questionnaire isn't written in {one}.",
                expected=f"one of its languages: {', '.join(languages)}.",
                mend=did_you_mean(one, languages) or "Translate it.",
            )
    folder = output or (survey if survey.is_dir() else survey.parent) / "out"
    version = version_name(canonical(questionnaire))
    for one in language or languages:
        target = folder / f"{questionnaire.study.name}-form-{one}.pdf"
        write_whole(target, form(questionnaire, one, version))
        results.print(str(target))
