"""Answers as data: other formats of a file, and its variables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rundfrage.codebook import Codebook
from rundfrage.dataset.files import codebook_beside, codes_lost, labels_lost, write_dataset
from rundfrage.dataset.files import write_codebook as write_codebook_file
from rundfrage.dataset.intake.edits_writing import write_edits
from rundfrage.dataset.repeats import with_marks
from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.progress import UNWATCHED, Progress, advance
from rundfrage.services.answers import load, options_of, with_weight
from rundfrage.services.survey import Source
from rundfrage.tables.sampling import columns_named
from rundfrage.writing import is_private


@dataclass(frozen=True)
class Converted:
    """A file of answers that was written, and its size."""

    file: Path
    respondents: int
    variables: int
    lost: Mapping[tuple[str, ...], tuple[str, ...]]
    """Codes of missing answers that only their reasons tell there, and whose they are."""
    unlabelled: Mapping[tuple[str, ...], tuple[str, ...]]
    """Labels of single numbers that the format can't hold, and whose they are."""
    repeats: int = 0
    """How many respondents were left out, whose answers were those of others once more."""


def convert(
    source: Source,
    target: Path,
    keep: Sequence[str] = (),
    progress: Progress = UNWATCHED,
    *,
    mark_repeats: bool = False,
) -> Converted:
    """Write the answers in the format of the target's ending, with all that is known of them.

    `keep` names columns that no question has, or weights, to be written too; a star in a name
    stands for any characters. With `mark_repeats` a variable numbers groups of respondents whose
    answers are all the same, where that is no chance.
    """
    progress.expect(2)
    advance(progress, message("answers"))
    dataset = load(source)
    if mark_repeats:
        dataset = with_marks(dataset)
    for name in keep:
        dataset = with_weight(dataset, source, name)
    columns_named(keep, [one.name for one in dataset.codebook.variables])
    advance(progress, target.name)
    write_dataset(dataset, target, private=is_private(Path(dataset.source)))
    lost = {
        name: tuple(_words(code.value, code.label.source) for code in codes)
        for name, codes in codes_lost(dataset, target).items()
    }
    unlabelled = {
        name: tuple(_words(value, label) for value, label in labels.items())
        for name, labels in labels_lost(dataset, target).items()
    }
    return Converted(
        target,
        dataset.n,
        len(dataset.columns),
        _alike(lost),
        _alike(unlabelled),
        dataset.repeats,
    )


def _alike(words: Mapping[str, tuple[str, ...]]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """The variables by the words that they share."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for name, said in words.items():
        found[said] = (*found.get(said, ()), name)
    return found


def _words(code: float | str, label: str) -> str:
    """A code as people read it: -9 “refused”."""
    value = code if isinstance(code, str) else f"{code:g}"
    return f"{value} “{label}”" if label else value


def codebook(source: Source) -> Codebook:
    """The variables of a survey or a file: names, types, questions and answers."""
    _require_everybody(source)
    return load(source).codebook


def edit_codebook(source: Source) -> Path:
    """Write what the columns of a file were taken for, to be put right beside it; where it is.

    Raises a Problem if it is there already, or if a questionnaire or codebook says it all.
    """
    _require_everybody(source)
    dataset = load(source)
    return write_edits(dataset, Path(dataset.source), options_of(source))


def write_codebook(source: Source) -> Path:
    """Write the codebook beside the file of answers, to be corrected there; where it is."""
    _require_everybody(source)
    dataset = load(source)
    answers = Path(dataset.source)
    beside = codebook_beside(answers)
    write_codebook_file(dataset.codebook, beside, private=is_private(answers))
    return beside


def _require_everybody(source: Source) -> None:
    """Raise a Problem if some respondents are left out: a codebook is of all of them."""
    if source.reading.where is None and not source.reading.without_repeats:
        return
    raise Problem(
        "option-in-vain",
        where=Where(argument="where" if source.reading.where is not None else "without-repeats"),
        found=message("The variables of a file are those of all its respondents."),
        expected=message("options that have a meaning for the file."),
        mend=message("Leave it out."),
    )
