"""A dataset and its account while they are made: variables get own names, columns entries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from rundfrage.codebook import Battery, Codebook, Sample, Study, Variable
from rundfrage.codebook.shapes import BatteryShape
from rundfrage.dataset.account import Account, Certainty, Entry, Ledger
from rundfrage.dataset.columns import Column
from rundfrage.dataset.dataset import Dataset
from rundfrage.errors import Problem, Where
from rundfrage.locales import Message, message
from rundfrage.text import EMPTY, Text


@dataclass
class Builder:
    """What has been concluded so far, in the order of the columns."""

    ledger: Ledger
    sample: Sample = Sample.UNKNOWN
    variables: list[Variable] = field(default_factory=list)
    columns: dict[str, Column] = field(default_factory=dict)
    batteries: list[Battery] = field(default_factory=list)
    missing_codes: dict[str, npt.NDArray[np.int8]] = field(default_factory=dict)
    number_labels: dict[str, Mapping[float, str]] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)

    def add(
        self, variable: Variable, column: Column, codes: npt.NDArray[np.int8] | None = None
    ) -> str:
        """Add a variable; the name that it gets, which is free without regard to case.

        `codes` says which of its missing codes each row has; see Dataset.
        """
        name, number = variable.name, 1
        while name.casefold() in self._taken:
            number += 1
            name = f"{variable.name} ({number})"
        self._taken.add(name.casefold())
        self.variables.append(replace(variable, name=name))
        self.columns[name] = column
        if codes is not None:
            self.missing_codes[name] = codes
        return name

    def join(
        self,
        name: str,
        label: Text,
        shape: BatteryShape,
        members: Sequence[str],
        hint: Text = EMPTY,
    ) -> None:
        """Make a battery of variables that were added."""
        self.batteries.append(Battery(name, label, shape, tuple(members), hint))

    def enter(
        self,
        place: int,
        column: str,
        variables: Sequence[str],
        taken_for: Message | str,
        evidence: Message,
        certainty: Certainty = Certainty.SURE,
        *,
        aside: Message | None = None,
        missing: tuple[tuple[str, int], ...] = (),
    ) -> None:
        """Enter what a column of the file became."""
        self.ledger.entries.append(
            Entry(column, place, tuple(variables), taken_for, evidence, certainty, aside, missing)
        )

    def finished(self, study: Study, n: int, file: str, width: int) -> Dataset:
        """The dataset with its account; raises a Problem if a column is in neither."""
        batteries = self._named_apart()
        codebook = Codebook(replace(study, sample=self.sample), tuple(self.variables), batteries)
        account = self.ledger.closed()
        require_accounted(account, width, file)
        return Dataset(
            codebook, self.columns, n, file, account, self.missing_codes, self.number_labels
        )

    def _named_apart(self) -> tuple[Battery, ...]:
        """The batteries under names that neither a variable nor another battery has."""
        found = []
        of: dict[str, str] = {}
        for battery in self.batteries:
            name, number = battery.name, 1
            while name.casefold() in self._taken:
                number += 1
                name = f"{battery.name}_{number}"
            self._taken.add(name.casefold())
            found.append(replace(battery, name=name))
            of.update(dict.fromkeys(battery.members, name))
        self.variables = [
            replace(one, battery=of[one.name]) if one.name in of else one for one in self.variables
        ]
        return tuple(found)


def require_accounted(account: Account, width: int, file: str) -> None:
    """Raise a Problem unless each of the file's columns has exactly one entry."""
    places = sorted(entry.place for entry in account.entries)
    if places != list(range(1, width + 1)):
        lost = sorted(set(range(1, width + 1)) - set(places))
        raise Problem(
            "column-unaccounted",
            where=Where(file),
            found=message(
                "Of {width} columns these would be lost: {lost}.",
                width=width,
                lost=", ".join(map(str, lost[:12])) or str(len(places)),
            ),
            expected=message("every column in a variable, or left out with a reason."),
            mend=message("This is a fault of the program: please report it with the headings."),
        )
