"""`rundfrage convert` and `rundfrage codebook`: other formats of a file, and its variables."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from rundfrage.cli.console import results
from rundfrage.cli.sources import load
from rundfrage.codebook import Variable
from rundfrage.dataset.files import codebook_beside, write_codebook, write_dataset

_MOST_ANSWERS = 12


def convert(
    source: Annotated[
        Path, typer.Argument(help="A survey folder, or a file of answers.", metavar="IN")
    ],
    target: Annotated[
        Path,
        typer.Argument(
            help="The file to write: .csv, .xlsx, .sav, .zsav or .parquet.", metavar="OUT"
        ),
    ],
) -> None:
    """Write a file of answers in another format, with all that is known of its variables."""
    dataset = load(source)
    write_dataset(dataset, target)
    results.print(f"{target}: {dataset.n} respondents, {len(dataset.columns)} variables")


def codebook(
    source: Annotated[
        Path, typer.Argument(help="A survey folder, or a file of answers.", metavar="DIR|FILE")
    ],
    *,
    write: Annotated[
        bool,
        typer.Option(
            "--write", help="Write it as NAME.codebook.json beside the file, to be corrected there."
        ),
    ] = False,
) -> None:
    """Print the variables of a survey or a file: names, types, questions and answers."""
    dataset = load(source)
    if write:
        beside = codebook_beside(Path(dataset.source))
        write_codebook(dataset.codebook, beside)
        results.print(str(beside))
        return
    table = Table("variable", "type", "question", "answers")
    for variable in dataset.codebook.variables:
        words = variable.item if variable.battery else variable.label
        table.add_row(
            escape(variable.name), variable.type.value, escape(words.source), _answers(variable)
        )
    results.print(table)


def _answers(variable: Variable) -> str:
    shown = [f"{category.code} {category.label.source}" for category in variable.categories]
    more = len(shown) - _MOST_ANSWERS
    if more > 0:
        shown = [*shown[:_MOST_ANSWERS], f"… and {more} more"]
    return escape("\n".join(shown) or variable.unit)
