"""`rundfrage convert` and `codebook`: the variables of a file, and other formats."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from rundfrage import services
from rundfrage.cli.arguments import InAnswers, reading
from rundfrage.cli.console import bar, fitted, results
from rundfrage.cli.language import localised
from rundfrage.locales import Message, counted_message, joined, message

_MOST_ANSWERS = 12
_MOST_NAMES = 6


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
    mark_repeats: Annotated[
        bool,
        typer.Option(
            "--mark-repeats",
            help=message(
                "Write a column that numbers those whose answers are all the same, where that is "
                "no chance."
            ),
        ),
    ] = False,
) -> None:
    """Write a file of answers in another format, with all that is known of its variables."""
    with bar() as progress:
        made = services.convert(
            services.open_source(source, reading=reading),
            target,
            keep or (),
            progress,
            mark_repeats=mark_repeats,
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
    if made.repeats:
        results.print(
            counted_message(
                "{count} left out as a repeat of others.",
                "{count} left out as repeats of others.",
                made.repeats,
            )
        )
    for codes, names in made.lost.items():
        results.print(
            message(
                "{names}: {codes} are not told apart in this format, only by their reasons.",
                names=_some(names),
                codes=joined(list(codes)),
            )
        )
    for numbers, names in made.unlabelled.items():
        results.print(
            message(
                "{names}: this format holds no labels of single numbers: {numbers}.",
                names=_some(names),
                numbers=_some(numbers),
            )
        )


def _some(words: Sequence[str]) -> Message:
    return joined([*words[:_MOST_NAMES], *(["…"] if len(words) > _MOST_NAMES else [])])


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
        shown = [f"{category.written} {category.label.source}" for category in variable.categories]
        table.add_row(
            variable.name, variable.type.value, words.source, _few(shown) or variable.unit
        )
    fitted.print(table)


def _few(answers: list[str]) -> str:
    more = len(answers) - _MOST_ANSWERS
    if more > 0:
        answers = [*answers[:_MOST_ANSWERS], localised(message("… and {count} more", count=more))]
    return "\n".join(answers)
