"""Where answers come from: a survey folder, or a file that has a codebook or can be given one.

A survey folder holds `questionnaire.md` and its answers: `answers.*` from people, or, as long as
there are none, `simulated.*` from the rehearsal. What weighting made lies beside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from rundfrage.dataset import Dataset
from rundfrage.dataset.account import Account, Doubt
from rundfrage.dataset.files import FORMATS, read_dataset
from rundfrage.dataset.intake.options import Options
from rundfrage.dataset.repeats import one_of_each, without_repeats
from rundfrage.dataset.respondents import Flags
from rundfrage.errors import Problem, Where, all_of
from rundfrage.kinds import read_questionnaire
from rundfrage.locales import message
from rundfrage.questionnaire.measure import codebook_of
from rundfrage.rules import Condition, atoms
from rundfrage.services.survey import Source, Survey
from rundfrage.tables.sampling import matches

ANSWERS = "answers"
SIMULATED = "simulated"
COPIES = frozenset([".zip", ".gz", ".json", ".jsonl", ".ndjson", ".ods", ".xls"])
"""Endings of what mostly lies beside answers as a backup, an export or a copy to look at."""


def load(source: Source, weight: str | None = None) -> Dataset:
    """The answers in a survey folder or a file, with the weights `weight`, if any is named.

    They are a variable, lie beside the file, or are a column that no question has. Raises a
    Problem if there are no answers, or if the weights were made of others.
    """
    dataset = _answers(source)
    # Weights follow from answers, and are none.
    left = one_of_each(dataset) if source.reading.without_repeats else None
    if weight is not None:
        dataset = with_weight(dataset, source, weight)
    if source.reading.where is not None:
        dataset, inside = _kept(dataset, source.reading.where)
        left = None if left is None else left[inside]
    return dataset if left is None else without_repeats(dataset, left)


def _kept(dataset: Dataset, words: str) -> tuple[Dataset, Flags]:
    """The respondents for whom the condition holds, and who they are; shape (n,) of flags.

    Raises a Problem if the condition has no sense.

    It settles what is doubted of the rows by the columns that it names.
    """
    # Conditions bring the parser of claims along.
    from rundfrage.report.claims.subgroup import members  # noqa: PLC0415

    condition = condition_on(dataset, words)
    inside = members(condition, dataset)
    kept = dataset.kept(inside)
    if kept.account is None:
        return kept, inside
    named = {atom.variable for atom in atoms(condition)}
    doubts = tuple(
        one for one in kept.account.doubts if not (one.rows and named.intersection(one.variables))
    )
    return replace(kept, account=replace(kept.account, doubts=doubts)), inside


def condition_on(dataset: Dataset, words: str) -> Condition:
    """The condition on respondents that the user names; raises a Problem if it has no sense."""
    from rundfrage.report.claims.subgroup import condition_of  # noqa: PLC0415

    return condition_of(words, dataset.codebook, Where(argument="where"))


def options_of(source: Source) -> Options:
    """What the user says of the file, as its reader takes it; raises a Problem for nonsense."""
    said = source.reading
    return Options(
        said.encoding,
        said.sheet,
        said.skip,
        said.missing,
        said.decimal,
        said.day_first,
        said.heading,
        said.footer,
        said.heading_rows,
        said.delimiter,
    )


def with_weight(dataset: Dataset, source: Source, weight: str) -> Dataset:
    """The dataset with the weights of that name, or any other column that no question has."""
    # Weighting brings SciPy along, which takes longer to import than a small survey to report.
    from rundfrage.stats.weighting import with_weights  # noqa: PLC0415

    return with_columns(with_weights(dataset, weight), source, (weight,))[0]


def with_columns(
    dataset: Dataset, source: Source, patterns: Sequence[str]
) -> tuple[Dataset, tuple[str, ...]]:
    """The dataset of a survey folder with those columns of its answers that no question has.

    `patterns` name them (see tables.sampling.matches). Returns their names too.
    """
    book = dataset.codebook
    wanted = [
        pattern
        for pattern in patterns
        if not any(matches(one.name, pattern) for one in book.variables)
    ]
    if not wanted or not isinstance(source, Survey):
        return dataset, ()
    every = read_dataset(answers_file(source.folder), options=options_of(source))
    found = tuple(
        replace(one, battery=None)
        for one in every.codebook.variables
        if one.name not in book and any(matches(one.name, pattern) for pattern in wanted)
    )
    if every.n != dataset.n:
        return dataset, ()
    names = tuple(one.name for one in found)
    widened = replace(
        dataset,
        codebook=replace(book, variables=(*book.variables, *found)),
        columns={**dataset.columns, **{name: every.columns[name] for name in names}},
    )
    return widened, names


def _answers(source: Source) -> Dataset:
    path = source.path
    if not path.exists():
        raise Problem(
            "no-such-file",
            where=Where(str(path)),
            found=message("There is no such file or folder."),
            expected=message("a survey folder, or a file of answers."),
            mend=message("Check the path, or start a survey."),
            subject="" if path.suffix else str(path),
        )
    if not isinstance(source, Survey):
        return read_dataset(path, options=options_of(source))
    if not source.questionnaire.is_file():
        raise Problem(
            "no-questionnaire",
            where=Where(str(path)),
            found=message("The folder holds no questionnaire.md."),
            expected=message("a survey folder, or a file of answers."),
            mend=message("Name the file of answers itself, or start a survey."),
        )
    book = codebook_of(read_questionnaire(path))
    file = answers_file(source.folder)
    if file.stem == SIMULATED:
        book = replace(book, study=replace(book.study, simulated=True))
    dataset = read_dataset(file, book, options_of(source))
    return _with_copies(dataset, [one for one in files_of(file.parent, file.stem) if one != file])


def _with_copies(dataset: Dataset, copies: Sequence[Path]) -> Dataset:
    """The dataset with the doubt that a file of the same name was meant."""
    if not copies:
        return dataset
    doubt = Doubt(
        message(
            "{copies} lies beside it, and was not read.",
            copies=all_of(copy.name for copy in copies),
        ),
        message("If it holds the answers, move the other out of the folder; else move it."),
    )
    account = dataset.account or Account()
    return replace(dataset, account=replace(account, doubts=(*account.doubts, doubt)))


def answers_file(folder: Path) -> Path:
    """The file of answers of a survey folder: answers.* before simulated.*.

    A copy counts only where nothing else lies.
    """
    for stem in (ANSWERS, SIMULATED):
        every = files_of(folder, stem)
        found = [file for file in every if file.suffix.lower() not in COPIES] or every
        if len(found) > 1:
            raise Problem(
                "two-answer-files",
                where=Where(str(folder)),
                found=message("There are {found}.", found=all_of(file.name for file in found)),
                expected=message("one file of answers."),
                mend=message("Move the other out of the folder."),
            )
        if found:
            return found[0]
    raise Problem(
        "no-answers",
        where=Where(str(folder)),
        found=message("The survey has no answers yet."),
        expected=message(
            "answers.csv beside questionnaire.md, or answers with another of these endings: "
            "{endings}.",
            endings=", ".join(one for one in _suffixes() if one != ".csv"),
        ),
        mend=message("Rehearse it with simulated answers."),
    )


def files_of(folder: Path, stem: str) -> list[Path]:
    """The files of that name in any format of answers, packed ones too: answers.csv.gz."""
    plain = list(_suffixes())
    packed = [f"{suffix}.gz" for suffix in plain]
    return [file for end in (*plain, *packed) if (file := folder / f"{stem}{end}").is_file()]


def _suffixes() -> Iterable[str]:
    return dict.fromkeys(suffix for one in FORMATS for suffix in one.suffixes)
