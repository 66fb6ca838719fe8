"""Tables as plain text for a terminal: eighty columns are enough."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import StringIO

from rich import box
from rich.console import Console
from rich.table import Table as Lines
from rich.text import Text as RichText

from rundfrage.tables.printers.booklet import Booklet, Printer
from rundfrage.tables.printers.wording import (
    base_words,
    block_title,
    count_words,
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
from rundfrage.tables.table import Block, Disclosure, RowRole, Table
from rundfrage.tables.words import word
from rundfrage.text import number

_STUB = 28
_COLUMN = 12
_NARROWEST = 40
_LONGEST_HEADING = 60


def print_text(booklet: Booklet) -> bytes:
    """The tables one below the other, in UTF-8, no line longer than the booklet is wide."""
    width = max(booklet.width, _NARROWEST)
    room = StringIO()
    console = Console(file=room, width=width, color_system=None, highlight=False, emoji=False)
    language = booklet.language
    interviews = f"{number(booklet.interviews, language)} {word('interviews', language)}"
    console.print(RichText(f"{booklet.title}: {interviews}"))
    for table in booklet.tables:
        console.print()
        console.print(RichText(f"{table.name}: {table.title.into(language)}"))
        for block in table.blocks:
            if len(table.blocks) > 1 or block.name != table.name:
                console.print()
                console.print(RichText(f"{block.name}: {block_title(block, language)}"))
            for columns in _panels(table, width):
                console.print(_lines(table, block, columns, language))
            console.print(_ledger(table, block, language))
        for note in notes_of(table, language):
            console.print(RichText(note))
    lines = (line.rstrip() for line in room.getvalue().splitlines())
    return ("\n".join(lines) + "\n").encode()


def _panels(table: Table, width: int) -> Iterator[Sequence[int]]:
    """The columns that stand beside each other, the rest follow below."""
    fitting = max((width - _STUB) // _COLUMN, 1)
    places = range(len(table.columns))
    for start in range(0, len(places), fitting):
        yield places[start : start + fitting]


def _lines(table: Table, block: Block, columns: Sequence[int], language: str) -> Lines:
    lines = Lines(box=box.SIMPLE_HEAD, expand=False, pad_edge=False)
    lines.add_column(RichText(word("answer", language)), overflow="fold", ratio=1)
    if table.banner is None:
        for heading in _headings(table):
            lines.add_column(RichText(word(heading, language)), justify="right")
    else:
        for column in columns:
            label = RichText(table.columns[column].label.into(language))
            label.truncate(_LONGEST_HEADING, overflow="ellipsis")
            if table.columns[column].letter:
                label.append(f"\n({table.columns[column].letter})")
            lines.add_column(label, justify="right", overflow="fold", max_width=_COLUMN - 2)
    for place, (row, cells) in enumerate(zip(block.rows, block.cells, strict=True)):
        mark = "= " if row.role is RowRole.NET else ""
        label = RichText(mark + row.label.into(language))
        if table.banner is None:
            cell, disclosure = cells[0], block.disclosure[0]
            figures = [percent_words(cell, disclosure, language)]
            if table.method is not None:
                sure = precision_of(block, place, 0)
                figures.append(interval_words(cell, sure, disclosure, language))
            figures.append(count_words(cell, language))
            if table.shape.several:
                figures.append(mention_words(cell, disclosure, language))
        else:
            figures = [_crossed(table, block, place, column, language) for column in columns]
        lines.add_row(label, *map(RichText, figures))
    _add_foot(lines, table, block, columns, language)
    return lines


def _crossed(table: Table, block: Block, row: int, column: int, language: str) -> str:
    """A cell below a banner: the percent, and where it is known its letters and interval."""
    disclosure = block.disclosure[column]
    cell = block.cells[row][column]
    words = percent_words(cell, disclosure, language)
    if table.method is None or disclosure is Disclosure.SUPPRESSED:
        return words
    sure = precision_of(block, row, column)
    return f"{lettered(words, sure)}\n{interval_words(cell, sure, disclosure, language)}"


def _headings(table: Table) -> tuple[str, ...]:
    both = ("percent", "count") if table.method is None else ("percent", "interval", "count")
    return (*both, "share_of_mentions") if table.shape.several else both


def _add_foot(
    lines: Lines, table: Table, block: Block, columns: Sequence[int], language: str
) -> None:
    if block.rows:
        lines.add_section()
    for name in statistics_shown(block):
        figures = [_statistic(table, block, name, column, language) for column in columns]
        if table.banner is None and table.method is not None:
            sure = statistic_precision(block, name, 0)
            figures.append(reach_words(sure, name, block.disclosure[0], language))
        lines.add_row(RichText(word(name, language)), *map(RichText, figures))
    bases = [
        base_words(block.bases[column], block.disclosure[column], language) for column in columns
    ]
    aside = [""] * _headings(table).index("count") if table.banner is None else []
    lines.add_row(RichText(word("base", language)), *aside, *map(RichText, bases))


def _statistic(table: Table, block: Block, name: str, column: int, language: str) -> str:
    disclosure = block.disclosure[column]
    words = statistic_words(block.statistics[column], name, disclosure, language)
    sure = statistic_precision(block, name, column)
    if table.banner is None or sure is None:
        return words
    return f"{lettered(words, sure)}\n{reach_words(sure, name, disclosure, language)}"


def _ledger(table: Table, block: Block, language: str) -> RichText:
    account = ledger_words(block.bases[0], language, weighted=table.weight is not None)
    return RichText(f"{word('base', language)}: {account}")


PRINTER = Printer("text", ".txt", streams=True, print=print_text)
