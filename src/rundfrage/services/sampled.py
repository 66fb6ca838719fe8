"""What an analysis and a report file say of the sample, joined with what the survey says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from rundfrage.codebook import Codebook, Sample, Study
from rundfrage.dataset import Dataset
from rundfrage.errors import Where
from rundfrage.services.answers import load, with_columns, with_weight
from rundfrage.services.survey import Source
from rundfrage.tables.sampling import Sampling, sampling_for
from rundfrage.tables.sampling_words import read_sampling
from rundfrage.tables.stored import StoredAnswers


def load_sampled(
    source: Source, report: Path | None, *, design: str | None, weight: str | None
) -> tuple[Dataset, Sampling | None]:
    """The answers, and how their sample was drawn: by `design`, or else as the report says.

    Columns that only describe the sample may stand among the answers without a question of their
    own. A file that no questionnaire belongs to says nothing of its sample; a design then says
    that it is a probability sample. Raises a Problem if the design doesn't fit the survey.
    """
    said, where = _sampling_of(report, design)
    if said is None:
        dataset = load(source, weight)
        return dataset, sampling_for(dataset.codebook.study, None, weight)
    weights = said.weight or weight
    dataset = load(source, weights)
    if said.margins is not None and weights is not None:
        said, dataset = _with_base(said, dataset, source, weights)
    dataset, aside = with_columns(dataset, source, (*said.technical, *said.strata))
    said = replace(said, aside=aside)
    dataset = replace(dataset, codebook=_drawn(dataset.codebook))
    return dataset, sampling_for(dataset.codebook.study, said, weight, where)


def stored_sampled(
    stored: StoredAnswers, report: Path | None, *, design: str | None, weight: str | None
) -> tuple[StoredAnswers, Sampling | None]:
    """Answers in an engine, and how their sample was drawn; see load_sampled.

    The columns of the sample are those of the engine, be they in the codebook or not.
    """
    said, where = _sampling_of(report, design)
    if said is not None:
        stored = replace(stored, codebook=_drawn(stored.codebook))
    return stored, sampling_for(stored.codebook.study, said, weight, where)


def _with_base(
    said: Sampling, dataset: Dataset, source: Source, weights: str
) -> tuple[Sampling, Dataset]:
    """With the base that the weights beside the answers were made of, if the design names none."""
    from rundfrage.stats.weighting import base_of  # noqa: PLC0415

    base = said.base or base_of(dataset, weights)
    if base is None:
        return said, dataset
    return replace(said, base=base), with_weight(dataset, source, base)


def _sampling_of(report: Path | None, design: str | None) -> tuple[Sampling | None, Where]:
    """What `design` says, or else the report; None if nothing. And where it is said."""
    where = Where(argument="design")
    if design is None and report is not None:
        design, where = _of_report(report)
    return None if design is None else read_sampling(design, where), where


def _drawn(codebook: Codebook) -> Codebook:
    """The codebook of a study that says nothing of its sample, which the design then says."""
    study = codebook.study
    bare = Study(study.name, study.title, sample=study.sample)
    if study != bare or study.sample not in {Sample.OPEN, Sample.UNKNOWN}:
        return codebook
    return replace(codebook, study=replace(study, sample=Sample.PROBABILITY))


def _of_report(report: Path) -> tuple[str | None, Where]:
    """What the front matter of a report says of the design, and where; None if nothing."""
    if not report.is_file() or b"design" not in report.read_bytes():
        return None, Where()
    # Most reports say nothing of it, and what reads them takes its time to load.
    from rundfrage.report.document.head import design_of  # noqa: PLC0415

    return design_of(report)
