"""What a file of answers was taken for: each column, what was left out, and what is doubted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rundfrage.codebook import Codebook
from rundfrage.dataset import Dataset
from rundfrage.dataset.account import Account, Entry
from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.progress import UNWATCHED, Progress, advance
from rundfrage.services.answers import load
from rundfrage.services.survey import Source


@dataclass(frozen=True)
class Inspection:
    """A file as it was understood; `account` is None where a codebook said all."""

    file: str
    respondents: int
    codebook: Codebook
    account: Account | None


def inspect(source: Source, progress: Progress = UNWATCHED) -> Inspection:
    """What was understood of the answers, column by column, and what is doubted."""
    progress.expect(2)
    advance(progress, message("answers"))
    dataset = load(source)
    advance(progress, message("columns"))
    return Inspection(dataset.source, dataset.n, dataset.codebook, dataset.account)


def doubts_of(dataset: Dataset, names: Iterable[str]) -> tuple[Problem, ...]:
    """Warnings of what may have been read wrongly and touches the numbers of these variables."""
    if dataset.account is None:
        return ()
    wanted = set(names)
    return tuple(
        Problem(
            "reading-doubted",
            where=Where(dataset.source, name=doubt.place or None),
            found=doubt.found,
            expected=message("a file that leaves no other reading."),
            mend=doubt.settle,
            severity="warning",
        )
        for doubt in dataset.account.doubts
        if doubt.touches(wanted)
    )


__all__ = ["Account", "Codebook", "Entry", "Inspection", "doubts_of", "inspect"]
