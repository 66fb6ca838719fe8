"""Makes figures of a table's numbers: the text as printed, the binding, the base.

Bindings: `q2.n` (answered), `q2.asked`, `q2.top2` (a net), `q3.haltung` (a category),
`q4.info.mean`, `x.median`, `x.nps`, `study.n`. A result with a small base is bracketed.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from typing import Literal, get_args

from rundfrage.report.deck import Figure
from rundfrage.report.digits import decimals
from rundfrage.report.words import Phrasebook, words_in
from rundfrage.tables.printers.wording import (
    interval_words,
    precision_of,
    reach_words,
    statistic_precision,
)
from rundfrage.tables.table import Block, Disclosure, Precision, Statistics
from rundfrage.text import date, days, half_up, number, percent

Statistic = Literal["mean", "median", "nps", "mentions", "low", "high", "sd"]
Count = Literal["n", "asked", "interviews", "not_asked", "dont_know", "refused", "left_blank"]

TAKEN = frozenset({*get_args(Statistic), *get_args(Count), "not_shown"})
"""Names that a category may bear too; its binding then ends in ".share"."""


@dataclass(frozen=True)
class Press:
    """How figures are printed: in which language, and by which weight they were made."""

    language: str
    weight: str | None = None

    @property
    def words(self) -> Phrasebook:
        """The wordings of the language."""
        return words_in(self.language)

    def share(self, block: Block, row: int, column: int = 0) -> Figure | None:
        """The share of one row (a category or a net); None without a base or if suppressed."""
        cell = block.cells[row][column]
        if cell is None or cell.share is None or cell.percent is None:
            return None
        text = percent(cell.percent, self.language)
        figure = self._figure(block, _row_name(block, row), cell.share, text, column)
        return _between(figure, precision_of(block, row, column))

    def share_interval(self, block: Block, row: int, column: int = 0) -> Figure | None:
        """The interval of a row's share: "58–66 %"; its value is the width. None without one."""
        sure, cell = precision_of(block, row, column), block.cells[row][column]
        if sure is None or cell is None or sure.low is None or sure.high is None:
            return None
        text = interval_words(cell, sure, Disclosure.OPEN, self.language)
        name = f"{_row_name(block, row)}.interval"
        return _between(self._figure(block, name, sure.high - sure.low, text, column), sure)

    def statistic(self, block: Block, name: Statistic, column: int = 0) -> Figure | None:
        """One statistic of the block; None without a base or without a meaning."""
        value: float | None = getattr(statistics_of(block, column), name)
        if value is None:
            return None
        text = number(value, self.language, decimals(block, name, value))
        if name == "nps" and half_up(value) > 0:
            text = f"+{text}"
        sure = statistic_precision(block, name, column)
        return _between(self._figure(block, name, value, text, column), sure)

    def statistic_interval(self, block: Block, name: Statistic, column: int = 0) -> Figure | None:
        """How far a mean's or score's interval reaches: "±0,12"; its value is the width."""
        sure = statistic_precision(block, name, column)
        if sure is None or sure.low is None or sure.high is None:
            return None
        value: float = getattr(statistics_of(block, column), name)
        places = decimals(block, name, value)
        text = reach_words(sure, name, Disclosure.OPEN, self.language, places)
        width = sure.high - sure.low
        return _between(self._figure(block, f"{name}.interval", width, text, column), sure)

    def effective(self, block: Block, column: int = 0) -> Figure | None:
        """Kish's effective base, printed whole; None if the column is suppressed."""
        ledger = block.bases[column]
        if ledger is None:
            return None
        text = number(ledger.effective, self.language)
        return Figure(_binding(block, "effective"), ledger.effective, text, weight=self.weight)

    def count(self, block: Block, name: Count, column: int = 0) -> Figure | None:
        """One line of the ledger; None if the column is suppressed."""
        ledger = block.bases[column]
        if ledger is None:
            return None
        value = ledger.answered if name == "n" else int(getattr(ledger, name))
        every = name == "interviews" and column == 0
        return self.plain("study.n" if every else _binding(block, name), value)

    def plain(self, binding: str, value: int) -> Figure:
        """A count that stands for itself."""
        return Figure(binding, value, number(value, self.language))

    def day(self, binding: str, value: datetime.date) -> Figure:
        """A date."""
        return Figure(binding, value.toordinal(), date(value, self.language), day=value)

    def days(self, binding: str, start: datetime.date, end: datetime.date) -> Figure:
        """All days from one to another."""
        text = days(start, end, self.language)
        return Figure(binding, start.toordinal(), text, day=start, until=end)

    def _figure(self, block: Block, name: str, value: float, text: str, column: int) -> Figure:
        ledger = block.bases[column]
        small = block.disclosure[column] is Disclosure.SMALL
        return Figure(
            binding=_binding(block, name),
            value=value,
            text=f"[{text}]" if small else text,
            base=ledger.answered if ledger else None,
            asked=ledger.asked if ledger else None,
            weight=self.weight,
        )


def _binding(block: Block, name: str) -> str:
    """Variable and statistic; a variable that is itself called study is set apart from it."""
    return f"{block.name}.{name}" if block.name != "study" else f"study.variable.{name}"


def _row_name(block: Block, row: int) -> str:
    name = block.rows[row].name
    return f"{name}.share" if name in TAKEN else name


def _between(figure: Figure, sure: Precision | None) -> Figure:
    """The figure with the ends of its interval, if there is one."""
    return figure if sure is None else replace(figure, low=sure.low, high=sure.high)


def statistics_of(block: Block, column: int = 0) -> Statistics:
    """The block's statistics in one column, all None where it is suppressed."""
    return block.statistics[column] or Statistics()


def answered(block: Block, column: int = 0) -> int | None:
    """How many answered; None if that is suppressed."""
    ledger = block.bases[column]
    return ledger.answered if ledger else None
