"""Where answers come from: a survey folder, or a file that has a codebook or can be given one.

A survey folder holds `questionnaire.md` and its answers: `answers.*` from people, or, as long as
there are none, `simulated.*` from the rehearsal. What `rundfrage weight` made lies beside them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from rundfrage.dataset import Dataset
from rundfrage.dataset.files import FORMATS, read_dataset
from rundfrage.errors import Problem, Where
from rundfrage.kinds import codebook_of, read_questionnaire

ANSWERS = "answers"
SIMULATED = "simulated"


def load(path: Path, weight: str | None = None) -> Dataset:
    """The answers in a survey folder or a file, with the weights `weight` made for them, if any.

    Raises a Problem if there are no answers, or if the weights were made of others.
    """
    dataset = _answers(path)
    if weight is None:
        return dataset
    # Weighting brings SciPy along, which takes longer to import than a small survey to report.
    from rundfrage.stats.weighting import with_weights  # noqa: PLC0415

    return with_weights(dataset, weight)


def _answers(path: Path) -> Dataset:
    if not path.exists():
        raise Problem(
            "no-such-file",
            where=Where(str(path)),
            found="There is no such file or folder.",
            expected="a survey folder, or a file of answers.",
            mend="Check the name; `rundfrage new DIR` starts a survey.",
        )
    if path.is_file():
        return read_dataset(path)
    questionnaire = path / "questionnaire.md"
    if not questionnaire.is_file():
        raise Problem(
            "no-questionnaire",
            where=Where(str(path)),
            found="The folder holds no questionnaire.md.",
            expected="a survey folder, or a file of answers.",
            mend="Name the file of answers itself, or start a survey with: rundfrage new DIR",
        )
    book = codebook_of(read_questionnaire(path))
    source = answers_file(path)
    if source.stem == SIMULATED:
        book = replace(book, study=replace(book.study, simulated=True))
    return read_dataset(source, book)


def answers_file(folder: Path) -> Path:
    """The file of answers of a survey folder: answers.* before simulated.*."""
    for stem in (ANSWERS, SIMULATED):
        found = [
            candidate
            for suffix in _suffixes()
            if (candidate := folder / f"{stem}{suffix}").is_file()
        ]
        if len(found) > 1:
            raise Problem(
                "two-answer-files",
                where=Where(str(folder)),
                found=f"There are {' and '.join(file.name for file in found)}.",
                expected="one file of answers.",
                mend="Move the other out of the folder.",
            )
        if found:
            return found[0]
    raise Problem(
        "no-answers",
        where=Where(str(folder)),
        found="The survey has no answers yet.",
        expected="answers.csv (or .xlsx, .sav, .dta, .parquet) beside questionnaire.md.",
        mend=f"Rehearse it with simulated answers: rundfrage simulate {folder} -n 484",
    )


def _suffixes() -> Iterable[str]:
    return dict.fromkeys(suffix for one in FORMATS for suffix in one.suffixes)
