"""What the command line and a report file say of the sample, joined with what the survey says."""

from __future__ import annotations

from dataclasses import replace
from fnmatch import fnmatchcase
from pathlib import Path

from rundfrage.cli.sources import answers_file, load
from rundfrage.codebook import Sample, Study
from rundfrage.dataset import Dataset
from rundfrage.dataset.files import read_dataset
from rundfrage.errors import Where
from rundfrage.tables.sampling import Sampling, read_sampling, sampling_for

REPORT = "report.md"


def load_sampled(
    source: Path, report: Path, *, design: str | None, weight: str | None
) -> tuple[Dataset, Sampling | None]:
    """The answers, and how their sample was drawn: by `design`, or else as the report says.

    Columns that only describe the sample may stand among the answers without a question of their
    own. A file that no questionnaire belongs to says nothing of its sample; a design then says
    that it is a probability sample. Raises a Problem if the design doesn't fit the survey.
    """
    where = Where("--design")
    if design is None:
        design, where = _of_report(report)
    if design is None:
        dataset = load(source, weight)
        return dataset, sampling_for(dataset.codebook.study, None, weight)
    said = read_sampling(design, where)
    dataset = load(source, said.weight or weight)
    aside = _columns_aside(dataset, source, said)
    dataset = _joined(dataset, aside)
    said = replace(said, aside=() if aside is None else tuple(aside.columns))
    study = dataset.codebook.study
    if study == Study(study.name, study.title):
        study = replace(study, sample=Sample.PROBABILITY)
        dataset = replace(dataset, codebook=replace(dataset.codebook, study=study))
    return dataset, sampling_for(study, said, weight, where)


def _of_report(report: Path) -> tuple[str | None, Where]:
    """What the front matter of a report says of the design, and where; None if nothing."""
    if not report.is_file() or b"design" not in report.read_bytes():
        return None, Where()
    # Most reports say nothing of it, and what reads them takes its time to load.
    from rundfrage.report.document.head import design_of  # noqa: PLC0415

    return design_of(report)


def _columns_aside(dataset: Dataset, source: Path, sampling: Sampling) -> Dataset | None:
    """Those columns of a survey's answers that the sampling names and no question has."""
    wanted = [
        pattern
        for pattern in (*sampling.technical, *sampling.strata)
        if not any(fnmatchcase(one.name, pattern) for one in dataset.codebook.variables)
    ]
    if not wanted or not source.is_dir():
        return None
    every = read_dataset(answers_file(source))
    found = tuple(
        replace(one, battery=None)
        for one in every.codebook.variables
        if one.name not in dataset.codebook
        and any(fnmatchcase(one.name, pattern) for pattern in wanted)
    )
    if every.n != dataset.n or not found:
        return None
    book = replace(every.codebook, variables=found, batteries=())
    return Dataset(book, {one.name: every.columns[one.name] for one in found}, every.n)


def _joined(dataset: Dataset, aside: Dataset | None) -> Dataset:
    if aside is None:
        return dataset
    book = dataset.codebook
    return replace(
        dataset,
        codebook=replace(book, variables=(*book.variables, *aside.codebook.variables)),
        columns={**dataset.columns, **aside.columns},
    )
