"""The commands for authors: `new`, `check`, `fmt` and `translate`."""

from __future__ import annotations

import json
from collections import Counter
from enum import StrEnum
from pathlib import Path
from shlex import quote
from typing import Annotated, Any

import typer

from rundfrage import services
from rundfrage.cli.arguments import InQuestionnaire
from rundfrage.cli.console import SEVERITIES, bar, results
from rundfrage.cli.remedies import mend_with_how
from rundfrage.errors import Problem
from rundfrage.locales import counted_message, message

_WORDS_SHOWN = 60


class Format(StrEnum):
    """How problems are printed."""

    TEXT = "text"
    JSON = "json"


def new(
    folder: Annotated[Path, typer.Argument(help=message("The new folder."), metavar="DIR")],
    language: Annotated[
        str, typer.Option(help=message("The language of the starter: de or en."))
    ] = "en",
) -> None:
    """Start a survey with a questionnaire that shows the usual kinds of question."""
    survey = services.start_survey(folder, language)
    results.print(
        message(
            "Written: {questionnaire}\nChange it in any text editor, then: rundfrage "
            "check {folder}",
            questionnaire=survey.questionnaire,
            folder=quote(str(folder)),
        )
    )


def check(
    path: InQuestionnaire,
    form: Annotated[
        Format, typer.Option("--format", help=message("How to print problems."))
    ] = Format.TEXT,
) -> None:
    """Find what is wrong with a questionnaire; ends with 1 if there is an error."""
    with bar() as progress:
        found = services.check(services.open_questionnaire(path), progress)
    if form is Format.JSON:
        shown = [_as_json(one) for one in found.problems]
        typer.echo(json.dumps(shown, ensure_ascii=False, indent=2))
    else:
        for one in found.problems:
            results.print(
                message(
                    "{where}: {severity}: {found} Expected: {expected} {mend} [{code}]",
                    where=one.where,
                    severity=SEVERITIES[one.severity],
                    found=one.found,
                    expected=one.expected,
                    mend=mend_with_how(one),
                    code=one.code,
                )
            )
        warnings = len(found.problems) - found.errors
        counts = {
            "file": found.file,
            "errors": counted_message("{count} error", "{count} errors", found.errors),
            "warnings": counted_message("{count} warning", "{count} warnings", warnings),
        }
        if found.pages:
            results.print(
                message(
                    "{file}: {questions} on {pages}, {errors}, {warnings}.",
                    questions=counted_message(
                        "{count} question", "{count} questions", found.questions
                    ),
                    pages=counted_message("{count} page", "{count} pages", found.pages),
                    **counts,
                )
            )
        else:
            results.print(message("{file}: {errors}, {warnings}.", **counts))
    if found.errors:
        raise typer.Exit(1)


def fmt(
    path: InQuestionnaire,
    *,
    check: Annotated[
        bool,
        typer.Option("--check", help=message("Change nothing; end with 1 if it would be changed.")),
    ] = False,
    as_json: Annotated[
        bool,
        typer.Option("--json", help=message("Print the JSON form instead, with all translations.")),
    ] = False,
) -> None:
    """Write a questionnaire in the canonical layout; a JSON file is printed as Markdown."""
    survey = services.open_questionnaire(path)
    if as_json:
        typer.echo(json.dumps(services.json_form(survey), ensure_ascii=False, indent=2))
        return
    laid = services.lay_out(survey, write_file=not check)
    match laid.layout:
        case services.Layout.JSON:
            typer.echo(laid.words, nl=False)
        case services.Layout.CANONICAL:
            results.print(message("Already in the canonical layout: {file}", file=laid.file))
        case services.Layout.LAID_OUT:
            results.print(message("Laid out: {file}", file=laid.file))
        case services.Layout.OTHER:
            results.print(message("Not in the canonical layout: {file}", file=laid.file))
            results.print(message("Lay it out with: rundfrage fmt {path}", path=quote(str(path))))
            raise typer.Exit(1)


def translate(
    path: InQuestionnaire,
    language: Annotated[
        list[str] | None,
        typer.Option(help=message("A language to translate into; can be given several times.")),
    ] = None,
    *,
    door: Annotated[
        bool,
        typer.Option(
            "--door",
            help=message(
                "With the words of the pages themselves (buttons, messages) also where they "
                "are built in, to change them."
            ),
        ),
    ] = False,
    program: Annotated[
        bool,
        typer.Option(
            "--program",
            help=message(
                "With all words of the program itself: those of the pages, of decks, tables, "
                "paper and letters."
            ),
        ),
    ] = False,
) -> None:
    """Make or update the PO files of a survey's translations, and list what is missing."""
    survey = services.open_questionnaire(path)
    with bar() as progress:
        done = services.translate(
            survey, language or (), door=door, program=program, progress=progress
        )
    for one in done:
        _print_translated(one)


def _print_translated(one: services.Translated) -> None:
    results.print(
        message(
            "{done}: {file} ({texts}, {count} to translate)",
            done=message("Written") if one.written else message("Up to date"),
            file=one.file,
            texts=counted_message("{count} text", "{count} texts", one.texts),
            count=len(one.lacking),
        )
    )
    for text in one.lacking:
        if text.domain:
            continue
        shown = text.words.replace("\n", " ")
        cut = f"{shown[:_WORDS_SHOWN]} …" if len(shown) > _WORDS_SHOWN else shown
        if text.to_look_over:
            results.print(
                message("  {context}: {words} (look over)", context=text.context, words=cut)
            )
        else:
            results.print(f"  {text.context}: {cut}")
    for head, number in Counter(text.head for text in one.lacking if text.domain).items():
        words = counted_message("{count} word", "{count} words", number)
        if head == "door:":
            results.print(
                message(
                    "  {head}…: {words} of the pages themselves, in English until then",
                    head=head,
                    words=words,
                )
            )
        else:
            results.print(
                message(
                    "  {head}…: {words} of the program itself, in English until then",
                    head=head,
                    words=words,
                )
            )


def _as_json(problem: Problem) -> dict[str, Any]:
    return {
        "severity": problem.severity,
        "code": problem.code,
        "file": problem.where.file,
        "line": problem.where.line,
        "name": problem.where.name,
        "found": problem.found,
        "expected": problem.expected,
        "mend": mend_with_how(problem),
    }
