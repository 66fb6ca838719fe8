"""`rundfrage report`: from answers to a deck in four formats."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from rundfrage.cli.console import errors, results, show_problem
from rundfrage.cli.sampled import load_sampled
from rundfrage.cli.watch import watch as follow
from rundfrage.dataset import Dataset
from rundfrage.errors import Problem, Where, did_you_mean
from rundfrage.look.theme import DEFAULT, Theme
from rundfrage.look.theme_file import read_theme
from rundfrage.manuscript.writing import write_whole
from rundfrage.report.build import Settings, build, compose, draft_text, refuse_edited, warnings_of
from rundfrage.report.document.read import FILE as REPORT
from rundfrage.report.outputs import OUTPUTS
from rundfrage.tables.sampling import Sampling

_ALL = ",".join(output.name for output in OUTPUTS)
_WATCHED = "html"


def report(
    source: Annotated[
        Path, typer.Argument(help="A survey folder, or a file of answers.", metavar="DIR|FILE")
    ],
    *,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            help="The folder to write to [DIR/out, or FILE-report]; with --update the file"
            " [DECK-updated.pptx].",
        ),
    ] = None,
    formats: Annotated[
        str | None,
        typer.Option(help="Which outputs, separated by commas [all; with --watch html]."),
    ] = None,
    language: Annotated[
        str | None, typer.Option(help="The language of the deck [the survey's].")
    ] = None,
    theme: Annotated[
        Path | None, typer.Option(help="Colours, fonts and logo [DIR/theme.toml].")
    ] = None,
    weight: Annotated[str | None, typer.Option(help="A numeric variable to weight by.")] = None,
    design: Annotated[
        str | None,
        typer.Option(
            help="How a probability sample was drawn, for intervals and tests:"
            " strata=…,psu=…,fpc=…,weight=…,margins=… [as report.md says]."
        ),
    ] = None,
    threshold: Annotated[
        int, typer.Option(min=1, help="Bases smaller than this are not shown.")
    ] = 5,
    automatic: Annotated[
        bool, typer.Option("--automatic", help="Make the automatic deck, whatever report.md says.")
    ] = False,
    draft: Annotated[
        bool, typer.Option("--draft", help="Write the automatic deck as report.md, to go on from.")
    ] = False,
    update: Annotated[
        Path | None,
        typer.Option(
            "--update",
            help="Renew the numbers of a .pptx that was edited since, and keep the edits.",
            metavar="DECK.pptx",
        ),
    ] = None,
    watch: Annotated[
        bool,
        typer.Option("--watch", help="Show the HTML in a browser and follow every change."),
    ] = False,
    port: Annotated[
        int, typer.Option(min=1, max=65535, help="Where --watch serves the report.")
    ] = 8765,
) -> None:
    """Make a deck: PPTX, PDF, HTML and XLSX, with the same figures in each."""
    if update is not None and (draft or watch or formats is not None):
        raise typer.BadParameter(
            "--update renews one .pptx; leave out --draft, --watch and --formats."
        )
    if draft and (watch or automatic or any(one is not None for one in (output, formats, theme))):
        raise typer.BadParameter(
            "--draft writes report.md; leave out --output, --formats, --theme, --automatic and "
            "--watch."
        )
    if draft:
        made = draft_into(
            source, language=language, weight=weight, design=design, threshold=threshold
        )
        results.print(str(made))
        return
    if update is not None:
        dataset, sampling = _sampled(source, design, weight)
        settings = _settings(
            source, language, theme, _weight(weight, sampling), threshold, sampling,
            automatic=automatic,
        )  # fmt: skip
        lines, path = update_into(dataset, update, output, settings)
        for line in lines:
            results.print(line)
        results.print(str(path))
        return
    build_all = partial(
        report_into,
        source,
        output,
        formats=formats or (_WATCHED if watch else _ALL),
        language=language,
        theme=theme,
        weight=weight,
        design=design,
        threshold=threshold,
        automatic=automatic,
    )
    if watch:
        sources = tuple({source, _report_file(source), *([theme] if theme is not None else [])})
        follow(sources, lambda: _html(build_all()), port)
        return
    for path in build_all():
        results.print(str(path))


def _html(paths: tuple[Path, ...]) -> Path:
    for path in paths:
        if path.suffix == ".html":
            return path
    raise typer.BadParameter("--watch shows the HTML: name html among --formats, or leave it out.")


def report_into(
    source: Path,
    output: Path | None,
    *,
    formats: str = _ALL,
    language: str | None = None,
    theme: Path | None = None,
    weight: str | None = None,
    design: str | None = None,
    threshold: int = 5,
    automatic: bool = False,
) -> tuple[Path, ...]:
    """Build the outputs with a progress bar, and return where they are.

    The author's report is built if there is one, unless the automatic deck is asked for.
    """
    chosen = _chosen(formats)
    folder = output if output is not None else _folder(source)
    if output is None:
        refuse_edited(folder, chosen)
    dataset, sampling = _sampled(source, design, weight)
    settings = _settings(
        source, language, theme, _weight(weight, sampling), threshold, sampling,
        automatic=automatic,
    )  # fmt: skip
    for warning in warnings_of(settings):
        show_problem(warning)
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TimeElapsedColumn(),
        console=errors,
        transient=True,
        disable=not errors.is_terminal,
    ) as progress:
        task = progress.add_task("tables", total=len(chosen) + 2)

        def step(name: str) -> None:
            progress.update(task, description=name, advance=1)

        return build(dataset, folder, chosen, settings, step)


def _sampled(
    source: Path, design: str | None, weight: str | None
) -> tuple[Dataset, Sampling | None]:
    return load_sampled(source, _report_file(source), design=design, weight=weight)


def _weight(weight: str | None, sampling: Sampling | None) -> str | None:
    return weight if sampling is None else sampling.weight


def update_into(
    dataset: Dataset, edited: Path, output: Path | None, settings: Settings
) -> tuple[tuple[str, ...], Path]:
    """Renew an edited .pptx; lines that say what was done, and where the file is.

    `output` is a file, or a folder in which the file is named as it would be without one.
    """
    # PowerPoint's library takes longer to load than an HTML report takes to build.
    from rundfrage.report.update import told, update_deck, updated_name  # noqa: PLC0415

    if output is not None and output.is_dir():
        output = output / updated_name(edited).name
    for warning in warnings_of(settings):
        show_problem(warning)
    deck, _ = compose(dataset, settings)
    done, path = update_deck(deck, edited, output, settings.theme)
    return tuple(told(done)), path


def _settings(
    source: Path,
    language: str | None,
    theme: Path | None,
    weight: str | None,
    threshold: int,
    sampling: Sampling | None,
    *,
    automatic: bool,
) -> Settings:
    """The settings of a report on the survey; the author's own report unless `automatic`."""
    own = _report_file(source)
    return Settings(
        language=language,
        theme=_theme(source, theme),
        quotes=_quotes(source),
        report=own if own.is_file() and not automatic else None,
        weight=weight,
        threshold=threshold,
        sampling=sampling,
    )


