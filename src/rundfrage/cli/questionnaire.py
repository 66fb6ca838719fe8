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
from rundfrage.cli.console import results
from rundfrage.cli.remedies import mend_with_how
from rundfrage.errors import Problem
from rundfrage.text import counted

_WORDS_SHOWN = 60


class Format(StrEnum):
    """How problems are printed."""

    TEXT = "text"
    JSON = "json"


def new(
    folder: Annotated[Path, typer.Argument(help="The new folder.", metavar="DIR")],
    language: Annotated[str, typer.Option(help="The language of the starter: de or en.")] = "en",
) -> None:
    """Start a survey with a questionnaire that shows each kind of question."""
    survey = services.start_survey(folder, language)
    results.print(
        f"Written: {survey.questionnaire}\n"
        f"Change it in any text editor, then: rundfrage check {quote(str(folder))}"
    )


def check(
    path: InQuestionnaire,
    form: Annotated[Format, typer.Option("--format", help="How to print problems.")] = Format.TEXT,
) -> None:
    """Find what is wrong with a questionnaire; ends with 1 if there is an error."""
    found = services.check(services.open_questionnaire(path))
    if form is Format.JSON:
        shown = [_as_json(one) for one in found.problems]
        typer.echo(json.dumps(shown, ensure_ascii=False, indent=2))
    else:
        for one in found.problems:
            results.print(
                f"{one.where}: {one.severity}: {one.found} Expected: {one.expected} "
                f"{mend_with_how(one)} [{one.code}]"
            )
        size = (
            f"{counted(found.questions, 'question')} on {counted(found.pages, 'page')}, "
            if found.pages
            else ""
        )
        warnings = len(found.problems) - found.errors
        counts = f"{counted(found.errors, 'error')}, {counted(warnings, 'warning')}"
        results.print(f"{found.file}: {size}{counts}.")
    if found.errors:
        raise typer.Exit(1)


def fmt(
    path: InQuestionnaire,
    *,
    check: Annotated[
        bool, typer.Option("--check", help="Change nothing; end with 1 if it would be changed.")
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the JSON form instead, with all translations.")
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
            results.print(f"Already in the canonical layout: {laid.file}")
        case services.Layout.LAID_OUT:
            results.print(f"Laid out: {laid.file}")
        case services.Layout.OTHER:
            results.print(f"Not in the canonical layout: {laid.file}")
            results.print(f"Lay it out with: rundfrage fmt {quote(str(path))}")
            raise typer.Exit(1)


def translate(
    path: InQuestionnaire,
    language: Annotated[
        list[str] | None,
        typer.Option(help="A language to translate into; can be given several times."),
    ] = None,
    *,
    door: Annotated[
        bool,
        typer.Option(
            "--door",
            help="With the words of the pages themselves (buttons, messages) also where they are "
            "built in, to change them.",
        ),
    ] = False,
    program: Annotated[
        bool,
        typer.Option(
            "--program",
            help="With all words of the program itself: those of the pages, of decks, tables, "
            "paper and letters.",
        ),
    ] = False,
) -> None:
    """Make or update the PO files of a survey's translations, and list what is missing."""
    survey = services.open_questionnaire(path)
    for one in services.translate(survey, language or (), door=door, program=program):
        _print_translated(one)


def _print_translated(one: services.Translated) -> None:
    results.print(
        f"{'Written' if one.written else 'Up to date'}: {one.file} "
        f"({counted(one.texts, 'text')}, {len(one.lacking)} to translate)"
    )
    for text in one.lacking:
        if text.domain:
            continue
        words = text.words.replace("\n", " ")
        cut = f"{words[:_WORDS_SHOWN]} …" if len(words) > _WORDS_SHOWN else words
        results.print(f"  {text.context}: {cut}{' (look over)' if text.to_look_over else ''}")
    for head, number in Counter(text.head for text in one.lacking if text.domain).items():
        whose = "the pages themselves" if head == "door:" else "the program itself"
        results.print(f"  {head}…: {counted(number, 'word')} of {whose}, in English until then")


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
