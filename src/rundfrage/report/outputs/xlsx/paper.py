"""How the sheets print, what stands at the edge of each page, and which way they run."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from rundfrage.report.deck import Deck, SlideRole
from rundfrage.report.outputs.output import Report
from rundfrage.report.outputs.xlsx.look import cell
from rundfrage.text import direction

_A4 = 9
_LONGEST_EDGE = 120
"""Letters of a text at the edge of a page; Excel takes 255 for all three together."""
_SIDES, _ENDS = 0.5, 0.75
"""Margins in inches: left and right, top and bottom."""
_INCH = 96
"""Pixels in an inch."""
_PRESSED = 1.18
"""By how much a sheet is set smaller at most, so that no page has a few lines alone."""


def set_up(
    sheet: Worksheet,
    report: Report,
    *,
    columns: int,
    rows: int,
    wide: bool = True,
    extent: tuple[float, float] | None = None,
) -> None:
    """How a sheet with that many used columns and rows prints: as wide as one page.

    With its `extent`, width and height in pixels, its last page is never one of a few lines.
    """
    deck = report.deck
    if wide:
        sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(_SIDES, _SIDES, _ENDS, _ENDS)
    sheet.fit_to_pages(1, 0 if extent is None else _pages(*extent, wide=wide))
    sheet.print_area(0, 0, rows - 1, columns - 1)
    rtl = direction(deck.language) == "rtl"
    start, end = ("&R", "&L") if rtl else ("&L", "&R")
    sheet.set_header(f"{start}{_edge(deck.title)}{end}{_edge(deck.ribbon)}")
    sheet.set_footer(f"{start}{_edge(_source(deck))}{end}&P / &N")
    sheet.set_tab_color(report.theme.primary)
    if rtl:
        sheet.right_to_left()


def _pages(width: float, height: float, *, wide: bool) -> int:
    """How many pages a sheet is to be pressed into; 0 where it takes what it needs."""
    across, down = (11.69, 8.27) if wide else (8.27, 11.69)
    scale = min(1.0, (across - 2 * _SIDES) * _INCH / width)
    needed = height * scale / ((down - 2 * _ENDS) * _INCH)
    whole = int(needed)
    return whole if needed < whole * _PRESSED else 0


def _source(deck: Deck) -> str:
    """Who asked, and the sentence of the title slide that says when and how many."""
    sentences = [
        claim.text
        for slide in deck.slides
        if slide.role is SlideRole.TITLE
        for claim in slide.claims
        if claim.figures
    ]
    return " · ".join(one for one in (deck.organisation, *sentences[:1]) if one)


def _edge(words: str) -> str:
    """A text as a header takes it, in which an ampersand begins a command."""
    plain = " ".join(cell(words).split())
    room = max(1, _LONGEST_EDGE - plain.count("&"))
    short = plain if len(plain) <= room else f"{plain[: room - 1]}…"
    return short.replace("&", "&&")
