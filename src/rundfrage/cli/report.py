"""`rundfrage report`: from answers to a deck in four formats."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from rundfrage.cli.console import errors, results
from rundfrage.cli.sources import load
from rundfrage.errors import Problem, Where, did_you_mean
from rundfrage.report.build import Settings, build
from rundfrage.report.outputs import OUTPUTS
from rundfrage.report.theme import DEFAULT, Theme
from rundfrage.report.theme_file import read_theme

_ALL = ",".join(output.name for output in OUTPUTS)


def report(
    source: Annotated[
        Path, typer.Argument(help="A survey folder, or a file of answers.", metavar="DIR|FILE")
    ],
    *,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="The folder to write to [DIR/out, or FILE-report]."),
    ] = None,
    formats: Annotated[str, typer.Option(help="Which outputs, separated by commas.")] = _ALL,
    language: Annotated[
        str | None, typer.Option(help="The language of the deck [the survey's].")
    ] = None,
    theme: Annotated[
        Path | None, typer.Option(help="Colours, fonts and logo [DIR/theme.toml].")
    ] = None,
    weight: Annotated[str | None, typer.Option(help="A numeric variable to weight by.")] = None,
    threshold: Annotated[
        int, typer.Option(min=1, help="Bases smaller than this are not shown.")
    ] = 5,
) -> None:
    """Make a deck: PPTX, PDF, HTML and XLSX, with the same figures in each."""
    for path in report_into(
        source,
        output,
        formats=formats,
        language=language,
        theme=theme,
        weight=weight,
        threshold=threshold,
    ):
        results.print(str(path), soft_wrap=True)


def report_into(
    source: Path,
    output: Path | None,
    *,
    formats: str = _ALL,
    language: str | None = None,
    theme: Path | None = None,
    weight: str | None = None,
    threshold: int = 5,
) -> tuple[Path, ...]:
    """Build the outputs with a progress bar, and return where they are."""
    chosen = _chosen(formats)
    folder = output if output is not None else _folder(source)
    dataset = load(source)
    settings = Settings(
        language=language,
        theme=_theme(source, theme),
        quotes=source / "quotes.toml" if (source / "quotes.toml").is_file() else None,
        weight=weight,
        threshold=threshold,
    )
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TimeElapsedColumn(),
        console=errors,
        transient=True,
    ) as progress:
        task = progress.add_task("tables", total=len(chosen) + 2)

        def step(name: str) -> None:
            progress.update(task, description=name, advance=1)

        return build(dataset, folder, chosen, settings, step)


def _chosen(formats: str) -> tuple[str, ...]:
    known = [one.name for one in OUTPUTS]
    wanted = [name.strip().lower() for name in formats.split(",") if name.strip()]
    for name in wanted or [""]:
        if name not in known:
            raise Problem(
                "unknown-format",
                where=Where("--formats"),
                found=f"There is no output {name!r}.",
                expected=f"some of {', '.join(known)}, separated by commas.",
                mend=did_you_mean(name, known) or "Leave --formats out to get them all.",
            )
    return tuple(dict.fromkeys(wanted))


def _folder(source: Path) -> Path:
    return source / "out" if source.is_dir() else source.with_name(f"{source.stem}-report")


def _theme(source: Path, given: Path | None) -> Theme:
    if given is not None:
        return read_theme(given)
    beside = source / "theme.toml"
    return read_theme(beside) if beside.is_file() else DEFAULT
