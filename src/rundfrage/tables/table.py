"""A Table: what the respondents answered to one question, down by categories, across by a banner.

The vocabulary is the trade's. The *stub* stands at the left: *rows* of categories and *nets*.
The *banner* stands on top: *columns* of respondents, the first of them everybody ("total").
A *block* is one variable's rows; a single or multiple question has one block, a grid or a ranking
one for each item. The *ledger* is the account of a base: how many interviews, how many of them
were asked, how many answered, and why the others did not.

Values here are unrounded; `shown_percents` on a block says how its shares are to be printed so
that parts add up to their nets (see rounding.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from rundfrage.codebook import Variable
from rundfrage.codebook.shapes import Shape
from rundfrage.text import EMPTY, Text


@dataclass(frozen=True)
class Ledger:
    """The account of a base, in respondents (unweighted), and the weight of those who answered.

    interviews = not_asked + asked; asked = answered + dont_know + refused + left_blank.
    """

    interviews: int
    not_asked: int
    dont_know: int
    refused: int
    left_blank: int
    answered: int
    weight: float
    """The sum of weights of those who answered; equals `answered` without weights."""
    effective: float
    """Kish's effective base, (sum w)^2 / sum w^2 (Kish 1965, 11.7); `answered` without weights."""

    @property
    def asked(self) -> int:
        """Those whom the routing led to the question."""
        return self.interviews - self.not_asked


class Disclosure(StrEnum):
    """What may be shown of a base."""

    OPEN = "open"
    SMALL = "small"
    """Under the small-base limit (30): shown in brackets."""
    SUPPRESSED = "suppressed"
    """Under the threshold (5), or it would reveal such a base by subtraction: not shown."""


class RowRole(StrEnum):
    """What a row of the stub stands for."""

    CATEGORY = "category"
    OTHER = "other"
    NONE = "none"
    NET = "net"


@dataclass(frozen=True)
class Row:
    """One row of the stub: `name` is the category's or net's stable name."""

    name: str
    label: Text
    role: RowRole = RowRole.CATEGORY
    members: tuple[str, ...] = ()
    """The names of the rows that a net joins."""


@dataclass(frozen=True)
class BannerColumn:
    """One column of the banner: everybody (`name` "total") or one category of the banner."""

    name: str
    label: Text
    letter: str = ""
    """By which other columns refer to it, where the design of the sample is known."""


@dataclass(frozen=True)
class Cell:
    """One row in one column.

    `count` is in respondents; `weight` their summed weights; `share` is weight over the weight of
    those who answered (0 to 1; None without a base); `share_of_mentions` is the same over all
    mentions (multiple response only); `percent` is the share as printed, a whole number.
    """

    count: int
    weight: float
    share: float | None
    percent: int | None
    share_of_mentions: float | None = None


@dataclass(frozen=True)
class Statistics:
    """Numbers that describe a block in one column; None where there is no base or no meaning."""

    mean: float | None = None
    sd: float | None = None
    median: float | None = None
    low: float | None = None
    high: float | None = None
    quartile1: float | None = None
    quartile3: float | None = None
    nps: float | None = None
    """Net promoter score, -100 to 100: share of 9 and 10 less share of 0 to 6 (Reichheld 2003)."""
    mentions: float | None = None
    """Mean number of mentions per respondent (multiple response only)."""


@dataclass(frozen=True)
class Precision:
    """How sure one estimate is, by the design of the sample.

    `se` is the standard error in the estimate's own unit (shares from 0 to 1), `low` and `high`
    the 95 % interval (None without spread: a share of 0 or 1, a margin that is fixed), `df` the
    degrees of freedom, `n` the respondents, `effective` the size of a simple random sample that
    would tell as much (n / design effect; None where that is undefined). `letters` are those of the
    columns that the estimate lies above significantly (lower case 5 %, upper case 1 %), `usual`
    those of which the z test on Kish's effective bases would have said otherwise.
    """

    se: float
    low: float | None
    high: float | None
    df: float
    n: int
    effective: float | None = None
    letters: str = ""
    usual: tuple[str, ...] = ()


@dataclass(frozen=True)
class Uncertainty:
    """The precision of a block: `cells[row][column]`, and statistics by name for each column.

    None, or an empty mapping, where the column is suppressed or nobody answered.
    """

    cells: tuple[tuple[Precision | None, ...], ...]
    statistics: tuple[Mapping[str, Precision], ...]


@dataclass(frozen=True)
class Method:
    """By what the precision of a table was computed.

    `variance` is "taylor" or the type of replicates, `replicates` their number; `units` are
    primary units, None where respondents were drawn one by one; `df` degrees of freedom of the
    whole design; `interval` names that of shares, `adjust` the adjustment of letters. `corrected`
    says that population sizes are known, `calibrated` that margins of the weights are.
    """

    variance: str
    strata: int
    units: int | None
    replicates: int | None
    df: float
    corrected: bool
    interval: str
    adjust: str
    calibrated: bool = False


@dataclass(frozen=True)
class Block:
    """One variable: its rows by the banner's columns.

    `cells[row][column]`, `bases[column]`, `disclosure[column]`, `statistics[column]`. Where a
    column is suppressed its cells are None, its statistics None and its ledger None, so that
    nothing further down can print them.
    """

    variable: Variable
    rows: tuple[Row, ...]
    cells: tuple[tuple[Cell | None, ...], ...]
    bases: tuple[Ledger | None, ...]
    disclosure: tuple[Disclosure, ...]
    statistics: tuple[Statistics | None, ...]
    uncertainty: Uncertainty | None = None
    """Where the design of the sample is known."""
    withheld: Mapping[int, Note] = field(default_factory=dict)
    """Which columns are withheld though their bases are large enough, and why."""

    @property
    def name(self) -> str:
        """The variable's name."""
        return self.variable.name

    def row(self, name: str) -> int:
        """The index of the row of that name; raises KeyError if there is none."""
        for index, row in enumerate(self.rows):
            if row.name == name:
                return index
        raise KeyError(name)

    def cell(self, row: str, column: int = 0) -> Cell | None:
        """The cell of the row of that name; None if the column is suppressed."""
        return self.cells[self.row(row)][column]


@dataclass(frozen=True)
class Table:
    """The answers to one question.

    `name` is the variable's or battery's, `title` its wording, `notes` what a reader must be told
    (weighted by, suppressed columns, simulated answers), as keys of the notes catalogue with
    their values.
    """

    name: str
    shape: Shape
    title: Text
    columns: tuple[BannerColumn, ...]
    blocks: tuple[Block, ...]
    hint: Text = EMPTY
    weight: str | None = None
    banner: str | None = None
    notes: tuple[Note, ...] = ()
    method: Method | None = None


@dataclass(frozen=True)
class Note:
    """Something the reader of a table must know: a code and the values its sentence needs."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict, hash=False)
