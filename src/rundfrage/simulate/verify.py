"""The proof of a simulation: its tables print what the targets say."""

from __future__ import annotations

from collections.abc import Iterator

from rundfrage.dataset import ANSWERED, Dataset
from rundfrage.errors import Problem, Where
from rundfrage.locales import Message, counted_message, joined, message
from rundfrage.simulate.targets import Targets
from rundfrage.tables import Block, tabulate
from rundfrage.text import half_up


def verify(dataset: Dataset, targets: Targets) -> None:
    """Raise a Problem that names each target which the tables print otherwise."""
    if not (targets.percent or targets.mean or targets.answered):
        return
    tables = tabulate(dataset, threshold=0)
    blocks = {block.name: block for table in tables for block in table.blocks}
    missed = [*_percents(blocks, targets), *_means(blocks, targets), *_answers(dataset, targets)]
    if missed:
        raise Problem(
            "target-missed",
            where=Where(targets.file),
            found=message(
                "{n} can't meet all targets at once: {missed}.",
                n=counted_message("{count} respondent", "{count} respondents", dataset.n),
                missed=joined(missed, "; "),
            ),
            expected=message("figures that go together once they are rounded to add up to 100."),
            mend=message(
                "Correct these figures, or leave one category of the question without a target."
            ),
        )


def _percents(blocks: dict[str, Block], targets: Targets) -> Iterator[Message]:
    for binding, wanted in targets.percent.items():
        name, _, row = binding.rpartition(".")
        cell = blocks[name].cell(row)
        printed = cell.percent if cell is not None else None
        if printed != wanted:
            yield message(
                "{binding}: {printed} % instead of {wanted} %",
                binding=binding,
                printed=message("nothing") if printed is None else printed,
                wanted=wanted,
            )


def _means(blocks: dict[str, Block], targets: Targets) -> Iterator[Message]:
    for name, wanted in targets.mean.items():
        statistics = blocks[name].statistics[0]
        mean = statistics.mean if statistics is not None else None
        places = max(-int(wanted.as_tuple().exponent), 0)
        printed = half_up(mean, places) if mean is not None else None
        if printed != wanted:
            yield message(
                "{name}: mean {printed} instead of {wanted}",
                name=name,
                printed=message("nothing") if printed is None else printed,
                wanted=wanted,
            )


def _answers(dataset: Dataset, targets: Targets) -> Iterator[Message]:
    """Counts are only exact for the number of respondents that they were given for."""
    if targets.n != dataset.n:
        return
    book = dataset.codebook
    for name, wanted in targets.answered.items():
        for member in (name,) if name in book else book.battery(name).members:
            if member != name and member in targets.answered:
                continue
            count = int((dataset.columns[member].reasons == ANSWERED).sum())
            if count != wanted:
                yield counted_message(
                    "{name}: {count} answer instead of {wanted}",
                    "{name}: {count} answers instead of {wanted}",
                    count,
                    name=member,
                    wanted=wanted,
                )
