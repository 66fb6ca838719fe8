"""`rundfrage weight`: weights by which the answers have the margins of the population."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from shlex import quote
from typing import Annotated

import typer

from rundfrage.cli.console import results
from rundfrage.cli.sources import load
from rundfrage.dataset import Dataset
from rundfrage.dataset.files import write_dataset
from rundfrage.errors import Problem, Where, did_you_mean
from rundfrage.manuscript.writing import write_whole
from rundfrage.report.dossier import dossier_of, html, pdf
from rundfrage.stats.weighting import (
    Appraisal,
    Method,
    Settings,
    Unanswered,
    appraise,
    read_margins,
    require_name,
    weigh,
    weighted,
    write_weights,
)
from rundfrage.text import known_language, number

_PRINTERS = {"html": html, "pdf": pdf}


def weight(
    source: Annotated[
        Path, typer.Argument(help="A survey folder, or a file of answers.", metavar="DIR|FILE")
    ],
    *,
    targets: Annotated[
        Path, typer.Option(help="A CSV file of targets: variable, category, share or count.")
    ],
    method: Annotated[Method, typer.Option(help="How weights are made.")] = Method.RAKE,
    bounds: Annotated[
        str | None,
        typer.Option(
            help="Limits of the ratio to the base weight, such as 0.3,3.", metavar="LO,HI"
        ),
    ] = None,
    trim: Annotated[
        str | None,
        typer.Option(
            help="Limits of the weights in multiples of their mean, such as 0.2,5.",
            metavar="LO,HI",
        ),
    ] = None,
    base: Annotated[
        str | None, typer.Option(help="A numeric variable of base weights [all 1].")
    ] = None,
    missing: Annotated[
        Unanswered,
        typer.Option(help="What is done with respondents who lack an answer that is needed."),
    ] = Unanswered.REFUSE,
    by: Annotated[
        list[str] | None,
        typer.Option(help="A variable by whose categories the dossier tells what weights cost."),
    ] = None,
    name: Annotated[str, typer.Option(help="The name of the weights.")] = "weight",
    formats: Annotated[
        str, typer.Option(help="Formats of the dossier, separated by commas.")
    ] = "html,pdf",
    language: Annotated[
        str | None, typer.Option(help="The language of the dossier [the survey's].")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", help="Write a copy of the answers with weights, instead of beside."
        ),
    ] = None,
) -> None:
    """Make weights, and a dossier that shows what they do and cost."""
    printers = _chosen(formats)
    settings = Settings(method, _pair("bounds", bounds), _pair("trim", trim), base, missing)
    dataset = load(source, base)
    told = _language(dataset, language)
    require_name(name, dataset.codebook)
    found = weigh(dataset, read_margins(targets, dataset.codebook), settings)
    appraisal = appraise(dataset, found, by or [])
    dossier = dossier_of(appraisal, dataset.codebook.study, told)
    pages = {one: _PRINTERS[one](dossier) for one in printers}
    if output is not None:
        write_dataset(weighted(dataset, name, found.weights), output)
        written = output
    else:
        written = write_weights(
            Path(dataset.source), name, found.weights, _about(targets, settings)
        )
    paths = _write(_folder(source, output), pages)
    _print(appraisal, source if output is None else written, name, (written, *paths))


def _chosen(formats: str) -> tuple[str, ...]:
    wanted = [one.strip().lower() for one in formats.split(",") if one.strip()]
    for one in wanted:
        if one not in _PRINTERS:
            raise Problem(
                "unknown-format",
                where=Where(argument="formats"),
                found=f"There is no dossier as {one!r}.",
                expected=f"some of {', '.join(_PRINTERS)}, separated by commas.",
                mend=did_you_mean(one, _PRINTERS) or "Choose some of these.",
            )
    return tuple(dict.fromkeys(wanted))


def _pair(argument: str, words: str | None) -> tuple[float, float] | None:
    if words is None:
        return None
    try:
        low, high = (float(one) for one in words.split(","))
    except ValueError:
        raise Problem(
            "weighting-limits",
            where=Where(argument=argument),
            found=f"The limits are {words!r}.",
            expected="two numbers with a decimal point, divided by a comma.",
            mend="Write for example 0.3,3.",
        ) from None
    return low, high


def _language(dataset: Dataset, given: str | None) -> str:
    language = given or dataset.codebook.study.language or "en"
    if not known_language(language):
        raise Problem(
            "unknown-language",
            where=Where(name=language),
            found=f"There is no language {language!r}.",
            expected="a language tag such as de or en.",
            mend="Correct it, here or in the questionnaire.",
        )
    return language


def _about(targets: Path, settings: Settings) -> dict[str, str | float | None]:
    return {
        "targets": targets.name,
        "method": settings.method.value,
        "bounds": None if settings.bounds is None else "{:g},{:g}".format(*settings.bounds),
        "trim": None if settings.trimming is None else "{:g},{:g}".format(*settings.trimming),
        "base": settings.base,
        "missing": settings.unanswered.value,
    }


def _folder(source: Path, output: Path | None) -> Path:
    """The path of the dossier, without its ending."""
    if output is not None:
        return output.with_name(f"{output.stem}-weighting")
    if source.is_dir():
        return source / "out" / "weighting"
    return source.with_name(f"{source.stem}-weighting")


def _write(stem: Path, pages: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write the pages, each whole or not at all."""
    paths = {suffix: stem.with_name(f"{stem.name}.{suffix}") for suffix in pages}
    for suffix, content in pages.items():
        write_whole(paths[suffix], content)
    return tuple(paths.values())


def _print(appraisal: Appraisal, source: Path, name: str, paths: Sequence[Path]) -> None:
    total, quantiles = appraisal.total, appraisal.distribution.quantiles
    results.print(
        f"{number(total.n, 'en')} weights from {quantiles[0][1]:.3f} to {quantiles[-1][1]:.3f}, "
        f"design effect {total.design_effect:.3f}, effective n {total.effective:.1f}, "
        f"{len(appraisal.weighting.solution.trail)} rounds"
    )
    for path in paths:
        results.print(f"  {path}")
    results.print(f"Use them with: rundfrage tables {quote(str(source))} --weight {name}")
