"""A sheet a question: what was asked, its charts, and its table in full.

Open questions, of which a workbook says no more than how many answered, share one sheet; so do
charts that belong to no table.
"""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter import Workbook

from rundfrage.report.deck import Chart, Slide
from rundfrage.report.outputs.output import Report
from rundfrage.report.outputs.xlsx.charts import add_chart
from rundfrage.report.outputs.xlsx.extent import WIDTH
from rundfrage.report.outputs.xlsx.look import Look, address, cell
from rundfrage.report.outputs.xlsx.names import tab_name
from rundfrage.report.outputs.xlsx.overview import Entry
from rundfrage.report.outputs.xlsx.paper import set_up
from rundfrage.tables.printers.wording import HIDDEN, LEDGER, notes_of, statistics_shown
from rundfrage.tables.printers.xlsx import ROW, SheetWriter, sheet_name
from rundfrage.tables.table import Table
from rundfrage.tables.words import word

_HEADINGS = 2
"""The rows that stay in sight: the link back, and the question."""
_PIXELS = 7
"""A letter's width in the unit of columns, in pixels."""
_TITLE_LINE = 25


def write_questions(
    workbook: Workbook, report: Report, overview: str, look: Look
) -> tuple[Entry, ...]:
    """Add the sheets of all questions; what the overview says of each."""
    writers = _Sheets(workbook, report, overview, look)
    full = [table for table in report.tables if not _is_open(table)]
    for table in full:
        writers.add_question(table)
    rest = [
        (number, slide) for number, slide in writers.charted if slide.source not in writers.seen
    ]
    if rest:
        writers.add_charts(rest)
    bare = [table for table in report.tables if _is_open(table)]
    if bare:
        writers.add_open(bare)
    return tuple(writers.entries)


def _is_open(table: Table) -> bool:
    """True if there is nothing to say of the answers but how many there are."""
    return not any(block.rows or statistics_shown(block) for block in table.blocks)


class _Sheets:
    """The sheets of the questions as they are added, with their lines of the contents."""

    def __init__(self, workbook: Workbook, report: Report, overview: str, look: Look) -> None:
        self.workbook = workbook
        self.report = report
        self.overview = overview
        self.look = look
        self.language = report.deck.language
        self.entries: list[Entry] = []
        self.seen: set[str] = set()
        self.charted = [
            (number, one)
            for number, slide in enumerate(report.deck.slides, start=1)
            for one in (slide, *map(slide.alone, slide.panes))
            if one.chart is not None
        ]

    def add_question(self, table: Table) -> None:
        """The sheet of a question with its charts and its table."""
        sources = {table.name, *(block.name for block in table.blocks)}
        wording = table.title.into(self.language) or table.name
        writer = self._begin(tab_name(table, self.language))
        writer.write_notes(table)
        self._add_charts(writer, [one for one in self.charted if one[1].source in sources])
        self.seen |= sources
        writer.line += 1
        words = f"{self.look.say('full-table')} ({table.name})"
        writer.sheet.write_string(writer.line, 0, cell(words), self.look.section)
        writer.write_blocks(table)
        self._finish(writer, wording)
        slides = tuple(
            number
            for number, slide in enumerate(self.report.deck.slides, start=1)
            if slide.source in sources
        )
        ledgers = [one for block in table.blocks for one in block.bases[:1] if one is not None]
        base = max((one.answered for one in ledgers), default=None)
        self.entries.append(Entry(writer.sheet.get_name(), wording, slides, base))

    def add_charts(self, charted: Sequence[tuple[int, Slide]]) -> None:
        """A sheet of the charts that belong to no table."""
        writer = self._begin(self.look.say("more-charts"))
        self._add_charts(writer, charted)
        self._finish(writer, self.look.say("more-charts"))
        slides = tuple(number for number, _ in charted)
        name = writer.sheet.get_name()
        self.entries.append(Entry(name, self.look.say("more-charts"), slides))

    def add_open(self, tables: Sequence[Table]) -> None:
        """A sheet of the questions that were answered in words: how many answered each."""
        writer = self._begin(self.look.say("open-questions"))
        for note in dict.fromkeys(note for one in tables for note in notes_of(one, self.language)):
            writer.sheet.write_string(writer.line, 0, cell(note), self.look.plain)
            writer.line += 1
        writer.line += 1
        writer.write_headings(
            word("question", self.language), [word(name, self.language) for name in LEDGER]
        )
        for table in tables:
            for block in table.blocks:
                ledger = block.bases[0]
                writer.write_stub(cell(f"{block.name}: {table.title.into(self.language)}"))
                for column, name in enumerate(LEDGER, start=1):
                    if ledger is None:
                        writer.sheet.write_string(writer.line, column, HIDDEN, writer.right)
                    else:
                        count = getattr(ledger, name)
                        writer.sheet.write_number(writer.line, column, count, self.look.count)
                writer.line += 1
        self._finish(writer, self.look.say("open-questions"))
        self.entries.append(Entry(writer.sheet.get_name(), self.look.say("open-questions")))

    def _begin(self, name: str) -> SheetWriter:
        """A new sheet with the link back; its title is written when its columns are known."""
        taken = {sheet.get_name().casefold() for sheet in self.workbook.worksheets()}
        sheet = self.workbook.add_worksheet(sheet_name(name, taken))
        sheet.write_url(0, 0, address(self.overview), self.look.link, self.look.back)
        return SheetWriter(self.workbook, sheet, self.language, line=_HEADINGS)

    def _add_charts(self, writer: SheetWriter, charted: Sequence[tuple[int, Slide]]) -> None:
        for number, slide in charted:
            chart: Chart | None = slide.chart
            if chart is not None:
                writer.line += 1
                add_chart(writer, slide, chart, number, self.look)

    def _finish(self, writer: SheetWriter, title: str) -> None:
        """The title over all columns, which stays in sight, and how the sheet prints."""
        sheet = writer.sheet
        writer.set_widths()
        columns = range(max(writer.widths) + 1)
        widths = [writer.width(at, writer.widths.get(at, 0)) for at in columns]
        while sum(widths) * _PIXELS < WIDTH:
            widths.append(_USUAL)
        letters = sum(widths) * _PIXELS / _TITLE_LETTER
        sheet.merge_range(1, 0, 1, len(widths) - 1, "", self.look.title)
        sheet.write_string(1, 0, cell(title), self.look.title)
        title_height = int(_TITLE_LINE * -(-len(title) // letters)) + 6
        sheet.set_row_pixels(1, title_height)
        sheet.freeze_panes(_HEADINGS, 0)
        sheet.repeat_rows(1)
        wide = sum(widths) * _PIXELS > _UPRIGHT
        extent = sum(widths) * _PIXELS, writer.line * ROW + writer.extra + title_height
        rows = writer.line
        set_up(sheet, self.report, columns=len(widths), rows=rows, wide=wide, extent=extent)


_USUAL = 8.43
"""The width of a column that nobody set, in letters."""
_UPRIGHT = 850
"""The width in pixels up to which a sheet is read well on an upright page."""
_TITLE_LETTER = 10.5
"""The width of a letter of the title, in pixels."""
