"""A Variable: one thing known of each respondent, with its type, its words and its categories.

A *category* is one of a variable's answers; its position in `categories` is what columns store,
its `code` is what files write. A *battery* is a set of variables asked together: a grid, or a
ranking. A *net* joins categories under one name (top-2, "active now or earlier").
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from rundfrage.codebook.missing import Missing
from rundfrage.text import EMPTY, Text


class VariableType(StrEnum):
    """The few types that every question kind and every file column becomes."""

    CATEGORICAL = "categorical"
    ORDINAL = "ordinal"
    MULTIPLE = "multiple"
    NUMERIC = "numeric"
    TEXT = "text"
    DATE = "date"


class Role(StrEnum):
    """What a category stands for; charts put OTHER and NONE last."""

    SUBSTANTIVE = "substantive"
    OTHER = "other"
    NONE = "none"


class Use(StrEnum):
    """What a variable is for; tables and reports show answers, and others if they are named."""

    ANSWER = "answer"
    ID = "id"
    """Tells one respondent from another."""
    WEIGHT = "weight"
    STRATUM = "stratum"
    CLUSTER = "cluster"
    ASIDE = "aside"
    """What a program noted, or what is said again elsewhere."""


@dataclass(frozen=True)
class Category:
    """One answer of a categorical, ordinal or multiple variable.

    `name` is stable and unique within the variable, `code` the number that files write, `word` what
    text files and SPSS files write in place of it: m, 01. Empty, they write the code.
    """

    name: str
    label: Text
    code: int
    role: Role = Role.SUBSTANTIVE
    word: str = ""

    @property
    def written(self) -> str:
        """The code or the word that stands in cells."""
        return self.word or str(self.code)


@dataclass(frozen=True)
class Net:
    """Categories counted together: `members` are names of categories of the same variable."""

    name: str
    label: Text
    members: tuple[str, ...]


@dataclass(frozen=True)
class MissingCode:
    """A value that a file writes for a missing answer (98 "don't know"), and its reason."""

    reason: Missing
    label: Text = field(default=EMPTY, kw_only=True)
    value: float | str


@dataclass(frozen=True)
class Variable:
    """One variable of a codebook.

    `label` is the question's wording, `item` the item's label when the variable belongs to a
    battery (then `battery` is its name), `hint` the instruction beside the question. Ordinal
    categories stand in scale order, best or first first. `unit`, `low` and `high` belong to
    numeric variables, `earliest` and `latest` to dates; `ends` are the labels of a numeric scale's
    two ends; `nps` marks a 0 to 10 scale whose net promoter score is wanted.
    """

    name: str
    type: VariableType
    label: Text
    categories: tuple[Category, ...] = ()
    nets: tuple[Net, ...] = ()
    missing: tuple[MissingCode, ...] = ()
    battery: str | None = None
    item: Text = EMPTY
    hint: Text = EMPTY
    unit: str = ""
    low: float | None = None
    high: float | None = None
    earliest: dt.date | None = None
    latest: dt.date | None = None
    least: int | None = None
    most: int | None = None
    """How many categories of a multiple choice are to be chosen, or at most how many characters a
    text has; None where nothing is asked."""
    ends: tuple[Text, Text] | None = None
    nps: bool = False
    decimals: int | None = None
    """How many decimals a number may have; None where nothing is known."""
    step: float | None = None
    """How far a number lies from the next, counted from `low`; None where any may be given."""
    of: str | None = None
    """The variable whose "other, namely" text this one holds."""
    use: Use = Use.ANSWER

    def position(self, category: str) -> int:
        """The place of the category of that name; raises KeyError if there is none."""
        for place, one in enumerate(self.categories):
            if one.name == category:
                return place
        raise KeyError(category)

    @property
    def shown(self) -> bool:
        """True if tables and reports show it without being told to."""
        return self.use is Use.ANSWER

    @property
    def coded(self) -> bool:
        """True if a respondent has at most one of the variable's categories."""
        return self.type in {VariableType.CATEGORICAL, VariableType.ORDINAL}

    @property
    def opened_by(self) -> str:
        """The category that opens this "other, namely" text; raises ValueError if it is none."""
        if self.of is None:
            raise ValueError(self.name)
        return self.name.removeprefix(f"{self.of}.").removesuffix(".text")
