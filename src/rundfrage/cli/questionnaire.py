"""The commands for authors: `new`, `check`, `fmt` and `translate`."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from shlex import quote
from typing import Annotated, Any

import typer
from babel.messages.catalog import Catalog

from rundfrage.cli.console import results
from rundfrage.cli.remedies import mend_with_how
from rundfrage.errors import Problem, Where
from rundfrage.kinds import KINDS
from rundfrage.locales.phrases import is_spoken
from rundfrage.manuscript.source import read_bytes
from rundfrage.manuscript.writing import write_whole
from rundfrage.questionnaire.checks import check as check_questionnaire
from rundfrage.questionnaire.folder import JSON, questionnaire_file, read_folder, read_source
from rundfrage.questionnaire.json.form import to_json
from rundfrage.questionnaire.markdown.write import write
from rundfrage.questionnaire.model import Questionnaire
from rundfrage.questionnaire.starter import LANGUAGES, start
from rundfrage.questionnaire.translation.catalog_update import (
    domains_in,
    same,
    untranslated,
    update,
)
from rundfrage.questionnaire.translation.own_phrases import Offered, offered
from rundfrage.questionnaire.translation.po_file import DOOR, po_words, read_po_file
from rundfrage.questionnaire.translation.translations import (
    FOLDER,
    languages_to_translate,
    with_po_files,
)
from rundfrage.respond.pages.phrases import unsaid
from rundfrage.text import counted

Survey = Annotated[
    Path, typer.Argument(help="The survey folder, or its questionnaire.", metavar="DIR|FILE")
]
_WORDS_SHOWN = 60


class Format(StrEnum):
    """How problems are printed."""

    TEXT = "text"
    JSON = "json"


def new(
    folder: Annotated[Path, typer.Argument(help="The new folder.", metavar="DIR")],
    language: Annotated[
        str, typer.Option(help=f"The language of the starter: {' or '.join(LANGUAGES)}.")
    ] = "en",
) -> None:
    """Start a survey with a questionnaire that shows each kind of question."""
    file = start(folder, language)
    results.print(
        f"Written: {file}\nChange it in any text editor, then: rundfrage check {quote(str(folder))}"
    )


def check(
    path: Survey,
    form: Annotated[Format, typer.Option("--format", help="How to print problems.")] = Format.TEXT,
) -> None:
    """Find what is wrong with a questionnaire; ends with 1 if there is an error."""
    file = questionnaire_file(path)
    problems, summary = _problems(file)
    if form is Format.JSON:
        typer.echo(json.dumps([_as_json(one) for one in problems], ensure_ascii=False, indent=2))
    else:
        for one in problems:
            results.print(
                f"{one.where}: {one.severity}: {one.found} Expected: {one.expected} "
                f"{mend_with_how(one)} [{one.code}]"
            )
        errors = sum(one.severity == "error" for one in problems)
        counts = f"{counted(errors, 'error')}, {counted(len(problems) - errors, 'warning')}"
        results.print(f"{file}: {summary}{counts}.")
    if any(one.severity == "error" for one in problems):
        raise typer.Exit(1)


def fmt(
    path: Survey,
    *,
    check: Annotated[
        bool, typer.Option("--check", help="Change nothing; end with 1 if it would be changed.")
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the JSON form instead, with all translations.")
    ] = False,
) -> None:
    """Write a questionnaire in the canonical layout; a JSON file is printed as Markdown."""
    file = questionnaire_file(path)
    if as_json:
        data = to_json(read_folder(file, KINDS))
        typer.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return
    words = write(read_source(file, KINDS))
    if file.suffix == JSON:
        typer.echo(words, nl=False)
    elif words.encode() == read_bytes(file):
        results.print(f"Already in the canonical layout: {file}")
    elif check:
        results.print(f"Not in the canonical layout: {file}")
        results.print(f"Lay it out with: rundfrage fmt {quote(str(path))}")
        raise typer.Exit(1)
    else:
        write_whole(file, words)
        results.print(f"Laid out: {file}")


def translate(
    path: Survey,
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
) -> None:
    """Make or update the PO files of a survey's translations, and list what is missing."""
    file = questionnaire_file(path)
    if file.suffix == JSON:
        raise Problem(
            "json-translations",
            where=Where(str(file)),
            found="A questionnaire in JSON holds its translations itself.",
            expected="a questionnaire.md.",
            mend="Turn it into Markdown first.",
        )
    questionnaire = read_source(file, KINDS)
    source = questionnaire.study.language
    itself = (
        door or not is_spoken(source, "door") or (file.parent / FOLDER / f"{source}.po").exists()
    )
    wanted = languages_to_translate(questionnaire, file, language or (), itself=itself)
    files = {one: file.parent / FOLDER / f"{one}.po" for one in wanted}
    old = {one: read_po_file(po) if po.exists() else None for one, po in files.items()}
    for one, po in files.items():
        with_door = (
            door or one == source or not is_spoken(one, "door") or "door" in domains_in(old[one])
        )
        words = offered(one, "door") if with_door else {}
        _translate(questionnaire, po, one, old[one], words)


def _translate(
    questionnaire: Questionnaire,
    file: Path,
    language: str,
    old: Catalog | None,
    door: Mapping[str, Offered],
) -> None:
    now = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
    fresh = update(old, questionnaire, language, now, door)
    changed = old is None or not same(old, fresh)
    if changed:
        write_whole(file, po_words(fresh))
    lacking = untranslated(fresh)
    results.print(
        f"{'Written' if changed else 'Up to date'}: {file} "
        f"({counted(len(fresh), 'text')}, {len(lacking)} to translate)"
    )
    of_the_door = [message for message in lacking if str(message.context).startswith(DOOR)]
    for message in lacking[: len(lacking) - len(of_the_door)]:
        words = str(message.id).replace("\n", " ")
        cut = f"{words[:_WORDS_SHOWN]} …" if len(words) > _WORDS_SHOWN else words
        results.print(f"  {message.context}: {cut}{' (look over)' if message.fuzzy else ''}")
    if of_the_door:
        count = counted(len(of_the_door), "word")
        results.print(f"  {DOOR}…: {count} of the pages themselves, in English until then")


def _problems(file: Path) -> tuple[Sequence[Problem], str]:
    """All that is wrong, and the questionnaire in a few words if it could be read."""
    try:
        questionnaire = read_source(file, KINDS)
    except Problem as problem:
        return problem.all, ""
    broken: tuple[Problem, ...] = ()
    if file.suffix != JSON:
        try:
            questionnaire = with_po_files(questionnaire, file.parent)
        except Problem as problem:
            broken = problem.all
    problems = (
        *broken,
        *check_questionnaire(questionnaire, str(file)),
        *unsaid(questionnaire, str(file)),
    )
    questions = len(questionnaire.questions)
    pages = len(questionnaire.pages)
    return problems, f"{counted(questions, 'question')} on {counted(pages, 'page')}, "


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
