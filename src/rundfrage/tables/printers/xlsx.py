"""Tables as a workbook: one sheet a question, numbers as numbers, the full account of each base.

Words go in as strings and never as formulas, whatever sign they begin with.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

from rundfrage.tables.printers.booklet import Booklet, Printer
from rundfrage.tables.printers.wording import (
    HIDDEN,
    LEDGER,
    NOTHING,
    block_title,
    decimals,
    heading_words,
    lettered,
    notes_of,
    precision_of,
    statistic_precision,
    statistics_shown,
    value_of,
)
from rundfrage.tables.table import Block, Disclosure, Precision, RowRole, Table
from rundfrage.tables.words import word
from rundfrage.text import NARROW_SPACE, direction, percent

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_LONGEST_NAME = 31
_LONGEST_CELL = 32_767
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_RESERVED = "history"
_STUB = (24, 56)
_NUMBERS = (10, 18)
"""The least and the greatest width of the stub and of columns of numbers, in letters."""
_FROM_RIGHT = 2
"""How Excel names the order of reading from right to left."""
ROW = 20
"""The height of a row of one line, in pixels."""
_MADE = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
"""A workbook bears no date of its own, so that the same tables give the same bytes."""


def print_xlsx(booklet: Booklet) -> bytes:
    """A workbook with a sheet of contents and one for each table."""
    # Most tables are printed as text, and most workbooks are written by a report.
    from xlsxwriter import Workbook  # noqa: PLC0415

    room = BytesIO()
    workbook = Workbook(room, {"in_memory": True})
    workbook.set_properties({"title": booklet.title, "created": _MADE.replace(tzinfo=None)})
    contents = workbook.add_worksheet(word("contents", booklet.language))
    names = write_sheets(workbook, booklet.tables, booklet.language)
    _write_contents(workbook, contents, booklet, names)
    workbook.close()
    return room.getvalue()


def write_sheets(workbook: Workbook, tables: Sequence[Table], language: str) -> tuple[str, ...]:
    """Add a sheet for each table to an open XlsxWriter workbook; the names of the sheets.

    Names are the tables' own, made legal (at most 31 characters, unique without regard to case,
    none that the workbook has already).
    """
    taken = {sheet.get_name().casefold() for sheet in workbook.worksheets()}
    names = []
    for table in tables:
        name = sheet_name(table.name, taken)
        taken.add(name.casefold())
        names.append(name)
        sheet = workbook.add_worksheet(name)
        if direction(language) == "rtl":
            sheet.right_to_left()
        writer = SheetWriter(workbook, sheet, language)
        writer.write_heading(table)
        writer.write_blocks(table)
        writer.set_up(table)
    return tuple(names)


def sheet_name(name: str, taken: Collection[str]) -> str:
    """The name made legal, and unlike those taken, which are case-folded."""
    plain = _FORBIDDEN.sub("_", name).strip("' ") or "_"
    candidate, number = plain[:_LONGEST_NAME].rstrip("' "), 1
    while candidate.casefold() in taken or candidate.casefold() == _RESERVED:
        number += 1
        ending = f"~{number}"
        candidate = f"{plain[: _LONGEST_NAME - len(ending)]}{ending}"
    return candidate


def _write_contents(
    workbook: Workbook, sheet: Worksheet, booklet: Booklet, names: Sequence[str]
) -> None:
    bold = workbook.add_format({"bold": True})
    link = workbook.get_default_url_format()
    if direction(booklet.language) == "rtl":
        sheet.right_to_left()
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 90)
    sheet.write_string(0, 0, booklet.title[:_LONGEST_CELL], bold)
    sheet.write_string(1, 0, word("interviews", booklet.language))
    sheet.write_number(1, 1, booklet.interviews, workbook.add_format({"align": "left"}))
    sheet.write_string(3, 0, word("table", booklet.language), bold)
    sheet.write_string(3, 1, word("question", booklet.language), bold)
    for place, (name, table) in enumerate(zip(names, booklet.tables, strict=True), start=4):
        target = name.replace("'", "''")
        sheet.write_url(place, 0, f"internal:'{target}'!A1", link, table.name[:255])
        sheet.write_string(place, 1, table.title.into(booklet.language)[:_LONGEST_CELL])


@dataclass
class SheetWriter:
    """Writes tables onto one sheet, from the top down; `line` is the next free row.

    Numbers stand at the right, and so do their headings. `widths` holds the letters that the
    widest cell of each column needs.
    """

    workbook: Workbook
    sheet: Worksheet
    language: str
    line: int = 0
    looks: dict[tuple[tuple[str, object], ...], Format] = field(default_factory=dict)
    widths: dict[int, int] = field(default_factory=dict)
    extra: int = 0
    """Pixels of the rows that are higher than one line, beyond that line."""

    def __post_init__(self) -> None:
        spaced = NARROW_SPACE in percent(0, self.language)
        whole = f"0{NARROW_SPACE}%" if spaced else "0%"
        self.title = self.look(bold=True, text_wrap=True)
        self.wrapped = self.look(text_wrap=True)
        self.stub = self.look(bold=True, text_wrap=True, valign="bottom", bottom=1)
        self.heading = self.look(
            bold=True, text_wrap=True, valign="bottom", bottom=1, align="right"
        )
        self.over = self.look(bold=True, text_wrap=True, valign="bottom", align="right")
        self.net = self.look(bold=True, text_wrap=True)
        self.right = self.look(align="right")
        self.percents = {
            Disclosure.OPEN: self.look(num_format=whole, align="right"),
            Disclosure.SMALL: self.look(num_format=f'"("{whole}")"', align="right"),
        }

    def look(self, **look: object) -> Format:
        """The format of that look, at the top of its row; the same for the same look."""
        placed: dict[str, object] = {"valign": "top"} | look
        if direction(self.language) == "rtl" and "align" not in look:
            placed["reading_order"] = _FROM_RIGHT
        key = tuple(placed.items())
        if key not in self.looks:
            self.looks[key] = self.workbook.add_format(placed)
        return self.looks[key]

    def write_heading(self, table: Table) -> None:
        """The question, and what its reader must be told."""
        self._words(0, f"{table.name}: {table.title.into(self.language)}", self.look(bold=True))
        self.line += 1
        self.write_notes(table)

    def write_notes(self, table: Table) -> None:
        """What respondents were told beside the question, and what readers must be told."""
        hint = [table.hint.into(self.language)] if table.hint else []
        for words in (*hint, *notes_of(table, self.language)):
            self._words(0, words, self.look())
            self.line += 1

    def write_blocks(self, table: Table) -> None:
        """The blocks of the table, each with its account of the base."""
        for block in table.blocks:
            self.line += 1
            self._block(table, block)
        if _gathers(table):
            self.line += 1
            self._bases(table)

    def set_up(self, table: Table) -> None:
        """The widths of the columns, and how the sheet prints."""
        self.sheet.set_landscape()
        self.sheet.fit_to_pages(1, 0)
        if table.banner is None:
            self.sheet.freeze_panes(1, 0)
        else:
            self.sheet.freeze_panes(1, 1)
        self.set_widths()

    def set_widths(self) -> None:
        """Make each column as wide as its content needs, within bounds."""
        for column, letters in self.widths.items():
            self.sheet.set_column(column, column, self.width(column, letters))

    @staticmethod
    def width(column: int, letters: int) -> float:
        """The width of a column whose widest cell has that many letters, in letters."""
        least, most = _STUB if column == 0 else _NUMBERS
        return float(min(most, max(least, letters + 2)))

    def _block(self, table: Table, block: Block) -> None:
        if len(table.blocks) > 1 or block.name != table.name:
            words = f"{block.name}: {block_title(block, self.language)}"
            self._words(0, words, self.look(bold=True))
            self.line += 1
        measures = _measures(table)
        if table.banner is not None:
            for place, column in enumerate(table.columns):
                label = heading_words(column, self.language)
                self._column(1 + place * len(measures), label, self.over)
            self.line += 1
        headings = [word(measure, self.language) for measure in measures] * len(table.columns)
        self.write_headings(word("answer", self.language), headings)
        for line, (row, cells) in enumerate(zip(block.rows, block.cells, strict=True)):
            self.write_stub(row.label.into(self.language), net=row.role is RowRole.NET)
            for place, cell in enumerate(cells):
                sure = precision_of(block, line, place)
                for shift, measure in enumerate(measures):
                    at = 1 + place * len(measures) + shift
                    if measure in _SURE:
                        self._sure(at, sure, block.disclosure[place], measure, measure)
                        continue
                    value = None if cell is None else getattr(cell, _FIELDS[measure])
                    self._figure(at, value, block.disclosure[place], measure)
            self.line += 1
        self._statistics(block, measures)
        if not _gathers(table):
            self._ledger(table, block, len(measures))

    def _statistics(self, block: Block, measures: Sequence[str]) -> None:
        for name in statistics_shown(block):
            self.write_stub(word(name, self.language))
            for place, statistics in enumerate(block.statistics):
                at = 1 + place * len(measures)
                disclosure = block.disclosure[place]
                value = None if statistics is None else value_of(statistics, name)
                self._figure(at, value, disclosure, name)
                sure = statistic_precision(block, name, place)
                for shift, measure in enumerate(measures):
                    if measure in _SURE and sure is not None:
                        self._sure(at + shift, sure, disclosure, measure, name)
            self.line += 1

    def _sure(
        self,
        at: int,
        sure: Precision | None,
        disclosure: Disclosure,
        measure: str,
        of: str,
    ) -> None:
        """How sure a cell or the statistic `of` is: a number, or letters."""
        if measure == "letters":
            signs = "" if sure is None else lettered("", sure).strip()
            self._words(at, signs, self.right)
            return
        value = None if sure is None else getattr(sure, _SURE[measure])
        own = measure if measure == "sample_size" or of in _SURE else of
        self._figure(at, None if value is None else float(value), disclosure, own)

    def _bases(self, table: Table) -> None:
        """The accounts of all blocks' bases as one table, a row a block."""
        names = _accounts(table)
        self.write_headings(word("base", self.language), [word(n, self.language) for n in names])
        for block in table.blocks:
            self.write_stub(block_title(block, self.language))
            for column, name in enumerate(names, start=1):
                ledger = block.bases[0]
                value = None if ledger is None else getattr(ledger, name)
                self._figure(column, value, block.disclosure[0], name)
            self.line += 1

    def _ledger(self, table: Table, block: Block, step: int) -> None:
        for name in _accounts(table):
            self.write_stub(f"{word('base', self.language)}: {word(name, self.language)}")
            for place, ledger in enumerate(block.bases):
                value = None if ledger is None else getattr(ledger, name)
                self._figure(1 + place * step, value, block.disclosure[place], name)
            self.line += 1

    def write_headings(self, stub: str, headings: Sequence[str]) -> None:
        """A row of headings, as high as the longest needs; those of numbers stand at the right."""
        self._words(0, stub, self.stub)
        for column, words in enumerate(headings, start=1):
            self._column(column, words, self.heading)
        widest = _NUMBERS[1]
        lines = max((-(-len(words) // (widest - 2)) for words in headings), default=1)
        self.set_height(max(1, lines))
        self.line += 1

    def write_stub(self, label: str, *, net: bool = False) -> None:
        """The label of a row, in lines if it is long; the row stays the one to write on."""
        self._words(0, label, self.net if net else self.wrapped)
        self._wide(0, len(label))
        lines = -(-len(label) // (_STUB[1] - 2))
        if lines > 1:
            self.set_height(lines)

    def set_height(self, lines: int) -> None:
        """Make the row that is written as high as so many lines."""
        self.sheet.set_row_pixels(self.line, ROW * lines)
        self.extra += ROW * (lines - 1)

    def _column(self, column: int, heading: str, look: Format) -> None:
        """The heading of a column of numbers, which is as wide as its longest word at least."""
        self._words(column, heading, look)
        self._wide(column, max(map(len, heading.split()), default=0))

    def _wide(self, column: int, letters: int) -> None:
        self.widths[column] = max(self.widths.get(column, 0), letters)

    def _words(self, column: int, words: str, look: Format | None = None) -> None:
        self.sheet.write_string(self.line, column, words[:_LONGEST_CELL], look)

    def _figure(
        self, column: int, value: float | None, disclosure: Disclosure, measure: str
    ) -> None:
        if disclosure is Disclosure.SUPPRESSED:
            self._words(column, HIDDEN, self.right)
        elif value is None:
            self._words(column, NOTHING, self.right)
        elif measure == "percent":
            self.sheet.write_number(self.line, column, value / 100, self.percents[disclosure])
        else:
            look = self._look(measure, float(value), disclosure)
            self.sheet.write_number(self.line, column, value, look)

    def _look(self, measure: str, value: float, disclosure: Disclosure) -> Format:
        if measure in {"share", "share_of_mentions", "se", "interval_low", "interval_high"}:
            return self.look(num_format="0.0000", align="right")
        if measure in _COUNTED:
            return self.look(num_format="#,##0", align="right")
        if measure in {"weighted_count", "weight", "effective", "sample_size"}:
            return self.look(num_format="#,##0.00", align="right")
        pattern = "#,##0" + (".00" if decimals(measure, value) else "")
        small = disclosure is Disclosure.SMALL
        shown = f'"("{pattern}")"' if small else pattern
        return self.look(num_format=shown, align="right")


_COUNTED = frozenset({"count", *LEDGER})
_SURE = {
    "se": "se",
    "interval_low": "low",
    "interval_high": "high",
    "sample_size": "effective",
    "letters": "letters",
}
"""How sure a cell is: the measures, and what a Precision calls them."""
_FIELDS = {
    "percent": "percent",
    "share": "share",
    "count": "count",
    "weighted_count": "weight",
    "share_of_mentions": "share_of_mentions",
}


def _gathers(table: Table) -> bool:
    """True if the accounts of the bases stand below all blocks, since each is of one column."""
    return len(table.blocks) > 1 and table.banner is None


def _accounts(table: Table) -> tuple[str, ...]:
    """What is said of each base."""
    return (*LEDGER, "weight", "effective") if table.weight is not None else LEDGER


def _measures(table: Table) -> tuple[str, ...]:
    """What each column of the banner shows of a cell."""
    weighted = ("weighted_count",) if table.weight is not None else ()
    mentions = ("share_of_mentions",) if table.shape.several else ()
    sure = () if table.method is None else tuple(one for one in _SURE if one != "letters")
    letters = ("letters",) if table.method is not None and table.banner is not None else ()
    return ("percent", "share", *sure, *letters, "count", *weighted, *mentions)


PRINTER = Printer("xlsx", ".xlsx", streams=False, print=print_xlsx)
