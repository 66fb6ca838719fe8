"""Writes the deck's workbook: an overview, every printed figure, and a sheet a question.

Numbers are numbers and texts are texts, whatever sign they start with; nothing in the workbook is
a formula. The same report gives the same bytes.
"""

from __future__ import annotations

import datetime
import io

from xlsxwriter import Workbook

from rundfrage.report.outputs.output import Report
from rundfrage.report.outputs.xlsx.figures import write_figures
from rundfrage.report.outputs.xlsx.look import Look, cell
from rundfrage.report.outputs.xlsx.overview import write_overview
from rundfrage.report.outputs.xlsx.paper import set_up
from rundfrage.report.outputs.xlsx.questions import write_questions

_MADE = datetime.datetime(2000, 1, 1)  # noqa: DTZ001, a workbook's dates know no time zone
_PLAIN = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def xlsx(report: Report) -> bytes:
    """The bytes of the workbook: overview, figures, then the questions."""
    buffer = io.BytesIO()
    workbook = Workbook(buffer, _PLAIN)
    deck = report.deck
    workbook.set_properties(
        {"title": cell(deck.title), "author": cell(deck.organisation), "created": _MADE}
    )
    look = Look.of(workbook, report.theme, deck.language)
    overview = workbook.add_worksheet(look.say("overview"))
    figures = workbook.add_worksheet(look.say("figures"))
    entries = write_questions(workbook, report, overview.get_name(), look)
    columns, rows = write_overview(overview, report, entries, figures.get_name(), look)
    set_up(overview, report, columns=columns, rows=rows)
    columns, rows = write_figures(figures, deck, overview.get_name(), look)
    set_up(figures, report, columns=columns, rows=rows, wide=False)
    overview.activate()
    workbook.close()
    return buffer.getvalue()
