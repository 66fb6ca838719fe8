"""Writes the deck's workbook: an overview, every printed figure, and the tables in full.

Numbers are numbers and texts are texts, whatever sign they start with; nothing in the workbook is
a formula. The same report gives the same bytes.
"""

from __future__ import annotations

import datetime
import io
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from rundfrage.locales.phrases import Phrasebook
from rundfrage.look.colour import ink
from rundfrage.look.theme import Theme
from rundfrage.report.deck import Deck, SlideRole
from rundfrage.report.outputs.output import Output, Report
from rundfrage.tables.printers.xlsx import write_sheets
from rundfrage.tables.table import Table
from rundfrage.text import direction

_MADE = datetime.datetime(2000, 1, 1)  # noqa: DTZ001, a workbook's dates know no time zone
_PLAIN = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_LONGEST_CELL = 32_767


_COLUMNS = {
    "slide": 8, "title": 60, "binding": 30, "value": 14, "printed": 14, "base": 14, "asked": 12,
    "weight": 16,
}  # fmt: skip
"""The columns of the sheet of figures and their widths."""
_ENDS = {"low": 12, "high": 12}
"""The ends of intervals, where the design of the sample is known."""


def write(report: Report, path: Path) -> None:
    """Write the report's workbook to `path`."""
    path.write_bytes(xlsx(report))


OUTPUT = Output("xlsx", ".xlsx", write)


def xlsx(report: Report) -> bytes:
    """The bytes of the workbook: overview, figures, then one sheet a table."""
    buffer = io.BytesIO()
    workbook = Workbook(buffer, _PLAIN)
    deck = report.deck
    workbook.set_properties(
        {"title": _cell(deck.title), "author": _cell(deck.organisation), "created": _MADE}
    )
    look = _Look.of(workbook, report.theme)
    overview = workbook.add_worksheet(_words(deck)("overview"))
    figures = workbook.add_worksheet(_words(deck)("figures"))
    sheets = write_sheets(workbook, report.tables, deck.language)
    _write_overview(overview, report, sheets, figures.get_name(), look)
    _write_figures(figures, deck, look)
    for sheet in workbook.worksheets():
        _set_up(sheet, report.theme, deck)
    for sheet in workbook.worksheets()[2:]:
        sheet.freeze_panes(1, 1)
    overview.activate()
    workbook.close()
    return buffer.getvalue()


@dataclass(frozen=True)
class _Look:
    """The formats of the two sheets written here."""

    title: Format
    heading: Format
    text: Format
    link: Format
    place: Format
    count: Format
    share: Format
    printed: Format
    day: Format

    @staticmethod
    def of(workbook: Workbook, theme: Theme) -> _Look:
        add = workbook.add_format
        return _Look(
            title=add({"bold": True, "font_size": 16, "font_color": theme.primary}),
            heading=add(
                {
                    "bold": True,
                    "bg_color": theme.primary,
                    "font_color": ink(theme.primary),
                    "text_wrap": True,
                    "valign": "top",
                }
            ),
            text=add({"valign": "top"}),
            link=add({"font_color": theme.primary, "underline": 1, "valign": "top"}),
            place=add({"align": "center", "valign": "top"}),
            count=add({"num_format": "#,##0", "valign": "top"}),
            share=add({"num_format": "0.0000", "valign": "top"}),
            printed=add({"align": "right", "valign": "top"}),
            day=add({"num_format": "yyyy-mm-dd", "align": "right", "valign": "top"}),
        )


def _write_overview(
    sheet: Worksheet, report: Report, sheets: Sequence[str], figures: str, look: _Look
) -> None:
    """The study in its own words, then a link to every sheet."""
    say = _words(report.deck)
    sheet.set_column(0, 0, 32)
    sheet.set_column(1, 1, 90)
    sheet.set_column(2, 6, 14)
    sheet.write_string(0, 0, _cell(report.deck.title), look.title)
    line = 1
    for words in _study(report.deck):
        sheet.write_string(line, 0, _cell(words))
        line += 1
    line += 1
    sheet.write_string(line, 0, say("sheet"), look.heading)
    sheet.write_string(line, 1, say("content"), look.heading)
    contents = [(figures, say("all-figures"))]
    contents += [
        (name, _wording(table, report.deck.language))
        for name, table in zip(sheets, report.tables, strict=True)
    ]
    for at, (name, words) in enumerate(contents, start=line + 1):
        target = name.replace("'", "''")
        sheet.write_url(at, 0, f"internal:'{target}'!A1", look.link, name)
        sheet.write_string(at, 1, _cell(words), look.text)
    _write_ledger(sheet, line + len(contents) + 1, report.deck, look)


