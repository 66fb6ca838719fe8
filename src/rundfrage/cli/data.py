"""`rundfrage convert` and `rundfrage codebook`: other formats of a file, and its variables."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from rundfrage.cli.console import fitted, results
from rundfrage.cli.sources import load, with_weight
from rundfrage.codebook import Variable
from rundfrage.dataset.files import codebook_beside, write_codebook, write_dataset
from rundfrage.tables.sampling import columns_named
from rundfrage.text import counted

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
    *,
    keep: Annotated[
        list[str] | None,
        typer.Option(
            help="A column that no question has, or weights, to be written too; can be given"
            " several times, and a star stands for any characters."
        ),
    ] = None,
) -> None:
    """Write a file of answers in another format, with all that is known of its variables."""
    dataset = load(source)
    for name in keep or []:
        dataset = with_weight(dataset, source, name)
    columns_named(keep or [], [one.name for one in dataset.codebook.variables])
    write_dataset(dataset, target)
    size = f"{counted(dataset.n, 'respondent')}, {counted(len(dataset.columns), 'variable')}"
    results.print(f"{target}: {size}")


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
        table.add_row(variable.name, variable.type.value, words.source, _answers(variable))
    fitted.print(table)


def _answers(variable: Variable) -> str:
    shown = [f"{category.code} {category.label.source}" for category in variable.categories]
    more = len(shown) - _MOST_ANSWERS
    if more > 0:
        shown = [*shown[:_MOST_ANSWERS], f"… and {more} more"]
    return "\n".join(shown) or variable.unit
