"""`rundfrage inspect`, `convert` and `codebook`: what a file is, its variables, other formats."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from shlex import quote
from typing import Annotated

import typer
from rich.table import Table

from rundfrage import services
from rundfrage.cli.arguments import InAnswers, reading
from rundfrage.cli.console import bar, fitted, results
from rundfrage.cli.language import localised
from rundfrage.locales import counted_message, message

_MOST_ANSWERS = 12
_MOST_MISSING = 12
_LONGEST = 44
DOUBTFUL = "doubtful"
STEPS = {
    "file": message("file"),
    "encoding": message("letters"),
    "delimiter": message("between cells"),
    "sheet": message("sheet"),
    "rows": message("rows"),
    "headings": message("headings"),
    "labels": message("labels"),
    "codebook": message("codebook"),
}
"""What the steps of the intake are called."""


@reading
def inspect(source: InAnswers, *, reading: services.Reading) -> None:
    """Show what each column of a file was taken for, what was left out, and what is doubted."""
    answers = services.open_source(source, reading=reading)
    with bar() as progress:
        seen = services.inspect(answers, progress)
    account = seen.account
    people = counted_message("{count} respondent", "{count} respondents", seen.respondents)
    results.print(message("{file}: {respondents}", file=seen.file, respondents=people))
    if account is None or not account.entries:
        variables = counted_message(
            "{count} variable", "{count} variables", len(seen.codebook.variables)
        )
        results.print(message("Its codebook says what its {variables} are.", variables=variables))
        _print_doubts(account)
        return
    for one in account.conclusions:
        step = STEPS[one.step]
        results.print(
            message("  {step}: {what}. {why}", step=step, what=one.what, why=one.evidence)
        )
    results.print("")
    _print_columns(account, seen.codebook)
    _print_doubts(account)
    results.print("")
    results.print(
        message("To put something right: rundfrage codebook {file} --edit", file=quote(str(source)))
    )


def _print_doubts(account: services.Account | None) -> None:
    for doubt in () if account is None else account.doubts:
        found = message("{names}: {found}", names=doubt.place, found=doubt.found)
        results.print(message("? {doubt}", doubt=found if doubt.place else doubt.found))
        results.print(f"    {localised(doubt.settle)}")


def _print_columns(account: services.Account, codebook: services.Codebook) -> None:
    """A row for each column, or for neighbours that became one question."""
    headings = (message("column"), message("taken for"), message("question"), message("because"))
    table = Table(*map(localised, headings), box=None, pad_edge=False)
    for entries in _together(account.entries):
        first = entries[0]
        known = [codebook[name] for name in first.variables if name in codebook]
        words = known[0].label.source if known else ""
        kind: str = first.taken_for
        if first.aside is not None:
            kind = message("left out: {taken_for}", taken_for=first.taken_for)
        elif first.certainty == DOUBTFUL:
            kind = message("{taken_for} (doubtful)", taken_for=first.taken_for)
        column = first.column.strip() or message("(without a name)")
        if len(entries) > 1:
            column = message("{column} and {count} more", column=column, count=len(entries) - 1)
        table.add_row(*(short(localised(word)) for word in (column, kind, words, first.evidence)))
    fitted.print(table)
    missing = [
        f"{entry.column.strip()}: "
        + ", ".join(f"{word or '“”'} ({count})" for word, count in entry.missing)
        for entry in account.entries
        if entry.missing
    ]
    if missing:
        results.print("")
        results.print(message("Read as no answer:"))
        for line in missing[:_MOST_MISSING]:
            results.print(f"  {line}")
        if len(missing) > _MOST_MISSING:
            more = len(missing) - _MOST_MISSING
            results.print(message("  … and in {count} more columns.", count=more))


def _together(entries: Sequence[services.Entry]) -> list[list[services.Entry]]:
    """Neighbours that went into the same variables, or are rows of one grid."""
    groups: list[list[services.Entry]] = []
    for entry in entries:
        last = groups[-1][0] if groups else None
        if (
            last is not None
            and entry.variables
            and (
                entry.variables[:1] == last.variables[:1]
                and (entry.taken_for, entry.aside) == (last.taken_for, last.aside)
            )
        ):
            groups[-1].append(entry)
        else:
            groups.append([entry])
    return groups


def short(words: str) -> str:
    """The words in one line that leaves room for others."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


@reading
def convert(
    source: Annotated[
        Path, typer.Argument(help=message("A survey folder, or a file of answers."), metavar="IN")
    ],
    target: Annotated[
        Path,
        typer.Argument(
            help=message("The file to write: .csv, .xlsx, .sav, .zsav or .parquet."), metavar="OUT"
        ),
    ],
    *,
    reading: services.Reading,
    keep: Annotated[
        list[str] | None,
        typer.Option(
            help=message(
                "A column that no question has, or weights, to be written too; can be given "
                "several times, and a star stands for any characters."
            )
        ),
    ] = None,
) -> None:
    """Write a file of answers in another format, with all that is known of its variables."""
    with bar() as progress:
        made = services.convert(
            services.open_source(source, reading=reading), target, keep or (), progress
        )
    results.print(
        message(
            "{file}: {respondents}, {variables}",
            file=made.file,
            respondents=counted_message(
                "{count} respondent", "{count} respondents", made.respondents
            ),
            variables=counted_message("{count} variable", "{count} variables", made.variables),
        )
    )


@reading
def codebook(
    source: InAnswers,
    *,
    reading: services.Reading,
    edit: Annotated[
        bool,
        typer.Option(
            "--edit",
            help=message(
                "Write what a file's columns were taken for as NAME.codebook.toml beside it, to be "
                "put right there."
            ),
        ),
    ] = False,
    write: Annotated[
        bool,
        typer.Option(
            "--write",
            help=message("Write it as NAME.codebook.json beside the file, to be corrected there."),
        ),
    ] = False,
) -> None:
    """Print the variables of a survey or a file: names, types, questions and answers."""
    answers = services.open_source(source, reading=reading)
    if edit:
        results.print(str(services.edit_codebook(answers)))
        return
    if write:
        results.print(str(services.write_codebook(answers)))
        return
    headings = (message("variable"), message("type"), message("question"), message("answers"))
    table = Table(*map(localised, headings))
    for variable in services.codebook(answers).variables:
        words = variable.item if variable.battery else variable.label
        shown = [f"{category.code} {category.label.source}" for category in variable.categories]
        table.add_row(
            variable.name, variable.type.value, words.source, _few(shown) or variable.unit
        )
    fitted.print(table)


def _few(answers: list[str]) -> str:
    more = len(answers) - _MOST_ANSWERS
    if more > 0:
        answers = [*answers[:_MOST_ANSWERS], localised(message("… and {count} more", count=more))]
    return "\n".join(answers)