def _wording(table: Table, language: str) -> str:
    return table.title.into(language) or table.name


def _study(deck: Deck) -> Iterator[str]:
    """Who asked, when, how many took part, and how it was done: the deck's own sentences."""
    sentences = (
        claim.text
        for slide in deck.slides
        if slide.role in {SlideRole.TITLE, SlideRole.METHOD}
        for claim in (*slide.claims, *slide.footer)
    )
    return iter(dict.fromkeys(one for one in (deck.organisation, deck.ribbon, *sentences) if one))


def _write_ledger(sheet: Worksheet, line: int, deck: Deck, look: _Look) -> None:
    """The tables of the method's slides from a line on; one that goes on is one again."""
    headings: tuple[str, ...] = ()
    for slide in deck.slides:
        if slide.role is not SlideRole.METHOD or slide.table is None:
            continue
        if slide.table.headings != headings:
            headings = slide.table.headings
            line += 1
            for column, words in enumerate(headings):
                sheet.write_string(line, column + (column > 0), _cell(words), look.heading)
            sheet.write_blank(line, 1, None, look.heading)
            line += 1
        for row in slide.table.rows:
            for column, claim in enumerate(row):
                place = column + (column > 0)
                if len(claim.parts) == 1 and claim.figures and claim.figures[0].day is None:
                    sheet.write_number(line, place, claim.figures[0].value, look.count)
                else:
                    sheet.write_string(line, place, _cell(claim.text))
            line += 1


def _write_figures(sheet: Worksheet, deck: Deck, look: _Look) -> None:
    """Every figure in the order of the slides, as a number and as it is printed."""
    say = _words(deck)
    known = any(figure.low is not None for _, figure in deck.figures)
    columns = _COLUMNS | (_ENDS if known else {})
    for column, (key, width) in enumerate(columns.items()):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, say(key), look.heading)
    line = 0
    for line, (number, figure) in enumerate(deck.figures, start=1):
        sheet.write_number(line, 0, number, look.place)
        sheet.write_string(line, 1, _cell(deck.slides[number - 1].title.text), look.text)
        sheet.write_string(line, 2, _cell(figure.binding), look.text)
        if figure.day is not None:
            sheet.write_datetime(line, 3, figure.day, look.day)
        elif math.isfinite(figure.value):
            whole = float(figure.value).is_integer()
            sheet.write_number(line, 3, figure.value, look.count if whole else look.share)
        sheet.write_string(line, 4, _cell(figure.text), look.printed)
        for column, count in ((5, figure.base), (6, figure.asked)):
            if count is not None:
                sheet.write_number(line, column, count, look.count)
        sheet.write_string(line, 7, _cell(figure.weight or ""), look.text)
        for column, end in ((8, figure.low), (9, figure.high)):
            if end is not None:
                sheet.write_number(line, column, end, look.share)
    sheet.set_row(0, 32)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, line, len(columns) - 1)
    sheet.repeat_rows(0)


def _set_up(sheet: Worksheet, theme: Theme, deck: Deck) -> None:
    """How a sheet prints, and its direction."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&A&R&P / &N")
    sheet.set_tab_color(theme.primary)
    if direction(deck.language) == "rtl":
        sheet.right_to_left()


def _words(deck: Deck) -> Phrasebook:
    """What the workbook itself says, in the deck's language."""
    return Phrasebook(deck.language, "workbook")


def _cell(words: str) -> str:
    """A text that a cell can hold: no lone surrogates, not longer than Excel allows."""
    return words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")[:_LONGEST_CELL]
