"""Weighting: weights by which the answers have the margins of the population, and their dossier."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from rundfrage.codebook.language import language_of
from rundfrage.dataset.files import write_dataset
from rundfrage.locales import message
from rundfrage.progress import UNWATCHED, Progress, advance
from rundfrage.report.dossier import dossier_of, html, pdf
from rundfrage.services.analysis import chosen
from rundfrage.services.answers import load
from rundfrage.services.survey import Source
from rundfrage.services.translation import language_in
from rundfrage.stats.weighting import (
    Appraisal,
    Method,
    Settings,
    Unanswered,
    appraise,
    read_margins,
    require_name,
    weighted,
    write_weights,
)
from rundfrage.stats.weighting import weigh as weigh_answers
from rundfrage.writing import is_private, write_whole

__all__ = ["Method", "Settings", "Unanswered", "Weighing", "Weights", "weigh"]

_PRINTERS = {"html": html, "pdf": pdf}
FORMATS = tuple(_PRINTERS)


@dataclass(frozen=True)
class Weighing:
    """How weights are made: to the targets of a CSV file, by a method within its limits.

    `name` is that of the weights, `by` names variables by whose categories the dossier tells what
    they cost. `language` and `formats` are those of the dossier.
    """

    targets: Path
    settings: Settings = field(default_factory=Settings)
    name: str = "weight"
    by: tuple[str, ...] = ()
    language: str | None = None
    formats: tuple[str, ...] = FORMATS


@dataclass(frozen=True)
class Weights:
    """What the weights do and cost, where they are, and the files of the dossier."""

    appraisal: Appraisal
    file: Path
    dossier: tuple[Path, ...]


def weigh(
    source: Source,
    weighing: Weighing,
    copy: Path | None = None,
    progress: Progress = UNWATCHED,
) -> Weights:
    """Make weights, and a dossier of what they do and cost.

    They lie beside the answers, or are a column of a copy of them. Raises a Problem, and writes
    nothing, for targets that can't be met.
    """
    progress.expect(3)
    printers = chosen(weighing.formats, FORMATS, "formats", "dossier") if weighing.formats else ()
    advance(progress, message("answers"))
    settings = weighing.settings
    dataset = load(source, settings.base)
    language = language_in(source, language_of(dataset.codebook.study, weighing.language))
    require_name(weighing.name, dataset.codebook)
    advance(progress, message("weights"))
    found = weigh_answers(dataset, read_margins(weighing.targets, dataset.codebook), settings)
    appraisal = appraise(dataset, found, weighing.by)
    advance(progress, message("dossier"))
    dossier = dossier_of(appraisal, dataset.codebook.study, language)
    pages = {one: _PRINTERS[one](dossier) for one in printers}
    if copy is not None:
        answers = weighted(dataset, weighing.name, found.weights)
        write_dataset(answers, copy, private=is_private(Path(dataset.source)))
        written = copy
        stem = copy.with_name(f"{copy.stem}-weighting")
    else:
        about = _about(weighing.targets, settings)
        written = write_weights(Path(dataset.source), weighing.name, found.weights, about)
        stem = source.weighting
    return Weights(appraisal, written, _write(stem, pages))


def _about(targets: Path, settings: Settings) -> dict[str, str | float | None]:
    return {
        "targets": targets.name,
        "method": settings.method.value,
        "bounds": None if settings.bounds is None else "{:g},{:g}".format(*settings.bounds),
        "trim": None if settings.trimming is None else "{:g},{:g}".format(*settings.trimming),
        "base": settings.base,
        "missing": settings.unanswered.value,
    }


def _write(stem: Path, pages: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write the pages, each whole or not at all."""
    paths = {suffix: stem.with_name(f"{stem.name}.{suffix}") for suffix in pages}
    for suffix, content in pages.items():
        write_whole(paths[suffix], content)
    return tuple(paths.values())
