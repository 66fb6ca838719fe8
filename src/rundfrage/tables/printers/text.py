"""Tables as plain text for a terminal: eighty columns are enough."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO

from rich import box
from rich.cells import cell_len
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
_BETWEEN = "   "


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
                grid = _grid(table, block, columns, language)
                fitting = grid.lines(width)
                if fitting is None:
                    console.print(grid.broken())
                else:
                    room.writelines(f"{line}\n" for line in ("", *fitting, ""))
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


@dataclass(frozen=True)
class _Grid:
    """A table's cells as words: the first column are labels, the others figures.

    `narrow` says that headings of figures are labels too, which break where they are long.
    """

    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    foot: Sequence[Sequence[str]]
    narrow: bool

    def lines(self, width: int) -> Iterator[str] | None:
        """The lines of a grid that fits as it is, None if something must break."""
        every = [self.headings, *self.rows, *self.foot]
        if any("\n" in cell for row in every for cell in row):
            return None
        widths = [max(map(cell_len, column)) for column in zip(*every, strict=True)]
        inner = sum(widths) + len(_BETWEEN) * (len(widths) - 1)
        if inner + 2 > width or (self.narrow and max(widths[1:], default=0) > _COLUMN - 2):
            return None
        return self._fitting(widths, inner)

    def _fitting(self, widths: Sequence[int], inner: int) -> Iterator[str]:
        def line(cells: Sequence[str]) -> str:
            label, *figures = cells
            gaps = [width - cell_len(cell) for cell, width in zip(cells, widths, strict=True)]
            parts = [label + " " * gaps[0]]
            parts += [" " * gap + figure for figure, gap in zip(figures, gaps[1:], strict=True)]
            return " " + _BETWEEN.join(parts)

        yield line(self.headings)
        yield " " + "─" * inner
        yield from map(line, self.rows)
        if self.rows:
            yield ""
        yield from map(line, self.foot)

    def broken(self) -> Lines:
        """The grid as Rich breaks it into lines."""
        lines = Lines(box=box.SIMPLE_HEAD, expand=False, pad_edge=False)
        label, *figures = map(RichText, self.headings)
        lines.add_column(label, overflow="fold", ratio=1)
        for heading in figures:
            if self.narrow:
                lines.add_column(heading, justify="right", overflow="fold", max_width=_COLUMN - 2)
            else:
                lines.add_column(heading, justify="right")
        for row in self.rows:
            lines.add_row(*map(RichText, row))
        if self.rows:
            lines.add_section()
        for row in self.foot:
            lines.add_row(*map(RichText, row))
        return lines


def _grid(table: Table, block: Block, columns: Sequence[int], language: str) -> _Grid:
    if table.banner is None:
        figures = [word(heading, language) for heading in _headings(table)]
    else:
        figures = [_heading(table, column, language) for column in columns]
    rows = []
    for place, (row, cells) in enumerate(zip(block.rows, block.cells, strict=True)):
        mark = "= " if row.role is RowRole.NET else ""
        label = mark + row.label.into(language)
        if table.banner is None:
            cell, disclosure = cells[0], block.disclosure[0]
            words = [percent_words(cell, disclosure, language)]
            if table.method is not None:
                sure = precision_of(block, place, 0)
                words.append(interval_words(cell, sure, disclosure, language))
            words.append(count_words(cell, language))
            if table.shape.several:
                words.append(mention_words(cell, disclosure, language))
        else:
            words = [_crossed(table, block, place, column, language) for column in columns]
        rows.append([label, *words])
    foot = [
        [*row, *[""] * (1 + len(figures) - len(row))]
        for row in _foot(table, block, columns, language)
    ]
    return _Grid([word("answer", language), *figures], rows, foot, narrow=table.banner is not None)


def _heading(table: Table, column: int, language: str) -> str:
    label = RichText(table.columns[column].label.into(language))
    label.truncate(_LONGEST_HEADING, overflow="ellipsis")
    letter = table.columns[column].letter
    return f"{label.plain}\n({letter})" if letter else label.plain


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


def _foot(table: Table, block: Block, columns: Sequence[int], language: str) -> Iterator[list[str]]:
    for name in statistics_shown(block):
        figures = [_statistic(table, block, name, column, language) for column in columns]
        if table.banner is None and table.method is not None:
            sure = statistic_precision(block, name, 0)
            figures.append(reach_words(sure, name, block.disclosure[0], language))
        yield [word(name, language), *figures]
    bases = [
        base_words(block.bases[column], block.disclosure[column], language) for column in columns
    ]
    aside = [""] * _headings(table).index("count") if table.banner is None else []
    yield [word("base", language), *aside, *bases]


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
