"""Tables of answers that stay where they are: Parquet larger than memory, Spark, PostgreSQL.

The engine groups the stored columns of each question and of the banner, and what comes back, the
combinations that occur, is read by the codebook as any file is. So whatever a file may hold (codes
of missing answers, reasons, words for categories) means the same here, and tables are equal to
those of the same answers in memory. The same combinations tell the engine which code each of its
rows has, and by these codes the design of a sample sums totals over its strata and units.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

import numpy.typing as npt
import pyarrow as pa

from rundfrage.codebook import Battery, Codebook, Variable, VariableType
from rundfrage.dataset.files.parquet import from_arrow, stored_columns
from rundfrage.errors import Problem, Where
from rundfrage.locales import counted_message, message
from rundfrage.progress import UNWATCHED, Progress, stepwise
from rundfrage.stats.engine import Answer, Stored, derived_of, repeated_answers
from rundfrage.tables.banner import require_categories
from rundfrage.tables.sampled import Sampled, condensed_by, design_over
from rundfrage.tables.sampling import Sampling, columns_named
from rundfrage.tables.table import Table
from rundfrage.tables.tabulate import SMALL, THRESHOLD, Part, require_weight, table_of_parts
from rundfrage.tables.view import COLUMN

if TYPE_CHECKING:
    from rundfrage.stats.design import Design

Array = npt.NDArray[Any]


@dataclass(frozen=True, eq=False)
class StoredAnswers:
    """Answers in an engine, laid out as Parquet files are (docs/reference/files.md)."""

    codebook: Codebook
    source: Stored

    @cached_property
    def _columns(self) -> dict[str, tuple[str, ...]]:
        return stored_columns(self.codebook, list(self.source.fields))

    def _marks(self, name: str) -> tuple[str, ...]:
        """The stored columns of a variable, without that of reasons."""
        variable = self.codebook[name]
        several = variable.type is VariableType.MULTIPLE
        return self._columns[name][: len(variable.categories) if several else 1]

    def part(
        self, name: str, by: str | None, weight: str | None, design: Design | None = None
    ) -> Part:
        """The distinct answers to a variable by those of `by`, and whom each stands for."""
        named = dict.fromkeys([name, *([] if by is None else [by])])
        book = Codebook(self.codebook.study, tuple(self.codebook[one] for one in named))
        answers = [
            Answer(column, _listed(one) if place == 0 else None)
            for one in book.variables
            for place, column in enumerate(self._columns[one.name])
        ]
        found, rows = repeated_answers(self.source, answers, weight)
        keys = found.rename_columns([one.column for one in answers])
        dataset = from_arrow(book, keys, self.source.origin, self.codebook)
        own = keys.select(self._marks(name))
        banner = keys.select([] if by is None else self._marks(by))
        beside = None if design is None else partial(self._beside, design, own, banner)
        return Part(self.codebook[name], dataset, rows, beside)

    def _beside(
        self, design: Design, own: pa.Table, banner: pa.Table, columns: Mapping[str, Array]
    ) -> Design:
        """The design over columns of a table that are made of those of a question and a banner."""
        derived = {
            name: derived_of(banner if name.startswith(COLUMN) else own, column)
            for name, column in columns.items()
        }
        return condensed_by(design.over(self.source.deriving(derived)), columns)

    def sampled(self, sampling: Sampling) -> Sampled:
        """The sampling with the design of the stored answers.

        Raises a Problem for columns that there aren't, and where they hold codes of missing
        answers, which the engine would take for strata, units or sizes, or codes of categories
        for numbers.
        """
        design = design_over(self.source, sampling)
        known = tuple(self.source.fields)
        self.require_numbers(columns_named((*sampling.fpc, *sampling.replicates), known))
        for name in sampling.columns(known):
            if name in self.codebook and self.codebook[name].missing:
                self._require_answers(name)
        return Sampled(sampling, design)

    def require_numbers(self, names: Sequence[str]) -> None:
        """Raise a Problem for a column whose numbers are codes by the codebook."""
        for name in names:
            if name in self.codebook and self.codebook[name].type is not VariableType.NUMERIC:
                raise Problem(
                    "column-not-numeric",
                    where=Where(self.source.origin, name=name),
                    found=message(
                        "The column {name} is a {type} variable.",
                        name=name,
                        type=self.codebook[name].type,
                    ),
                    expected=message("a column of numbers."),
                    mend=message("Name a numeric column."),
                )

    def _require_answers(self, name: str) -> None:
        part = self.part(name, None, None)
        lacking = int(part.rows.n[part.dataset.columns[name].reasons < 0].sum())
        if lacking:
            raise Problem(
                "design-incomplete",
                where=Where(self.source.origin, name=name),
                found=counted_message(
                    "{count} respondent lacks {name}.",
                    "{count} respondents lack {name}.",
                    lacking,
                    name=name,
                ),
                expected=message("a stratum, a sampling unit and a weight for every respondent."),
                mend=message("Mend these rows, or leave the respondents out."),
            )


def tabulate_stored(
    stored: StoredAnswers,
    only: Sequence[str] = (),
    *,
    by: str | None = None,
    weight: str | None = None,
    threshold: int = THRESHOLD,
    small: int = SMALL,
    sampling: Sampling | None = None,
    progress: Progress = UNWATCHED,
) -> tuple[Table, ...]:
    """A table of every question, or of the variables and batteries in `only`; see tabulate.

    `weight`, and what `sampling` names, are columns which the codebook need not know. Raises a
    Problem as tabulate does, and for a question of which too many different answers occur.
    """
    book = stored.codebook
    stored.require_numbers(() if weight is None else (weight,))
    if by is not None:
        require_categories(book, by, stored.source.origin)
    sampled = None
    if sampling is not None:
        require_weight(sampling, weight)
        sampled = stored.sampled(sampling)
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
            if one.name != weight
            and not (sampling and sampling.describes(one.name))
            and (owner := owners.get(one.name, one))
        }
    )
    design = None if sampled is None else sampled.design
    tables = []
    for owner in stepwise(wanted.values(), progress, lambda one: one.name):
        members = owner.members if isinstance(owner, Battery) else (owner.name,)
        parts = [stored.part(name, by, weight, design) for name in members]
        tables.append(
            table_of_parts(
                owner,
                parts,
                by=by,
                weight=weight,
                threshold=threshold,
                small=small,
                sampled=sampled,
            )
        )
    return tuple(tables)


def _listed(variable: Variable) -> tuple[str, ...] | None:
    """Of a text only its codes of missing answers matter, and that there is one."""
    if variable.type is not VariableType.TEXT:
        return None
    return tuple(code.value for code in variable.missing if isinstance(code.value, str))
