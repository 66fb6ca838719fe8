"""Tables of answers that stay where they are: Parquet larger than memory, Spark, PostgreSQL.

The engine groups the stored columns of each question and of the banner, and what comes back, the
combinations that occur, is read by the codebook as any file is. So whatever a file may hold (codes
of missing answers, reasons, words for categories) means the same here, and tables are equal to
those of the same answers in memory.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rundfrage.codebook import Battery, Codebook, Variable, VariableType
from rundfrage.dataset import Dataset
from rundfrage.dataset.files.parquet import from_arrow, stored_columns
from rundfrage.stats.engine import Answer, Counting, Repeated, repeated_answers
from rundfrage.tables.table import Table
from rundfrage.tables.tabulate import SMALL, THRESHOLD, table_of_parts


@dataclass(frozen=True, eq=False)
class StoredAnswers:
    """Answers in an engine, laid out as Parquet files are (docs/reference/files.md)."""

    codebook: Codebook
    source: Counting

    @cached_property
    def _columns(self) -> dict[str, tuple[str, ...]]:
        return stored_columns(self.codebook, list(self.source.fields))

    def repeated(
        self, variable: Variable, by: str | None, weight: str | None
    ) -> tuple[Dataset, Repeated]:
        """The distinct answers to a variable by those of `by`, and whom each stands for."""
        named = dict.fromkeys([variable.name, *([] if by is None else [by])])
        part = Codebook(self.codebook.study, tuple(self.codebook[name] for name in named))
        answers = [
            Answer(column, _kept(one) if place == 0 else None)
            for one in part.variables
            for place, column in enumerate(self._columns[one.name])
        ]
        found, rows = repeated_answers(self.source, answers, weight)
        table = found.rename_columns([one.column for one in answers])
        return from_arrow(part, table, self.source.origin, self.codebook), rows


def tabulate_stored(
    stored: StoredAnswers,
    only: Sequence[str] = (),
    *,
    by: str | None = None,
    weight: str | None = None,
    threshold: int = THRESHOLD,
    small: int = SMALL,
) -> tuple[Table, ...]:
    """A table of every question, or of the variables and batteries in `only`; see tabulate.

    `weight` is a column of numbers, which the codebook need not know. Raises a Problem as
    tabulate does, and for a question of which too many different answers occur.
    """
    book = stored.codebook
    owners: dict[str, Battery | Variable] = {
        name: one for one in book.batteries for name in one.members
    }
    batteries = {one.name: one for one in book.batteries}
    wanted: dict[str, Battery | Variable] = (
        {name: batteries.get(name) or book[name] for name in only}
        if only
        else {
            owner.name: owner
            for one in book.variables
            if one.name != weight and (owner := owners.get(one.name, one))
        }
    )
    tables = []
    for owner in wanted.values():
        members = owner.members if isinstance(owner, Battery) else (owner.name,)
        parts = [(book[name], *stored.repeated(book[name], by, weight)) for name in members]
        tables.append(
            table_of_parts(owner, parts, by=by, weight=weight, threshold=threshold, small=small)
        )
    return tuple(tables)


def _kept(variable: Variable) -> tuple[str, ...] | None:
    """Of a text only its codes of missing answers matter, and that there is one."""
    if variable.type is not VariableType.TEXT:
        return None
    return tuple(code.value for code in variable.missing if isinstance(code.value, str))
