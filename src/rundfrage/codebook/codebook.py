"""The Codebook: all variables of a dataset in order, and what is known of the survey itself."""

from __future__ import annotations

import dataclasses
import datetime
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from rundfrage.codebook.shapes import BatteryShape
from rundfrage.codebook.variable import Variable, VariableType
from rundfrage.errors import Problem, Where, did_you_mean
from rundfrage.locales import message
from rundfrage.text import EMPTY, Text


class Sample(StrEnum):
    """How respondents came to the survey: decides what may be claimed of the results."""

    OPEN = "open"
    LIST = "list"
    PROBABILITY = "probability"
    UNKNOWN = "unknown"
    """Nothing is known of it, as of a file from elsewhere."""


@dataclass(frozen=True)
class Battery:
    """Variables asked together under one wording; `total` is what numbers add up to, if known."""

    name: str
    label: Text
    shape: BatteryShape = dataclasses.field(metadata={"key": "form"})
    members: tuple[str, ...]
    hint: Text = EMPTY
    total: float | None = None


@dataclass(frozen=True)
class Study:
    """What is known of the survey as a whole; `language` is the one its texts were written in."""

    name: str = dataclasses.field(metadata={"absent": ""})
    title: Text
    subtitle: Text = EMPTY
    organisation: str = ""
    language: str = ""
    languages: tuple[str, ...] = ()
    field: tuple[datetime.date, datetime.date] | None = None
    sample: Sample = dataclasses.field(default=Sample.OPEN, metadata={"always": True})
    simulated: bool = False
    """True if the answers were made by a program and not given by people."""


@dataclass(frozen=True)
class Codebook:
    """Variables in the order of the questionnaire; names are unique without regard to case."""

    study: Study
    variables: tuple[Variable, ...] = dataclasses.field(metadata={"absent": (), "always": True})
    batteries: tuple[Battery, ...] = dataclasses.field(default=(), metadata={"always": True})

    @cached_property
    def _by_name(self) -> dict[str, Variable]:
        return {variable.name: variable for variable in self.variables}

    def __contains__(self, name: object) -> bool:
        return name in self._by_name

    def __getitem__(self, name: str) -> Variable:
        """The variable of that name; raises a Problem that names the nearest known one."""
        try:
            return self._by_name[name]
        except KeyError:
            raise Problem(
                "unknown-variable",
                where=Where(name=name),
                found=message(
                    "There is no variable {name} in {survey}.", name=name, survey=self.study.name
                ),
                expected=message("one of the variables of the codebook."),
                mend=did_you_mean(name, self._by_name)
                or message("Look at the list of its variables."),
            ) from None

    def battery(self, name: str) -> Battery:
        """The battery of that name; raises KeyError if there is none."""
        for battery in self.batteries:
            if battery.name == name:
                return battery
        raise KeyError(name)

    def of_type(self, *types: VariableType) -> tuple[Variable, ...]:
        """The variables of the given types, in order."""
        return tuple(variable for variable in self.variables if variable.type in types)
