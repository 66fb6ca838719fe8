"""Tables as a workbook: one sheet a question, numbers as numbers, the full account of each base.

Words go in as strings and never as formulas, whatever sign they begin with.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
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
        name = _sheet_name(table.name, taken)
        taken.add(name.casefold())
        names.append(name)
        sheet = workbook.add_worksheet(name)
        if direction(language) == "rtl":
            sheet.right_to_left()
        _Writer(workbook, sheet, language).write(table)
    return tuple(names)


def _sheet_name(name: str, taken: set[str]) -> str:
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
class _Writer:
    """Writes one table onto one sheet, from the top down; `line` is the next free row."""

    workbook: Workbook
    sheet: Worksheet
    language: str
    line: int = 0
    looks: dict[tuple[tuple[str, object], ...], Format] = field(default_factory=dict)

    def __post_init__(self) -> None:
        spaced = NARROW_SPACE in percent(0, self.language)
        whole = f"0{NARROW_SPACE}%" if spaced else "0%"
        self.bold = self._format(bold=True)
        self.wrapped = self._format(bold=True, text_wrap=True, valign="top")
        self.heading = self._format(bold=True, text_wrap=True, valign="top", bottom=1)
        self.right = self._format(align="right")
        self.percents = {
            Disclosure.OPEN: self._format(num_format=whole),
            Disclosure.SMALL: self._format(num_format=f'"("{whole}")"'),
        }

    def _format(self, **look: object) -> Format:
        key = tuple(look.items())
        if key not in self.looks:
            self.looks[key] = self.workbook.add_format(look)
        return self.looks[key]

    def write(self, table: Table) -> None:
        """The question, its blocks and its notes."""
        self.sheet.set_landscape()
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_column(0, 0, 46)
        self.sheet.set_column(1, max(len(table.columns) * len(_measures(table)), 1), 14)
        self._words(0, f"{table.name}: {table.title.into(self.language)}", self.bold)
        self.line += 1
        if table.hint:
            self._words(0, table.hint.into(self.language))
            self.line += 1
        for note in notes_of(table, self.language):
            self._words(0, note)
            self.line += 1
        for block in table.blocks:
            self.line += 1
            self._block(table, block)

    def _block(self, table: Table, block: Block) -> None:
        if len(table.blocks) > 1 or block.name != table.name:
            self._words(0, f"{block.name}: {block_title(block, self.language)}", self.bold)
            self.line += 1
        measures = _measures(table)
        if table.banner is not None:
            for place, column in enumerate(table.columns):
                label = heading_words(column, self.language)
                self._words(1 + place * len(measures), label, self.wrapped)
            self.line += 1
        self._words(0, word("answer", self.language), self.heading)
        for place in range(len(table.columns)):
            for shift, measure in enumerate(measures):
                heading = word(measure, self.language)
                self._words(1 + place * len(measures) + shift, heading, self.heading)
        self.line += 1
        for line, (row, cells) in enumerate(zip(block.rows, block.cells, strict=True)):
            label = row.label.into(self.language)
            self._words(0, label, self.bold if row.role is RowRole.NET else None)
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
        self._ledger(table, block, len(measures))

    def _statistics(self, block: Block, measures: Sequence[str]) -> None:
        for name in statistics_shown(block):
            self._words(0, word(name, self.language))
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

    def _ledger(self, table: Table, block: Block, step: int) -> None:
        names = (*LEDGER, "weight", "effective") if table.weight is not None else LEDGER
        for name in names:
            self._words(0, f"{word('base', self.language)}: {word(name, self.language)}")
            for place, ledger in enumerate(block.bases):
                value = None if ledger is None else getattr(ledger, name)
                self._figure(1 + place * step, value, block.disclosure[place], name)
            self.line += 1

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
            return self._format(num_format="0.0000")
        if measure in _COUNTED:
            return self._format(num_format="#,##0")
        if measure in {"weighted_count", "weight", "effective", "sample_size"}:
            return self._format(num_format="#,##0.00")
        pattern = "#,##0" + (".00" if decimals(measure, value) else "")
        small = disclosure is Disclosure.SMALL
        return self._format(num_format=f'"("{pattern}")"' if small else pattern)


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


def _measures(table: Table) -> tuple[str, ...]:
    """What each column of the banner shows of a cell."""
    weighted = ("weighted_count",) if table.weight is not None else ()
    mentions = ("share_of_mentions",) if table.shape.several else ()
    sure = () if table.method is None else tuple(one for one in _SURE if one != "letters")
    letters = ("letters",) if table.method is not None and table.banner is not None else ()
    return ("percent", "share", *sure, *letters, "count", *weighted, *mentions)


PRINTER = Printer("xlsx", ".xlsx", streams=False, print=print_xlsx)
