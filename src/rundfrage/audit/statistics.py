"""Everything that the data say, as a list to which figures can be bound.

Bindings are those of the deck: `q2.top2`, `q3.haltung`, `q4.info.mean`, `q2_open.n`, `study.n`.
Shares are given in percent here, as reports print them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rundfrage.audit.words import folded, tokens
from rundfrage.codebook import Study
from rundfrage.tables.table import Block, Row, RowRole, Table
from rundfrage.text import Text


class Measure(StrEnum):
    """What kind of number a statistic is."""

    SHARE = "share"
    MEAN = "mean"
    MEDIAN = "median"
    SCORE = "score"
    OTHER = "other"
    """Mentions per respondent, standard deviation, smallest and largest value."""
    COUNT = "count"
    CASES = "cases"
    """How many respondents gave an answer (a cell of the table, not a base)."""
    DATE = "date"


@dataclass(frozen=True)
class Statistic:
    """One number of the survey.

    `value` is unrounded (shares in percent, dates as ordinals), `printed` the whole percent that
    the house's rounding prints. `row` is the category or net, `members` what a net joins.
    """

    binding: str
    measure: Measure
    value: float
    question: str = ""
    item: str = ""
    row: str = ""
    members: tuple[str, ...] = ()
    printed: int | None = None
    base: int | None = None


@dataclass(frozen=True)
class Label:
    """Words of the codebook: what they stand for, folded, and as tokens."""

    name: str
    words: str
    folded: str
    tokens: tuple[str, ...]


@dataclass(frozen=True)
class Question:
    """One table of the survey: its wording, its items and the categories of its scale."""

    name: str
    number: str
    """ "9b" of q9b; an empty string for names without a number."""
    wording: Label
    items: tuple[Label, ...]
    rows: tuple[Label, ...]
    """Categories and declared nets; those of a grid are its items' common scale."""
    nets: tuple[tuple[str, tuple[str, ...]], ...]
    statistics: tuple[Statistic, ...]
    open: bool
    scale: tuple[str, ...]
    """The names of the categories in their order."""


_NUMBER = re.compile(r"^[^\W\d_]{0,3}0*(\d+[a-z]?)(?:[_.]\w+)?$", re.IGNORECASE)
_TAKEN_WORDS = """
    mean median nps mentions low high sd n asked interviews not_asked dont_know refused
    left_blank not_shown
"""
_TAKEN = frozenset(_TAKEN_WORDS.split())
"""Names that a category may bear too; its binding then ends in ".share", as in the deck."""
_LEDGER = ("asked", "not_asked", "dont_know", "refused", "left_blank")


def questions_of(tables: Sequence[Table], language: str) -> tuple[Question, ...]:
    """The questions with all their statistics, labels in the language of the report."""
    return tuple(_question(table, language) for table in tables)


def study_statistics(study: Study, interviews: int) -> tuple[Statistic, ...]:
    """The number of interviews and the days of the field."""
    found = [Statistic("study.n", Measure.COUNT, float(interviews), row="interviews")]
    if study.field is not None:
        for name, day in zip(("field_start", "field_end"), study.field, strict=True):
            value = float(day.toordinal())
            found.append(Statistic(f"study.{name}", Measure.DATE, value, row=name))
    return tuple(found)


def label_of(name: str, text: Text | str, language: str) -> Label:
    """The label in the language; blanks to write in ("____") are left out."""
    words = text if isinstance(text, str) else text.into(language)
    bare = re.sub(r"[_…\s]+$", "", words)
    return Label(name, words, folded(bare), tokens(bare))


def _question(table: Table, language: str) -> Question:
    grid = table.shape.items
    first = table.blocks[0]
    rows = {row.name: row for block in table.blocks for row in block.rows}
    number = _NUMBER.match(table.name)
    return Question(
        name=table.name,
        number=number[1].lower() if number else "",
        wording=label_of(table.name, table.title, language),
        items=tuple(
            label_of(block.name, block.variable.item or block.variable.label, language)
            for block in table.blocks
        )
        if grid
        else (),
        rows=tuple(
            label_of(row.name, row.label, language)
            for row in rows.values()
            if row.name not in {"top2", "bottom2"} or row.role is not RowRole.NET
        ),
        nets=tuple((row.name, row.members) for row in rows.values() if row.role is RowRole.NET),
        statistics=tuple(
            one for block in table.blocks for one in _statistics(block, table.name, grid=grid)
        ),
        open=table.shape.open,
        scale=tuple(row.name for row in first.rows if row.role is RowRole.CATEGORY),
    )


def _statistics(block: Block, question: str, *, grid: bool) -> Iterator[Statistic]:
    """Everything that may be shown of one variable in the column of all respondents."""
    item = block.name if grid else ""
    ledger, described = block.bases[0], block.statistics[0]
    prefix = block.name if block.name != "study" else "study.variable"
    for row, cells in zip(block.rows, block.cells, strict=True):
        cell = cells[0]
        if cell is None or cell.share is None:
            continue
        base = ledger.answered if ledger else None
        yield Statistic(
            _row_binding(prefix, row), Measure.SHARE, 100 * cell.share, question, item, row.name,
            row.members, cell.percent, base,
        )  # fmt: skip
        yield Statistic(
            f"{prefix}.{row.name}.count", Measure.CASES, float(cell.count), question, item,
            row.name, row.members, None, base,
        )  # fmt: skip
    if ledger is not None:
        yield Statistic(f"{prefix}.n", Measure.COUNT, float(ledger.answered), question, item, "n")
        for name in _LEDGER:
            value = float(getattr(ledger, name))
            yield Statistic(f"{prefix}.{name}", Measure.COUNT, value, question, item, name)
    base = ledger.answered if ledger else None
    for name, measure in _DESCRIBED:
        number = getattr(described, name) if described is not None else None
        if number is not None:
            yield Statistic(
                f"{prefix}.{name}", measure, float(number), question, item, name, base=base
            )


_DESCRIBED = (
    ("mean", Measure.MEAN),
    ("median", Measure.MEDIAN),
    ("nps", Measure.SCORE),
    ("mentions", Measure.OTHER),
    ("sd", Measure.OTHER),
    ("low", Measure.OTHER),
    ("high", Measure.OTHER),
)


def _row_binding(prefix: str, row: Row) -> str:
    return f"{prefix}.{row.name}.share" if row.name in _TAKEN else f"{prefix}.{row.name}"
