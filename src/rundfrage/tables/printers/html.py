"""Tables as one HTML page that needs nothing from anywhere else and no script."""

from __future__ import annotations

from dataclasses import dataclass

from rundfrage.tables.printers.booklet import Booklet, Printer
from rundfrage.tables.printers.wording import (
    base_words,
    block_title,
    count_words,
    heading_words,
    interval_words,
    ledger_words,
    lettered,
    mention_words,
    notes_of,
    percent_words,
    precision_of,
    reach_words,
    statistic_precision,
    statistic_words,
    statistics_shown,
)
from rundfrage.tables.table import Block, RowRole, Table
from rundfrage.tables.words import word
from rundfrage.text import direction, number


@dataclass(frozen=True)
class _Line:
    """One row of a table as words."""

    label: str
    figures: tuple[str, ...]
    net: bool = False


@dataclass(frozen=True)
class _Account:
    """The ledger of one column as words."""

    column: str
    words: str


def print_html(booklet: Booklet) -> bytes:
    """The page, in UTF-8."""
    # Most tables are printed as text, which needs no templates.
    from rundfrage.look.templates import page_template  # noqa: PLC0415

    language = booklet.language

    def say(key: str) -> str:
        return word(key, language)

    page = page_template("rundfrage.tables.printers", ".", "tables.html").render(
        booklet=booklet,
        language=language,
        direction=direction(language),
        interviews=number(booklet.interviews, language),
        say=say,
        notes=lambda table: notes_of(table, language),
        heading=lambda column: heading_words(column, language),
        measures=_measures,
        lines=lambda table, block: _lines(table, block, language),
        foot=lambda table, block: _foot(table, block, language),
        accounts=lambda table, block: _accounts(table, block, language),
        block_title=lambda block: block_title(block, language),
    )
    return page.encode()


def _measures(table: Table) -> tuple[str, ...]:
    both = ("percent", "count") if table.method is None else ("percent", "interval", "count")
    return (*both, "share_of_mentions") if table.shape.several else both


def _lines(table: Table, block: Block, language: str) -> list[_Line]:
    several = table.shape.several
    return [
        _Line(
            row.label.into(language),
            tuple(
                figure
                for column, (cell, disclosure) in enumerate(
                    zip(cells, block.disclosure, strict=True)
                )
                for figure in (
                    lettered(
                        percent_words(cell, disclosure, language),
                        precision_of(block, place, column),
                    ),
                    *_interval(table, block, place, column, language),
                    count_words(cell, language),
                    *((mention_words(cell, disclosure, language),) if several else ()),
                )
            ),
            net=row.role is RowRole.NET,
        )
        for place, (row, cells) in enumerate(zip(block.rows, block.cells, strict=True))
    ]


def _interval(table: Table, block: Block, row: int, column: int, language: str) -> tuple[str, ...]:
    if table.method is None:
        return ()
    cell, sure = block.cells[row][column], precision_of(block, row, column)
    return (interval_words(cell, sure, block.disclosure[column], language),)


def _foot(table: Table, block: Block, language: str) -> list[_Line]:
    blank = ("",) * (len(_measures(table)) - 1)
    statistics = [
        _Line(
            word(name, language),
            tuple(
                figure
                for column in range(len(block.statistics))
                for figure in _statistic(table, block, name, column, language)
            ),
        )
        for name in statistics_shown(block)
    ]
    bases = tuple(
        figure
        for ledger, disclosure in zip(block.bases, block.disclosure, strict=True)
        for figure in (base_words(ledger, disclosure, language), *blank)
    )
    return [*statistics, _Line(word("base", language), bases)]


def _statistic(
    table: Table, block: Block, name: str, column: int, language: str
) -> tuple[str, ...]:
    """A statistic with its letters, its reach, and nothing under the other measures."""
    disclosure = block.disclosure[column]
    words = statistic_words(block.statistics[column], name, disclosure, language)
    blank = ("",) * (len(_measures(table)) - 1)
    if table.method is None:
        return (words, *blank)
    sure = statistic_precision(block, name, column)
    return (lettered(words, sure), reach_words(sure, name, disclosure, language), *blank[1:])


def _accounts(table: Table, block: Block, language: str) -> list[_Account]:
    return [
        _Account(
            column.label.into(language),
            ledger_words(ledger, language, weighted=table.weight is not None),
        )
        for column, ledger in zip(table.columns, block.bases, strict=True)
    ]


PRINTER = Printer("html", ".html", streams=False, print=print_html)
