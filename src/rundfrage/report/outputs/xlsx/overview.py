"""The first sheet: the study in its own words, a link to every sheet, and the method's account."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from rundfrage.report.deck import Deck, SlideRole
from rundfrage.report.outputs.output import Report
from rundfrage.report.outputs.xlsx.look import Look, address, cell

_WIDTHS = (34, 84, 14, 15)
_OTHERS = 14
_LINE = 20
"""The height of a line, in pixels."""


@dataclass(frozen=True)
class Entry:
    """A line of the contents: a sheet, what is on it, which slides speak of it, and its base."""

    sheet: str
    content: str
    slides: tuple[int, ...] = ()
    base: int | None = None


def write_overview(
    sheet: Worksheet, report: Report, entries: Sequence[Entry], figures: str, look: Look
) -> tuple[int, int]:
    """Write the sheet; how many columns and rows it has."""
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.set_column(len(_WIDTHS), 12, _OTHERS)
    sheet.write_string(0, 0, cell(report.deck.title), look.name)
    line = 1
    for words in _study(report.deck):
        sheet.write_string(line, 0, cell(words), look.plain)
        line += 1
    line += 1
    for column, key in enumerate(("sheet", "content")):
        sheet.write_string(line, column, look.say(key), look.heading)
    for column, key in enumerate(("slides", "base"), start=2):
        sheet.write_string(line, column, look.say(key), look.number_heading)
    sheet.set_row_pixels(line, 2 * _LINE)
    contents = (Entry(figures, look.say("all-figures")), *entries)
    for at, entry in enumerate(contents, start=line + 1):
        sheet.write_url(at, 0, address(entry.sheet), look.link, entry.sheet)
        sheet.write_string(at, 1, cell(entry.content), look.text)
        if len(entry.content) > _WIDTHS[1] - 4:
            sheet.set_row_pixels(at, _LINE * -(-len(entry.content) // (_WIDTHS[1] - 4)))
        sheet.write_string(at, 2, ", ".join(map(str, entry.slides)), look.printed)
        if entry.base is not None:
            sheet.write_number(at, 3, entry.base, look.count)
    return _write_ledger(sheet, line + len(contents) + 1, report.deck, look)


def _study(deck: Deck) -> Iterator[str]:
    """Who asked, when, how many took part, and how it was done: the deck's own sentences."""
    sentences = (
        claim.text
        for slide in deck.slides
        if slide.role in {SlideRole.TITLE, SlideRole.METHOD}
        for claim in (*slide.claims, *slide.footer)
    )
    return iter(dict.fromkeys(one for one in (deck.organisation, deck.ribbon, *sentences) if one))


def _write_ledger(sheet: Worksheet, line: int, deck: Deck, look: Look) -> tuple[int, int]:
    """The tables of the method's slides from a line on; one that goes on is one again.

    Returns how many columns and rows the sheet has with them.
    """
    headings: tuple[str, ...] = ()
    columns = len(_WIDTHS)
    for slide in deck.slides:
        if slide.role is not SlideRole.METHOD or slide.table is None:
            continue
        if slide.table.headings != headings:
            headings = slide.table.headings
            line += 1
            for column, words in enumerate(headings):
                form = look.number_heading if column else look.heading
                sheet.write_string(line, column + (column > 0), cell(words), form)
            sheet.write_blank(line, 1, None, look.heading)
            sheet.set_row_pixels(line, 2 * _LINE)
            columns = max(columns, len(headings) + 1)
            line += 1
        for row in slide.table.rows:
            for column, claim in enumerate(row):
                place = column + (column > 0)
                if len(claim.parts) == 1 and claim.figures and claim.figures[0].day is None:
                    sheet.write_number(line, place, claim.figures[0].value, look.count)
                else:
                    form = look.printed if column else look.plain
                    sheet.write_string(line, place, cell(claim.text), form)
            line += 1
    return columns, line
