"""Evidence: what the tables say of each binding, for everybody and for subgroups.

A path is taken apart at its dots: the longest beginning that names a variable counts, and what
follows is a statistic, an answer or a net, or a number of an answer (`q3.haltung.count`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from rundfrage.dataset import Dataset
from rundfrage.dataset.respondents import Flags
from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.report.bind import Press
from rundfrage.report.claims.bands import Bands
from rundfrage.report.claims.measured import STATISTICS, measured, present, withheld
from rundfrage.report.claims.quantity import Measure, Quantity
from rundfrage.report.claims.sentence import Binding
from rundfrage.report.claims.subgroup import INSIDE, condition_of, members, table_within
from rundfrage.report.claims.unknown import unknown_binding
from rundfrage.report.words import Phrasebook
from rundfrage.tables import table_of
from rundfrage.tables.releases import Releases
from rundfrage.tables.sampling import Sampling
from rundfrage.tables.table import Block, Table

if TYPE_CHECKING:
    from rundfrage.stats.design import Design

_Known = TypeVar("_Known")
_STUDY = ("study.n", "study.repeats", "study.field", "study.field_start", "study.field_end")


@dataclass(frozen=True)
class Found:
    """Where a path leads: a block in its table, a column of it, and what follows the name."""

    table: Table
    block: Block
    column: int
    rest: str


@dataclass(frozen=True, eq=False)
class Evidence:
    """The tables of a survey, in the language of the report.

    `tables` are those of everybody; those of subgroups are made when a claim asks for them.
    `sampling` is how a probability sample was drawn, if that is known; `releases` remember what
    was shown, where that is wanted.
    """

    dataset: Dataset
    tables: Sequence[Table]
    language: str
    threshold: int = 5
    bands: Bands = field(default_factory=dict)
    sampling: Sampling | None = None
    releases: Releases | None = None
    _within: dict[tuple[str, str], Table] = field(default_factory=dict)

    @property
    def words(self) -> Phrasebook:
        """The wordings of the report's language."""
        return Press(self.language).words

    @cached_property
    def _blocks(self) -> Mapping[str, tuple[Table, int]]:
        return {
            block.name: (table, place)
            for table in self.tables
            for place, block in enumerate(table.blocks)
        }

    @cached_property
    def questions(self) -> Mapping[str, Table]:
        """The tables by name."""
        return {table.name: table for table in self.tables}

    def names(self) -> Iterator[str]:
        """Every path that has a number."""
        yield from _STUDY
        for table in self.tables:
            for block in table.blocks:
                name = _written_name(block.name)
                yield from (f"{name}.{one}" for one in ("n", "asked", *present(block)))
                yield from (f"{name}.{row.name}" for row in block.rows)

    def quantity(self, binding: Binding) -> Quantity:
        """The number of the binding; raises a Problem if there is none or it is suppressed."""
        if binding.path in _STUDY and not binding.subgroup:
            return self._study(binding)
        if binding.path == "study.n":
            return self._group_size(binding)
        found = self.found(binding)
        if found is None:
            raise unknown_binding(binding, self.names(), [table.name for table in self.tables])
        return measured(found.table, found.block, found.column, found.rest, binding, self.language)

    def found(self, binding: Binding) -> Found | None:
        """Where the path leads, without a look at what follows the variable's name."""
        place = self._place(binding.path)
        if place is None:
            return None
        (whole, number), rest = place
        table, column = self._table(whole, binding)
        return Found(table, table.blocks[number], column, rest)

    def every(self, bindings: Sequence[Binding]) -> tuple[Quantity, ...]:
        """The numbers of the bindings; `q8.top2` of a grid stands for that of each item."""
        quantities: list[Quantity] = []
        for binding in bindings:
            family = self.family(binding)
            quantities += [self.quantity(one) for one in family or (binding,)]
        return tuple(quantities)

    def family(self, binding: Binding) -> tuple[Binding, ...]:
        """The bindings of all items of a grid or ranking that `q8.top2` stands for; else none."""
        if self._place(binding.path) is not None:
            return ()
        table, rest = _longest(binding.path, self.questions) or (None, "")
        if table is None or not table.shape.items:
            return ()
        if not rest or not _has(table.blocks[0], rest):
            return ()
        return tuple(
            Binding(f"{block.name}.{rest}", binding.subgroup, binding.places)
            for block in table.blocks
        )

    def _place(self, path: str) -> tuple[tuple[Table, int], str] | None:
        """The table, the number of the block in it, and the rest of the path."""
        own = path.removeprefix("study.variable.")
        return _longest(path if own == path else f"study.{own}", self._blocks)

    def within(self, binding: Binding) -> tuple[Table, int] | None:
        """The table that the path itself names, and the column of its subgroup."""
        table = self.questions.get(binding.path)
        return None if table is None else self._table(table, binding)

    @cached_property
    def design(self) -> Design:
        """The design of the sample; ask for it only where `sampling` is there."""
        if self.sampling is None:
            raise ValueError("the design of the sample is not known")
        # SciPy takes longer to load than most reports take to read.
        from rundfrage.tables.sampled import design_for  # noqa: PLC0415

        return design_for(self.dataset, self.sampling)

    def by(self, name: str, groups: str) -> Table:
        """The table of one variable with the answers to another across the top."""
        weight = next((table.weight for table in self.tables), None)
        return table_of(
            self.dataset,
            name,
            by=groups,
            weight=weight,
            threshold=self.threshold,
            sampling=self.sampling,
            releases=self.releases,
        )

    def group(self, subgroup: str) -> Flags:
        """Who belongs to the subgroup, shape (n,); everybody if it is empty."""
        if not subgroup:
            return np.ones(self.dataset.n, bool)
        return members(condition_of(subgroup, self.dataset.codebook, Where()), self.dataset)

    def inside(self, subgroup: str) -> bytes:
        """Who belongs to the subgroup, as bits; equal groups have equal bytes."""
        return self.group(subgroup).tobytes() if subgroup else b""

    def among(self, table: Table, subgroup: str) -> tuple[Table, int]:
        """The table of a question in a subgroup, and the column of it that is the group's."""
        return self._table(table, Binding(table.name, subgroup))

    def _table(self, table: Table, binding: Binding) -> tuple[Table, int]:
        if not binding.subgroup:
            return table, 0
        key = (table.name, binding.subgroup)
        if key not in self._within:
            condition = condition_of(binding.subgroup, self.dataset.codebook, Where())
            self._within[key] = table_within(
                self.dataset,
                table.name,
                condition,
                weight=table.weight,
                threshold=self.threshold,
                sampling=self.sampling,
                releases=self.releases,
            )
        return self._within[key], INSIDE

    def _study(self, binding: Binding) -> Quantity:
        press = Press(self.language)
        counts = {"study.n": self.dataset.n, "study.repeats": self.dataset.repeats}
        if binding.path in counts:
            n = counts[binding.path]
            return Quantity(binding, press.plain(binding.path, n), Fraction(n), Measure.COUNT)
        dates = self.dataset.codebook.study.field
        if dates is None:
            raise Problem(
                "binding-no-value",
                found=message(
                    "{binding} has no value: nobody said when the survey was in the field.",
                    binding=binding,
                ),
                expected=message("field dates in the questionnaire."),
                mend=message(
                    "Write field: 2020-09-23 .. 2020-09-28 there, or leave the sentence out."
                ),
            )
        if binding.path == "study.field":
            figure = press.days(binding.path, *dates)
        else:
            figure = press.day(binding.path, dates[binding.path == "study.field_end"])
        return Quantity(binding, figure, Fraction(figure.value), Measure.DAY)

    def _group_size(self, binding: Binding) -> Quantity:
        """How many respondents belong to a subgroup."""
        condition = condition_of(binding.subgroup, self.dataset.codebook, Where())
        n = int(members(condition, self.dataset).sum())
        if 0 < n < self.threshold or 0 < self.dataset.n - n < self.threshold:
            raise Problem(
                "claim-suppressed",
                found=message(
                    "{binding} counts so few people that they might be recognised.", binding=binding
                ),
                expected=message(
                    "a group of at least {threshold}, and as many outside of it.",
                    threshold=self.threshold,
                ),
                mend=message("Choose a larger group, or leave the sentence out."),
            )
        if self.releases is not None and self.releases.refusal(condition) is not None:
            raise withheld(binding)
        return Quantity(
            binding, Press(self.language).plain(str(binding), n), Fraction(n), Measure.COUNT
        )


def _longest(path: str, known: Mapping[str, _Known]) -> tuple[_Known, str] | None:
    """What the longest beginning of the path names, and the rest of it."""
    parts = path.split(".")
    for end in range(len(parts), 0, -1):
        found = known.get(".".join(parts[:end]))
        if found is not None:
            return found, ".".join(parts[end:])
    return None


def _has(block: Block, rest: str) -> bool:
    return rest in {*STATISTICS, "n", "asked"} or any(
        rest in {row.name, f"{row.name}.share", f"{row.name}.count"} for row in block.rows
    )


def _written_name(name: str) -> str:
    return name if name != "study" else "study.variable"
