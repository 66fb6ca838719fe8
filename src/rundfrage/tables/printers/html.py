"""Tables as one HTML page that needs nothing from anywhere else and no script."""

from __future__ import annotations

from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined

from rundfrage.tables.printers.booklet import Booklet, Printer
from rundfrage.tables.printers.wording import (
    base_words,
    block_title,
    count_words,
    ledger_words,
    mention_words,
    percent_words,
    statistic_words,
    statistics_shown,
)
from rundfrage.tables.table import Block, RowRole, Table, TableKind
from rundfrage.tables.words import sentence, word
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
    environment = Environment(
        loader=PackageLoader("rundfrage.tables.printers", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    language = booklet.language

    def say(key: str) -> str:
        return word(key, language)

    page = environment.get_template("tables.html").render(
        booklet=booklet,
        language=language,
        direction=direction(language),
        interviews=number(booklet.interviews, language),
        say=say,
        sentence=lambda note: sentence(note, language),
        measures=_measures,
        lines=lambda table, block: _lines(table, block, language),
        foot=lambda table, block: _foot(table, block, language),
        accounts=lambda table, block: _accounts(table, block, language),
        block_title=lambda block: block_title(block, language),
    )
    return page.encode()


def _measures(table: Table) -> tuple[str, ...]:
    both = ("percent", "count")
    return (*both, "share_of_mentions") if table.kind is TableKind.MULTIPLE else both


def _lines(table: Table, block: Block, language: str) -> list[_Line]:
    several = table.kind is TableKind.MULTIPLE
    return [
        _Line(
            row.label.into(language),
            tuple(
                figure
                for cell, disclosure in zip(cells, block.disclosure, strict=True)
                for figure in (
                    percent_words(cell, disclosure, language),
                    count_words(cell, language),
                    *((mention_words(cell, disclosure, language),) if several else ()),
                )
            ),
            net=row.role is RowRole.NET,
        )
        for row, cells in zip(block.rows, block.cells, strict=True)
    ]


def _foot(_table: Table, block: Block, language: str) -> list[_Line]:
    statistics = [
        _Line(
            word(name, language),
            tuple(
                statistic_words(one, name, disclosure, language)
                for one, disclosure in zip(block.statistics, block.disclosure, strict=True)
            ),
        )
        for name in statistics_shown(block)
    ]
    bases = tuple(
        base_words(ledger, disclosure, language)
        for ledger, disclosure in zip(block.bases, block.disclosure, strict=True)
    )
    return [*statistics, _Line(word("base", language), bases)]


def _accounts(table: Table, block: Block, language: str) -> list[_Account]:
    return [
        _Account(
            column.label.into(language),
            ledger_words(ledger, language, weighted=table.weight is not None),
        )
        for column, ledger in zip(table.columns, block.bases, strict=True)
    ]


PRINTER = Printer("html", ".html", streams=False, print=print_html)
