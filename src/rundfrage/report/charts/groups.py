"""One number of a question in each group of another: bars with their intervals and letters."""

from __future__ import annotations

import re
from dataclasses import replace

from rundfrage.errors import Problem
from rundfrage.locales import message, verbatim
from rundfrage.look.theme import Theme
from rundfrage.report.bind import Press, Statistic
from rundfrage.report.charts.alt import described
from rundfrage.report.charts.bars import furthest, intervals, percent_end, reach_of
from rundfrage.report.charts.means import scale_axis
from rundfrage.report.charts.rows import best_end, find_row, table_title
from rundfrage.report.deck import Axis, Bar, Chart, ChartForm, Figure, Series, SideColumn
from rundfrage.report.digits import decimals
from rundfrage.tables.printers.wording import (
    heading_words,
    lettered,
    precision_of,
    statistic_precision,
)
from rundfrage.tables.table import Block, Precision, Table
from rundfrage.text import half_up

MEAN: Statistic = "mean"
_BARE = re.compile(r"[\w-]+")


def draw(table: Table, block: Block, statistic: str, language: str, theme: Theme) -> Chart:
    """A bar for everybody, then one a group; `statistic` is a row's name or "mean".

    `table` has the groups across the top; those that nothing is shown of are left out. Raises a
    Problem if the block has no such number.
    """
    press = Press(language, table.weight)
    drawn = _Group(table, block, statistic, press)
    columns = [
        place
        for place, ledger in enumerate(block.bases)
        if ledger is not None and ledger.answered and drawn.figure(place) is not None
    ]
    figures = [drawn.figure(place) for place in columns]
    mean = statistic == MEAN
    places = max((decimals(block, MEAN, one.value) for one in figures if one), default=0)
    bars = tuple(
        None
        if figure is None
        else Bar(
            figure,
            float(half_up(figure.value, places) if mean else half_up(100 * figure.value)),
            colour="" if place else theme.muted,
            reach=reach_of(figure, 1 if mean else 100),
        )
        for place, figure in zip(columns, figures, strict=True)
    )
    words = press.words
    letters = tuple(drawn.letters(place) for place in columns)
    sizes = tuple(drawn.size(place) for place in columns)
    chart = Chart(
        form=ChartForm.DOTS if mean and _scaled(block) else ChartForm.BARS,
        categories=tuple(group_label(table, place, language) for place in columns),
        series=(Series(words("mean-heading") if mean else words("share"), theme.primary, bars),),
        axis=_axis(block, bars, language, mean=mean),
        side=(
            SideColumn("n", sizes),
            *intervals([drawn.interval(place) for place in columns], words("interval-heading")),
            *((SideColumn(words("letters-heading"), letters),) if any(letters) else ()),
        ),
        percent=not mean,
    )
    return described(chart, table_title(table, language), words)


def group_label(table: Table, column: int, language: str) -> str:
    """What the group of a column is called."""
    return " ".join(heading_words(table.columns[column], language).split())


def of_group(table: Table, figure: Figure | None, column: int) -> Figure | None:
    """The figure bound to the group of its column; the first is everybody."""
    if figure is None or not column:
        return figure
    name = table.columns[column].name
    named = f"={name}" if _BARE.fullmatch(name) else f' == "{name}"'
    return replace(figure, binding=f"{figure.binding}[{table.banner}{named}]")


def letters_of(
    table: Table, block: Block, row: int | None, statistic: str, column: int
) -> Figure | None:
    """The groups below a number of the column; the value is how many they are. None without."""
    sure: Precision | None = (
        statistic_precision(block, MEAN, column)
        if row is None and statistic == MEAN
        else precision_of(block, row, column)
        if row is not None
        else None
    )
    if sure is None or not (sure.letters or sure.usual):
        return None
    text = lettered("", sure).strip()
    return of_group(
        table, Figure(f"{block.name}.{statistic}.above", len(sure.letters), text), column
    )


def withheld(block: Block) -> int:
    """How many groups are left out so that nobody in them is recognised."""
    return sum(ledger is None for ledger in block.bases)


class _Group:
    """The figures of one statistic, column by column."""

    def __init__(self, table: Table, block: Block, statistic: str, press: Press) -> None:
        self.table, self.block, self.statistic, self.press = table, block, statistic, press
        self.row = find_row(block, statistic)
        if self.row is None and statistic != MEAN:
            raise Problem(
                "chart-form",
                found=message(
                    "{name} has no share or mean called {statistic}.",
                    name=block.name,
                    statistic=statistic or message("(nothing)"),
                ),
                expected=verbatim(f"{', '.join((*(row.name for row in block.rows), MEAN))}."),
                mend=message("Name one behind the question, as in {{compare=q2.top2 by=q11}}."),
            )

    def figure(self, column: int) -> Figure | None:
        """The number itself."""
        found = (
            self.press.statistic(self.block, MEAN, column)
            if self.row is None
            else self.press.share(self.block, self.row, column)
        )
        return of_group(self.table, found, column)

    def interval(self, column: int) -> Figure | None:
        """Its interval in words."""
        found = (
            self.press.statistic_interval(self.block, MEAN, column)
            if self.row is None
            else self.press.share_interval(self.block, self.row, column)
        )
        return of_group(self.table, found, column)

    def size(self, column: int) -> Figure | None:
        """How many of the group answered."""
        return of_group(self.table, self.press.count(self.block, "n", column), column)

    def letters(self, column: int) -> Figure | None:
        """The groups below it; the value is how many they are. None if there are none."""
        return letters_of(self.table, self.block, self.row, self.statistic, column)


def _scaled(block: Block) -> bool:
    best, worst = best_end(block.variable)
    return best != worst


def _axis(block: Block, bars: tuple[Bar | None, ...], language: str, *, mean: bool) -> Axis:
    ends = [furthest(bar) for bar in bars if bar]
    if not mean:
        return Axis(0, percent_end(ends))
    if _scaled(block):
        return scale_axis(block, language)
    low = min((min(bar.reach or (bar.plotted,)) for bar in bars if bar), default=0.0)
    return Axis(min(0.0, low), max((*ends, 0.0)) or 1.0)
