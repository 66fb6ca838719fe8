"""What a file of answers was taken for: each column, what was left out, and what is doubted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rundfrage.codebook import Codebook
from rundfrage.dataset import Dataset
from rundfrage.dataset.account import Account, Certainty, Entry
from rundfrage.errors import Problem, Where
from rundfrage.locales import counted_message, message
from rundfrage.progress import UNWATCHED, Progress, advance
from rundfrage.services.answers import load
from rundfrage.services.survey import Source

_MOST_NAMED = 4


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
    doubts = tuple(
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
    return (*doubts, *_left_out(dataset.source, dataset.account, wanted))


def _left_out(file: str, account: Account, wanted: set[str]) -> Iterator[Problem]:
    """One warning of the columns that neither a person nor a known program set aside."""
    columns = [
        entry.column
        for entry in account.left_out
        if entry.certainty in {Certainty.LIKELY, Certainty.DOUBTFUL}
        and wanted.isdisjoint(entry.variables)
    ]
    if not columns:
        return
    more = len(columns) - _MOST_NAMED
    yield Problem(
        "columns-left-out",
        where=Where(file),
        found=counted_message(
            "{count} column is left out by its name or its cells alone: {names}.",
            "{count} columns are left out by their names or their cells alone: {names}.",
            len(columns),
            names=", ".join(columns[:_MOST_NAMED]) + (f" (+{more})" if more > 0 else ""),
        ),
        expected=message("columns that are surely no answers."),
        mend=message("See why, and say in its codebook which of them are answers."),
        severity="warning",
    )


__all__ = ["Account", "Codebook", "Entry", "Inspection", "doubts_of", "inspect"]
