"""Evidence: what the tables say of each binding, for everybody and for subgroups.

A path is taken apart at its dots: the longest beginning that names a variable counts, and what
follows is a statistic, an answer or a net, or a number of an answer (`q3.haltung.count`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from rundfrage.dataset import Dataset
from rundfrage.dataset.respondents import Flags
from rundfrage.errors import Problem, Where, did_you_mean
from rundfrage.locales import Message, message, verbatim
from rundfrage.report.bind import Press
from rundfrage.report.claims.bands import Bands
from rundfrage.report.claims.measured import STATISTICS, measured, present, withheld
from rundfrage.report.claims.quantity import Measure, Quantity
from rundfrage.report.claims.sentence import Binding
from rundfrage.report.claims.subgroup import INSIDE, condition_of, members, table_within
from rundfrage.report.claims.unknown import unknown_binding
from rundfrage.report.claims.waves import difference, wave_in
from rundfrage.report.words import Phrasebook
from rundfrage.rules import atoms
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
    wave: str = ""
    """What the answers at hand are called among the waves."""
    earlier: Mapping[str, Evidence] = field(default_factory=dict)
    """The evidence of the waves before, in order of time."""
    excused: Mapping[str, str] = field(default_factory=dict)
    """By question why another wording in an earlier wave asked the same."""
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
        home, own = self.home(binding)
        if own is not binding:
            return self._of_wave(home, own, binding)
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
        home, own = self.home(binding)
        if home is not self:
            return home.found(own)
        binding = own
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
        home, own = self.home(binding)
        if home is not self:
            return home.within(own)
        binding = own
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
        """The table of one variable with the answers to another across the top.

        Raises a Problem for a question by itself, which would be 100 % in each group.
        """
        if groups in {name, name.partition(".")[0]}:
            raise Problem(
                "chart-form",
                found=message("{name} is to be shown by its own answers.", name=name),
                expected=message("groups of another question, such as by=q11."),
                mend=message("Name another question behind by=, or take it out."),
            )
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
        home, own = self.home(Binding("", subgroup))
        if home is not self:
            return home.group(own.subgroup)
        subgroup = own.subgroup
        if not subgroup:
            return np.ones(self.dataset.n, bool)
        return members(condition_of(subgroup, self.dataset.codebook, Where()), self.dataset)

    def inside(self, subgroup: str) -> bytes:
        """Who belongs to the subgroup, as bits; equal groups have equal bytes."""
        home, own = self.home(Binding("", subgroup))
        return home.group(own.subgroup).tobytes() if own.subgroup else b""

    def among(self, table: Table, subgroup: str) -> tuple[Table, int]:
        """The table of a question in a subgroup, and the column of it that is the group's."""
        home, own = self.home(Binding(table.name, subgroup))
        return home._table(home.questions.get(table.name, table), own)  # noqa: SLF001

    def home(self, binding: Binding) -> tuple[Evidence, Binding]:
        """The evidence of the wave that the binding names, and what it is called there.

        That is this evidence and the binding itself where it names none. Raises a Problem for a
        wave that isn't there.
        """
        named = wave_in(binding.subgroup) if self.earlier else None
        if named is None:
            return self, binding
        name, rest = named
        if name != self.wave and name not in self.earlier:
            known = (*self.earlier, self.wave)
            raise Problem(
                "claim-wave",
                found=message("{binding} names the wave {name}.", binding=binding, name=name[:40]),
                expected=message("one of {names}.", names=", ".join(known)),
                mend=did_you_mean(name[:40], known)
                or message("Name it and its source below waves: in the front matter."),
            )
        return self.earlier.get(name, self), replace(binding, subgroup=rest)

    def _of_wave(self, home: Evidence, own: Binding, binding: Binding) -> Quantity:
        """A number of the wave that the binding names; raises a Problem unless it compares."""
        if home is not self:
            self.require_comparable(binding)
        found = home.quantity(own)
        wave = next((name for name, one in self.earlier.items() if one is home), self.wave)
        figure = replace(found.figure, binding=str(binding), wave=wave)
        return replace(found, binding=binding, figure=figure)

    def require_comparable(self, binding: Binding) -> None:
        """Raise a Problem if the earlier wave that the binding names asked something else."""
        home, own = self.home(binding)
        if home is self:
            return
        paths = [own.path]
        if own.subgroup:
            condition = condition_of(own.subgroup, self.dataset.codebook, Where())
            paths += [atom.variable for atom in atoms(condition)]
        for path in dict.fromkeys(paths):
            self._require_asked(path, binding, home)

    def _require_asked(self, path: str, binding: Binding, home: Evidence) -> None:
        """Raise a Problem if the wave asked the path's question, or that of a group, otherwise."""
        place = self._place(path)
        if place is None:
            return
        (table, number), _ = place
        otherwise = self.asked_otherwise(table, table.blocks[number], home)
        if otherwise is not None:
            now, then = otherwise
            raise Problem(
                "claim-wave-differs",
                found=message(
                    "{binding}: that wave asked otherwise, {then} instead of {now}.",
                    binding=binding,
                    then=then,
                    now=now,
                ),
                expected=message("the same wording, kind and answers in both waves."),
                mend=message(
                    "Leave the comparison out; or, if another wording asked the same, say below "
                    "comparable: in the front matter why, as in {name}: reason.",
                    name=table.name,
                ),
            )

    def asked_otherwise(
        self, table: Table, block: Block, home: Evidence
    ) -> tuple[Message, Message] | None:
        """What an earlier wave asked in place of a block's question: as it is now, as it was."""
        there = home._blocks.get(block.name)
        if there is None:
            return message("the question"), message("nothing")
        whole, number = there
        if whole.shape is not table.shape:
            return verbatim(table.shape.name), verbatim(whole.shape.name)
        excused = not self.excused.keys().isdisjoint({table.name, block.name})
        earlier = whole.blocks[number].variable
        return difference(block.variable, earlier, self.language, excused=excused)

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