def draft_into(
    source: Path,
    *,
    language: str | None,
    weight: str | None,
    design: str | None = None,
    threshold: int,
) -> Path:
    """Write the automatic deck as report.md beside the survey; one that is there stays."""
    path = _report_file(source)
    if path.exists():
        raise Problem(
            "report-exists",
            where=Where(str(path)),
            found="There is a report already.",
            expected="no file of that name.",
            mend="Move it away first: a draft never takes the place of what somebody wrote.",
        )
    dataset, sampling = _sampled(source, design, weight)
    settings = Settings(
        language=language,
        quotes=_quotes(source),
        weight=_weight(weight, sampling),
        threshold=threshold,
        sampling=sampling,
    )
    text = draft_text(dataset, settings, design=design or "")
    write_whole(path, text)
    return path


def _report_file(source: Path) -> Path:
    """Where the author's report lies: in the survey folder, or in the folder of outputs."""
    return (source if source.is_dir() else _folder(source)) / REPORT


def _quotes(source: Path) -> Path | None:
    beside = source / "quotes.toml"
    return beside if beside.is_file() else None


def _chosen(formats: str) -> tuple[str, ...]:
    known = [one.name for one in OUTPUTS]
    wanted = [name.strip().lower() for name in formats.split(",") if name.strip()]
    for name in wanted or [""]:
        if name not in known:
            raise Problem(
                "unknown-format",
                where=Where(argument="formats"),
                found=f"There is no output {name!r}.",
                expected=f"some of {', '.join(known)}, separated by commas.",
                mend=did_you_mean(name, known) or "Choose some of these.",
            )
    return tuple(dict.fromkeys(wanted))


def _folder(source: Path) -> Path:
    return source / "out" if source.is_dir() else source.with_name(f"{source.stem}-report")


def _theme(source: Path, given: Path | None) -> Theme:
    if given is not None:
        return read_theme(given)
    beside = source / "theme.toml"
    return read_theme(beside) if beside.is_file() else DEFAULT
